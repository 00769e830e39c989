package app.afterbeep.review;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.calls.CorrectionRules.Case;
import app.afterbeep.calls.CorrectionRules.Correction;
import app.afterbeep.calls.InboundRules;
import app.afterbeep.calls.Outcome;
import app.afterbeep.review.CorrectViewModel.Preview;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import app.afterbeep.ui.controls.Sheets;
import java.time.LocalDate;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The sheet that corrects a call of the log. It says what a correction does before it is done, and leaves the choice.
public final class CorrectView extends VBox {
    private final CorrectViewModel model;
    private final MainWindow window;
    private final Label title = label("", "sheet-title");
    private final Label was = label("", "text-muted");
    private final CallFieldsPane fields;
    private final Label always = label("", "why-now");
    private final Label problem = label("", "problem");
    private final Label hint = label("", "text-muted");
    private final ChoiceButton logOnly;
    private final ChoiceButton follow;

    public CorrectView(CorrectViewModel model, MainWindow window) {
        this.model = model;
        this.window = window;
        Sheets.frame(this, "correct", "log-sheet");
        fields = new CallFieldsPane("correct", this::entered);
        logOnly = new ChoiceButton("correct-log", "Correct the log only", () -> model.correct(false, window::closeSheet));
        follow = new ChoiceButton("correct-follow", "Correct and do what follows", () -> model.correct(true, window::closeSheet));
        follow.getStyleClass().add("long");
        always.setId("correct-always");
        problem.setId("correct-problem");
        hint.setId("correct-hint");
        for (Label text : new Label[] {was, always, problem, hint}) {
            wrapped(text);
            text.setMaxWidth(Double.MAX_VALUE);
        }
        HBox foot = Sheets.foot(spring(), button("correct-cancel", "Cancel", Shortcut.CLOSE, this::close));
        getChildren().addAll(title, was, fields, always, problem, hint, follow, logOnly, foot);
        model.opened().subscribe(this::opened);
        model.preview().subscribe(this::update);
    }

    /// Shows the sheet as soon as the call has been read.
    public void open(long attemptId) {
        model.open(attemptId);
    }

    private void close() {
        model.close();
        window.closeSheet();
    }

    private void opened(@Nullable Case c) {
        if (c == null) {
            return;
        }
        boolean inbound = c.attempt().inbound();
        title.setText("Correct the " + (inbound ? "call from " : "call to ") + c.before().prospect().name());
        was.setText("The log says: " + c.attempt().outcome().label() + ", " + Times.moment(c.attempt().at(), model.here(), model.now())
            + ". It keeps that beside what you write now."
            + (c.attempt().later().isEmpty() ? "" : " Added since, and kept: “" + c.attempt().later() + "”."));
        fields.fill(c.attempt().outcome(), c.attempt().at().atZone(model.here()), c.attempt().note(), c.before().prospect().place().zone(),
            LocalDate.ofInstant(model.now(), model.here()));
        fields.offer(outcome -> !inbound || InboundRules.applies(outcome), Outcome.CONVERSATION);
        entered();
        window.openSheet(this, this::close);
        fields.takeKeyboard();
    }

    private void entered() {
        model.enter(fields.input());
    }

    private void update(@Nullable Preview shown) {
        if (shown == null) {
            return;
        }
        Correction correction = shown.correction();
        problem.setText(shown.problem() + shown.missing());
        show(problem, !problem.getText().isEmpty());
        hint.setText(shown.hint());
        show(hint, !shown.hint().isEmpty());
        boolean changed = correction != null && correction.changed();
        String said = correction == null || !changed ? "" : String.join("\n", correction.always());
        always.setText(said);
        show(always, !said.isEmpty());
        boolean can = changed && correction.follow() != null;
        show(follow, can);
        follow.setDisable(!shown.missing().isEmpty());
        if (can) {
            String what = String.join(" · ", correction.follows());
            follow.say("Correct and do what follows", Character.toUpperCase(what.charAt(0)) + what.substring(1));
        }
        logOnly.setDisable(!changed);
        boolean dnc = changed && correction.to().outcome() == Outcome.DO_NOT_CALL && said.contains("do-not-call");
        logOnly.say(can ? "Correct the log only" : dnc ? "Correct, and never call again" : "Correct the log",
            !changed ? "Nothing has been changed yet." : !correction.why().isEmpty() ? correction.why()
                : can && correction.settledAs() == null ? "The next call, emails and promises stay as they are." : dnc ? "" : "The next call and emails stay as they are.");
    }
}
