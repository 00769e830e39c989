package app.afterbeep.results;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.emptyState;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.results.ResultsViewModel.Filter;
import app.afterbeep.results.ResultsViewModel.Shown;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.DataTable;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The ledger: every promise of the days, what became of it, and by which call.
final class LedgerPane extends VBox {
    private final Map<Filter, ToggleButton> chips = new EnumMap<>(Filter.class);
    private final DataTable<LedgerEntry> table = new DataTable<>("ledger-table", "Promises", LedgerEntry::id);
    private final Label more = label("", "text-muted", "text-small");

    LedgerPane(ResultsViewModel model) {
        getStyleClass().add("results-part");
        FlowPane states = new FlowPane();
        states.getStyleClass().addAll("choices", "table-tools");
        ToggleGroup chosen = new ToggleGroup();
        for (Filter filter : Filter.values()) {
            ToggleButton chip = chip("ledger-" + filter.name().toLowerCase(Locale.ROOT), title(filter), () -> {});
            chip.setSelected(filter == Filter.ALL);
            choice(chip, chosen, () -> model.filter(filter));
            chips.put(filter, chip);
            states.getChildren().add(chip);
        }
        table.lines("col-promised", "Promised for, there", 10, model::there, model::here, Comparator.comparing(LedgerEntry::at))
            .person("col-prospect", "Prospect", 13, LedgerEntry::name, LedgerEntry::company)
            .dotted("col-state", "State", 7, ResultsViewModel::state, entry -> "dot-" + entry.state(), Comparator.comparing(LedgerEntry::state))
            .text("col-called", "Called", 9, model::called, Comparator.comparing(LedgerEntry::settledAt, Comparator.nullsLast(Comparator.naturalOrder())))
            .text("col-by", "By the attempt", 11, ResultsViewModel::by).givingWay();
        table.onSelected(model::select);
        table.onOpened(model::open);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox foot = new HBox(more, spring(), button("ledger-open", "Open in the session", Shortcut.OPEN, model::open));
        foot.getStyleClass().addAll("row", "ledger-foot");
        VBox card = new VBox(states, table, foot);
        card.getStyleClass().addAll("card", "table-card");
        card.setMinSize(0, 0);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().addAll(card, Definitions.label("ledger-definitions", Definitions.PROMISES));
    }

    private static String title(Filter filter) {
        String name = filter.name().toLowerCase(Locale.ROOT);
        return filter == Filter.ALL ? "All promises" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    void update(Shown shown) {
        chips.forEach((filter, chip) -> {
            int count = filter.count(shown.page().promises(), shown.page().callbacks());
            chip.setText(title(filter) + " %,d".formatted(count));
            chip.setAccessibleText(chip.getText());
            show(chip, count > 0 || filter == Filter.ALL || filter == shown.filter());
        });
        String days = ResultsViewModel.name(shown.page().days());
        table.setEmpty(shown.filter() == Filter.ALL ? emptyState("No promise for " + days,
            "When a message announces your next call, that time stands here, and what became of it.")
            : emptyState("None for " + days, "Nothing here: " + title(shown.filter()).toLowerCase(Locale.ROOT) + "."));
        table.show(shown.ledger());
        int all = shown.filter().count(shown.page().promises(), shown.page().callbacks());
        more.setText("The latest %,d of %,d are listed.".formatted(shown.ledger().size(), all));
        show(more, shown.ledger().size() < all);
    }

    void takeKeyboard() {
        table.takeKeyboard();
    }
}
