package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.calls.Card;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.settings.Setting;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The message for this very attempt, the largest thing on the screen, with its timer.
final class MessageCard extends VBox {
    private static final List<PseudoClass> LENGTHS =
        List.of(PseudoClass.getPseudoClass("good"), PseudoClass.getPseudoClass("long"), PseudoClass.getPseudoClass("too-long"));

    private final SessionViewModel model;
    private final Label step = tipWhenCut(label("", "chip-label"));
    private final Label estimate = label("", "text-muted");
    private final Label pace = label("", "text-muted");
    private final Button move;
    private final ToggleButton own;
    private final ScriptPane script = new ScriptPane();
    private final Label timer = label("0:00", "timer");
    private final TimerBar bar = new TimerBar();
    private final Label limits = label("", "text-muted");
    private final Label hint = label("", "text-muted", "text-small");
    private final Button restart;
    private final HBox timing;
    private final Label missing = label("", "problem");
    private final TextField name = field("my-name", "Your name");
    private final TextField company = field("my-company", "Your company");
    private final HBox introduction;
    private String shown = "";
    private boolean narrow;

    /// @param me saves who is calling
    MessageCard(SessionViewModel model, Consumer<Map<Setting, String>> me) {
        this.model = model;
        getStyleClass().addAll("card", "message-card");
        estimate.setId("script-estimate");
        timer.setId("script-timer");
        timer.setMinWidth(USE_PREF_SIZE);
        move = button("move-promise", "Move promise", Shortcut.MOVE_PROMISE, model::movePromise, "flat");
        restart = button("restart", "Restart", Shortcut.RESTART, model::restartTimer);
        own = new ToggleButton("Owns the missed call", cap(Shortcut.OWN_MISSED));
        own.setId("own-missed");
        own.setContentDisplay(ContentDisplay.RIGHT);
        own.setMinWidth(USE_PREF_SIZE);
        own.getStyleClass().add("chip");
        own.setOnAction(e -> model.toggleOwning());
        HBox head = new HBox(step, estimate, pace, spring(), move);
        head.getStyleClass().add("row");
        missing.setId("script-missing");
        introduction = new HBox(label("Who is calling?"), name, company, button("my-save", "Save", () -> introduce(me), "accent"));
        introduction.getStyleClass().add("row");
        name.setOnAction(e -> introduce(me));
        company.setOnAction(e -> introduce(me));
        VBox.setVgrow(script, Priority.ALWAYS);
        HBox.setHgrow(bar, Priority.ALWAYS);
        limits.setMinWidth(USE_PREF_SIZE);
        restart.setMinWidth(USE_PREF_SIZE);
        timing = new HBox(timer, bar, limits, restart);
        timing.getStyleClass().add("timing");
        for (Region row : List.of(head, missing, introduction, timing)) {
            row.setMinHeight(USE_PREF_SIZE);
        }
        hint.setMinHeight(USE_PREF_SIZE);
        HBox below = new HBox(hint, spring(), own);
        below.getStyleClass().add("row");
        below.setMinHeight(USE_PREF_SIZE);
        limits.fontProperty().subscribe(font -> model.card().ifPresent(this::update));
        getChildren().addAll(head, missing, introduction, script, timing, below);
    }

    private static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setPrefColumnCount(10);
        return field;
    }

    private void prefill(TextField field, Setting setting) {
        if (field.getText().isEmpty()) {
            field.setText(model.settings().text(setting));
        }
    }

    private void introduce(Consumer<Map<Setting, String>> me) {
        if (!name.getText().isBlank() && !company.getText().isBlank()) {
            me.accept(Map.of(Setting.MY_NAME, name.getText(), Setting.MY_COMPANY, company.getText()));
        }
    }

    void update(Card card) {
        MergeText text = card.message();
        boolean message = card.voicemail().isPresent();
        boolean last = card.cadence().isGoodbye(card.prospect().step());
        int position = card.cadence().ordinal(card.prospect().step());
        int steps = card.cadence().steps().size();
        step.setText(card.inbound() ? "They called you" : message ? (last ? "Last voicemail · " : "Voicemail " + position + " of " + steps + " · ") + card.voicemail().get().name()
            : card.heardAll() ? "Call without a message · all messages of this series were heard" : "Call " + position + " of " + steps + " · no message");
        int target = model.settings().number(Setting.TARGET_SECONDS);
        pace.setText(!message ? "" : card.pace().measured() ? "at your pace" : "at " + card.pace().wordsPerMinute() + " words a minute");
        show(pace, message && !narrow);
        // The message's name gives way to how long it takes.
        estimate.setMinWidth(message ? USE_PREF_SIZE : 0);
        estimate.setText(message ? card.pace().seconds(text.text()) + " s of " + target + " s" : !card.inbound() ? "If somebody answers:" : text.text().isEmpty() ? "No call guide in this series: listen first." : "While you talk:");
        show(move, message && !last);
        show(own, card.opening().isPresent());
        own.setSelected(card.owns());
        own.setAccessibleText("The message owns the missed call: " + (card.owns() ? "yes" : "no") + ", key " + Shortcut.OWN_MISSED.cap());
        show(timing, message);
        show(hint, message);
        limits.setText(target + " s   " + model.settings().number(Setting.LIMIT_SECONDS) + " s");
        String lacking = String.join(", ", text.missing()).replace('_', ' ');
        missing.setText("No value for: " + lacking + ". Emails that need it are held until then.");
        show(missing, !lacking.isEmpty() && model.introduced());
        show(introduction, !model.introduced());
        prefill(name, Setting.MY_NAME);
        prefill(company, Setting.MY_COMPANY);
        String drawn = card.prospect().id() + text.text() + em();
        if (!drawn.equals(shown)) {
            shown = drawn;
            script.show(text, em());
        }
        tick();
    }

    /// The size of the type that everything is relative to.
    double em() {
        return limits.getFont().getSize();
    }

    /// Little room: the estimate is whole, at which pace goes without saying.
    void narrow(boolean little) {
        narrow = little;
        show(pace, !little && !pace.getText().isEmpty());
    }

    void onSizeOfType(DoubleConsumer changed) {
        limits.fontProperty().subscribe(font -> changed.accept(font.getSize()));
    }

    /// Ten times a second.
    void tick() {
        model.card().filter(card -> card.voicemail().isPresent()).ifPresent(card -> {
            Duration elapsed = model.timer().elapsed(model.now());
            int target = model.settings().number(Setting.TARGET_SECONDS);
            int limit = model.settings().number(Setting.LIMIT_SECONDS);
            ScriptTimer.Length length = ScriptTimer.length(elapsed, target, limit);
            timer.setText(Times.timer(elapsed));
            for (ScriptTimer.Length each : ScriptTimer.Length.values()) {
                timer.pseudoClassStateChanged(LENGTHS.get(each.ordinal()), model.timer().used() && each == length);
            }
            bar.show(elapsed, target, limit);
            script.moveAlong(model.timer().running() ? elapsed.toMillis() / 60000.0 * card.pace().wordsPerMinute() : -1);
            restart.setDisable(!model.timer().used());
            hint.setText(!model.timer().used() ? "Space at the beep starts the timer, Space again stops it."
                : model.timer().running() ? "Speaking: " + length.word() + "." : "Message of " + model.timer().seconds(model.now()) + " s, " + length.word()
                    + ". Press the outcome, or Space to speak it again.");
        });
    }

    /// Elapsed time over three zones: in time, long, too long.
    private static final class TimerBar extends Pane {
        private final Region good = zone("good");
        private final Region longer = zone("long");
        private final Region tooLong = zone("too-long");
        private final Region done = zone("done");
        private double share;
        private double goodShare;
        private double longShare;
        private int drawnTarget;
        private int drawnLimit;

        TimerBar() {
            getStyleClass().add("timer-bar");
            getChildren().addAll(good, longer, tooLong, done);
        }

        private static Region zone(String style) {
            Region zone = new Region();
            zone.getStyleClass().add("timer-" + style);
            return zone;
        }

        void show(Duration elapsed, int target, int limit) {
            double end = Math.max(limit * 1.2, 1);
            goodShare = target / end;
            longShare = limit / end;
            double before = share;
            share = Math.min(1, elapsed.toMillis() / 1000.0 / end);
            if (share == before && drawnTarget == target && drawnLimit == limit) {
                return;
            }
            drawnTarget = target;
            drawnLimit = limit;
            ScriptTimer.Length length = ScriptTimer.length(elapsed, target, limit);
            for (ScriptTimer.Length each : ScriptTimer.Length.values()) {
                done.pseudoClassStateChanged(LENGTHS.get(each.ordinal()), each == length);
            }
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double height = Math.min(getHeight(), 10);
            double top = (getHeight() - height) / 2;
            good.resizeRelocate(0, top, width * goodShare, height);
            longer.resizeRelocate(width * goodShare, top, width * (longShare - goodShare), height);
            tooLong.resizeRelocate(width * longShare, top, width * (1 - longShare), height);
            done.resizeRelocate(0, top, width * share, height);
            done.setVisible(share > 0);
        }
    }
}
