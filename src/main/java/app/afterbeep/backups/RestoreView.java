package app.afterbeep.backups;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;

import app.afterbeep.backups.BackupsViewModel.Question;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The sheet that shows what a restore would change before it is done.
final class RestoreView extends VBox {
    private final BackupsViewModel model;
    private final MainWindow window;

    RestoreView(BackupsViewModel model, MainWindow window) {
        this.model = model;
        this.window = window;
        setId("restore");
        getStyleClass().addAll("card", "sheet", "log-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    void update(@Nullable Question question) {
        if (question == null) {
            return;
        }
        GridPane counts = new GridPane();
        counts.setId("restore-counts");
        counts.getStyleClass().add("restore-counts");
        counts.addRow(0, label(""), right("now", "text-muted"), right("then", "text-muted"), right("", "text-muted"));
        row(counts, "Prospects", question.now().prospects(), question.then().prospects());
        row(counts, "Attempts", question.now().attempts(), question.then().attempts());
        row(counts, "Emails", question.now().emails(), question.then().emails());
        Label aside = text("What is here now is set aside first, in the same folder; restoring that undoes this.");
        Label emails = text("Emails that may have left since never leave again by themselves: they stand as “Perhaps sent” in the Outbox. "
            + "Who said “do not call” since stays on the list.");
        Label working = label("", "text-muted");
        working.setId("restore-working");
        working.textProperty().bind(model.working());
        Button restore = button("restore-go", "Restore", Shortcut.OPEN, model::restore, "accent");
        restore.setDefaultButton(true);
        restore.disableProperty().bind(model.working().isNotEmpty());
        Button cancel = button("restore-cancel", "Cancel", Shortcut.CLOSE, this::close);
        cancel.disableProperty().bind(model.working().isNotEmpty());
        HBox foot = new HBox(working, cancel, restore);
        foot.getStyleClass().addAll("row", "sheet-foot");
        Label title = label("Restore the backup of " + model.when(question.backup().at()) + "?", "sheet-title");
        title.setId("restore-title");
        getChildren().setAll(title, counts, aside, emails, foot);
        window.openSheet(this, this::close);
        restore.requestFocus();
    }

    private void close() {
        if (model.working().get().isEmpty()) {
            model.forget();
            window.closeSheet();
        }
    }

    private static Label text(String words) {
        Label label = label(words, "text-muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label right(String words, String... styles) {
        Label label = label(words, styles);
        label.getStyleClass().add("right");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static void row(GridPane counts, String name, long now, long then) {
        long more = then - now;
        counts.addRow(counts.getRowCount(), label(name), right("%,d".formatted(now)), right("%,d".formatted(then), "strong"),
            right(more == 0 ? "as now" : more > 0 ? "%,d more".formatted(more) : "%,d fewer".formatted(-more), more < 0 ? "problem" : "text-muted"));
    }
}
