package app.afterbeep.session;

import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.Phrase;
import app.afterbeep.scripts.SpeechRules;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The script, as large as fits. From the beep on the phrase that should be spoken now is marked and what has been spoken is dimmed, at the rep's
/// own pace; the type keeps its size.
public final class ScriptPane extends Region {
    private static final PseudoClass SPOKEN = PseudoClass.getPseudoClass("spoken");
    private static final int NOT_BEGUN = -1;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    /// In em: from the largest that is wanted to the smallest that can be read at arm's length.
    private static final double LARGEST = 27.0 / 14;
    /// The words of a wider card are larger, so that a line is never longer than the eye follows: so many em of width for the largest above.
    private static final double MEASURE = 56;
    private static final double FARTHEST = 44.0 / 14;
    private static final double SMALLEST = 15.0 / 14;
    private static final double STEP = 1.0 / 14;
    /// Between the mark of the beep and the text, in pixels.
    private static final double MARGIN = 5;

    private final TextFlow flow = new TextFlow();
    private final Path mark = new Path();
    private final Path promise = new Path();
    private final Path beep = new Path();
    private final List<Text> words = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private List<Phrase> phrases = List.of();
    private int current = NOT_BEGUN;
    private final double smallest;
    private double base = 14;
    private double fittedWidth;
    private double fittedHeight;
    private int steps;

    /// A piece of one phrase in one style.
    private record Run(Text node, int phrase, boolean promised, int from, int to) {}

    /// @param id of the text: `script` gives `script-text`
    public ScriptPane(String id) {
        this(id, SMALLEST);
    }

    /// @param smallest in em: the type may get so small before anything is cut
    ScriptPane(String id, double smallest) {
        this.smallest = smallest;
        getStyleClass().add("script");
        flow.setId(id + "-text");
        flow.setAccessibleRole(javafx.scene.AccessibleRole.TEXT);
        mark.getStyleClass().add("script-mark");
        promise.getStyleClass().add("script-promise");
        beep.getStyleClass().add("script-beep");
        List.of(mark, promise, beep).forEach(path -> path.setManaged(false));
        getChildren().addAll(mark, flow, promise, beep);
    }

    /// @param fontSize the setting, which the script's size is relative to
    public void show(MergeText text, double fontSize) {
        base = fontSize;
        runs.clear();
        current = NOT_BEGUN;
        String spoken = text.text().replace("\r", " ");
        phrases = SpeechRules.phrases(spoken);
        int position = 0;
        for (MergeText.Piece piece : text.pieces()) {
            int end = position + piece.text().length();
            for (int i = 0; i < phrases.size(); i++) {
                int from = Math.max(position, phrases.get(i).from());
                int to = Math.min(end, phrases.get(i).to());
                if (from < to) {
                    runs.add(run(runs.size(), spoken.substring(from, to), i, piece, from));
                }
            }
            position = end;
        }
        if (flow.getChildren().size() != runs.size()) {
            flow.getChildren().setAll(words.subList(0, runs.size()));
        }
        flow.setAccessibleText(spoken);
        fittedWidth = -1;
        requestLayout();
    }

    /// The nodes of the message before are used again: new ones cost more than new words.
    private Run run(int index, String text, int phrase, MergeText.Piece piece, int position) {
        boolean promised = piece.field().startsWith("callback_");
        String style = piece.missing() ? "script-missing" : promised ? "script-promised" : "script-words";
        if (index == words.size()) {
            words.add(new Text());
        }
        Text node = words.get(index);
        node.setText(text);
        node.pseudoClassStateChanged(SPOKEN, false);
        node.pseudoClassStateChanged(CURRENT, false);
        if (!node.getStyleClass().contains(style)) {
            node.getStyleClass().setAll(style);
        }
        return new Run(node, phrase, promised, position, position + text.length());
    }

    /// As it is before the beep.
    public void rest() {
        moveTo(NOT_BEGUN);
    }

    /// Moves along.
    ///
    /// @param millis since the beep, as a speaker of [SpeechRules#STANDARD] words a minute would need for as much
    public void moveAlong(double millis) {
        int phrase = 0;
        while (phrase < phrases.size() && phrases.get(phrase).start() + phrases.get(phrase).length() <= millis) {
            phrase++;
        }
        moveTo(phrase);
    }

    private void moveTo(int phrase) {
        if (phrase != current) {
            current = phrase;
            for (Run run : runs) {
                run.node().pseudoClassStateChanged(SPOKEN, run.phrase() < current);
                run.node().pseudoClassStateChanged(CURRENT, run.phrase() == current);
            }
            drawMarks();
        }
    }

    private void drawMarks() {
        mark.getElements().clear();
        promise.getElements().clear();
        beep.getElements().clear();
        if (current != NOT_BEGUN && !runs.isEmpty()) {
            // Where the beep was, in the margin beside the first line.
            double line = runs.getFirst().node().getFont().getSize() * 1.2;
            beep.getElements().setAll(new MoveTo(-MARGIN, 0), new LineTo(-MARGIN, line));
        }
        runs.stream().filter(run -> run.phrase() == current).mapToInt(Run::from).min().ifPresent(from -> {
            Run last = runs.stream().filter(run -> run.phrase() == current).reduce((a, b) -> b).orElseThrow();
            mark.getElements().setAll(flow.getRangeShape(from, last.from() + last.node().getText().stripTrailing().length(), false));
        });
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if (run.promised()) {
                promise.getElements().addAll(flow.getUnderlineShape(run.from(), run.from() + run.node().getText().stripTrailing().length()));
            }
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        if (width != fittedWidth || height != fittedHeight) {
            // Another font asks for another layout: only what has changed is fitted, or the window would lay out for ever.
            fittedWidth = width;
            fittedHeight = height;
            fit(width, height);
        }
        flow.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, flow.prefHeight(width));
        mark.relocate(0, 0);
        for (Path path : List.of(mark, promise, beep)) {
            path.setLayoutX(snappedLeftInset());
            path.setLayoutY(snappedTopInset());
        }
        flow.layout();
        drawMarks();
    }

    private void fit(double width, double height) {
        double largest = base * Math.clamp(LARGEST * width / (MEASURE * base), LARGEST, FARTHEST);
        int low = 0;
        int high = Math.max(0, (int) Math.ceil((largest - smallest * base) / (STEP * base)));
        // Measuring a text is dear, and most messages are about as long as the one before: its size is tried first, and the next larger one.
        int guess = steps;
        while (low < high) {
            int step = guess >= low && guess < high ? guess : (low + high) / 2;
            setSize(largest - step * STEP * base);
            if (flow.prefHeight(width) > height) {
                low = step + 1;
            } else {
                high = step;
            }
            guess = step == steps ? high - 1 : -1;
        }
        steps = low;
        double size = largest - low * STEP * base;
        setSize(size);
        // The style sheet says the same: whenever it is applied anew (a card that comes back, another state), it would else give single words the
        // size of all other text.
        String style = "-fx-font-size: " + size + "px;";
        if (!style.equals(flow.getStyle())) {
            flow.setStyle(style);
        }
    }

    private void setSize(double size) {
        flow.setLineSpacing(size * 0.28);
        for (Run run : runs) {
            run.node().setFont(Font.font("Inter", run.promised() ? FontWeight.BOLD : FontWeight.NORMAL, size));
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return 6 * base;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 12 * base;
    }
}
