package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.calls.Card;
import app.afterbeep.calls.ChoiceRules;
import app.afterbeep.calls.Message;
import app.afterbeep.calls.Words;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.settings.Setting;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The message for this very attempt, the largest thing on the screen, with its timer.
final class MessageCard extends VBox {
    private final SessionViewModel model;
    private final Runnable keysBack;
    private final Label step = tipWhenCut(label("", "chip-label"));
    private final Label estimate = label("", "text-muted");
    private final Label pace = label("", "text-muted");
    private final Button move;
    private final Label heard = tipWhenCut(label("", "text-muted", "text-small"));
    private final IntroductionPane introduction;
    private final Label missing = label("", "problem");
    private final ScriptPane script = new ScriptPane("script");
    private final StackPane middle = new StackPane(script);
    private final Label choice = tipWhenCut(label("", "text-small"));
    private final Button original;
    private final HBox chosen;
    private final TimingPane timing;
    private final Label hint = tipWhenCut(label("", "text-muted", "text-small"));
    private final ToggleButton own;
    private final Button other;
    private final Button shorter;
    private final Button edit;
    private @Nullable WordingPane wording;
    private final CoachLine coach;
    private String coached = "";
    private String shown = "";
    private boolean narrow;

    /// @param me       saves who is calling
    /// @param keysBack gives the keyboard back to the screen
    MessageCard(SessionViewModel model, Consumer<Map<Setting, String>> me, Runnable keysBack) {
        this.model = model;
        this.keysBack = keysBack;
        getStyleClass().addAll("card", "message-card");
        WordingViewModel words = model.wording();
        coach = words.coach();
        estimate.setId("script-estimate");
        heard.setId("script-heard");
        choice.setId("script-choice");
        choice.setMinWidth(0);
        hint.setId("script-hint");
        hint.setMinWidth(0);
        missing.setId("script-missing");
        missing.setWrapText(true);
        move = button("move-promise", "Move promise", Shortcut.MOVE_PROMISE, words::movePromise, "flat");
        other = button("other-message", "Other version", Shortcut.OTHER_MESSAGE, words::other, "flat", "hint");
        shorter = button("shorter-message", "Shorter", Shortcut.SHORTER_MESSAGE, words::shortest, "flat", "hint");
        edit = button("edit-message", "Edit", Shortcut.EDIT, words::edit, "flat", "hint");
        edit.setAccessibleText("Edit the message for this person only, key " + Shortcut.EDIT.cap());
        original = button("original-message", "Back to the original", Shortcut.ORIGINAL_MESSAGE, words::original, "flat", "hint");
        own = new ToggleButton("Owns the missed call", cap(Shortcut.OWN_MISSED));
        own.setId("own-missed");
        own.setContentDisplay(ContentDisplay.RIGHT);
        own.setMinWidth(USE_PREF_SIZE);
        own.getStyleClass().add("chip");
        own.setOnAction(e -> words.toggleOwning());
        introduction = new IntroductionPane(me);
        timing = new TimingPane("script", model::restartTimer);
        HBox head = new HBox(step, estimate, pace, spring(), move);
        chosen = new HBox(choice, spring(), own, other, shorter, edit, original);
        VBox.setVgrow(middle, Priority.ALWAYS);
        for (HBox row : List.of(head, chosen)) {
            row.getStyleClass().add("row");
        }
        for (Region row : List.of(head, heard, missing, introduction, chosen, hint)) {
            row.setMinHeight(USE_PREF_SIZE);
        }
        estimate.fontProperty().subscribe(font -> model.card().ifPresent(this::update));
        words.draft().subscribe(this::word);
        getChildren().addAll(head, heard, missing, introduction, middle, chosen, timing, hint);
    }

    void update(Card card) {
        Words words = card.words();
        boolean message = card.voicemail().isPresent();
        boolean last = card.cadence().isGoodbye(card.prospect().step());
        step.setText(title(card, last));
        int target = model.settings().number(Setting.TARGET_SECONDS);
        pace.setText(!message ? "" : card.pace().measured() ? "at your pace" : "at " + card.pace().wordsPerMinute() + " words a minute");
        show(pace, message && !narrow);
        // The message's name gives way to how long it takes.
        estimate.setMinWidth(message ? USE_PREF_SIZE : 0);
        estimate.setText(message ? card.seconds() + " s of " + target + " s" : !card.inbound() ? "If somebody answers:"
            : card.message().text().isEmpty() ? "No call guide in this series: listen first." : "While you talk:");
        show(move, message && !last);
        heard.setText(heard(card));
        show(heard, !heard.getText().isEmpty());
        show(own, words.opening().isPresent());
        own.setText(narrow ? "Owns it" : "Owns the missed call");
        own.setSelected(words.owns());
        own.setAccessibleText("The message owns the missed call: " + (words.owns() ? "yes" : "no") + ", key " + Shortcut.OWN_MISSED.cap());
        showMissing(card, message);
        show(introduction, !model.introduced());
        introduction.prefill(model.settings());
        showChoice(card);
        MergeText text = card.message();
        String drawn = card.prospect().id() + text.text() + em();
        if (!drawn.equals(shown)) {
            shown = drawn;
            script.show(text, em());
            coached = "";
            card.voicemail().ifPresent(said -> coach.read(model.wording().draft(card, said.body()), line -> {
                coached = line;
                tick();
            }));
        }
        tick();
    }

    private static String title(Card card, boolean last) {
        int position = card.cadence().ordinal(card.prospect().step());
        int steps = card.cadence().steps().size();
        return card.inbound() ? "They called you"
            : card.voicemail().map(said -> (last ? "Last voicemail · " : "Voicemail " + position + " of " + steps + " · ") + said.name())
                .orElse(!card.words().heardAll() ? "Call " + position + " of " + steps + " · no message" : card.words().choice()
                    ? "Call without a message · this one was heard" : "Call without a message · all messages of this series were heard");
    }

    /// "Heard: Two docks (Wed Nov 18), One change (Fri Nov 13)".
    private static String heard(Card card) {
        return card.inbound() || card.words().heard().isEmpty() ? "" : "Heard: " + card.words().heard().stream()
            .map(said -> said.name() + " (" + Times.date(said.at().atZone(card.prospect().place().zone()).toLocalDate()) + ")")
            .collect(Collectors.joining(", "));
    }

    private void showMissing(Card card, boolean message) {
        String lacking = String.join(", ", card.message().missing()).replace('_', ' ');
        missing.setText("No value for: " + lacking + ". " + (message ? "Press E to word the message for this person; emails that need it are held until then."
            : "Emails that need it are held until then."));
        show(missing, !lacking.isEmpty() && model.introduced());
    }

    /// What can be said instead, and what the choice means.
    private void showChoice(Card card) {
        Optional<Message> message = card.words().message();
        boolean edited = message.flatMap(Message::original).isPresent();
        String words = narrow ? ChoiceRules.brief(card) : ChoiceRules.words(card);
        String only = "Edited for " + (card.prospect().firstName().isEmpty() ? card.prospect().name() : card.prospect().firstName());
        choice.setText(!edited ? words : words.isEmpty() || narrow ? only : only + " · " + words);
        show(chosen, wording == null && (message.isPresent() || card.words().choice()));
        show(original, edited);
        original.setText(narrow ? "Original" : "Back to the original");
        show(other, card.words().choice());
        other.setText(narrow ? "Other" : message.isEmpty() ? "Say another" : "Other version");
        Optional<Integer> shortest = ChoiceRules.shortestSeconds(card);
        show(shorter, shortest.isPresent());
        shorter.setText(shortest.map(seconds -> "Shorter, " + seconds + " s").orElse(""));
        shorter.setAccessibleText(shorter.getText() + ", key " + Shortcut.SHORTER_MESSAGE.cap());
        show(edit, message.isPresent());
    }

    /// The editor takes the place of the script while the message is being worded.
    private void word(@Nullable WordingDraft draft) {
        boolean typed = wording != null && wording.isFocusWithin();
        wording = draft == null ? null : new WordingPane(model, draft);
        middle.getChildren().setAll(wording == null ? script : wording);
        model.card().ifPresent(this::showChoice);
        tick();
        if (wording != null) {
            wording.takeKeyboard();
        } else if (typed) {
            keysBack.run();
        }
    }

    /// The size of the type that everything is relative to.
    double em() {
        return estimate.getFont().getSize();
    }

    /// Little room: the estimate is whole, at which pace goes without saying.
    void narrow(boolean little) {
        narrow = little;
        model.card().ifPresent(this::update);
    }

    void onSizeOfType(DoubleConsumer changed) {
        estimate.fontProperty().subscribe(font -> changed.accept(font.getSize()));
    }

    /// Ten times a second.
    void tick() {
        Optional<Card> spoken = model.card().filter(card -> card.voicemail().isPresent());
        show(timing, spoken.isPresent());
        show(hint, spoken.isPresent() && wording == null);
        spoken.ifPresent(card -> {
            ScriptTimer timer = model.timer();
            timing.show(timer, model.now(), model.settings().number(Setting.TARGET_SECONDS), model.settings().number(Setting.LIMIT_SECONDS), script,
                card.pace().wordsPerMinute());
            hint.setText(hint(timer));
        });
    }

    private String hint(ScriptTimer timer) {
        Instant beep = timer.beep();
        if (beep == null) {
            return "Space at the beep. " + coached;
        }
        ScriptTimer.Length length = ScriptTimer.length(timer.shown(model.now()), model.settings().number(Setting.TARGET_SECONDS),
            model.settings().number(Setting.LIMIT_SECONDS));
        String since = "Beep " + Times.second(model.wall(beep)) + " · ";
        return timer.running() ? since + length.word() + ". Space pauses, R again from zero."
            : since + timer.seconds(model.now()) + " s, " + length.word() + ". Now the outcome. Space goes on, R again.";
    }
}
