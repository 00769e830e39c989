package app.afterbeep.ui.controls;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.ui.Progress;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// How far long work is: what is done, a bar, rows and time left, Cancel.
public final class WorkPane extends HBox {
    private final Label title = tipWhenCut(label("", "strong"));
    private final ProgressBar bar = new ProgressBar();
    private final Label words = label("", "text-muted");
    private final Button cancel;
    private Runnable onCancel = () -> {};

    /// @param name what is done, for screen readers
    public WorkPane(String id, String name) {
        setId(id + "-work");
        getStyleClass().add("work");
        bar.setId(id + "-progress");
        bar.setAccessibleText(name);
        bar.setMaxWidth(Double.MAX_VALUE);
        words.setId(id + "-rows");
        words.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        cancel = button(id + "-stop", "Cancel", () -> {
            stopping();
            onCancel.run();
        });
        getChildren().addAll(title, bar, words, cancel);
    }

    /// Puts a control before Cancel.
    public void add(Node control) {
        getChildren().add(getChildren().indexOf(cancel), control);
    }

    public void onCancel(Runnable action) {
        onCancel = action;
    }

    private void stopping() {
        cancel.setDisable(true);
        words.setText("Stopping…");
    }

    public void show(String what, Progress.State state) {
        if (state.equals(Progress.State.START)) {
            cancel.setDisable(false);
        }
        title.setText(what);
        Controls.show(title, !what.isEmpty());
        bar.setProgress(state.share() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : state.share());
        if (!cancel.isDisabled()) {
            words.setText(state.rows() == 0 ? "" : state.words());
        }
    }

    public void takeKeyboard() {
        cancel.requestFocus();
    }
}
