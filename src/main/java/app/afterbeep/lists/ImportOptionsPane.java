package app.afterbeep.lists;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.icon;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;

import app.afterbeep.lists.ImportOptions.Match;
import app.afterbeep.lists.ImportOptions.Mode;
import app.afterbeep.lists.ImportViewModel.Choices;
import app.afterbeep.lists.ImportViewModel.Looked;
import app.afterbeep.lists.ImportWork.ListSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What is to become of a file: which list, new and known people, how they are known again, country, default values.
final class ImportOptionsPane extends ScrollPane {
    private final ImportViewModel model;
    private final TextField listName = new TextField();
    private final ComboBox<ListSize> existing = new ComboBox<>();
    private final ToggleGroup lists = new ToggleGroup();
    private final ToggleButton newList = toggle("import-list-new", "A new list", lists, this::newList);
    private final ToggleButton oldList = toggle("import-list-existing", "A list there is", lists, this::oldList);
    private final Label listHint = label("", "text-muted", "text-small");
    private final ToggleGroup modes = new ToggleGroup();
    private final Label modeHint = label("", "text-muted", "text-small");
    private final ToggleGroup matches = new ToggleGroup();
    private final TextField country = new TextField();
    private final Label countryHint = label("", "text-small");
    private final Button more = button("import-more", "More: default values", this::fold, "flat");
    private final VBox defaults = new VBox();
    private final VBox defaultRows = new VBox();
    private final List<Default> values = new ArrayList<>();
    private Looked shown = new Looked(new FileLook(Path.of(""), "", "", 0, List.of()), 0, false);

    private record Default(ComboBox<FieldWords.Choice> field, TextField text) {}

    ImportOptionsPane(ImportViewModel model) {
        this.model = model;
        setId("import-options");
        getStyleClass().add("wizard-options");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        GridPane form = new GridPane();
        form.getStyleClass().add("wizard-form");
        listName.setId("import-name");
        listName.setAccessibleText("Name of the list");
        listName.textProperty().subscribe((before, now) -> {
            if (newList.isSelected()) {
                model.change(choices -> choices.withListName(now));
                hintList();
            }
        });
        existing.setId("import-list");
        existing.setAccessibleText("List to add to");
        existing.setConverter(converter());
        existing.valueProperty().subscribe((before, now) -> {
            if (now != null && oldList.isSelected()) {
                model.change(choices -> choices.withListName(now.name()));
            }
        });
        model.lists().subscribe(this::showLists);
        form.addRow(0, label("Into"), stacked(row(newList, oldList, listName, existing), listHint));
        form.addRow(1, label("People"), stacked(row(
            mode(Mode.CREATE_AND_UPDATE, "Create and update", "Who is new is added; who is known already gets what is missing."),
            mode(Mode.CREATE, "Create only", "Who is new is added; who is known already stays as they are."),
            mode(Mode.UPDATE_ONLY, "Update only", "Who is known already gets what is missing; who is not is rejected.")), modeHint));
        form.addRow(2, label("The same by"), row(match(Match.ANY, "Any of them"), match(Match.PHONE, "Phone"), match(Match.EMAIL, "Email"),
            match(Match.EXTERNAL_ID, "External id")));
        country.setId("import-country");
        country.setPromptText("yours");
        country.textProperty().subscribe((before, now) -> {
            model.change(choices -> choices.withCountry(now));
            hintCountry();
        });
        Label numbers = label("Country");
        numbers.setLabelFor(country);
        country.setAccessibleText("Country of numbers without a country code");
        form.addRow(3, numbers, row(country, countryHint));
        form.addRow(4, label(""), defaults());
        setContent(form);
        newList.setSelected(true);
    }

    private static ToggleButton toggle(String id, String text, ToggleGroup group, Runnable chosen) {
        ToggleButton toggle = new ToggleButton(text);
        toggle.setId(id);
        toggle.setAccessibleText(text);
        toggle.getStyleClass().add("chip");
        toggle.setMinWidth(USE_PREF_SIZE);
        return choice(toggle, group, chosen);
    }

    private ToggleButton mode(Mode mode, String text, String hint) {
        ToggleButton toggle = toggle("import-mode-" + mode.name().toLowerCase(Locale.ROOT), text, modes, () -> {
            modeHint.setText(hint);
            model.change(choices -> choices.withMode(mode));
        });
        toggle.setUserData(mode);
        toggle.setAccessibleText(text + ". " + hint);
        return toggle;
    }

    private ToggleButton match(Match match, String text) {
        ToggleButton toggle = toggle("import-match-" + match.name().toLowerCase(Locale.ROOT), text, matches,
            () -> model.change(choices -> choices.withMatch(match)));
        toggle.setUserData(match);
        toggle.setAccessibleText("The same person by " + text);
        return toggle;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().addAll("row", "wizard-row");
        return row;
    }

    private static VBox stacked(Node... nodes) {
        VBox box = new VBox(nodes);
        box.getStyleClass().add("wizard-stack");
        return box;
    }

    private static StringConverter<ListSize> converter() {
        return new StringConverter<>() {
            @Override
            public String toString(ListSize list) {
                return list == null ? "" : "%s · %,d".formatted(list.name(), list.prospects());
            }

            @Override
            public ListSize fromString(String text) {
                throw new UnsupportedOperationException("is chosen, not typed");
            }
        };
    }

    private void showLists(List<ListSize> all) {
        existing.getItems().setAll(all);
        show(oldList, !all.isEmpty());
        show(newList, !all.isEmpty());
        if (all.isEmpty()) {
            newList.setSelected(true);
        }
        hintList();
    }

    private void newList() {
        show(listName, true);
        show(existing, false);
        model.change(choices -> choices.withListName(listName.getText()));
        hintList();
    }

    private void oldList() {
        show(listName, false);
        show(existing, true);
        if (existing.getValue() == null) {
            existing.getSelectionModel().selectFirst();
        }
        ListSize list = existing.getValue();
        if (list != null) {
            model.change(choices -> choices.withListName(list.name()));
        }
        hintList();
    }

    private void hintList() {
        String name = listName.getText().strip();
        String hint = !newList.isSelected() ? "" : name.isEmpty() ? "Without a name it is called like the file."
            : model.lists().get().stream().filter(list -> list.name().equals(name)).findFirst()
                .map(list -> "There is a list of this name with %,d %s: these are added to it.".formatted(list.prospects(),
                    list.prospects() == 1 ? "prospect" : "prospects")).orElse("");
        listHint.setText(hint);
        show(listHint, !hint.isEmpty());
    }

    private void hintCountry() {
        String problem = model.choices().get().problem();
        countryHint.setText(problem.isEmpty() ? "for numbers without a country code" : problem);
        countryHint.getStyleClass().removeAll("problem", "text-muted");
        countryHint.getStyleClass().add(problem.isEmpty() ? "text-muted" : "problem");
    }

    private VBox defaults() {
        defaultRows.getStyleClass().add("wizard-stack");
        Label words = label("Where a row says nothing, it gets these.", "text-muted", "text-small");
        defaults.getChildren().addAll(words, defaultRows, button("import-default-add", "Add a default value", () -> addDefault().requestFocus()));
        defaults.getStyleClass().add("wizard-stack");
        show(defaults, false);
        more.setGraphic(icon("fth-chevron-right"));
        return stacked(more, defaults);
    }

    private void fold() {
        boolean unfolded = !defaults.isVisible();
        show(defaults, unfolded);
        more.setGraphic(icon(unfolded ? "fth-chevron-down" : "fth-chevron-right"));
        if (unfolded && defaultRows.getChildren().isEmpty()) {
            addDefault().requestFocus();
        }
    }

    private ComboBox<FieldWords.Choice> addDefault() {
        int n = defaultRows.getChildren().size() + 1;
        ComboBox<FieldWords.Choice> field = new ComboBox<>();
        field.getItems().setAll(FieldWords.withDefault());
        field.setId("import-default-field-" + n);
        field.setAccessibleText("Field of default value " + n);
        field.setPromptText("Field");
        TextField value = new TextField();
        value.setId("import-default-value-" + n);
        value.setAccessibleText("Default value " + n);
        value.setPromptText("Value");
        Button drop = button("import-default-drop-" + n, "", () -> {}, "flat", "button-icon");
        drop.setGraphic(icon("fth-x"));
        drop.setAccessibleText("Remove default value " + n);
        HBox row = row(field, label("="), value, drop);
        Default added = new Default(field, value);
        values.add(added);
        drop.setOnAction(e -> {
            values.remove(added);
            defaultRows.getChildren().remove(row);
            more.requestFocus();
            readDefaults();
        });
        field.valueProperty().subscribe((before, now) -> readDefaults());
        value.textProperty().subscribe((before, now) -> readDefaults());
        defaultRows.getChildren().add(row);
        return field;
    }

    private void readDefaults() {
        Map<String, String> all = new LinkedHashMap<>();
        values.stream().filter(value -> value.field().getValue() != null && !value.text().getText().isBlank())
            .forEach(value -> all.put(value.field().getValue().field(), value.text().getText().strip()));
        model.change(choices -> choices.withDefaults(all));
    }

    /// Another file begins with its own options; the one that was shown keeps what was said.
    void update(Looked looked) {
        if (looked == shown) {
            return;
        }
        shown = looked;
        Choices now = model.choices().get();
        newList.setSelected(true);
        listName.setText(now.listName());
        country.setText(now.country());
        hintCountry();
        modes.getToggles().stream().filter(toggle -> toggle.getUserData() == now.mode()).forEach(toggle -> toggle.setSelected(true));
        matches.getToggles().stream().filter(toggle -> toggle.getUserData() == now.match()).forEach(toggle -> toggle.setSelected(true));
        if (now.defaults().isEmpty()) {
            values.clear();
            defaultRows.getChildren().clear();
            show(defaults, false);
            more.setGraphic(icon("fth-chevron-right"));
        }
    }

    Node first() {
        return listName.isVisible() ? listName : existing;
    }
}
