package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.emptyState;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.prospects.ProspectService.Found;
import app.afterbeep.prospects.ProspectStore.Summary;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.DataTable;
import java.util.Comparator;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Prospects screen: everybody, found as one types; all about one person at the right; who must not be called.
public final class ProspectsView extends BorderPane {
    private final ProspectsViewModel model;
    private final Runnable importList;
    private final Runnable exportAll;
    private final ToggleButton everybody = chip("prospects-everybody", "Everybody", () -> switchTo(false));
    private final ToggleButton suppressed = chip("prospects-dnc", "Do not call list", () -> switchTo(true));
    private final TextField search = new TextField();
    private final DataTable<Summary> table = new DataTable<>("prospects-table", "Prospects", Summary::id);
    private final DncView dnc;
    private final VBox list = new VBox();
    private final Label more = label("", "text-muted", "text-small");
    private final ProspectPane pane;
    private boolean paneOpen = true;

    /// @param importList    opens the import
    /// @param exportAll     asks who an export of everybody is for
    /// @param openInSession gives a prospect the turn, by id
    public ProspectsView(ProspectsViewModel model, DncView dnc, Runnable importList, Runnable exportAll, LongConsumer openInSession) {
        this.model = model;
        this.dnc = dnc;
        this.importList = importList;
        this.exportAll = exportAll;
        setId("prospects");
        getStyleClass().add("screen");
        pane = new ProspectPane(model, openInSession);
        ToggleGroup group = new ToggleGroup();
        everybody.setToggleGroup(group);
        suppressed.setToggleGroup(group);
        everybody.setSelected(true);
        HBox bar = new HBox(label("Prospects", "screen-title"), everybody, suppressed, spring(),
            button("prospects-export", "Export…", Shortcut.EXPORT, exportAll), button("prospects-import", "Import a list", Shortcut.IMPORT, importList));
        bar.getStyleClass().add("screen-bar");
        setTop(bar);
        list.getChildren().addAll(searchRow(), table, more);
        list.getStyleClass().addAll("card", "table-card");
        list.setMinWidth(0);
        HBox.setHgrow(list, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(dnc, Priority.ALWAYS);
        HBox desk = new HBox(list, dnc, pane);
        desk.getStyleClass().add("desk");
        setCenter(desk);
        columns();
        more.setId("prospects-more");
        table.onSelected(row -> model.select(row == null ? null : row.id()));
        model.found().subscribe(this::update);
        model.person().subscribe(person -> showPane());
        dnc.size().subscribe(size -> suppressed.setText("Do not call list " + "%,d".formatted(size)));
        switchTo(false);
    }

    private HBox searchRow() {
        search.setId("prospects-search");
        search.setPromptText("Name, company, number or email");
        search.setAccessibleText("Search prospects by name, company, number or email");
        search.textProperty().subscribe((before, typed) -> model.search(typed));
        // Down and Enter go on into what was found.
        search.setOnAction(e -> keyboardToTable());
        search.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN) {
                keyboardToTable();
                e.consume();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        Label find = label("Find", "text-muted");
        find.setLabelFor(search);
        find.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(find, search, cap(Shortcut.FIND));
        row.getStyleClass().addAll("row", "table-tools");
        return row;
    }

    private void columns() {
        table.person("col-prospect", "Prospect", 13, Summary::name, row -> row.company().equals(row.name()) ? "" : row.company())
            .text("col-phone", "Phone", 10.5, row -> row.phone().isEmpty() ? "" : PhoneNumbers.shown(row.phone()),
                Comparator.comparing(Summary::phone)).givingWay()
            .text("col-status", "Status", 8, row -> row.reachable() || row.status() == Prospect.Status.DNC ? row.status().label() : "No number to call")
            .text("col-next", "Next call", 11, model::nextCall,
                Comparator.comparing(Summary::nextCallAt, Comparator.nullsLast(Comparator.naturalOrder())))
            .text("col-step", "Step", 4, ProspectsView::step, Comparator.comparingInt(Summary::step), "right").givingWay()
            .text("col-list", "List", 8, Summary::list).givingWay();
    }

    /// Only in a cadence there are steps.
    private static String step(Summary row) {
        return row.status() == Prospect.Status.ACTIVE ? Integer.toString(row.step()) : "";
    }

    private void update(@Nullable Found found) {
        if (found == null) {
            return;
        }
        everybody.setText("Everybody " + "%,d".formatted(found.all()));
        table.setEmpty(found.query().isBlank()
            ? emptyState("No prospects yet", "Import a list: everybody in it stands here, with number, history and next call.",
                button("prospects-empty-import", "Import a list", Shortcut.IMPORT, importList, "accent"))
            : emptyState("Nobody matches “" + found.query().strip() + "”", "Names, companies, emails and numbers are searched by how their words begin.",
                button("prospects-clear", "Clear the search", () -> search.setText(""))));
        table.show(found.rows());
        showMore();
    }

    private void switchTo(boolean suppressedOnly) {
        suppressed.setSelected(suppressedOnly);
        everybody.setSelected(!suppressedOnly);
        show(dnc, suppressedOnly);
        show(list, !suppressedOnly);
        showMore();
        showPane();
    }

    private void showMore() {
        Found found = model.found().get();
        boolean cut = found != null && found.found() > found.rows().size();
        if (cut) {
            more.setText("The first %,d of %,d. Type more to find the others.".formatted((long) found.rows().size(), found.found()));
        }
        show(more, cut);
    }

    private void showPane() {
        show(pane, paneOpen && list.isVisible() && model.person().get() != null);
    }

    private void keyboardToTable() {
        if (dnc.isVisible()) {
            dnc.takeKeyboard();
        } else {
            table.takeKeyboard();
        }
    }

    /// The screen has come to the front, or the data have changed.
    public void shown() {
        model.refresh();
        dnc.shown();
        if (isFocused()) {
            keyboardToTable();
        }
    }

    /// Does what a shortcut asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        if (dnc.isVisible() && shortcut != Shortcut.IMPORT && shortcut != Shortcut.EXPORT) {
            return dnc.press(shortcut);
        }
        switch (shortcut) {
            case FIND -> {
                search.requestFocus();
                search.selectAll();
            }
            case IMPORT -> importList.run();
            case EXPORT -> exportAll.run();
            case NOTE -> {
                if (pane.isVisible()) {
                    pane.focusNote();
                }
            }
            case REACH -> {
                if (pane.isVisible()) {
                    model.nextReach();
                }
            }
            case OPEN -> {
                paneOpen = true;
                showPane();
            }
            case CLOSE -> close();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Esc goes one step back: out of the field, out of the search, out of the pane.
    private void close() {
        if (worksInPane()) {
            pane.giveUpZone();
            keyboardToTable();
        } else if (!search.getText().isEmpty()) {
            search.setText("");
        } else if (search.isFocused()) {
            keyboardToTable();
        } else {
            paneOpen = false;
            showPane();
        }
    }

    /// Not `isFocusWithin`: the cell that a combo box shows says that it is focused while the keyboard is elsewhere.
    private boolean worksInPane() {
        Node node = getScene() == null ? null : getScene().getFocusOwner();
        while (node != null && node != pane) {
            node = node.getParent();
        }
        return node != null;
    }
}
