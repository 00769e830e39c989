package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.prospects.PersonEdits.Newcomer;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Sheets;
import java.util.function.LongConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Adds one person by hand.
final class AddView extends VBox {
    private final EditViewModel model;
    private final MainWindow window;
    private final LongConsumer added;
    private final GridPane fields = new GridPane();
    private final TextField first = entry("new-first-name", "First name");
    private final TextField last = entry("new-last-name", "Last name");
    private final TextField company = entry("new-company", "Company");
    private final TextField number = entry("new-number", "Number");
    private final TextField email = entry("new-email", "Email");
    private final TextField list = entry("new-list", "List");
    private final Label problem = label("", "problem");

    AddView(EditViewModel model, MainWindow window, LongConsumer added) {
        this.model = model;
        this.window = window;
        this.added = added;
        Sheets.frame(this, "add-person", "log-sheet");
        fields.getStyleClass().add("form");
        list.setPromptText("Added by hand");
        problem.setId("new-problem");
        wrapped(problem);
        HBox foot = Sheets.foot(spring(), button("new-cancel", "Cancel", Shortcut.CLOSE, window::closeSheet), button("new-ok", "Add", this::add, "accent"));
        getChildren().addAll(label("Add a person", "sheet-title"), label("A number is needed, in any notation. Whoever you add is called as a fresh prospect.", "text-muted"),
            fields, problem, foot);
    }

    private TextField entry(String id, String name) {
        TextField entry = new TextField();
        entry.setId(id);
        entry.setPrefColumnCount(24);
        entry.setAccessibleText(name);
        entry.setOnAction(e -> add());
        GridPane.setHgrow(entry, Priority.ALWAYS);
        Label label = label(name);
        label.setLabelFor(entry);
        label.setMinWidth(USE_PREF_SIZE);
        fields.addRow(fields.getRowCount(), label, entry);
        return entry;
    }

    void open() {
        for (TextField each : new TextField[] {first, last, company, number, email, list}) {
            each.clear();
        }
        tell("");
        window.openSheet(this, window::closeSheet);
        first.requestFocus();
    }

    private void add() {
        model.add(new Newcomer(first.getText(), last.getText(), company.getText(), number.getText(), email.getText(), list.getText()), id -> {
            window.closeSheet();
            added.accept(id);
        }, this::tell);
    }

    private void tell(String wrong) {
        problem.setText(wrong);
        show(problem, !wrong.isEmpty());
    }
}
