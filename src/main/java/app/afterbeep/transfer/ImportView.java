package app.afterbeep.transfer;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.icon;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.transfer.ImportViewModel.Choosing;
import app.afterbeep.transfer.ImportViewModel.Done;
import app.afterbeep.transfer.ImportViewModel.Running;
import app.afterbeep.transfer.ImportViewModel.State;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.DataTable;
import java.io.File;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The sheet that brings a list in: choose a file or drop it, see what became of every row, start dialing.
public final class ImportView extends VBox {
    private static final FileChooser.ExtensionFilter LISTS = new FileChooser.ExtensionFilter("Lists (CSV, text)", "*.csv", "*.txt", "*.tsv");

    private final ImportViewModel model;
    private final MainWindow window;
    private final Runnable dial;
    private final WorkPane work = new WorkPane("import", "Importing");
    private final TextField listName = field("import-name", "Name of the list");
    private final TextField column = field("import-column", "Column with the numbers");

    /// @param dial brings the session to the front with whoever is next
    public ImportView(ImportViewModel model, MainWindow window, Runnable dial) {
        this.model = model;
        this.window = window;
        this.dial = dial;
        setId("import");
        getStyleClass().addAll("card", "sheet", "import");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        work.onCancel(model::cancel);
        model.state().subscribe(this::update);
        window.setOnDragOver(this::dragged);
        window.setOnDragDropped(this::dropped);
    }

    private static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        return field;
    }

    /// Shows the sheet, ready for a file.
    public void open() {
        model.begin();
        window.openSheet(this, this::close);
        focusFirst();
    }

    /// An import that runs comes to its end first: its report must not be missed.
    private void close() {
        if (!(model.state().get() instanceof Running)) {
            window.closeSheet();
        }
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (!files.isEmpty()) {
            open();
            model.choose(files.getFirst().toPath());
        }
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    private void update(State state) {
        if (state instanceof Running running && work.getParent() == this) {
            work.show("", running.progress());
            return;
        }
        getChildren().setAll(switch (state) {
            case Choosing choosing -> choosing(choosing);
            case Running running -> running(running);
            case Done done -> done(done.report());
        });
        focusFirst();
    }

    private void focusFirst() {
        Node asked = lookup("#" + column.getId());
        Node first = asked == null ? lookup(".default-focus") : asked;
        if (first != null) {
            first.requestFocus();
        }
    }

    private static Button main(Button button) {
        button.setDefaultButton(true);
        button.getStyleClass().addAll("accent", "default-focus");
        return button;
    }

    private List<Node> choosing(Choosing choosing) {
        Button cancel = button("import-cancel", "Cancel", Shortcut.CLOSE, this::close);
        if (choosing.file() == null) {
            Label drop = label("Drop a file here, or anywhere on the window", "text-muted");
            VBox zone = new VBox(icon("fth-upload"), drop, main(button("import-choose", "Choose a file…", this::chooseFile)));
            zone.getStyleClass().add("drop-zone");
            Label words = label("A CSV file with one person a row, from any program. Columns are recognised by their headers; only a phone number is "
                + "needed.", "text-muted");
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            return List.of(label("Import a list", "sheet-title"), words, zone, foot(cancel));
        }
        listName.setText(choosing.listName());
        Label problem = label(choosing.problem(), "problem");
        problem.setId("import-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        show(problem, !choosing.problem().isEmpty());
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        Label file = tipWhenCut(label(String.valueOf(choosing.file().getFileName()), "strong"));
        file.setId("import-file");
        form.addRow(0, label("File"), new HBox(file));
        form.addRow(1, named("Name of the list", listName), listName);
        if (choosing.askColumn()) {
            form.addRow(2, named("Column with the numbers", column), column);
        } else {
            column.clear();
        }
        return List.of(label("Import a list", "sheet-title"), form, problem,
            foot(button("import-other", "Another file…", this::chooseFile), cancel, main(button("import-run", "Import", this::run))));
    }

    private static Label named(String text, TextField field) {
        Label label = label(text);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void run() {
        model.run(listName.getText(), column.getText());
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a list");
        chooser.getExtensionFilters().addAll(LISTS, new FileChooser.ExtensionFilter("All files", "*"));
        File file = chooser.showOpenDialog(window.getScene().getWindow());
        if (file != null) {
            model.choose(file.toPath());
        }
    }

    private List<Node> running(Running running) {
        work.show("", running.progress());
        return List.of(label("Importing " + running.file().getFileName(), "sheet-title"), work,
            label("All good rows are imported together, or none.", "text-muted"));
    }

    private List<Node> done(ImportReport report) {
        HBox figures = new HBox(figure(report.imported(), "imported"), figure(report.updated(), "updated"),
            figure(report.duplicates(), report.duplicates() == 1 ? "duplicate" : "duplicates"), figure(report.rejected(), "rejected"));
        figures.getStyleClass().add("figures");
        figures.setId("import-counts");
        Label title = tipWhenCut(label(report.listName().isEmpty() ? "Call log restored" : report.imported() > 0 ? "Imported into “" + report.listName() + "”" : "Nobody new in “" + report.listName() + "”",
            "sheet-title"));
        Button dialing = main(button("import-dial", "Start dialing", () -> {
            window.closeSheet();
            dial.run();
        }));
        Button close = button("import-close", "Close", Shortcut.CLOSE, this::close);
        if (report.rows().isEmpty()) {
            return List.of(title, figures, label("Every row is in. Whoever can be called now comes up in the session.", "text-muted"),
                foot(close, dialing));
        }
        Button save = button("import-save", "Save rows that were not imported…", this::saveRejects);
        show(save, !report.left().isEmpty());
        DataTable<ImportReport.Row> table = new DataTable<>("import-rows", "Rows that there is something to say about", ImportReport.Row::line);
        table.getStyleClass().add("one-line");
        table.text("col-line", "Line", 4, row -> Long.toString(row.line()), Comparator.comparingLong(ImportReport.Row::line), "right")
            .text("col-result", "Result", 6, row -> row.result().toString())
            .text("col-reason", "Reason", 21, ImportReport.Row::reason)
            .text("col-row", "Row", 13, row -> String.join(", ", row.cells().stream().filter(cell -> !cell.isBlank()).toList()), "quiet");
        table.show(report.rows());
        VBox.setVgrow(table, Priority.ALWAYS);
        return List.of(title, figures, label("ROW BY ROW", "section"), table,
            foot(save, spring(), close, dialing));
    }

    private static VBox figure(int n, String what) {
        Label number = label("%,d".formatted(n), "figure");
        number.setAccessibleText(number.getText() + " " + what);
        return new VBox(number, label(what, "text-muted", "text-small"));
    }

    private static HBox foot(Node... nodes) {
        HBox foot = new HBox(nodes);
        foot.getStyleClass().addAll("row", "sheet-foot");
        return foot;
    }

    private void saveRejects() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the rows that were not imported");
        chooser.setInitialFileName(model.rejectsName());
        File file = chooser.showSaveDialog(window.getScene().getWindow());
        if (file != null) {
            model.saveRejects(file.toPath());
        }
    }
}
