package app.afterbeep.exports;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.exports.ExportViewModel.Running;
import app.afterbeep.exports.ExportViewModel.Wish;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Sheets;
import app.afterbeep.ui.controls.WorkPane;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The sheet that asks who an export is for, then where it goes; afterwards a bar at the foot of the window says how far it is.
public final class ExportView extends VBox {
    private final ExportViewModel model;
    private final MainWindow window;
    private final WorkPane work = new WorkPane("export", "Exporting");
    private List<ToggleButton> formats = List.of();
    private @Nullable Wish wish;

    public ExportView(ExportViewModel model, MainWindow window) {
        this.model = model;
        this.window = window;
        Sheets.frame(this, "export", "import");
        work.onCancel(model::cancel);
        model.running().subscribe(this::update);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Asks for format and file. While an export runs, its Cancel gets the keyboard instead.
    public void open(Wish wanted) {
        if (model.running().get() != null) {
            work.takeKeyboard();
            return;
        }
        wish = wanted;
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> rows = new ArrayList<>();
        for (CsvFormat format : CsvFormat.values()) {
            if (wanted.calls() || format.takesAnything()) {
                rows.add(row(format, rows.size() + 1, group));
            }
        }
        formats = List.copyOf(rows);
        Label words = label(wanted.words(), "text-muted");
        words.setId("export-words");
        VBox choices = new VBox();
        choices.getStyleClass().add("format-rows");
        choices.getChildren().addAll(rows);
        Button save = button("export-file", "Choose a file…", Shortcut.OPEN, this::chooseFile, "accent");
        save.setDefaultButton(true);
        HBox foot = Sheets.foot(button("export-cancel", "Cancel", Shortcut.CLOSE, window::closeSheet), save);
        getChildren().setAll(label(wanted.calls() ? "Export calls" : "Export prospects", "sheet-title"), words, choices, foot);
        window.openSheet(this, window::closeSheet);
        select(model.format(wanted));
    }

    private ToggleButton row(CsvFormat format, int digit, ToggleGroup group) {
        ToggleButton row = choice(new ToggleButton(), group, () -> {});
        VBox words = new VBox(label(format.label(), "strong"), tipWhenCut(label(format.purpose(), "text-muted")));
        words.setMinWidth(0);
        HBox graphic = new HBox(cap(Integer.toString(digit)), words);
        graphic.getStyleClass().add("format-words");
        row.setGraphic(graphic);
        row.setId("export-" + format);
        row.setAccessibleText(format.label() + ", key " + digit + ". " + format.purpose());
        row.getStyleClass().add("format-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setUserData(format);
        return row;
    }

    private void select(CsvFormat format) {
        formats.stream().filter(row -> row.getUserData() == format).findFirst().ifPresent(row -> {
            row.setSelected(true);
            row.requestFocus();
        });
    }

    /// Digits and arrows choose, Enter goes on.
    private void pressed(KeyEvent event) {
        int digit = event.getCode().isDigitKey() ? event.getCode().getChar().charAt(event.getCode().getChar().length() - 1) - '0' : 0;
        int chosen = formats.stream().map(ToggleButton::isSelected).toList().indexOf(true);
        int next = digit > 0 ? digit - 1 : event.getCode() == KeyCode.DOWN ? chosen + 1 : event.getCode() == KeyCode.UP ? chosen - 1 : -1;
        if (next >= 0 && next < formats.size()) {
            select((CsvFormat) formats.get(next).getUserData());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && formats.stream().anyMatch(ToggleButton::isFocused)) {
            chooseFile();
            event.consume();
        }
    }

    private void chooseFile() {
        Wish wanted = wish;
        CsvFormat format = formats.stream().filter(ToggleButton::isSelected).map(row -> (CsvFormat) row.getUserData()).findFirst()
            .orElse(CsvFormat.AFTERBEEP);
        if (wanted == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export for " + format.label());
        chooser.setInitialFileName(ExportViewModel.fileName(wanted, format));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV files", "*.csv"));
        File file = chooser.showSaveDialog(window.getScene().getWindow());
        if (file != null) {
            window.closeSheet();
            model.run(wanted, format, file.toPath());
        }
    }

    private void update(@Nullable Running running) {
        if (running == null) {
            window.endWork(work);
        } else {
            work.show("Exporting to " + running.file().getFileName(), running.state());
            window.showWork(work);
        }
    }
}
