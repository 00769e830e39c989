package app.afterbeep;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;

import app.afterbeep.backups.Backup;
import app.afterbeep.backups.RestoreService.Restored;
import app.afterbeep.db.DbException;
import app.afterbeep.db.DbException.Fault;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Theme;
import app.afterbeep.ui.Times;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;

/// What stands in the window when the data can't be opened as they are: what is the matter, that nothing was changed, and every way out that there
/// is. A digit, or the arrows and Enter, choose one.
final class OpeningView extends StackPane {
    private final List<Button> rows = new ArrayList<>();
    private final Consumer<Choice> chosen;

    /// A way out.
    enum Way { RESTORE, AGAIN, READ, GO_ON, ANEW, FOLDER }

    /// @param path the backup or the folder; "" for the others
    record Choice(Way way, String title, String words, Path path) {}

    /// The ways out of this trouble, the best first.
    static List<Choice> ways(Fault fault, Optional<Backup> backup, Clock clock) {
        List<Choice> ways = new ArrayList<>();
        if (fault == Fault.LOCKED || fault == Fault.READ_ONLY || fault == Fault.FOLDER || fault == Fault.FULL || fault == Fault.MISSING
            || fault == Fault.OTHER) {
            ways.add(new Choice(Way.AGAIN, "Try again", fault == Fault.LOCKED ? "Close the other program first." : fault == Fault.MISSING ? "Put the file back first."
                : fault == Fault.FULL ? "Make room first." : "As soon as the folder can be written.", Path.of("")));
        }
        boolean restorable = fault == Fault.DAMAGED || fault == Fault.EMPTY || fault == Fault.FOREIGN || fault == Fault.LOST || fault == Fault.MISSING;
        if (restorable) {
            backup.ifPresent(newest -> ways.add(new Choice(Way.RESTORE, "Restore the backup of " + Times.dated(newest.at(), clock.getZone(), clock.instant()),
                (newest.contents() == null ? "" : Restored.words(newest.contents()) + ". ") + "What is there now is kept, dated.", newest.file())));
        }
        if (fault == Fault.LOST) {
            ways.add(new Choice(Way.GO_ON, "Go on with the file as it is", "The missing attempts stay missing. Backups stand under Settings.", Path.of("")));
        }
        if (fault == Fault.MISSING) {
            ways.add(new Choice(Way.ANEW, "Begin with an empty file", "The log is kept in the folder backups, dated.", Path.of("")));
        }
        if (fault == Fault.LOCKED || fault == Fault.READ_ONLY || fault == Fault.NETWORK) {
            ways.add(new Choice(Way.READ, "Open for reading", "You can look at everything and log nothing.", Path.of("")));
        }
        ways.add(new Choice(Way.FOLDER, "Choose another folder…", "For now. To keep it, start Afterbeep with --data-dir.", Path.of("")));
        return ways;
    }

    /// @param refusal why the way that was just chosen is none, or ""
    /// @param quit    what the last row does
    OpeningView(DbException trouble, String refusal, Path folder, List<Choice> ways, Consumer<Choice> chosen, Runnable quit) {
        this.chosen = chosen;
        setId("opening");
        getStyleClass().addAll("main-window", "opening");
        Label what = label(String.valueOf(trouble.getMessage()), "opening-what");
        what.setId("opening-what");
        Label where = label("Nothing was changed. The data folder is " + folder + ".", "text-muted");
        Label none = label(refusal, "problem");
        none.setId("opening-refusal");
        for (Label words : List.of(what, where, none)) {
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
        }
        VBox choices = new VBox();
        choices.getStyleClass().add("format-rows");
        for (Choice way : ways) {
            rows.add(row("opening-" + way.way().name().toLowerCase(Locale.ROOT), way.title(), way.words(), Integer.toString(rows.size() + 1), () -> choose(way)));
        }
        rows.add(row("opening-quit", "Quit", "", Shortcut.CLOSE.cap(), quit));
        choices.getChildren().addAll(rows);
        VBox sheet = new VBox(label(title(trouble.fault()), "sheet-title"), what, where, none, choices);
        show(none, !refusal.isEmpty());
        sheet.getStyleClass().addAll("card", "sheet", "log-sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(sheet);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static String title(Fault fault) {
        return switch (fault) {
            case DAMAGED -> "The data file is damaged";
            case EMPTY -> "The data file is empty";
            case FOREIGN -> "This is not Afterbeep's data file";
            case NEWER -> "The data file is from a newer Afterbeep";
            case LOCKED -> "Another program holds the data file";
            case READ_ONLY -> "The data file can't be written";
            case NETWORK -> "The data folder is on a network drive";
            case FOLDER -> "The data folder can't be used";
            case FULL -> "The disk is full";
            case LOST -> "Some attempts are missing";
            case MISSING -> "The data file is missing";
            case OTHER -> "The data file can't be opened";
        };
    }

    private static Button row(String id, String title, String words, String key, Runnable action) {
        Button row = button(id, "", action, "format-row");
        VBox lines = words.isEmpty() ? new VBox(label(title, "strong")) : new VBox(label(title, "strong"), label(words, "text-muted"));
        HBox graphic = new HBox(cap(key), lines);
        graphic.getStyleClass().add("format-words");
        row.setGraphic(graphic);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setAccessibleText(title + ", key " + key + ". " + words);
        row.setMaxWidth(Double.MAX_VALUE);
        return row;
    }

    private void choose(Choice way) {
        if (way.way() != Way.FOLDER) {
            rows.forEach(row -> row.setDisable(true));
            chosen.accept(way);
            return;
        }
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder for Afterbeep's data");
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            choose(folder.toPath());
        }
    }

    /// Another folder.
    void choose(Path folder) {
        chosen.accept(new Choice(Way.FOLDER, "", "", folder));
    }

    private void pressed(KeyEvent event) {
        int digit = event.getCode().isDigitKey() ? event.getCode().getChar().charAt(event.getCode().getChar().length() - 1) - '0' : 0;
        int focused = rows.stream().map(Button::isFocused).toList().indexOf(true);
        int next = event.getCode() == KeyCode.DOWN ? focused + 1 : event.getCode() == KeyCode.UP ? focused - 1 : -1;
        if (digit > 0 && digit < rows.size()) {
            rows.get(digit - 1).fire();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            rows.getLast().fire();
        } else if (event.getCode() == KeyCode.ENTER && focused >= 0) {
            rows.get(focused).fire();
        } else if (next >= 0 && next < rows.size()) {
            rows.get(next).requestFocus();
        } else {
            return;
        }
        event.consume();
    }

    /// Puts it into the window, which is shown.
    void showOn(Stage window) {
        Theme theme = new Theme();
        theme.use("system");
        Scene scene = new Scene(this, 980, 640);
        window.setScene(scene);
        theme.apply(scene, 14);
        window.setTitle("Afterbeep");
        window.show();
        rows.getFirst().requestFocus();
    }
}
