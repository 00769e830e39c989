package app.afterbeep.review;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.calls.LoggedCall;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.prospects.TouchList;
import app.afterbeep.review.ReviewService.Called;
import app.afterbeep.ui.Lines;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Controls;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One call with what came of it, and the history of whom it reached.
final class CallPane extends VBox {
    private final ReviewViewModel model;
    private final Label name = tipWhenCut(label("", "pane-title"));
    private final Label work = label("", "text-muted");
    private final GridPane facts = Controls.facts();
    private final Label note = label("", "note-text");
    private final TouchList touches = new TouchList();

    /// @param correct corrects the call
    CallPane(ReviewViewModel model, Runnable correct) {
        this.model = model;
        setId("review-pane");
        getStyleClass().addAll("card", "detail", "call-pane");
        name.setId("review-name");
        work.setId("review-work");
        wrapped(work);
        facts.setId("review-facts");
        facts.setMinHeight(USE_PREF_SIZE);
        note.setId("review-note");
        note.setWrapText(true);
        note.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(touches, Priority.ALWAYS);
        HBox actions = new HBox(button("review-correct", "Correct…", Shortcut.EDIT, correct));
        actions.getStyleClass().addAll("row", "pane-actions");
        getChildren().addAll(new VBox(name, work), facts, note, actions, touches);
        model.called().subscribe(this::update);
    }

    private void update(@Nullable Called called) {
        if (called == null) {
            return;
        }
        LoggedCall call = called.call();
        name.setText(called.prospect().name());
        String company = call.company().equals(called.prospect().name()) ? "" : call.company();
        work.setText(Stream.of(called.prospect().title(), company).filter(s -> !s.isEmpty()).map(Lines::piece).collect(Collectors.joining(" · ")));
        show(work, !work.getText().isEmpty());
        facts.getChildren().clear();
        Region dot = new Region();
        dot.getStyleClass().setAll("dot", "dot-" + call.outcome());
        HBox outcome = new HBox(dot, label(ReviewViewModel.outcome(call)));
        outcome.getStyleClass().add("row");
        fact("Outcome", outcome);
        fact("Was", called.was().stream().map(model::was).collect(Collectors.joining("\n")), "text-muted");
        fact("Logged", called.elsewhere() ? "Afterwards: the call was made elsewhere" : "");
        fact("Step", call.direction().equals("inbound") ? "" : called.step() == 0 ? "A step that is no longer on" : "Attempt " + called.step());
        fact("Message", Stream.of(call.script(), call.messageSeconds() == null ? "" : call.messageSeconds() + " s")
            .filter(s -> !s.isEmpty()).collect(Collectors.joining(" · ")));
        fact("Promised", model.promised(call) + (call.promise().isEmpty() || call.promise().equals("open") ? "" : "\n" + call.promise()));
        fact("Next call", call.promisedAt() != null && call.promisedAt().equals(call.nextCallAt()) ? "" : model.next(call));
        fact("Email", call.email(), ReviewViewModel.emailTone(call));
        fact("Number", call.phone().isEmpty() ? "" : PhoneNumbers.shown(call.phone()));
        note.setText(call.note());
        show(note, !call.note().isEmpty());
        touches.show(called.touches(), call.zone(), model.now());
    }

    private void fact(String what, String value, String... styles) {
        if (!value.isEmpty()) {
            Label label = wrapped(label(value, styles));
            fact(what, label);
        }
    }

    private void fact(String what, Region value) {
        Label label = label(what, "text-muted", "fact");
        GridPane.setValignment(label, VPos.TOP);
        facts.addRow(facts.getRowCount(), label, value);
    }
}
