package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.emptyState;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tableCard;

import app.afterbeep.prospects.BrowseViewModel.Listing;
import app.afterbeep.prospects.Order.By;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.PagedTable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The Prospects screen: everybody, found as one types; all about one person at the right; who must not be called.
public final class ProspectsView extends BorderPane {
    /// What a click on the head of a column orders by.
    private static final Map<String, By> COLUMNS = Map.of("col-prospect", By.NAME, "col-next", By.NEXT_CALL, "col-list", By.LIST, "col-last", By.LAST_CALL);

    private final ProspectsViewModel model;
    private final Runnable importList;
    private final Runnable exportAll;
    private final ToggleButton everybodyChip = chip("prospects-everybody", "Everybody", () -> switchTo(false));
    private final ToggleButton suppressed = chip("prospects-dnc", "Do not call", () -> switchTo(true));
    private final PagedTable<Summary> table = new PagedTable<>("prospects-table", "Prospects");
    private final DncView dnc;
    private final VBox list;
    private final BrowseViewModel browse;
    private final FacetPane facets;
    private final SearchBar search;
    private final DeedView deed;
    private final DeedBar deeds;
    private final MergeView merge;
    private final EraseView erase;
    private final AddView add;
    private final ProspectPane pane;
    /// Who was added by hand and is not in the table yet.
    private long added;
    private boolean paneOpen = true;

    /// @param importList    opens the import
    /// @param exportAll     asks who an export of everybody is for
    /// @param openInSession gives a prospect the turn, by id
    public ProspectsView(ProspectsViewModel model, BrowseViewModel browse, DncView dnc, DeedViewModel doing, EditViewModel edits, EraseViewModel erasing, MainWindow window, Runnable importList, Runnable exportAll,
                         LongConsumer openInSession) {
        this.model = model;
        this.dnc = dnc;
        this.browse = browse;
        search = new SearchBar(browse, this::keyboardToTable);
        facets = new FacetPane(browse);
        deed = new DeedView(doing, window);
        deeds = new DeedBar(doing, this::ask, table::markNone);
        this.importList = importList;
        this.exportAll = exportAll;
        setId("prospects");
        getStyleClass().add("screen");
        merge = new MergeView(edits, window);
        erase = new EraseView(erasing, window);
        add = new AddView(edits, window, id -> {
            clear();
            added = id;
            browse.refresh();
            browse.tick();
        });
        pane = new ProspectPane(model, edits, openInSession, this::merge, this::erase);
        ToggleGroup group = new ToggleGroup();
        everybodyChip.setToggleGroup(group);
        suppressed.setToggleGroup(group);
        everybodyChip.setSelected(true);
        HBox bar = new HBox(label("Prospects", "screen-title"), everybodyChip, suppressed, spring(),
            button("prospects-add", "Add…", Shortcut.ADD_PERSON, () -> add.open()),
            button("prospects-export", "Export…", Shortcut.EXPORT, exportAll), button("prospects-import", "Import…", Shortcut.IMPORT, importList));
        bar.getStyleClass().add("screen-bar");
        setTop(bar);
        list = tableCard(table, search, facets, table, deeds);
        HBox.setHgrow(dnc, Priority.ALWAYS);
        HBox desk = new HBox(list, dnc, pane);
        desk.getStyleClass().add("desk");
        setCenter(desk);
        columns();
        table.onSelected(model::select);
        window.keepClear("prospects", deeds);
        table.onMarked(this::showCounts);
        table.onOpened(() -> press(Shortcut.OPEN));
        table.onSorted((column, descending) -> browse.sort(column.isEmpty() ? Order.ADDED : new Order(COLUMNS.getOrDefault(column, By.ADDED), descending)));
        browse.listing().subscribe(this::update);
        browse.counts().subscribe(counts -> showCounts());
        browse.filled().subscribe(pages -> table.redraw());
        model.person().subscribe(person -> showPane());
        dnc.size().subscribe(size -> suppressed.setText("Do not call " + "%,d".formatted(size)));
        switchTo(false);
    }

    private void columns() {
        table.person("col-prospect", "Prospect", 13, Summary::name, row -> row.company().equals(row.name()) ? "" : row.company()).sortable()
            .text("col-phone", "Phone", 10.5, row -> row.phone().isEmpty() ? "" : PhoneNumbers.shown(row.phone())).givingWay()
            .text("col-status", "Status", 8.5, row -> row.reachable() || row.status() == Prospect.Status.DNC ? row.status().label() : "No number to call")
            .text("col-next", "Next call", 11, model::nextCall).sortable()
            .text("col-step", "Step", 4, ProspectsView::step, "right").givingWay()
            .text("col-list", "List", 8, Summary::list).sortable().givingWay()
            .text("col-last", "Last call", 11, model::lastCall).sortable().givingWay();
    }

    /// Only in a cadence there are steps.
    private static String step(Summary row) {
        return row.status() == Prospect.Status.ACTIVE ? Integer.toString(row.step()) : "";
    }

    private void update(Listing listing) {
        boolean facetted = !listing.filter().chosen().isEmpty();
        String query = listing.filter().query().strip();
        table.setEmpty(listing.rows().total() < 0 ? label("Looking…", "text-muted")
            : facetted ? emptyState(query.isEmpty() ? "Nobody is all of that" : "Nobody matches “" + query + "” with what is chosen above",
                "Take one of the chosen values away, or show all.", button("prospects-clear", "Show all", Shortcut.CLEAR_FACETS, this::clear))
            : query.isEmpty() ? emptyState("No prospects yet", "Import a list: everybody in it stands here, with number, history and next call.",
                button("prospects-empty-import", "Import a list", Shortcut.IMPORT, importList, "accent"))
            : emptyState("Nobody matches “" + query + "”",
                "Type the beginning of a name, company, email or word of a note, or of a number, or its last 7, 4 or 3 digits.",
                button("prospects-clear", "Clear the search", this::clear)));
        search.show(listing.order());
        String column = COLUMNS.entrySet().stream().filter(each -> each.getValue() == listing.order().by()).map(Map.Entry::getKey).findFirst().orElse("");
        table.showSorted(column, listing.order().descending());
        table.show(listing.rows(), listing.marks());
        if (added > 0 && listing.rows().at(added) >= 0) {
            table.select(added);
            added = 0;
        }
        showCounts();
    }

    private void clear() {
        browse.clearFacets();
        search.clear();
    }

    private void showCounts() {
        Listing listing = browse.listing().get();
        long everybody = browse.counts().get().everybody();
        everybodyChip.setText(everybody < 0 ? "Everybody" : "Everybody " + "%,d".formatted(everybody));
        deeds.update(listing.rows().total(), everybody, listing.marks().count());
    }

    /// Those who are chosen; when nobody is, the one who is selected.
    private void ask(DeedView.Kind kind) {
        long[] ids = browse.listing().get().marks().marked();
        Long selected = table.selected();
        if (ids.length > 0 || selected != null) {
            deed.open(kind, ids.length > 0 || selected == null ? ids : new long[] {selected});
        }
    }

    private void switchTo(boolean suppressedOnly) {
        suppressed.setSelected(suppressedOnly);
        everybodyChip.setSelected(!suppressedOnly);
        show(dnc, suppressedOnly);
        show(list, !suppressedOnly);
        showPane();
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
        browse.refresh();
        dnc.shown();
        if (isFocused()) {
            keyboardToTable();
        }
    }

    /// The columns as the rep had them.
    ///
    /// @param keep is told when they change
    public void layOut(String layout, Consumer<String> keep) {
        table.layOut(layout);
        table.onLaidOut(keep);
    }

    /// Once a second.
    public void tick() {
        browse.tick();
    }

    /// Does what a shortcut asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        if (dnc.isVisible() && shortcut != Shortcut.IMPORT && shortcut != Shortcut.EXPORT) {
            return dnc.press(shortcut);
        }
        switch (shortcut) {
            case FIND -> search.find();
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
            case TO_LIST -> askFor(DeedView.Kind.LIST);
            case TO_SERIES -> askFor(DeedView.Kind.SERIES);
            case TO_REST -> askFor(DeedView.Kind.REST);
            case TO_DNC -> askFor(DeedView.Kind.DNC);
            case ORDER -> search.chooseOrder();
            case ADD_PERSON -> add.open();
            case MERGE -> merge();
            case ERASE -> erase();
            case EDIT -> {
                paneOpen = true;
                showPane();
                if (pane.isVisible()) {
                    pane.edit();
                }
            }
            case CLEAR_FACETS -> browse.clearFacets();
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

    /// Two that are chosen, or the selected one and whoever is the same.
    private void merge() {
        ProspectService.Person person = model.person().get();
        if (person == null || !list.isVisible()) {
            return;
        }
        long[] ids = browse.listing().get().marks().marked();
        long self = person.prospect().id();
        merge.open(person.prospect(), ids.length == 2 && (ids[0] == self || ids[1] == self) ? (Long) (ids[0] == self ? ids[1] : ids[0]) : null);
    }

    private void erase() {
        ProspectService.Person person = model.person().get();
        if (person != null && list.isVisible() && pane.isVisible()) {
            model.saveNote();
            erase.open(person.prospect());
        }
    }

    private void askFor(DeedView.Kind kind) {
        if (list.isVisible()) {
            ask(kind);
        }
    }

    /// Esc goes one step back: out of the field, out of what is chosen, out of the search, out of the pane.
    private void close() {
        if (worksInPane()) {
            for (Node node = getScene().getFocusOwner(); node != null && node != pane; node = node.getParent()) {
                if (node instanceof TextEdit edit) {
                    edit.giveUp();
                }
            }
            pane.giveUpZone();
            keyboardToTable();
        } else if (list.isVisible() && browse.listing().get().marks().count() > 0) {
            table.markNone();
        } else if (!search.isEmpty()) {
            search.clear();
        } else if (search.isSearching()) {
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
