package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.settings.Setting;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The block at a glance: clock, goal, what is done, the next promise, pause.
final class BlockBar extends HBox {
    private final SessionViewModel model;
    private final Label clock = label("00:00:00", "block-clock");
    private final Label planned = label("", "text-muted");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label attempts = label("", "block-figure");
    private final Label goal = label("", "text-muted");
    private final Label messages = label("", "block-figure");
    private final Label messagesWord = label("messages", "text-muted");
    private final Label conversations = label("", "block-figure");
    private final Label conversationsWord = label("conversations", "text-muted");
    private final Label promise = label("", "block-promise");
    private final Button pause;

    BlockBar(SessionViewModel model) {
        this.model = model;
        getStyleClass().add("block-bar");
        clock.setId("block-clock");
        progress.setAccessibleText("Attempts against the goal");
        progress.getStyleClass().add("small");
        promise.setMinWidth(0);
        clock.setMinWidth(USE_PREF_SIZE);
        planned.setMinWidth(USE_PREF_SIZE);
        pause = button("block-pause", "Pause", Shortcut.PAUSE, model.block()::pressPause);
        getChildren().addAll(clock, planned, progress, pair(attempts, goal), pair(messages, messagesWord),
            pair(conversations, conversationsWord), spring(), promise, pause);
        model.block().standing().subscribe(standing -> update());
    }

    private static HBox pair(Label figure, Label word) {
        HBox pair = new HBox(figure, word);
        figure.setMinWidth(USE_PREF_SIZE);
        word.setMinWidth(USE_PREF_SIZE);
        pair.getStyleClass().add("block-pair");
        return pair;
    }

    /// Every second.
    void update() {
        BlockService.@Nullable Standing standing = model.block().standing().get();
        if (standing == null) {
            return;
        }
        Instant now = model.now();
        Block block = standing.block();
        int wanted = block == null ? model.settings().number(Setting.BLOCK_GOAL) : block.goal();
        int minutes = block == null ? model.settings().number(Setting.BLOCK_MINUTES) : block.minutes();
        clock.setText(Times.stopwatch(block == null ? Duration.ZERO : block.elapsed(now)));
        boolean over = block != null && block.over(now);
        planned.setText(over ? "block of " + minutes + " min done" : "of " + minutes + " min");
        progress.setProgress(wanted == 0 ? 0 : Math.min(1, (double) standing.counts().attempts() / wanted));
        attempts.setText(Integer.toString(standing.counts().attempts()));
        goal.setText("of " + wanted + " attempts");
        messages.setText(Integer.toString(standing.counts().messages()));
        messagesWord.setText(standing.counts().messages() == 1 ? "message" : "messages");
        conversations.setText(Integer.toString(standing.counts().conversations()));
        conversationsWord.setText(standing.counts().conversations() == 1 ? "conversation" : "conversations");
        promise.setText(promise(standing, now));
        boolean running = block != null && !block.paused() && !over;
        pause.setText(block == null ? "Start block" : over ? "New block" : running ? "Pause" : "Go on");
        pause.setAccessibleText(pause.getText());
        show(promise, !promise.getText().isEmpty());
    }

    private static String promise(BlockService.Standing standing, Instant now) {
        if (standing.upcoming() == null || standing.upcoming().at().isBefore(now)) {
            return standing.due() == 0 ? "" : standing.due() + (standing.due() == 1 ? " promise due" : " promises due");
        }
        Duration left = Duration.between(now, standing.upcoming().at());
        return "Promise in " + (left.toMinutes() < 60 ? Times.timer(left) : left.toHours() + " h " + left.toMinutesPart() + " min") + " · " + standing.upcoming().name();
    }
}
