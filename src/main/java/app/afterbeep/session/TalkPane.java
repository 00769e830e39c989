package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;

import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenPane;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// After a conversation: the next call, the email, then on to the next prospect. The note stays where it always is.
final class TalkPane extends VBox {
    private final SessionViewModel model;
    private final CheckBox email;
    private final Label next = label("No next call", "talk-next");
    private @Nullable Slot slot;
    private final WhenPane when;

    TalkPane(SessionViewModel model, TalkViewModel.Talk talk) {
        this.model = model;
        getStyleClass().addAll("card", "talk");
        setId("talk");
        Card card = talk.card();
        when = new WhenPane("When do you talk next?", "Call then", WhenRules.What.CALLBACK, talk.bounds(), this::choose, this::noCall);
        when.getStyleClass().removeAll("card", "sheet");
        when.setFocusTraversable(false);
        email = new CheckBox("Send the email “After a conversation” to " + card.prospect().email());
        email.setId("talk-email");
        show(email, talk.email());
        Label stands = label((TalkViewModel.meets(card) ? "The meeting stays." : "The cadence has ended.") + " Write what counts into the note (" + Shortcut.NOTE.cap() + ").",
            "text-muted");
        stands.setWrapText(true);
        email.setWrapText(true);
        getChildren().addAll(label("You talked with " + card.prospect().name(), "sheet-title"), stands, when, next, email, button("talk-done", "Next prospect  ·  Enter", this::done, "accent"));
    }

    private void choose(Slot chosen) {
        slot = chosen;
        next.setText("Next call " + Times.moment(chosen.at(), chosen.zone(), model.now()) + " there");
    }

    private void noCall() {
        slot = null;
        next.setText("No next call");
    }

    /// A digit: one of the quick choices.
    void pick(int number) {
        if (model.read()) {
            when.pick(number);
        }
    }

    void done() {
        model.finishTalk(new CallService.Next(slot, email.isVisible() && email.isSelected()));
    }
}
