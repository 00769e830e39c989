package app.afterbeep.lists;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.icon;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.lists.ImportViewModel.Done;
import app.afterbeep.lists.ImportViewModel.Running;
import app.afterbeep.lists.ImportViewModel.State;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Progress;
import app.afterbeep.ui.controls.WorkPane;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// At the foot of the window while the rep goes on dialing: how far the import is, then what it came to, and the way back to it.
final class ImportStripPane extends VBox {
    private final ImportViewModel model;
    private final WorkPane work = new WorkPane("import-strip", "Importing");
    private final Label words = tipWhenCut(label("", "strong"));
    private final HBox over;

    /// @param open shows the import again
    ImportStripPane(ImportViewModel model, Runnable open) {
        this.model = model;
        setId("import-strip");
        work.onCancel(model::cancel);
        work.add(button("import-strip-show", "Show", open));
        words.setId("import-strip-words");
        Button close = button("import-strip-close", "", this::dismiss, "flat", "button-icon");
        close.setGraphic(icon("fth-x"));
        close.setAccessibleText("Close the result of the import");
        over = new HBox(words, spring(), button("import-strip-result", "Show the result", open, "accent"), close);
        over.getStyleClass().add("work");
        model.state().subscribe(this::update);
    }

    private void dismiss() {
        model.begin();
    }

    void show(MainWindow window) {
        window.showWork(this);
    }

    void hide(MainWindow window) {
        window.endWork(this);
    }

    private void update(State state) {
        switch (state) {
            case Running running -> {
                if (running.progress().equals(Progress.State.START) || !getChildren().contains(work)) {
                    getChildren().setAll(work);
                }
                work.show("Importing " + running.looked().name(), running.progress());
            }
            case Done done -> {
                words.setText(done.past().file() + ": " + (done.past().takenBack() ? "taken back" : done.past().words()));
                getChildren().setAll(over);
            }
            default -> getChildren().clear();
        }
    }
}
