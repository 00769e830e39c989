package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.facts;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.prospects.PersonEdits.Text;
import app.afterbeep.ui.Shortcut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who somebody is, edited where it stands: numbers first, then name, company, email, address, list and what came with the list.
final class PersonFieldsPane extends VBox {
    private final EditViewModel model;
    private final VBox numbers = new VBox();
    private final GridPane grid = facts("in-place-facts");
    private final GridPane extra = facts("in-place-facts");
    private final Map<Text, TextEdit> texts = new EnumMap<>(Text.class);
    private final TextEdit list;
    private final TextEdit added;
    private final TextEdit field;
    private final Map<String, TextEdit> extras = new TreeMap<>();
    private List<Phone> phones = List.of();
    private @Nullable Prospect shown;

    PersonFieldsPane(EditViewModel model) {
        this.model = model;
        getStyleClass().add("person-fields");
        numbers.getStyleClass().add("field-box");
        added = new TextEdit("edit-add-number", "Add a number, in any notation", (text, tell) -> edit((edits, p) -> edits.addNumber(p, text), tell));
        added.prompt("Add a number");
        for (Text text : Text.values()) {
            TextEdit edit = new TextEdit("edit-" + text.name().toLowerCase(Locale.ROOT), text.label(),
                (value, tell) -> edit((edits, p) -> edits.save(p, text, value), tell));
            texts.put(text, edit);
            row(grid, text.label(), edit);
        }
        list = new TextEdit("edit-list", "List", (value, tell) -> edit((edits, p) -> edits.saveList(p, value), tell));
        row(grid, "List", list);
        field = new TextEdit("edit-add-field", "Add a field, as Industry: Steel", (text, tell) -> {
            int colon = text.indexOf(':');
            if (colon < 1 || text.substring(colon + 1).isBlank()) {
                tell.accept("Write a name, a colon and a value, such as Industry: Steel.");
            } else {
                edit((edits, p) -> edits.saveField(p, text.substring(0, colon).strip(), text.substring(colon + 1)), tell);
            }
        });
        field.prompt("Add a field, as Industry: Steel");
        getChildren().addAll(numbers, added, grid, extra, field);
    }

    private static void row(GridPane grid, String what, TextEdit edit) {
        Label label = tipWhenCut(label(what, "text-muted", "fact"));
        label.setLabelFor(edit.field());
        grid.addRow(grid.getRowCount(), label, edit);
        GridPane.setValignment(label, VPos.TOP);
    }

    private interface Change {
        String run(PersonEdits edits, Prospect prospect) throws Exception;
    }

    private void edit(Change change, java.util.function.Consumer<String> tell) {
        Prospect prospect = shown;
        if (prospect != null) {
            model.edit(prospect.id(), edits -> change.run(edits, prospect), tell);
        }
    }

    void show(Prospect prospect) {
        Prospect before = shown;
        boolean other = before == null || before.id() != prospect.id();
        shown = prospect;
        texts.forEach((text, edit) -> edit.fill(text.of(prospect), other));
        list.fill(prospect.listName(), other);
        if (other || !phones.equals(prospect.phones())) {
            phones = prospect.phones();
            added.fill("", true);
            showNumbers(prospect);
        }
        if (other || before == null || !extras.keySet().equals(prospect.fields().keySet())) {
            showExtras(prospect);
            field.fill("", true);
        }
        extras.forEach((name, edit) -> edit.fill(prospect.fields().getOrDefault(name, ""), other));
    }

    private void showNumbers(Prospect prospect) {
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < prospect.phones().size(); i++) {
            rows.add(number(prospect.phones().get(i), i));
        }
        numbers.getChildren().setAll(rows);
    }

    private Node number(Phone phone, int place) {
        TextEdit edit = new TextEdit("edit-number-" + place, "Number " + (place + 1), (text, tell) -> edit((edits, p) -> edits.correctNumber(p, phone, text), tell));
        edit.fill(PhoneNumbers.shown(phone), true);
        edit.field().getStyleClass().add(phone.usable() ? "contact-number" : "contact-unusable");
        HBox.setHgrow(edit, Priority.ALWAYS);
        MenuButton more = new MenuButton("⋯");
        more.setId("number-more-" + place);
        more.setAccessibleText("What to do with number " + (place + 1));
        more.getStyleClass().addAll("flat", "more");
        more.setMinWidth(USE_PREF_SIZE);
        if (place > 0) {
            more.getItems().add(item("Dial this one first", (edits, p) -> edits.dialFirst(p, phone), edit));
        }
        more.getItems().addAll(item(phone.bad() ? "It is the right number" : "It is a wrong number", (edits, p) -> edits.mark(p, phone, !phone.bad()), edit),
            item("Take it away", (edits, p) -> edits.removeNumber(p, phone), edit));
        HBox row = new HBox(edit, more);
        String marks = ProspectRules.marks(phone);
        return marks.isEmpty() ? row : new VBox(row, label(marks, phone.usable() ? "text-muted" : "problem", "text-small"));
    }

    private MenuItem item(String text, Change change, TextEdit edit) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> edit(change, wrong -> {
            if (!wrong.isEmpty()) {
                edit.field().setTooltip(new javafx.scene.control.Tooltip(wrong));
            }
        }));
        return item;
    }

    private void showExtras(Prospect prospect) {
        extras.clear();
        extra.getChildren().clear();
        new TreeMap<>(prospect.fields()).forEach((name, value) -> {
            TextEdit edit = new TextEdit("edit-field-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'), name,
                (text, tell) -> edit((edits, p) -> edits.saveField(p, name, text), tell));
            extras.put(name, edit);
            row(extra, name, edit);
        });
    }

    /// The keyboard goes to the first name.
    void takeKeyboard() {
        TextEdit first = texts.get(Text.FIRST_NAME);
        if (first != null) {
            first.field().requestFocus();
            first.field().selectAll();
        }
    }

    /// What the pane's head offers.
    static Node actions(Runnable open, Runnable edit, Runnable merge) {
        FlowPane row = new FlowPane(button("prospects-open", "Open in session", open), button("prospects-edit", "Edit", Shortcut.EDIT, edit),
            button("prospects-merge", "Merge…", Shortcut.MERGE, merge));
        row.getStyleClass().add("choices");
        row.setPrefWrapLength(100);
        return row;
    }
}
