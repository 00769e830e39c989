package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tabLeaves;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.studio.BuilderAnswers.Question;
import app.afterbeep.studio.BuilderViewModel.Key;
import app.afterbeep.studio.BuilderViewModel.Line;
import app.afterbeep.studio.BuilderViewModel.Preview;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Sheets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The sheet that drafts a series: four questions at the left, at the right the messages that come of them, each to be changed where it stands.
public final class BuilderView extends VBox {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final BuilderViewModel model;
    private final MainWindow window;
    private final Map<Question, TextField> fields = new EnumMap<>(Question.class);
    private final Map<Question, Label> notes = new EnumMap<>(Question.class);
    private final Map<Key, BuilderTextPane> texts = new LinkedHashMap<>();
    private final VBox questions = new VBox();
    private final VBox timeline = new VBox();
    private final CheckBox script = new CheckBox("Start from a script of yours");
    private final TextArea pasted = tabLeaves(new TextArea());
    private final VBox unused = new VBox();
    private final Label state = label("", "text-muted");
    private final Button use;

    public BuilderView(BuilderViewModel model, MainWindow window) {
        this.model = model;
        this.window = window;
        setId("builder");
        getStyleClass().addAll("card", "sheet", "builder");
        question(Question.NAME, "1", "Who are you?", "Your name, as you say it", "Dana Reyes");
        question(Question.COMPANY, "", "", "Your company", "Northline");
        question(Question.AUDIENCE, "2", "Whom do you help?", "Whom you help", "warehouse managers");
        question(Question.PAIN, "3", "Which pain do you resolve?", "The pain that you resolve", "trucks waiting at the dock");
        question(Question.VALUE, "4", "What changes for them?", "The value that follows", "turned trucks around eleven minutes faster");
        addPaste();
        questions.getStyleClass().add("builder-questions");
        timeline.getStyleClass().add("builder-timeline");
        addTimeline(model.preview().get());
        ScrollPane messages = scroll("builder-messages", "The messages", timeline);
        HBox.setHgrow(messages, Priority.ALWAYS);
        HBox body = new HBox(scroll("builder-questions", "The questions", questions), messages);
        body.getStyleClass().add("builder-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        state.setId("builder-state");
        state.setWrapText(true);
        HBox.setHgrow(state, Priority.ALWAYS);
        use = button("builder-use", "Use this series", Shortcut.USE_DRAFT, this::use, "accent");
        HBox foot = Sheets.foot(button("builder-again", "Draft again", Shortcut.DRAFT_AGAIN, model::again), state, spring(),
            button("builder-cancel", "Close", Shortcut.CLOSE, this::close), use);
        getChildren().addAll(label("Draft a series", "sheet-title"), body, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.preview().subscribe(this::update);
    }

    private static ScrollPane scroll(String id, String name, Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setId(id);
        scroll.setAccessibleText(name);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("builder-scroll");
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private void question(Question question, String number, String asks, String name, String example) {
        TextField field = new TextField();
        field.setId("builder-" + question.name().toLowerCase(java.util.Locale.ROOT));
        field.setPromptText(example);
        field.setAccessibleText(name + ", for example: " + example);
        field.textProperty().subscribe(text -> model.answer(question, text));
        field.setOnAction(e -> next(question));
        Label note = label("", "text-small", "builder-note");
        note.setId(field.getId() + "-note");
        wrapped(note);
        fields.put(question, field);
        notes.put(question, note);
        VBox box = new VBox();
        box.getStyleClass().add("field-box");
        if (!asks.isEmpty()) {
            Label title = label(number + "  " + asks, "strong");
            title.setLabelFor(field);
            title.setWrapText(true);
            box.getChildren().add(title);
        }
        box.getChildren().addAll(field, note);
        questions.getChildren().add(box);
    }

    /// Enter goes on to the next question, after the last one to the first message.
    private void next(Question question) {
        if (question == Question.VALUE) {
            texts.values().iterator().next().takeKeyboard();
        } else {
            fields.get(Question.values()[question.ordinal() + 1]).requestFocus();
        }
    }

    private void addPaste() {
        script.setId("builder-script");
        script.setWrapText(true);
        script.selectedProperty().subscribe(on -> {
            show(pasted, on);
            show(unused, on);
            model.paste(on ? pasted.getText() : "");
            if (on) {
                pasted.requestFocus();
            }
        });
        pasted.setId("builder-pasted");
        pasted.setAccessibleText("Your script, as you have used it so far");
        pasted.setPromptText("Paste it here, as you have used it so far");
        pasted.setWrapText(true);
        pasted.setPrefRowCount(6);
        pasted.setMinHeight(USE_PREF_SIZE);
        pasted.textProperty().subscribe(text -> model.paste(script.isSelected() ? text : ""));
        unused.setId("builder-left");
        unused.getStyleClass().add("builder-left");
        VBox box = new VBox(script, pasted, unused);
        box.getStyleClass().add("builder-paste");
        questions.getChildren().add(box);
    }

    private void addTimeline(Preview preview) {
        int day = 1;
        List<Cadence.Step> steps = preview.draft().steps();
        for (Cadence.Step step : steps) {
            String what = switch (step.kind()) {
                case VOICEMAIL -> "Voicemail and email";
                case CALL_ONLY -> "Call, no message";
                case LAST_VOICEMAIL -> "Last voicemail and email";
            };
            timeline.getChildren().add(step("Day " + day, what, preview, step.number()));
            day += step.waitDays();
        }
        Label rest = label("Rest for %d to %d days, then the next series".formatted(preview.draft().restFrom(), preview.draft().restTo()),
            "text-muted", "builder-rest");
        rest.setWrapText(true);
        timeline.getChildren().addAll(rest, step("Any day", "After a conversation, a call received, a missed promise", preview, 0));
    }

    private VBox step(String when, String what, Preview preview, int number) {
        Label kind = label(what, "text-muted");
        kind.setWrapText(true);
        HBox head = new HBox(label(when, "strong"), kind);
        head.getChildren().getFirst().getStyleClass().add("builder-day");
        ((Label) head.getChildren().getFirst()).setMinWidth(USE_PREF_SIZE);
        head.getStyleClass().add("row");
        VBox box = new VBox(head);
        box.getStyleClass().add("builder-step");
        for (Line line : preview.lines()) {
            if (line.text().step() == number) {
                BuilderTextPane pane = new BuilderTextPane(model, line);
                texts.put(Key.of(line.text()), pane);
                box.getChildren().add(pane);
            }
        }
        return box;
    }

    public void open() {
        model.begin();
        window.openSheet(this, this::close);
        // Until it has its skin, what stands in a scroll pane is not in the window and can't take the keyboard.
        applyCss();
        fields.values().stream().filter(field -> field.getText().isBlank()).findFirst().orElse(fields.get(Question.AUDIENCE)).requestFocus();
    }

    /// What was answered and edited stays for the next time.
    private void close() {
        window.closeSheet();
    }

    private void use() {
        if (!model.preview().get().usable()) {
            model.preview().get().problems().keySet().stream().sorted().findFirst().ifPresent(question -> fields.get(question).requestFocus());
            return;
        }
        window.closeSheet();
        script.setSelected(false);
        pasted.clear();
        model.use();
    }

    private void pressed(KeyEvent event) {
        if (Shortcut.USE_DRAFT.is(event)) {
            use();
            event.consume();
        } else if (Shortcut.DRAFT_AGAIN.is(event)) {
            model.again();
            event.consume();
        }
    }

    private void update(Preview preview) {
        for (Question question : Question.values()) {
            TextField field = fields.get(question);
            String answer = preview.answers().answer(question);
            if (!field.getText().equals(answer)) {
                field.setText(answer);
            }
            // A question that nobody has answered yet is no mistake.
            boolean wrong = !answer.isBlank() && preview.problems().containsKey(question);
            Label note = notes.get(question);
            note.setText(wrong ? preview.problems().get(question) : preview.said().getOrDefault(question, ""));
            note.pseudoClassStateChanged(PROBLEM, wrong);
            show(note, !note.getText().isEmpty());
        }
        List<Node> rows = new ArrayList<>();
        for (String words : preview.left()) {
            Label row = wrapped(label(words, "text-muted", "text-small"));
            rows.add(row);
        }
        unused.getChildren().setAll(rows);
        for (Line line : preview.lines()) {
            texts.get(Key.of(line.text())).update(line);
        }
        state.setText(words(preview));
    }

    private static String words(Preview preview) {
        long findings = preview.lines().stream().mapToLong(line -> line.findings().size()).sum();
        if (!preview.usable()) {
            return preview.problems().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).findFirst().orElse("");
        }
        return findings == 0 ? "The coach has nothing to mend." : findings == 1 ? "The coach has one finding." : "The coach has " + findings
            + " findings.";
    }
}
