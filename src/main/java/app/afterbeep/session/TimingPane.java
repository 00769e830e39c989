package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;

import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// How long the message is so far: the timer, a bar over what is good to listen to, and the key that starts again.
public final class TimingPane extends HBox {
    private static final List<PseudoClass> LENGTHS =
        List.of(PseudoClass.getPseudoClass("good"), PseudoClass.getPseudoClass("long"), PseudoClass.getPseudoClass("too-long"));

    private final Label time = label("0:00", "timer");
    private final Bar bar = new Bar();
    private final Label limits = label("", "text-muted");
    private final Button restart;

    /// @param id    `script` gives `script-timer` and `script-again`
    /// @param again the message was botched: it starts again from zero
    public TimingPane(String id, Runnable again) {
        getStyleClass().add("timing");
        setMinHeight(USE_PREF_SIZE);
        time.setId(id + "-timer");
        restart = button(id + "-again", "Again", Shortcut.RESTART, again);
        for (Region whole : List.of(time, limits)) {
            whole.setMinWidth(USE_PREF_SIZE);
        }
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(time, bar, limits, restart);
    }

    /// Shows what `timer` measures now, and moves `script` along at `wordsPerMinute`.
    ///
    /// @param target a message is good up to so many seconds
    /// @param limit  and too long from so many
    public void show(ScriptTimer timer, Instant now, int target, int limit, ScriptPane script, int wordsPerMinute) {
        Duration elapsed = timer.elapsed(now);
        Duration shown = timer.shown(now);
        ScriptTimer.Length length = ScriptTimer.length(shown, target, limit);
        time.setText(Times.timer(shown));
        for (ScriptTimer.Length each : ScriptTimer.Length.values()) {
            time.pseudoClassStateChanged(LENGTHS.get(each.ordinal()), timer.used() && each == length);
        }
        limits.setText(target + " s   " + limit + " s");
        bar.show(timer.used(), elapsed, target, limit);
        restart.setDisable(!timer.used());
        if (timer.used()) {
            script.moveAlong((double) elapsed.toMillis() * wordsPerMinute / app.afterbeep.scripts.SpeechRules.STANDARD);
        } else {
            script.rest();
        }
    }

    /// Elapsed time over three zones: in time, long, too long. It begins at the beep.
    private static final class Bar extends Pane {
        private final Region good = zone("good");
        private final Region longer = zone("long");
        private final Region tooLong = zone("too-long");
        private final Region done = zone("done");
        private final Region beep = zone("beep");
        private double share;
        private double goodShare;
        private double longShare;
        private int drawnTarget;
        private int drawnLimit;

        Bar() {
            getStyleClass().add("timer-bar");
            getChildren().addAll(good, longer, tooLong, done, beep);
        }

        private static Region zone(String style) {
            Region zone = new Region();
            zone.getStyleClass().add("timer-" + style);
            return zone;
        }

        void show(boolean begun, Duration elapsed, int target, int limit) {
            beep.setVisible(begun);
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
            beep.resizeRelocate(0, 0, 3, getHeight());
        }
    }
}
