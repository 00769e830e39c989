package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tabLeaves;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.calls.Card;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.ui.Shortcut;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The message as it is written, to be worded for one person: how long it gets and what the coach says stand beside it while it is typed.
final class WordingPane extends VBox {
    private final SessionViewModel model;
    private final WordingDraft draft;
    private final TextArea text = tabLeaves(new TextArea());
    private final Label length = label("", "strong");
    private final Label coach = tipWhenCut(label("", "text-small"));
    private final CoachLine reading;

    WordingPane(SessionViewModel model, WordingDraft draft) {
        this.model = model;
        this.draft = draft;
        this.reading = model.wording().coach();
        setId("wording");
        getStyleClass().add("wording");
        text.setId("wording-text");
        text.setText(draft.text());
        text.setWrapText(true);
        Label title = label("Only for " + draft.card().prospect().name(), "text-muted");
        title.setLabelFor(text);
        text.setAccessibleText("The message, only for " + draft.card().prospect().name());
        length.setId("wording-seconds");
        length.setMinWidth(USE_PREF_SIZE);
        coach.setId("wording-coach");
        coach.setMinWidth(0);
        HBox head = new HBox(tipWhenCut(title), spring(), length);
        HBox foot = new HBox(coach, spring(), button("wording-cancel", "Cancel", Shortcut.CLOSE, model.wording()::cancel),
            button("wording-keep", "Keep", Shortcut.OPEN, model.wording()::keep, "accent"));
        for (HBox row : List.of(head, foot)) {
            row.getStyleClass().add("row");
            row.setMinHeight(USE_PREF_SIZE);
        }
        VBox.setVgrow(text, Priority.ALWAYS);
        text.setMinHeight(0);
        text.setPrefRowCount(4);
        getChildren().addAll(head, text, foot);
        text.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            // A message is one paragraph: Enter keeps it.
            if (e.getCode() == KeyCode.ENTER) {
                e.consume();
                model.wording().keep();
            }
        });
        text.textProperty().subscribe(this::read);
    }

    void takeKeyboard() {
        text.requestFocus();
        text.end();
    }

    private void read(String typed) {
        model.wording().type(typed);
        Card card = model.card().orElse(draft.card());
        MergeText said = card.said(typed);
        length.setText(card.pace().seconds(said.text()) + " s");
        reading.read(model.wording().draft(card, typed), typed.isBlank() ? line -> coach.setText("A message has words. Without one, press Esc and then 2.")
            : coach::setText);
    }
}
