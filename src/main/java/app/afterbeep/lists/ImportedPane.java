package app.afterbeep.lists;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.lists.ImportWork.Kind;
import app.afterbeep.lists.ImportWork.Past;
import app.afterbeep.lists.ImportWork.Row;
import app.afterbeep.lists.ImportedViewModel.Page;
import app.afterbeep.ui.Lines;
import app.afterbeep.ui.controls.DataTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The counts of an import, and the rows behind the one that is chosen, a page at a time.
final class ImportedPane extends VBox {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final ImportedViewModel model;
    private final HBox counts = new HBox();
    private final DataTable<Numbered> table = new DataTable<>("import-result-rows", "Rows of the import", Numbered::number);
    private final Label place = label("", "text-muted");
    private final Button before = button("import-rows-before", "Those before", this::before);
    private final Button next = button("import-rows-next", "The next ones", this::next);
    private final HBox pages;
    private @Nullable Past shown;

    private record Numbered(long number, Row row) {}

    ImportedPane(ImportedViewModel model) {
        this.model = model;
        getStyleClass().add("wizard-body");
        counts.getStyleClass().add("wizard-counts");
        Comparator<Numbered> inOrder = Comparator.comparingLong(Numbered::number);
        table.getStyleClass().add("one-line");
        table.text("row-line", "Line", 4, row -> row.row().line() == 0 ? "" : "%,d".formatted(row.row().line()), inOrder, "right")
            .text("row-who", "Who", 11, row -> row.row().who(), "strong")
            .text("row-reason", "Reason", 27, row -> row.row().reason())
            .text("row-cells", "Row", 20, row -> cells(row.row()), inOrder, "quiet");
        place.setId("import-rows-place");
        pages = new HBox(spring(), place, before, next);
        pages.getStyleClass().add("row");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(counts, table, pages);
        model.page().subscribe(this::update);
    }

    /// A company that is written from right to left stays one piece, so that the row reads in the order of its columns.
    private static String cells(Row row) {
        return Lines.of(" · ", row.cells().stream().filter(cell -> !cell.isBlank()).toArray(String[]::new));
    }

    private void update(Page page) {
        if (!page.past().equals(shown)) {
            shown = page.past();
            ToggleGroup group = new ToggleGroup();
            counts.getChildren().setAll(ImportedViewModel.kinds(page.past()).stream().map(kind -> count(page.past(), kind, group)).toList());
        }
        counts.getChildren().stream().filter(node -> node.getUserData() == page.kind()).forEach(node -> ((ToggleButton) node).setSelected(true));
        List<Numbered> rows = new ArrayList<>();
        page.rows().forEach(row -> rows.add(new Numbered(page.from() + rows.size(), row)));
        table.leaveOut("row-reason", page.rows().stream().allMatch(row -> row.reason().isBlank()));
        table.leaveOut("row-who", page.rows().stream().allMatch(row -> row.who().isBlank()));
        table.show(rows);
        table.setEmpty(label(page.past().takenBack() && page.kind() == Kind.NEW ? "They are gone again: the import was taken back." : "", "text-muted"));
        place.setText(page.words());
        show(pages, !page.words().isEmpty());
        before.setDisable(page.from() == 0);
        next.setDisable(!page.more());
    }

    private ToggleButton count(Past past, Kind kind, ToggleGroup group) {
        long count = past.of(kind);
        Label number = label("%,d".formatted(count), "figure");
        Label what = label(kind.words(count), "text-muted", "text-small");
        ToggleButton toggle = choice(new ToggleButton("", new VBox(number, what)), group, () -> model.show(kind));
        toggle.setId("import-count-" + kind.name().toLowerCase(Locale.ROOT));
        toggle.setAccessibleText(number.getText() + " " + what.getText() + (count == 0 ? "" : ": show these rows"));
        toggle.getStyleClass().add("wizard-count");
        toggle.pseudoClassStateChanged(NONE, count == 0);
        toggle.setDisable(count == 0);
        toggle.setUserData(kind);
        return toggle;
    }

    private void before() {
        model.before();
        table.focusOnly();
    }

    private void next() {
        model.next();
        table.focusOnly();
    }

    @Override
    public void requestFocus() {
        table.focusOnly();
    }
}
