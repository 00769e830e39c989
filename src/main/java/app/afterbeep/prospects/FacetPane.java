package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;

import app.afterbeep.prospects.BrowseViewModel.Counts;
import app.afterbeep.prospects.FacetRules.Value;
import app.afterbeep.ui.Shortcut;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// By what the list is narrowed down: a menu for each facet, with how many each value has, and a chip for each value that is chosen.
final class FacetPane extends FlowPane {
    private final BrowseViewModel model;
    private final Map<Facet, MenuButton> menus = new EnumMap<>(Facet.class);
    private final Map<Facet, Map<String, CustomMenuItem>> items = new EnumMap<>(Facet.class);
    private final Button clear;

    FacetPane(BrowseViewModel model) {
        this.model = model;
        setId("prospects-facets");
        getStyleClass().addAll("choices", "table-tools");
        setPrefWrapLength(100);
        for (Facet facet : Facet.values()) {
            MenuButton menu = new MenuButton(facet.label());
            menu.setId("facet-" + facet.name().toLowerCase(java.util.Locale.ROOT));
            menu.setAccessibleText("Narrow down by " + facet.label().toLowerCase(java.util.Locale.ROOT));
            menu.getStyleClass().add("facet");
            menu.setMinWidth(Region.USE_PREF_SIZE);
            // A menu gives its items the room that each asks for: the counts stand below each other only when all ask for the same.
            menu.setOnShown(e -> {
                List<Region> rows = menu.getItems().stream().map(item -> (Region) ((CustomMenuItem) item).getContent()).toList();
                rows.forEach(row -> row.setPrefWidth(Region.USE_COMPUTED_SIZE));
                double widest = rows.stream().mapToDouble(row -> row.prefWidth(-1)).max().orElse(0);
                rows.forEach(row -> row.setPrefWidth(widest));
            });
            menus.put(facet, menu);
            items.put(facet, new LinkedHashMap<>());
        }
        clear = button("facets-clear", "Show all", Shortcut.CLEAR_FACETS, model::clearFacets, "flat");
        model.counts().subscribe(this::update);
        model.listing().subscribe(listing -> chips());
    }

    /// The items stay the same controls as long as they are the same values: an open menu stays open while one chooses several.
    private void update(Counts counts) {
        menus.forEach((facet, menu) -> {
            List<Value> values = counts.values().getOrDefault(facet, List.of());
            menu.setDisable(values.isEmpty());
            Map<String, CustomMenuItem> known = items.get(facet);
            boolean open = menu.isShowing();
            List<String> codes = values.stream().map(Value::code).toList();
            if (!open && !List.copyOf(known.keySet()).equals(codes) || !known.keySet().containsAll(codes)) {
                known.clear();
                values.forEach(value -> known.put(value.code(), item(facet, value)));
                menu.getItems().setAll(known.values());
            }
            values.forEach(value -> fill(known.get(value.code()), facet, value));
        });
        chips();
    }

    private CustomMenuItem item(Facet facet, Value value) {
        CustomMenuItem item = new CustomMenuItem(new FacetRow(), false);
        item.setId("facet-" + facet.name().toLowerCase(java.util.Locale.ROOT) + "-" + (value.code().isEmpty() ? "none" : value.code()));
        item.setOnAction(e -> model.toggle(facet, value.code()));
        return item;
    }

    private void fill(CustomMenuItem item, Facet facet, Value value) {
        boolean chosen = model.filter().values(facet).contains(value.code());
        // The row stays the same node: an open menu would not draw another one.
        ((FacetRow) item.getContent()).fill(value, chosen);
        item.setText(value.label());
    }

    private void chips() {
        java.util.List<javafx.scene.Node> shown = new java.util.ArrayList<>(menus.values());
        model.chosen().forEach((facet, values) -> values.forEach(value -> {
            Button chip = button("chosen-" + facet.name().toLowerCase(java.util.Locale.ROOT) + "-" + value.code(), value.label() + "  ×",
                () -> model.toggle(facet, value.code()), "chosen-chip");
            chip.setAccessibleText(value.label() + ", chosen; press to remove");
            shown.add(chip);
        }));
        shown.add(clear);
        show(clear, !model.filter().chosen().isEmpty());
        menus.forEach((facet, menu) -> menu.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("chosen"), !model.filter().values(facet).isEmpty()));
        // The menus stay where they are: an open one would close.
        if (getChildren().isEmpty()) {
            getChildren().setAll(shown);
        } else {
            getChildren().remove(menus.size(), getChildren().size());
            getChildren().addAll(shown.subList(menus.size(), shown.size()));
        }
    }

    private static final class FacetRow extends HBox {
        private final Label mark = label("", "facet-mark");
        private final Label name = label("");
        private final Label count = label("", "text-muted");

        FacetRow() {
            getStyleClass().add("facet-row");
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            getChildren().addAll(mark, name, count);
        }

        void fill(Value value, boolean chosen) {
            mark.setText(chosen ? "✓" : "");
            name.setText(value.label());
            count.setText("%,d".formatted(value.count()));
            setAccessibleText(value.label() + ", " + count.getText() + (chosen ? ", chosen" : ""));
        }
    }
}
