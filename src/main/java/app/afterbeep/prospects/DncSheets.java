package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.ui.Lines;
import app.afterbeep.prospects.DncListStore.Dnc;
import app.afterbeep.prospects.DncReport.Rejected;
import app.afterbeep.prospects.DncRules.Item;
import app.afterbeep.prospects.DncService.Meant;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.DataTable;
import app.afterbeep.ui.controls.Sheets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the do-not-call list asks in front of the screen: what is added, why something comes off, how a file went.
final class DncSheets {
    private final DncViewModel model;
    private final MainWindow window;
    private final TextField value = field("dnc-new", "Number, address, domain or name");
    private final TextField note = field("dnc-note", "Who asked, or where it comes from");
    private final TextField reason = field("dnc-reason", "Why it comes off the list");
    private final Label understood = label("", "text-muted");
    private final VBox people = new VBox();

    DncSheets(DncViewModel model, MainWindow window) {
        this.model = model;
        this.window = window;
        value.setPromptText("(212) 555-0144, ann@example.com, example.com or Ann Lee");
        value.textProperty().subscribe((before, typed) -> model.typed(typed));
        understood.setId("dnc-understood");
        wrapped(understood);
        people.setId("dnc-people");
        people.getStyleClass().add("field-box");
        model.meant().subscribe(this::update);
    }

    private static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        GridPane.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private Label problem() {
        Label problem = label("", "problem");
        problem.setId("dnc-problem");
        wrapped(problem);
        problem.textProperty().bind(model.problem());
        problem.textProperty().subscribe(text -> show(problem, !text.isEmpty()));
        return problem;
    }

    private void open(String id, Node first, Node... content) {
        VBox sheet = new VBox(content);
        Sheets.frame(sheet, id, "log-sheet");
        window.openSheet(sheet, this::close);
        first.requestFocus();
    }

    private void close() {
        model.forget();
        model.seen();
        window.closeSheet();
    }

    private static Button main(Button button) {
        button.setDefaultButton(true);
        button.getStyleClass().add("accent");
        return button;
    }

    private static void row(GridPane form, String name, TextField field) {
        Label label = label(name);
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        form.addRow(form.getRowCount(), label, field);
    }

    /// Asks what is put on the list.
    void add() {
        value.clear();
        note.clear();
        model.forget();
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        row(form, "Do not call", value);
        row(form, "Note", note);
        note.setPromptText("Who asked, when");
        open("dnc-adding", value, label("Add to the do-not-call list", "sheet-title"), form, understood, people, problem(),
            Sheets.foot(button("dnc-cancel", "Cancel", Shortcut.CLOSE, this::close), main(button("dnc-ok", "Add", () -> model.add(value.getText(), note.getText(), this::close)))));
    }

    private void update(Meant meant) {
        understood.setText(meant.item().map(item -> switch (item.kind()) {
            case PHONE -> item.shown() + ": nobody who has this number is called on it.";
            case EMAIL -> item.value() + ": whoever has this address is neither called nor emailed.";
            case DOMAIN -> item.value() + ": everybody with an address there, or below it, is neither called nor emailed.";
        }).orElse(meant.people().isEmpty() ? "A number, an email address, a domain, or the name of one of your prospects."
            : "Do you mean one of these? All their numbers and their address go onto the list."));
        people.getChildren().setAll(meant.people().stream().map(this::person).toList());
        show(people, !meant.people().isEmpty());
    }

    private Button person(Summary person) {
        String words = Lines.piece(person.name()) + (person.company().isEmpty() || person.company().equals(person.name()) ? "" : ", " + Lines.piece(person.company()))
            + (person.phone().isEmpty() ? "" : " · " + PhoneNumbers.shown(person.phone()));
        return tipWhenCut(button("dnc-person-" + person.id(), words, () -> model.addPerson(person.id(), note.getText(), this::close)));
    }

    /// Asks why an entry comes off.
    void remove(Dnc entry) {
        reason.clear();
        model.forget();
        String shown = new Item(entry.kind(), entry.value()).shown();
        Label words = wrapped(label(entry.who().isEmpty() ? "Nobody in your lists has it now. Whoever comes with it may be called."
            : entry.who() + " may be called again, unless something else on the list says no.", "text-muted"));
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        row(form, "Reason", reason);
        reason.setPromptText("Signed up again on our site, Nov 20");
        open("dnc-removing", reason, label("Take " + shown + " off the list", "sheet-title"), words, form, label("The reason is kept for good.", "text-muted"),
            problem(), Sheets.foot(button("dnc-cancel", "Cancel", Shortcut.CLOSE, this::close),
                main(button("dnc-take-off", "Take off", () -> model.remove(entry, reason.getText(), this::close)))));
    }

    /// Says how a file went.
    void report(DncReport report) {
        HBox figures = new HBox(figure(report.added(), "added"), figure(report.known(), "already there"), figure(report.rejected(), "rejected"));
        figures.getStyleClass().add("figures");
        figures.setId("dnc-counts");
        Button close = main(button("dnc-close", "Close", Shortcut.CLOSE, this::close));
        Label title = tipWhenCut(label(report.stopped() ? "Stopped: what was read of " + report.file() + " is on the list"
            : "On the do-not-call list: " + report.file(), "sheet-title"));
        if (report.rows().isEmpty()) {
            open("dnc-report", close, title, figures, Sheets.foot(close));
            return;
        }
        DataTable<Rejected> table = new DataTable<>("dnc-rejected", "Rejected lines", Rejected::line);
        table.getStyleClass().add("one-line");
        table.text("dnc-line", "Line", 4, row -> Long.toString(row.line()), Comparator.comparingLong(Rejected::line), "right")
            .text("dnc-why", "Reason", 22, Rejected::reason).text("dnc-text", "Line of the file", 14, Rejected::text, "quiet");
        table.show(report.rows());
        table.setPrefHeight(220);
        List<Node> content = List.of(title, figures, label("REJECTED", "section"), table, Sheets.foot(close));
        open("dnc-report", close, Objects.requireNonNull(content.toArray(Node[]::new)));
    }

    private static VBox figure(int n, String what) {
        Label number = label("%,d".formatted(n), "figure");
        number.setAccessibleText(number.getText() + " " + what);
        return new VBox(number, label(what, "text-muted", "text-small"));
    }
}
