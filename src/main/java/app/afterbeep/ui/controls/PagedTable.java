package app.afterbeep.ui.controls;

import app.afterbeep.ui.controls.VirtualRows.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/// A table of any length, as [DataTable] looks, for [VirtualRows]. One row is selected; others can be marked with it (Shift and Ctrl with the
/// arrows, Space or the mouse, Ctrl+A). Who shows it orders the rows; widths and order of its columns are the rep's.
///
/// @param <T> what is shown of a row
public final class PagedTable<T> extends StackPane {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final double NARROWEST = 0.5;

    private final TableView<Row<T>> table = new TableView<>();
    private final List<Width<Row<T>>> widths = new ArrayList<>();
    private final Label em = new Label();
    private Consumer<@Nullable Long> selected = id -> {};
    private Consumer<String> laidOut = layout -> {};
    private Runnable marksChanged = () -> {};
    private Runnable opened = () -> {};
    private VirtualRows<T> rows = new VirtualRows<>(new long[0], 0, page -> {});
    private Marks marks = new Marks(new long[0]);
    private int anchor = -1;
    private boolean showing;
    private boolean fitting;

    public PagedTable(String id, String accessibleText) {
        getStyleClass().add("data-table");
        table.setId(id);
        table.setAccessibleText(accessibleText);
        table.getStyleClass().add("edge-to-edge");
        table.setColumnResizePolicy(new KeptWidths());
        table.setPlaceholder(new Region());
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (!showing) {
                tellSelected();
            }
        });
        table.setRowFactory(view -> new MarkedRow());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventHandler(ActionEvent.ACTION, e -> tellLayout());
        table.getColumns().addListener((javafx.collections.ListChangeListener<TableColumn<Row<T>, ?>>) c -> tellLayout());
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> {
            if (e.getTarget() instanceof Node node && inHeader(node)) {
                tellLayout();
            }
        });
        em.setManaged(false);
        em.fontProperty().subscribe(font -> fit());
        widthProperty().subscribe(width -> fit());
        setMinSize(0, 0);
        getChildren().addAll(em, table);
    }

    /// What happens when another row is selected: its id, null for none.
    public void onSelected(Consumer<@Nullable Long> action) {
        selected = action;
    }

    /// What happens when a row is clicked twice.
    public void onOpened(Runnable action) {
        opened = action;
    }

    /// What happens when other rows are marked.
    public void onMarked(Runnable action) {
        marksChanged = action;
    }

    /// What happens when the rep has moved or widened a column: what [#layOut] takes.
    public void onLaidOut(Consumer<String> action) {
        laidOut = action;
    }

    /// Two lines: the name bold, what belongs to it muted below.
    public PagedTable<T> person(String id, String title, double ems, Function<T, String> name, Function<T, String> below) {
        return add(id, title, ems, () -> new Cells.PersonCell<>(row -> shown(row, name), row -> shown(row, below), "person-name"), false);
    }

    /// @param styles of the cells and the header: `right` for numbers
    public PagedTable<T> text(String id, String title, double ems, Function<T, String> text, String... styles) {
        add(id, title, ems, () -> new Cells.TextCell<>(row -> shown(row, text), null, styles), false);
        widths.getLast().column().getStyleClass().addAll(styles);
        return this;
    }

    /// The column that was added last may vanish when there is no room for all.
    public PagedTable<T> givingWay() {
        Width<Row<T>> last = widths.removeLast();
        widths.add(new Width<>(last.column(), last.ems(), true));
        return this;
    }

    /// Three dots until the row is read.
    private static <T> String shown(Row<T> row, Function<T, String> text) {
        T value = row.value();
        return value == null ? "…" : text.apply(value);
    }

    private PagedTable<T> add(String id, String title, double ems, java.util.function.Supplier<TableCell<Row<T>, Row<T>>> cell, boolean givesWay) {
        TableColumn<Row<T>, Row<T>> column = new TableColumn<>(title);
        column.setId(id);
        column.setSortable(false);
        // Never asked: who shows the table orders it.
        column.setComparator((one, other) -> 0);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(c -> cell.get());
        widths.add(new Width<>(column, ems, givesWay));
        table.getColumns().add(column);
        fit();
        return this;
    }

    /// A click on the head of the column that was added last orders the rows by it, one more the other way round, a third one ends that.
    public PagedTable<T> sortable() {
        widths.getLast().column().setSortable(true);
        return this;
    }

    /// What happens when the rep clicks on the head of a column: its id, "" for none, and whether the last stands first.
    public void onSorted(BiConsumer<String, Boolean> action) {
        table.setSortPolicy(t -> {
            if (!showing) {
                TableColumn<Row<T>, ?> column = table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
                action.accept(column == null ? "" : column.getId(), column != null && column.getSortType() == TableColumn.SortType.DESCENDING);
            }
            return true;
        });
    }

    /// Shows by which column the rows are ordered; "" for none of them.
    public void showSorted(String id, boolean descending) {
        showing = true;
        table.getSortOrder().clear();
        for (Width<Row<T>> width : widths) {
            if (width.column().getId().equals(id)) {
                width.column().setSortType(descending ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                table.getSortOrder().add(width.column());
            }
        }
        showing = false;
    }

    /// What stands here when there are no rows.
    public void setEmpty(Node node) {
        table.setPlaceholder(node);
    }

    /// Shows these rows. The selected one stays so while it is among them; else the first is selected.
    public void show(VirtualRows<T> next, Marks marked) {
        int index = table.getSelectionModel().getSelectedIndex();
        long before = index >= 0 && index < rows.size() ? rows.id(index) : 0;
        showing = true;
        rows = next;
        marks = marked;
        table.setItems(next);
        int at = before == 0 ? -1 : index < next.size() && next.id(index) == before ? index : next.at(before);
        table.getSelectionModel().clearSelection();
        if (at >= 0) {
            table.getSelectionModel().select(at);
        } else if (!next.isEmpty()) {
            table.getSelectionModel().select(0);
            table.scrollTo(0);
        }
        anchor = table.getSelectionModel().getSelectedIndex();
        showing = false;
        tellSelected();
        marksChanged.run();
    }

    /// Draws what is in view again: pages have come, or the time has gone on.
    public void redraw() {
        table.refresh();
    }

    public int size() {
        return rows.size();
    }

    /// The selected row's id; null for none.
    public @Nullable Long selected() {
        int index = table.getSelectionModel().getSelectedIndex();
        return index < 0 || index >= rows.size() ? null : rows.id(index);
    }

    /// Selects the row of this id, should it be there.
    public void select(long id) {
        int at = rows.at(id);
        if (at >= 0) {
            table.getSelectionModel().select(at);
            table.scrollTo(Math.max(0, at - 3));
        }
    }

    /// Gives the table the keyboard; a row is selected then.
    public void takeKeyboard() {
        table.requestFocus();
        if (selected() == null && !rows.isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    /// Marks all rows, however many.
    public void markAll() {
        marks.all();
        marked();
    }

    public void markNone() {
        if (marks.count() > 0) {
            marks.none();
            marked();
        }
    }

    private void marked() {
        table.refresh();
        marksChanged.run();
    }

    private void tellSelected() {
        selected.accept(selected());
    }

    private void pressed(KeyEvent event) {
        int index = table.getSelectionModel().getSelectedIndex();
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            markAll();
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE && index >= 0) {
            toggle(index);
            event.consume();
        } else if (target(event.getCode(), index) >= 0) {
            int to = target(event.getCode(), index);
            if (event.isShiftDown()) {
                extend(to);
                event.consume();
            } else if (event.isShortcutDown()) {
                // On to the next one that Space shall mark too.
                table.getSelectionModel().select(to);
                table.scrollTo(Math.max(0, to - 3));
                event.consume();
            } else {
                markNone();
                anchor = to;
            }
        }
    }

    private int target(KeyCode key, int from) {
        int to = switch (key) {
            case UP -> from - 1;
            case DOWN -> from + 1;
            case PAGE_UP -> from - 12;
            case PAGE_DOWN -> from + 12;
            case HOME -> 0;
            case END -> rows.size() - 1;
            default -> Integer.MIN_VALUE;
        };
        return to == Integer.MIN_VALUE || rows.isEmpty() ? -1 : Math.clamp(to, 0, rows.size() - 1);
    }

    private void toggle(int index) {
        marks.toggle(index);
        anchor = index;
        marked();
    }

    /// Marks from where it began to here.
    private void extend(int to) {
        int from = anchor < 0 || anchor >= rows.size() ? Math.max(0, table.getSelectionModel().getSelectedIndex()) : anchor;
        marks.only(from, to);
        anchor = from;
        table.getSelectionModel().select(to);
        table.scrollTo(Math.max(0, to - 3));
        marked();
    }

    /// Width and order of the columns as the rep had them, in the words of [#onLaidOut]; anything else is ignored.
    public void layOut(String layout) {
        List<String[]> columns = Arrays.stream(layout.split(" ")).map(word -> word.split("=")).filter(word -> word.length == 2).toList();
        if (columns.isEmpty()) {
            return;
        }
        fitting = true;
        for (int place = 0; place < columns.size(); place++) {
            String id = columns.get(place)[0];
            double ems = Double.parseDouble(columns.get(place)[1]);
            for (int i = 0; i < widths.size(); i++) {
                Width<Row<T>> width = widths.get(i);
                if (width.column().getId().equals(id) && ems > 0) {
                    widths.set(i, new Width<>(width.column(), ems, width.givesWay()));
                    table.getColumns().remove(width.column());
                    table.getColumns().add(Math.min(place, table.getColumns().size()), width.column());
                }
            }
        }
        fitting = false;
        fit();
    }

    private static boolean inHeader(Node node) {
        Node each = node;
        while (each != null && !each.getStyleClass().contains("column-header-background")) {
            each = each.getParent();
        }
        return each != null;
    }

    private void tellLayout() {
        if (fitting || getWidth() == 0 || em.getFont() == null) {
            return;
        }
        // In proportion: how much room there is just now says nothing about how much they need.
        double room = widths.stream().map(Width::column).filter(TableColumn::isVisible).mapToDouble(TableColumn::getWidth).sum();
        double ems = widths.stream().filter(width -> width.column().isVisible()).mapToDouble(Width::ems).sum();
        widths.replaceAll(width -> width.column().isVisible() ? new Width<>(width.column(), width.column().getWidth() / room * ems, width.givesWay()) : width);
        String layout = table.getColumns().stream().map(column -> column.getId() + "=" + Math.round(10 * ems(column)) / 10.0).collect(Collectors.joining(" "));
        laidOut.accept(layout);
    }

    private double ems(TableColumn<?, ?> column) {
        return widths.stream().filter(width -> Objects.equals(width.column(), column)).mapToDouble(Width::ems).sum();
    }

    private void fit() {
        fitting = true;
        Width.share(widths, getWidth(), em.getFont().getSize(), NARROWEST);
        fitting = false;
    }

    /// Widths change when the rep drags the edge of a column, and when there is more or less room, which is [#fit]'s; not with each row that comes or
    /// goes and brings a scroll bar or takes it away.
    @SuppressWarnings("rawtypes")
    private static final class KeptWidths extends ConstrainedColumnResizeBase implements Callback<TableView.ResizeFeatures, Boolean> {
        @Override
        public Boolean call(TableView.ResizeFeatures features) {
            return features.getColumn() != null && TableView.CONSTRAINED_RESIZE_POLICY_NEXT_COLUMN.call(features);
        }
    }

    private final class MarkedRow extends TableRow<Row<T>> {
        MarkedRow() {
            addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
        }

        @Override
        protected void updateItem(@Nullable Row<T> row, boolean empty) {
            super.updateItem(row, empty);
            boolean marked = row != null && !empty && marks.has(row.index());
            pseudoClassStateChanged(MARKED, marked);
            setAccessibleText(marked ? "chosen" : null);
        }

        private void clicked(MouseEvent event) {
            if (isEmpty()) {
                return;
            }
            if (event.isShiftDown()) {
                table.requestFocus();
                extend(getIndex());
                event.consume();
            } else if (event.isShortcutDown()) {
                table.requestFocus();
                if (marks.count() == 0 && table.getSelectionModel().getSelectedIndex() >= 0) {
                    marks.toggle(table.getSelectionModel().getSelectedIndex());
                }
                toggle(getIndex());
                event.consume();
            } else {
                markNone();
                anchor = getIndex();
                if (event.getClickCount() == 2) {
                    opened.run();
                }
            }
        }
    }
}
