package app.afterbeep.backups;

import static app.afterbeep.ui.controls.Controls.bringIntoView;
import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;

import app.afterbeep.backups.BackupService.Kept;
import app.afterbeep.backups.BackupService.Standing;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.DataTable;
import java.io.File;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;

/// The section Backups of the settings: when the last one was made, all that there are, and what can be done with them.
public final class BackupsPane extends VBox {
    private static final int MOST_ROWS = 8;

    private final BackupsViewModel model;
    private final MainWindow window;
    private final Label sentence = label("", "strong");
    private final Label second = label("", "plain-value");
    private final Label working = label("", "text-muted");
    private final DataTable<Kept> table = new DataTable<>("backups-table", "Backups, the latest first", kept -> kept.backup().name().hashCode());
    private final Button remove = button("backups-second-remove", "Remove", () -> choose(""));
    private final Button restore;
    private final VBox found = new VBox();
    private @Nullable Kept chosen;
    private boolean updating;
    /// The rep has chosen the row; else it is the newest one.
    private boolean own;

    public BackupsPane(BackupsViewModel model, MainWindow window) {
        this.model = model;
        this.window = window;
        setId("backups");
        getStyleClass().add("settings-places");
        sentence.setId("backups-sentence");
        working.setId("backups-working");
        working.textProperty().bind(model.working());
        model.working().subscribe(words -> show(working, !words.isEmpty()));
        second.setId("backups-second");
        second.setWrapText(true);
        second.setMinHeight(USE_PREF_SIZE);
        remove.setAccessibleText("Remove the second folder");
        found.setId("backups-found");
        found.getStyleClass().add("field-box");
        restore = button("backups-restore", "Restore…", Shortcut.RESTORE, this::restore);
        Label how = hint("Made by itself: once a day, again while you dial, when you quit, and before an import or a restore. Older ones are thinned to one a day, "
            + "a week, a month. They are in " + model.folder() + ".");
        FlowPane actions = actions(button("backups-now", "Back up now", Shortcut.BACK_UP, model::backUpNow), restore,
            button("backups-open", "Open folder", Shortcut.OPEN_FOLDER, model::openFolder));
        columns();
        getChildren().addAll(sentence, how, actions, working, table, label("SECOND FOLDER", "section"), second,
            actions(button("backups-second-choose", "Choose…", Shortcut.SECOND_FOLDER, this::chooseSecond), remove),
            label("CHECK THE DATA", "section"),
            hint("Looks for damage, and whether summaries, queue and search agree with the log. What is derived from the log can be derived again."),
            actions(button("backups-check", "Check the data", Shortcut.CHECK_DATA, model::check)), found);
        table.onSelected(kept -> {
            own = !updating;
            choose(kept);
        });
        restore.setDisable(true);
        model.standing().subscribe(this::update);
        model.found().subscribe(this::update);
        RestoreView sheet = new RestoreView(model, window);
        model.question().subscribe(sheet::update);
        if (model.reading()) {
            actions.getChildren().getFirst().setDisable(true);
        }
    }

    private static Label hint(String words) {
        Label hint = label(words, "text-muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        return hint;
    }

    private static FlowPane actions(Button... buttons) {
        FlowPane row = new FlowPane(buttons);
        row.getStyleClass().addAll("row", "choices");
        return row;
    }

    private void columns() {
        table.getStyleClass().addAll("one-line", "backups-table");
        table.text("backups-at", "Made", 12, kept -> model.when(kept.backup().at()), Comparator.comparing(kept -> kept.backup().at()))
            .text("backups-size", "Size", 5, kept -> BackupRules.size(kept.backup().size()), Comparator.comparing(kept -> kept.backup().size()), "right");
        number("backups-prospects", "Prospects", contents -> contents.prospects());
        number("backups-attempts", "Attempts", contents -> contents.attempts());
        number("backups-emails", "Emails", contents -> contents.emails());
        table.toned("backups-checked", "Checked", 7, kept -> BackupsViewModel.checked(kept.backup()), kept -> kept.backup().checked() == Backup.Checked.DAMAGED ? "problem" : "")
            .text("backups-where", "Where", 8, BackupsViewModel::where)
            .text("backups-why", "Why", 10, kept -> BackupsViewModel.why(kept.backup())).givingWay();
    }

    private void number(String id, String title, ToLongFunction<app.afterbeep.db.DataFile.Contents> count) {
        table.text(id, title, 6, kept -> kept.backup().contents() == null ? "" : "%,d".formatted(count.applyAsLong(kept.backup().contents())),
            Comparator.comparing(kept -> kept.backup().contents() == null ? -1L : count.applyAsLong(kept.backup().contents())), "right");
    }

    private void update(@Nullable Standing now) {
        sentence.setText(model.sentence());
        rows(now == null ? List.of() : now.kept());
        show(table, now != null && !now.kept().isEmpty());
        // As high as its rows, as long as there are few; the page scrolls as a whole.
        int rows = now == null ? 0 : Math.min(MOST_ROWS, now.kept().size());
        table.setStyle("-fx-pref-height: %1$sem; -fx-min-height: %1$sem;".formatted(3 + 2.5 * rows));
        String folder = model.second();
        second.setText(folder.isEmpty() ? "None. A USB stick or a folder that is synced keeps your log when this computer is lost."
            : folder + (now == null || now.secondProblem().isEmpty() ? "" : ". " + now.secondProblem()));
        show(remove, !folder.isEmpty());
    }

    private void rows(List<Kept> rows) {
        updating = true;
        boolean stays = own;
        table.show(rows);
        own = stays && table.selected() != null;
        if (!own) {
            table.select(rows.isEmpty() ? null : rows.getFirst());
        }
        choose(table.selected());
        updating = false;
        // With one folder all are in it, and most were made for no reason but the time.
        table.leaveOut("backups-where", model.second().isEmpty() && rows.stream().allMatch(Kept::here));
        table.leaveOut("backups-why", rows.stream().allMatch(kept -> BackupsViewModel.why(kept.backup()).isEmpty()));
    }

    private void choose(@Nullable Kept kept) {
        chosen = kept;
        restore.setDisable(kept == null || kept.backup().checked() == Backup.Checked.DAMAGED);
    }

    private void update(CheckService.@Nullable Found now) {
        found.getChildren().clear();
        show(found, now != null);
        if (now != null) {
            BackupsViewModel.words(now).forEach(line -> {
                Label words = label(line, now.sound() ? "plain-value" : "problem");
                words.setWrapText(true);
                words.setMinHeight(USE_PREF_SIZE);
                found.getChildren().add(words);
            });
            if (!now.broken().isEmpty()) {
                found.getChildren().add(hint("What is damaged here is mended by a backup only: choose one above, and Restore."));
            } else if (!now.derivable().isEmpty()) {
                found.getChildren().add(actions(button("backups-repair", "Derive it again", model::repair, "accent")));
            }
            bringIntoView(found);
        }
    }

    private void restore() {
        if (chosen != null && !restore.isDisabled()) {
            model.ask(chosen);
        }
    }

    private void chooseSecond() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Second folder for backups");
        File folder = chooser.showDialog(window.getScene().getWindow());
        if (folder != null) {
            choose(folder.getAbsolutePath());
        }
    }

    private void choose(String folder) {
        model.chooseSecond(folder);
    }

    /// To be called when the section comes to the front.
    public void shown() {
        model.refresh();
    }

    /// Does what a shortcut asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        switch (shortcut) {
            case BACK_UP -> model.backUpNow();
            case RESTORE -> restore();
            case OPEN_FOLDER -> model.openFolder();
            case SECOND_FOLDER -> chooseSecond();
            case CHECK_DATA -> model.check();
            default -> {
                return false;
            }
        }
        return true;
    }
}
