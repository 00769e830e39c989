package app.afterbeep.lists;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.lists.ColumnsViewModel.Columns;
import app.afterbeep.lists.ColumnsViewModel.Preview;
import app.afterbeep.lists.FileLook.ColumnLook;
import app.afterbeep.lists.ImportViewModel.Mapping;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.DataTable;
import app.afterbeep.ui.controls.Sheets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Step 2 of an import: what each column is, how sure that is, and how the first rows read because of it.
final class ImportColumnsPane extends StackPane {
    private static final String FIELD = "col-field";
    private static final String OTHER_COUNTRY = "Numbers of another country? Say which one: Back, then Country.";

    private final ImportViewModel model;
    private final Label file = tipWhenCut(label("", "wizard-file"));
    private final Label summary = label("", "text-muted");
    private final Label remembered = label("Remembered from last time", "wizard-remembered");
    private final Button anew = button("import-anew", "Guess anew", this::guess);
    private final DataTable<Row> table = new DataTable<>("import-columns", "Columns of the file: Enter or typing changes what one is", Row::index);
    private final Label reading = label("", "text-muted", "text-small");
    private final DataTable<PreviewRow> preview = new DataTable<>("import-preview", "The first rows as they are read", PreviewRow::line);
    private final Label problem = label("", "problem");
    private final Button run = button("import-run", "Import", Shortcut.GO_ON, this::run, "accent");
    private final FieldChoicePane choice = new FieldChoicePane();

    private record Row(int index, ColumnLook look) {
        String sample(int n) {
            return n < look.samples().size() ? look.samples().get(n).replaceAll("\\s+", " ") : "";
        }
    }

    ImportColumnsPane(ImportViewModel model, Runnable close) {
        this.model = model;
        columns();
        summary.setId("import-columns-summary");
        remembered.setId("import-remembered");
        problem.setId("import-columns-problem");
        problem.setWrapText(true);
        problem.setMinWidth(0);
        HBox.setHgrow(problem, Priority.ALWAYS);
        file.setId("import-columns-file");
        HBox above = new HBox(file, summary, spring(), remembered, anew);
        above.getStyleClass().add("row");
        HBox between = new HBox(label("THE FIRST ROWS, AS THEY ARE READ", "section"), spring(), reading);
        between.getStyleClass().add("row");
        HBox foot = Sheets.foot(button("import-back", "Back", model::back), button("import-columns-other", "Another file", model::begin), problem, spring(), button("import-columns-cancel", "Close", Shortcut.CLOSE, close), run);
        table.getStyleClass().addAll("one-line", "wizard-columns");
        preview.getStyleClass().addAll("one-line", "wizard-preview");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(preview, Priority.ALWAYS);
        VBox all = new VBox(above, table, between, preview, foot);
        all.getStyleClass().add("wizard-body");
        all.setMinSize(0, 0);
        setMinSize(0, 0);
        StackPane.setAlignment(choice, Pos.TOP_LEFT);
        getChildren().addAll(all, choice);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        model.columns().columns().subscribe(this::update);
        model.columns().preview().subscribe(this::update);
        model.choices().subscribe(now -> enable());
    }

    private void columns() {
        Comparator<Row> inOrder = Comparator.comparingInt(Row::index);
        table.text("col-header", "Column", 13, row -> row.look().header(), inOrder, "strong")
            .toned(FIELD, "What it is", 13, row -> FieldWords.label(row.look().field()) + " ▾", row -> "certain-" + name(row))
            .dotted("col-certainty", "How sure", 9, row -> FieldWords.words(row.look().certainty()), row -> "dot-certain-" + name(row))
            .text("col-sample-1", "Its values", 11, row -> row.sample(0), inOrder)
            .text("col-sample-2", "", 11, row -> row.sample(1), inOrder).givingWay()
            .text("col-sample-3", "", 11, row -> row.sample(2), inOrder).givingWay();
        preview.text("preview-line", "Line", 3.5, row -> Long.toString(row.line()), Comparator.comparingLong(PreviewRow::line), "right")
            .text("preview-name", "Name", 11, PreviewRow::name, "strong")
            .text("preview-company", "Company", 10, PreviewRow::company)
            .text("preview-phones", "Phones", 16, PreviewRow::phones)
            .text("preview-zone", "Zone", 13, PreviewRow::zone)
            .text("preview-email", "Email", 9, PreviewRow::email).givingWay()
            .toned("preview-problem", "Problem", 15, PreviewRow::problem, row -> "problem");
    }

    private static String name(Row row) {
        return row.look().certainty().name().toLowerCase(Locale.ROOT);
    }

    private void update(Columns now) {
        List<Row> rows = new ArrayList<>();
        now.all().forEach(look -> rows.add(new Row(rows.size(), look)));
        table.show(rows);
        summary.setText(now.words());
        show(remembered, now.remembered());
        show(anew, now.remembered() || now.all().stream().anyMatch(look -> look.certainty() == FileLook.Certainty.CHOSEN));
        enable();
    }

    private void update(Preview now) {
        preview.show(now.rows());
        preview.setEmpty(label(now.stale() ? "" : now.problem().isEmpty() ? "There are no rows below the header." : now.problem(), "text-muted"));
        reading.setText(now.stale() ? "Reading again…" : now.otherCountry() ? OTHER_COUNTRY : "");
    }

    /// The import says why it is off; else why it failed.
    private void enable() {
        String why = model.why();
        run.setDisable(!why.isEmpty());
        problem.setText(!why.isEmpty() ? why : model.state().get() instanceof Mapping now ? now.problem() : "");
    }

    void update(Mapping state) {
        enable();
        file.setText(state.looked().name());
        table.focusOnly();
        if (table.selected() == null && !table.rows().isEmpty()) {
            table.select(table.rows().getFirst());
        }
    }

    private void guess() {
        model.guessAnew();
        table.focusOnly();
    }

    private void run() {
        model.run();
    }

    private void pressed(KeyEvent event) {
        if ((event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.F2) && !event.isShortcutDown()
                && !event.isAltDown()) {
            open("");
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            Row row = table.selected();
            if (row != null) {
                model.columns().choose(row.index(), ColumnLook.IGNORED);
            }
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        if (!event.isShortcutDown() && !event.isAltDown() && event.getCharacter().length() == 1 && Character.isLetter(event.getCharacter().charAt(0))) {
            open(event.getCharacter());
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        for (Node node = event.getPickResult().getIntersectedNode(); node != null && node != table; node = node.getParent()) {
            if (node instanceof TableCell<?, ?> cell && !cell.isEmpty() && cell.getTableColumn() != null
                    && (FIELD.equals(cell.getTableColumn().getId()) || event.getClickCount() == 2)) {
                open("");
                return;
            }
        }
    }

    private void open(String begun) {
        Row row = table.selected();
        if (row != null) {
            choice.open(cell(), row.look().field(), begun, field -> model.columns().choose(row.index(), field), table::focusOnly);
        }
    }

    /// Where the choice belongs: at the selected row, below what its column is.
    private Bounds cell() {
        Node row = table.lookupAll(".table-row-cell").stream().filter(node -> node instanceof TableRow<?> r && r.isSelected()).findFirst().orElse(table);
        Node cell = row.lookupAll(".table-cell").stream().filter(node -> node instanceof TableCell<?, ?> c && c.getTableColumn() != null
            && FIELD.equals(c.getTableColumn().getId())).findFirst().orElse(row);
        return sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
    }

    /// Whether there was one to close.
    boolean closeChoice() {
        boolean open = choice.isVisible();
        choice.close();
        return open;
    }
}
