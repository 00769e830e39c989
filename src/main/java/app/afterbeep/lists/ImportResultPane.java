package app.afterbeep.lists;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.lists.ImportViewModel.Done;
import app.afterbeep.lists.ImportViewModel.Running;
import app.afterbeep.lists.ImportWork.Past;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Sheets;
import app.afterbeep.ui.controls.WorkPane;
import java.io.File;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// Step 3 of an import: how far it is, then what became of its rows.
final class ImportResultPane extends VBox {
    private final ImportViewModel model;
    private final MainWindow window;
    private final Runnable dial;
    private final WorkPane work = new WorkPane("import", "Importing");
    private final Label title = tipWhenCut(label("", "wizard-file"));
    private final Button goOn;
    private final VBox running;
    private final VBox done = new VBox();
    private final Label what = tipWhenCut(label("", "wizard-file"));
    private final Label words = label("", "text-muted");
    private final ImportedPane rows;
    private final Button save = button("import-save", "Save rejects…", this::saveRejects);
    private final Button undo = button("import-undo", "Undo the import", () -> {});
    private final Button dialing;

    ImportResultPane(ImportViewModel model, MainWindow window, Runnable close, Runnable dial) {
        this.model = model;
        this.window = window;
        this.dial = dial;
        getStyleClass().add("wizard-body");
        work.onCancel(model::cancel);
        title.setId("import-running");
        goOn = button("import-go-on", "Go on dialing", Shortcut.CLOSE, close, "accent");
        goOn.setDefaultButton(true);
        VBox far = new VBox(title, work, label("It goes on while you dial: the foot of the window says how far it is.", "text-muted"));
        far.getStyleClass().add("wizard-running");
        VBox.setVgrow(far, Priority.ALWAYS);
        running = new VBox(far, Sheets.foot(spring(), goOn));
        running.getStyleClass().add("wizard-body");
        dialing = button("import-dial", "Start dialing", Shortcut.GO_ON, dial, "accent");
        dialing.setDefaultButton(true);
        rows = new ImportedPane(model.results());
        what.setId("import-what");
        words.setId("import-words");
        words.setWrapText(true);
        undo.setOnAction(e -> model.results().takeBack());
        model.results().leaving().subscribe(how -> {
            undo.setDisable(how != null);
            undo.setText(how == null ? "Undo the import" : how.rows() == 0 ? "Taking it back…" : "Taking it back: %,d rows".formatted(how.rows()));
        });
        save.setAccessibleText("Save the rows that were not imported, with line and reason, as a CSV file");
        VBox.setVgrow(rows, Priority.ALWAYS);
        done.getStyleClass().add("wizard-body");
        done.getChildren().addAll(new VBox(what, words), rows, Sheets.foot(save, undo, spring(), button("import-close", "Close", Shortcut.CLOSE, close), dialing));
        VBox.setVgrow(running, Priority.ALWAYS);
        VBox.setVgrow(done, Priority.ALWAYS);
        getChildren().addAll(running, done);
        show(running, false);
    }

    void update(Running state) {
        boolean first = !running.isVisible();
        show(running, true);
        show(done, false);
        title.setText("Importing " + state.looked().name() + " into " + state.listName());
        work.show("", state.progress());
        if (first) {
            goOn.requestFocus();
        }
    }

    void update(Done state) {
        Past past = state.past();
        show(running, false);
        show(done, true);
        what.setText(past.into().isEmpty() ? past.file() : past.file() + " → " + past.into());
        words.setText(sentence(past));
        show(save, past.duplicates() + past.rejected() > 0);
        show(undo, model.results().canTakeBack());
        boolean anybody = !past.takenBack() && past.imported() + past.updated() > 0;
        show(dialing, anybody);
        (anybody ? dialing : save.isVisible() ? save : rows).requestFocus();
    }

    /// What it comes to, in one line.
    private static String sentence(Past past) {
        if (past.takenBack()) {
            return "This import was taken back.";
        }
        long rows = past.imported() + past.updated() + past.duplicates() + past.rejected();
        if (rows == 0) {
            return "The file has no rows below its header, so nothing was imported.";
        }
        if (past.imported() + past.updated() > 0) {
            return past.duplicates() + past.rejected() == 0 ? "Every row is in. Whoever can be called now comes up in the session."
                : "Whoever can be called now comes up in the session. What was not imported can be saved, mended and imported again.";
        }
        if (past.rejected() == 0 && past.suppressed() > 0) {
            return "Everybody in it is known already. Who is not to be called stands on the do-not-call list now.";
        }
        return past.rejected() == 0 ? "Everybody in it is known already: nothing was changed."
            : past.duplicates() == 0 ? "Every row was rejected: nothing was imported. The reasons stand below." : "Nothing was imported. The reasons stand below.";
    }

    void dial() {
        if (dialing.isVisible()) {
            dial.run();
        }
    }

    private void saveRejects() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the rows that were not imported");
        chooser.setInitialFileName(model.results().rejectsName());
        File file = chooser.showSaveDialog(window.getScene().getWindow());
        if (file != null) {
            model.results().saveRejects(file.toPath());
        }
    }
}
