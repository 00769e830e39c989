package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.emptyState;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.prospects.DncListStore.Dnc;
import app.afterbeep.prospects.DncListStore.Removed;
import app.afterbeep.prospects.DncRules.Item;
import app.afterbeep.prospects.DncRules.Kind;
import app.afterbeep.prospects.DncViewModel.Work;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Controls;
import app.afterbeep.ui.controls.DataTable;
import java.io.File;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The do-not-call list on the Prospects screen: numbers, addresses and domains, each with who has it and where it came from; what came off
/// the list and why.
public final class DncView extends VBox {
    private final DncViewModel model;
    private final MainWindow window;
    private final DncSheets sheets;
    private final TextField search = new TextField();
    private final ToggleGroup kinds = new ToggleGroup();
    private final DataTable<Dnc> table = new DataTable<>("dnc-table", "Do not call list", Dnc::id);
    private final DataTable<Removed> history = new DataTable<>("dnc-history", "What came off the do not call list", Removed::id);
    private final Label more = label("", "text-muted", "text-small");
    private final HBox work = new HBox();
    private final ProgressBar bar = new ProgressBar();
    private final Label words = label("", "text-muted");

    public DncView(DncViewModel model, MainWindow window) {
        this.model = model;
        this.window = window;
        this.sheets = new DncSheets(model, window);
        setId("dnc");
        getStyleClass().addAll("card", "table-card");
        setMinWidth(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(history, Priority.ALWAYS);
        // Not at the foot: there a notice would stand in front of them.
        HBox actions = new HBox(button("dnc-add", "Add…", Shortcut.DNC_ADD, sheets::add, "accent"), button("dnc-remove", "Take off…", Shortcut.DNC_REMOVE, this::remove),
            spring(), button("dnc-import", "Import a file…", this::importFile), button("dnc-export", "Export…", this::export));
        actions.getStyleClass().addAll("row", "table-tools");
        more.setId("dnc-more");
        getChildren().addAll(searchRow(), kindRow(), actions, table, history, more, workRow());
        table.getStyleClass().add("one-line");
        history.getStyleClass().add("one-line");
        columns();
        model.found().subscribe(found -> update());
        model.removed().subscribe(off -> history.show(off));
        model.work().subscribe(now -> working(now));
        model.report().subscribe(report -> {
            if (report != null) {
                sheets.report(report);
            }
        });
        showHistory(false);
    }

    private HBox searchRow() {
        search.setId("dnc-search");
        search.setPromptText("Number, its last four digits, address, domain or name");
        search.setAccessibleText("Search the do not call list by number, address, domain or name");
        search.textProperty().subscribe((before, typed) -> model.search(typed));
        search.setOnAction(e -> takeKeyboard());
        search.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN) {
                takeKeyboard();
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

    private FlowPane kindRow() {
        FlowPane row = new FlowPane(kind("dnc-all", "All", null), kind("dnc-numbers", "Numbers", Kind.PHONE), kind("dnc-addresses", "Addresses", Kind.EMAIL),
            kind("dnc-domains", "Domains", Kind.DOMAIN));
        ToggleButton off = chip("dnc-off", "Taken off", () -> {});
        row.getChildren().add(Controls.choice(off, kinds, () -> showHistory(true)));
        row.getStyleClass().addAll("choices", "table-tools");
        ((ToggleButton) row.getChildren().getFirst()).setSelected(true);
        return row;
    }

    private ToggleButton kind(String id, String text, @Nullable Kind kind) {
        return Controls.choice(chip(id, text, () -> {}), kinds, () -> {
            model.show(kind);
            showHistory(false);
        });
    }

    private HBox workRow() {
        bar.setId("dnc-progress");
        bar.setAccessibleText("Reading the file");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        words.setId("dnc-work-words");
        words.setMinWidth(USE_PREF_SIZE);
        work.getChildren().addAll(bar, words, button("dnc-stop", "Stop", model::stop));
        work.getStyleClass().addAll("row", "table-tools");
        show(work, false);
        return work;
    }

    private void columns() {
        table.text("dnc-value", "Number, address or domain", 14, row -> new Item(row.kind(), row.value()).shown(), "strong")
            .text("dnc-kind", "What", 6, row -> DncViewModel.kind(row.kind())).givingWay()
            .text("dnc-who", "Who has it", 13, Dnc::who)
            .text("dnc-source", "Why", 14, DncViewModel::source)
            .text("dnc-at", "Since", 9, row -> model.since(row.at()), Comparator.comparing(Dnc::at));
        history.text("off-value", "Number, address or domain", 14, row -> new Item(row.kind(), row.value()).shown(), "strong")
            .text("off-reason", "Why it came off", 18, Removed::reason)
            .text("off-at", "Taken off", 9, row -> model.since(row.removedAt()), Comparator.comparing(Removed::removedAt))
            .text("off-since", "Had stood since", 9, row -> model.since(row.at()), Comparator.comparing(Removed::at)).givingWay();
        history.setEmpty(emptyState("Nothing was taken off", "What comes off the list stands here for good, with the reason."));
    }

    private void update() {
        List<Dnc> rows = model.found().get().rows();
        String query = model.found().get().query().strip();
        table.setEmpty(query.isEmpty()
            ? emptyState("Nobody has asked you to stop calling",
                "Who does, and you press Do not call on the session screen, stands here for good. A list that you were given can be imported.",
                button("dnc-empty-import", "Import a file…", this::importFile))
            : emptyState("Nothing matches “" + query + "”", "Numbers are found by their beginning or their last digits, addresses and domains by their beginning.",
                button("dnc-clear", "Clear the search", () -> search.setText(""))));
        table.show(rows);
        more.setText("The latest %,d. Type to find the others.".formatted((long) rows.size()));
        show(more, table.isVisible() && rows.size() == DncService.LIMIT);
    }

    private void working(@Nullable Work now) {
        show(work, now != null);
        if (now != null) {
            bar.setProgress(now.share() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : now.share());
            words.setText("%s: %,d added, %,d already there".formatted(now.file(), now.added(), now.known()));
        }
    }

    private void showHistory(boolean off) {
        show(table, !off);
        show(history, off);
        search.setDisable(off);
        update();
    }

    private void remove() {
        Dnc entry = table.isVisible() ? table.selected() : null;
        if (entry != null) {
            sheets.remove(entry);
        }
    }

    private void importFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import a do-not-call file");
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("Lists (CSV, text)", "*.csv", "*.txt", "*.tsv"),
            new FileChooser.ExtensionFilter("All files", "*"));
        File file = chooser.showOpenDialog(window.getScene().getWindow());
        if (file != null) {
            model.importFile(file.toPath());
        }
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the do-not-call list");
        chooser.setInitialFileName("afterbeep-do-not-call.csv");
        File file = chooser.showSaveDialog(window.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }

    /// Gives the keyboard to the rows.
    public void takeKeyboard() {
        (table.isVisible() ? table : history).takeKeyboard();
    }

    /// To be called when the list comes to the front, or the data have changed.
    public void shown() {
        model.refresh();
    }

    /// Does what a shortcut asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        switch (shortcut) {
            case FIND -> {
                search.requestFocus();
                search.selectAll();
            }
            case DNC_ADD -> sheets.add();
            case DNC_REMOVE -> remove();
            case CLOSE -> {
                if (!search.getText().isEmpty()) {
                    search.setText("");
                } else {
                    takeKeyboard();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// How many entries there are.
    ReadOnlyObjectProperty<Long> size() {
        return model.all();
    }
}
