package app.afterbeep.ui.controls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.util.Callback;

/// The columns of a table: how wide each comfortably is, which of them give way when there is no room for all, and where the rep wants it so,
/// the widths and the order that the rep has given them.
///
/// @param <R> one row
final class Columns<R> {
    private final TableView<R> table;
    private final Pane pane;
    private final double narrowest;
    private final List<Width<R>> widths = new ArrayList<>();
    private final Set<String> leftOut = new HashSet<>();
    /// Knows what an em is: the font size is the rep's.
    private final Label em = new Label();
    private Consumer<String> laidOut = layout -> {};
    private boolean fitting;

    /// Puts the table into its pane.
    ///
    /// @param narrowest the part of its comfortable width that a column keeps before others give way
    Columns(TableView<R> table, Pane pane, double narrowest) {
        this.table = table;
        this.pane = pane;
        this.narrowest = narrowest;
        em.setManaged(false);
        em.fontProperty().subscribe(font -> fit());
        pane.widthProperty().subscribe(width -> fit());
        pane.getChildren().addAll(em, table);
    }

    /// Adds one behind the others.
    ///
    /// @param styles of the header
    TableColumn<R, R> add(String id, String title, double ems, Supplier<TableCell<R, R>> cell, String... styles) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.setId(id);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(c -> cell.get());
        column.getStyleClass().addAll(styles);
        widths.add(new Width<>(column, ems, false));
        table.getColumns().add(column);
        fit();
        return column;
    }

    /// The one that was added last.
    TableColumn<R, R> last() {
        return widths.getLast().column();
    }

    /// The one that was added last may vanish when there is no room for all.
    void lastGivesWay() {
        Width<R> last = widths.removeLast();
        widths.add(new Width<>(last.column(), last.ems(), true));
    }

    Optional<TableColumn<R, R>> find(String id) {
        return widths.stream().map(Width::column).filter(column -> column.getId().equals(id)).findFirst();
    }

    /// A column that says nothing in any row takes no room.
    void leaveOut(String id, boolean out) {
        if (out ? leftOut.add(id) : leftOut.remove(id)) {
            fit();
        }
    }

    /// From now on widths and order are the rep's: only dragging changes them, and it is remembered.
    void leaveToTheRep() {
        table.setColumnResizePolicy(new KeptWidths());
        table.addEventHandler(ActionEvent.ACTION, e -> tellLayout());
        table.getColumns().addListener((ListChangeListener<TableColumn<R, ?>>) c -> tellLayout());
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> {
            if (e.getTarget() instanceof Node node && inHeader(node)) {
                tellLayout();
            }
        });
    }

    /// What happens when the rep has moved or widened a column: what [#layOut] takes.
    void onLaidOut(Consumer<String> action) {
        laidOut = action;
    }

    /// Width and order as the rep had them, in the words of [#onLaidOut]; anything else is ignored.
    void layOut(String layout) {
        List<String[]> columns = Arrays.stream(layout.split(" ")).map(word -> word.split("=")).filter(word -> word.length == 2).toList();
        if (columns.isEmpty()) {
            return;
        }
        fitting = true;
        for (int place = 0; place < columns.size(); place++) {
            String id = columns.get(place)[0];
            double ems = Double.parseDouble(columns.get(place)[1]);
            for (int i = 0; i < widths.size(); i++) {
                Width<R> width = widths.get(i);
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
        if (fitting || pane.getWidth() == 0 || em.getFont() == null) {
            return;
        }
        // In proportion: how much room there is just now says nothing about how much they need.
        double room = widths.stream().map(Width::column).filter(TableColumn::isVisible).mapToDouble(TableColumn::getWidth).sum();
        double ems = widths.stream().filter(width -> width.column().isVisible()).mapToDouble(Width::ems).sum();
        widths.replaceAll(width -> width.column().isVisible() ? new Width<>(width.column(), width.column().getWidth() / room * ems, width.givesWay()) : width);
        laidOut.accept(table.getColumns().stream().map(column -> column.getId() + "=" + Math.round(10 * ems(column)) / 10.0).collect(Collectors.joining(" ")));
    }

    private double ems(TableColumn<?, ?> column) {
        return widths.stream().filter(width -> Objects.equals(width.column(), column)).mapToDouble(Width::ems).sum();
    }

    private void fit() {
        fitting = true;
        widths.stream().map(Width::column).filter(column -> leftOut.contains(column.getId())).forEach(column -> column.setVisible(false));
        Width.share(widths.stream().filter(width -> !leftOut.contains(width.column().getId())).toList(), pane.getWidth(), em.getFont().getSize(), narrowest);
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
}
