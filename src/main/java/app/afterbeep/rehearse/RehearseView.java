package app.afterbeep.rehearse;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.emptyState;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.rehearse.Rehearsal.Part;
import app.afterbeep.rehearse.RehearseViewModel.Shown;
import app.afterbeep.session.ScriptPane;
import app.afterbeep.session.TimingPane;
import app.afterbeep.settings.Setting;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Session without a prospect: the messages of a series at the left with their takes, the one whose turn it is large, with its timer.
public final class RehearseView extends BorderPane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final RehearseViewModel model;
    private final MainWindow window;
    private final Label title = label("", "sheet-title");
    private final Label pace = tipWhenCut(label("", "text-muted"));
    private final VBox list = new VBox();
    private final Label place = tipWhenCut(label("", "chip-label"));
    private final Label estimate = label("", "text-muted");
    private final ScriptPane script = new ScriptPane("rehearse");
    private final TimingPane timing;
    private final Label hint = tipWhenCut(label("", "text-muted", "text-small"));
    private final Button keep;
    private final VBox card;
    private final StackPane middle = new StackPane();
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
    private final Timeline speaking = new Timeline(new KeyFrame(Duration.millis(100), e -> tick()));
    private String drawn = "";

    public RehearseView(RehearseViewModel model, MainWindow window) {
        this.model = model;
        this.window = window;
        setId("rehearsal");
        getStyleClass().addAll("card", "rehearse", "session");
        setFocusTraversable(true);
        title.setId("rehearse-title");
        pace.setId("rehearse-pace");
        pace.setMinWidth(0);
        title.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, pace, spring(), button("rehearse-close", "Close", Shortcut.CLOSE, this::close));
        head.getStyleClass().add("row");
        list.setId("rehearse-parts");
        list.getStyleClass().add("rehearse-parts");
        place.setId("rehearse-place");
        estimate.setId("rehearse-estimate");
        estimate.setMinWidth(USE_PREF_SIZE);
        HBox above = new HBox(place, estimate);
        above.getStyleClass().add("row");
        above.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(script, Priority.ALWAYS);
        timing = new TimingPane("rehearse", this::again);
        hint.setId("rehearse-hint");
        hint.setMinHeight(USE_PREF_SIZE);
        card = new VBox(above, script, timing, hint);
        card.getStyleClass().addAll("card", "message-card");
        keep = button("rehearse-keep", "Keep this take", Shortcut.OUTCOME_1, model::keep);
        keep.getStyleClass().add("accent");
        HBox foot = new HBox(keep, button("rehearse-next", "Next message", Shortcut.TAKE_NEXT, () -> model.go(1)), spring(),
            button("rehearse-undo", "Take back", Shortcut.UNDO, model::undo, "flat"));
        foot.getStyleClass().addAll("row", "rehearse-foot");
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinSize(0, 0);
        ScrollPane parts = new ScrollPane(list);
        parts.setFitToWidth(true);
        parts.setFocusTraversable(false);
        parts.getStyleClass().add("rehearse-list");
        HBox desk = new HBox(parts, middle);
        desk.getStyleClass().add("desk");
        desk.setMinHeight(0);
        setTop(head);
        setCenter(desk);
        setBottom(foot);
        speaking.setCycleCount(Animation.INDEFINITE);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_RELEASED, e -> down.remove(e.getCode()));
        model.shown().subscribe(this::update);
        estimate.fontProperty().subscribe(font -> update(model.shown().get()));
    }

    /// Begins a sitting with a series, in front of the screens.
    public void open(long seriesId) {
        down.clear();
        model.open(seriesId);
        window.openSheet(this, this::close);
        requestFocus();
    }

    private void close() {
        speaking.stop();
        model.close();
        window.closeSheet();
    }

    private void pressed(KeyEvent event) {
        boolean first = down.add(event.getCode());
        if (event.isShortcutDown()) {
            if (event.getCode() == KeyCode.Z && first) {
                model.undo();
                event.consume();
            }
            return;
        }
        boolean ownKey = event.getTarget() instanceof Button && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER);
        if (ownKey || event.isAltDown() || event.isShiftDown() || !does(event, first)) {
            return;
        }
        event.consume();
    }

    /// A held key says nothing new.
    private boolean does(KeyEvent event, boolean first) {
        Runnable action = Shortcut.TIMER.pressedBy(event) ? this::space : Shortcut.RESTART.pressedBy(event) ? this::again
            : Shortcut.OUTCOME_1.pressedBy(event) ? model::keep
            : Shortcut.TAKE_NEXT.pressedBy(event) || event.getCode() == KeyCode.DOWN ? () -> model.go(1)
            : event.getCode() == KeyCode.UP ? () -> model.go(-1) : null;
        if (action != null && first) {
            action.run();
        }
        return action != null;
    }

    private void space() {
        model.pressTimer();
        tick();
    }

    private void again() {
        model.again();
        tick();
    }

    private void update(@Nullable Shown now) {
        if (now == null) {
            title.setText("Rehearse");
            pace.setText("");
            list.getChildren().clear();
            middle.getChildren().clear();
            return;
        }
        Rehearsal rehearsal = now.rehearsal();
        title.setText("Rehearse · " + rehearsal.series());
        pace.setText(rehearsal.pace().measured() ? "Your pace: " + rehearsal.pace().words()
            : "Your pace is known once ten timed messages agree; " + rehearsal.timed() + " timed so far.");
        list.getChildren().setAll(rehearsal.parts().stream().map(part -> row(part, part.equals(now.current()))).toList());
        Part part = now.current();
        show(keep, part != null);
        if (part == null) {
            middle.getChildren().setAll(emptyState("Nothing to rehearse", "This series has no message yet. Write one, then come back."));
            return;
        }
        middle.getChildren().setAll(card);
        place.setText(part.place() + " · " + part.script().name());
        estimate.setText(part.estimate() + " s of " + model.settings().number(Setting.TARGET_SECONDS) + " s");
        String text = part.script().versionId() + part.text().text() + em();
        if (!text.equals(drawn)) {
            drawn = text;
            script.show(part.text(), em());
        }
        tick();
    }

    private double em() {
        return estimate.getFont().getSize();
    }

    private static Node row(Part part, boolean current) {
        Label name = tipWhenCut(label(part.script().name(), "strong"));
        String spoken = part.takes().stream().map(seconds -> seconds + " s").collect(Collectors.joining("  "));
        Label takes = label(spoken.isEmpty() ? part.estimate() + " s estimated" : spoken + (part.done() ? "  ✓" : ""), "text-muted");
        Label difference = label(part.difference(), "text-small");
        show(difference, !part.takes().isEmpty());
        VBox row = new VBox(name, takes, difference);
        row.getStyleClass().add("rehearse-part");
        row.pseudoClassStateChanged(CURRENT, current);
        row.setAccessibleText(part.script().name() + ", " + takes.getText() + ", " + part.difference() + (current ? ", now" : ""));
        row.setMinHeight(USE_PREF_SIZE);
        return row;
    }

    /// Ten times a second while the timer runs, and not longer.
    private void tick() {
        Shown now = model.shown().get();
        Part part = now == null ? null : now.current();
        if (now == null || part == null) {
            speaking.stop();
            return;
        }
        timing.show(model.timer(), model.now(), model.settings().number(Setting.TARGET_SECONDS), model.settings().number(Setting.LIMIT_SECONDS), script,
            now.rehearsal().pace().wordsPerMinute());
        keep.setDisable(!model.timer().used());
        hint.setText(hint(now, part));
        if (model.timer().running()) {
            speaking.play();
        } else {
            speaking.stop();
        }
    }

    private String hint(Shown now, Part part) {
        Integer seconds = model.timer().seconds(model.now());
        return seconds == null ? now.done() ? "Every message was spoken three times. Esc leaves; more takes make the pace surer."
                : "Take " + (part.takes().size() + 1) + " of " + Rehearsal.TAKES + ". Space at the beep, as if it were a call."
            : model.timer().running() ? "Speaking. Space pauses, R throws it away and starts again."
            : seconds + " s. 1 keeps the take, R throws it away and starts again, Space goes on.";
    }
}
