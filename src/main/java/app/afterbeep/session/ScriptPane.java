package app.afterbeep.session;

import app.afterbeep.scripts.MergeText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The script, as large as fits. While the timer runs the phrase that should be spoken now is marked and what has been spoken
/// is dimmed, at the rep's own pace.
final class ScriptPane extends Region {
    private static final PseudoClass SPOKEN = PseudoClass.getPseudoClass("spoken");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final Pattern WORD = Pattern.compile("\\S+\\s*");
    private static final int WORDS_A_PHRASE = 4;
    /// In em: from the largest that is wanted to the smallest that can be read at arm's length.
    private static final double LARGEST = 27.0 / 14;
    private static final double SMALLEST = 15.0 / 14;
    private static final double STEP = 1.0 / 14;

    private final TextFlow flow = new TextFlow();
    private final Path mark = new Path();
    private final Path promise = new Path();
    private final List<Run> runs = new ArrayList<>();
    private int phrases;
    private int current = -1;
    private double base = 14;
    private double fittedWidth;
    private double fittedHeight;

    /// A piece of one phrase in one style.
    private record Run(Text node, int phrase, int words, boolean promised, int from, int to) {}

    ScriptPane() {
        getStyleClass().add("script");
        flow.setId("script-text");
        flow.setAccessibleRole(javafx.scene.AccessibleRole.TEXT);
        mark.getStyleClass().add("script-mark");
        promise.getStyleClass().add("script-promise");
        mark.setManaged(false);
        promise.setManaged(false);
        getChildren().addAll(mark, flow, promise);
    }

    /// @param fontSize the setting, which the script's size is relative to
    void show(MergeText text, double fontSize) {
        base = fontSize;
        runs.clear();
        current = -1;
        int phrase = 0;
        int words = 0;
        int position = 0;
        for (MergeText.Piece piece : text.pieces()) {
            Matcher word = WORD.matcher(piece.text().replace("\r", ""));
            boolean promised = piece.field().startsWith("callback_");
            if (!piece.text().isEmpty() && Character.isWhitespace(piece.text().charAt(0))) {
                String blank = piece.text().substring(0, piece.text().length() - piece.text().stripLeading().length());
                runs.add(run(blank, phrase, 0, piece, false, position));
                position += blank.length();
            }
            while (word.find()) {
                runs.add(run(word.group(), phrase, 1, piece, promised, position));
                position += word.group().length();
                words++;
                if (words >= WORDS_A_PHRASE || word.group().strip().matches(".*[.,;:?!]")) {
                    phrase++;
                    words = 0;
                }
            }
        }
        phrases = phrase + 1;
        flow.getChildren().setAll(runs.stream().map(Run::node).toList());
        flow.setAccessibleText(text.text());
        fittedWidth = -1;
        requestLayout();
    }

    private static Run run(String text, int phrase, int words, MergeText.Piece piece, boolean promised, int position) {
        Text node = new Text(text);
        node.getStyleClass().add(piece.missing() ? "script-missing" : promised ? "script-promised" : "script-words");
        return new Run(node, phrase, words, promised, position, position + text.length());
    }

    /// Moves along: `words` have been spoken; negative while the timer is not running.
    void moveAlong(double words) {
        if (words < 0) {
            moveTo(-1);
            return;
        }
        double left = words;
        for (Run run : runs) {
            left -= run.words();
            if (left < 0) {
                moveTo(run.phrase());
                return;
            }
        }
        moveTo(phrases);
    }

    private void moveTo(int phrase) {
        if (phrase != current) {
            current = phrase;
            for (Run run : runs) {
                run.node().pseudoClassStateChanged(SPOKEN, current >= 0 && run.phrase() < current);
                run.node().pseudoClassStateChanged(CURRENT, run.phrase() == current);
            }
            drawMarks();
        }
    }

    private void drawMarks() {
        mark.getElements().clear();
        promise.getElements().clear();
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
        for (Path path : List.of(mark, promise)) {
            path.setLayoutX(snappedLeftInset());
            path.setLayoutY(snappedTopInset());
        }
        flow.layout();
        drawMarks();
    }

    private void fit(double width, double height) {
        double size = LARGEST * base;
        setSize(size);
        while (size > SMALLEST * base && flow.prefHeight(width) > height) {
            size -= STEP * base;
            setSize(size);
        }
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
