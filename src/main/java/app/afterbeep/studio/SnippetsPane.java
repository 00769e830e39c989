package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.button;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Edits the short texts that merge fields stand for, of one list or of all.
final class SnippetsPane extends VBox {
    private static final int EMPTY = 2;

    private final Studio studio;
    private final VBox rows = new VBox();
    private final ComboBox<Whose> whose = SheetPane.choice("snippets-list", Whose::name);
    private final List<TextField[]> fields = new ArrayList<>();

    /// @param list empty for all lists
    private record Whose(Optional<Long> list, String name) {
        @Nullable Long id() {
            return list.orElse(null);
        }
    }

    SnippetsPane(StudioViewModel model, Studio studio, Runnable close) {
        this.studio = studio;
        whose.getItems().add(new Whose(Optional.empty(), "All lists"));
        studio.lists().forEach(list -> whose.getItems().add(new Whose(Optional.of(list.id()), list.name())));
        SheetPane[] sheet = new SheetPane[1];
        sheet[0] = new SheetPane("snippets", "Snippets",
            "A script that says {{pain}} says the text that you write here. A list's own text goes before the one for all lists, and both before a column of the import.",
            "Save", () -> model.saveSnippets(whose.getValue().id(), typed(), close, sheet[0]::say), close);
        sheet[0].row("For", whose);
        rows.getStyleClass().add("snippet-rows");
        sheet[0].wide(rows);
        sheet[0].wide(button("snippet-add", "Another line", () -> add("", ""), "flat"));
        whose.valueProperty().subscribe(chosen -> show(chosen));
        whose.getSelectionModel().selectFirst();
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet[0]);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                fields.getFirst()[0].requestFocus();
            }
        });
    }

    private List<Snippet> typed() {
        return fields.stream().map(pair -> new Snippet(whose.getValue().id(), pair[0].getText(), pair[1].getText())).toList();
    }

    private void show(@Nullable Whose chosen) {
        if (chosen == null) {
            return;
        }
        fields.clear();
        rows.getChildren().clear();
        List<Snippet> there = studio.snippets().stream().filter(snippet -> Objects.equals(snippet.listId(), chosen.id())).toList();
        there.forEach(snippet -> add(snippet.name(), snippet.text()));
        List<String> usual = List.of("pain", "value");
        for (int i = 0; i < EMPTY; i++) {
            String name = usual.get(i);
            if (there.stream().noneMatch(snippet -> snippet.name().equals(name))) {
                add(name, "");
            }
        }
    }

    private void add(String name, String text) {
        int number = fields.size() + 1;
        TextField named = new TextField(name);
        named.setId("snippet-name-" + number);
        named.setAccessibleText("Name of snippet " + number);
        named.setPromptText("name");
        named.getStyleClass().add("snippet-name");
        TextField says = new TextField(text);
        says.setId("snippet-text-" + number);
        says.setAccessibleText("Text of snippet " + number);
        says.setPromptText("what it says");
        HBox.setHgrow(says, Priority.ALWAYS);
        HBox row = new HBox(named, says);
        row.getStyleClass().add("row");
        rows.getChildren().add(row);
        fields.add(new TextField[] {named, says});
        if (name.isEmpty() && named.getScene() != null) {
            named.requestFocus();
        }
    }
}
