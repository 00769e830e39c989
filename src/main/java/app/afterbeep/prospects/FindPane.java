package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.emptyState;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.prospects.FindViewModel.Preview;
import app.afterbeep.prospects.FindViewModel.Stranger;
import app.afterbeep.prospects.ProspectService.Found;
import app.afterbeep.ui.Lines;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.DataTable;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Finds one person: a field that takes any part of a name, company or number, who matches, and beside it who the selected one is. The arrow
/// keys walk through the matches while one goes on typing; Enter takes the selected one, or adds whom nobody knows.
public final class FindPane extends VBox {
    private final FindViewModel model;
    private final LongConsumer chosen;
    private final TextField field = new TextField();
    private final DataTable<Summary> table = new DataTable<>("find-results", "Who matches", Summary::id);
    private final Label more = label("", "text-muted", "text-small");
    private final VBox preview = new VBox();
    private final Label name = tipWhenCut(label("", "pane-title"));
    private final Label work = label("", "text-muted");
    private final Label pending = label("", "why-now");
    private final Label note = label("", "note-text");
    private final TouchList touches = new TouchList();
    private final HBox desk;
    private @Nullable Node form;

    /// @param chosen is told who was taken, by Enter or by a double click
    public FindPane(FindViewModel model, LongConsumer chosen) {
        this.model = model;
        this.chosen = chosen;
        getStyleClass().add("find-pane");
        field.setId("find-field");
        field.setPromptText("Name, company or number, as it comes");
        field.setAccessibleText("Find by any part of a name, company or number");
        field.textProperty().subscribe((before, typed) -> model.search(typed));
        field.setOnAction(e -> take());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        table.person("find-who", "Who", 11, Summary::name, row -> row.company().equals(row.name()) ? "" : row.company())
            .text("find-phone", "Number", 9.5, row -> row.phone().isEmpty() ? "" : PhoneNumbers.shown(row.phone()))
            .text("find-state", "Stands", 7.5, row -> row.status().label(), "quiet").givingWay();
        table.onSelected(row -> model.select(row == null ? null : row.id()));
        table.onOpened(this::take);
        VBox list = new VBox(table, more);
        VBox.setVgrow(table, Priority.ALWAYS);
        list.getStyleClass().add("find-list");
        HBox.setHgrow(list, Priority.ALWAYS);
        preview.getStyleClass().add("find-preview");
        preview.setId("find-preview");
        name.setId("find-name");
        pending.setId("find-pending");
        for (Label text : new Label[] {pending, note}) {
            wrapped(text);
            text.setMaxWidth(Double.MAX_VALUE);
        }
        VBox.setVgrow(touches, Priority.ALWAYS);
        touches.setMinHeight(0);
        preview.getChildren().addAll(new VBox(name, work), pending, touches, note);
        desk = new HBox(list, preview);
        desk.getStyleClass().add("find-desk");
        desk.setMinHeight(0);
        VBox.setVgrow(desk, Priority.ALWAYS);
        getChildren().addAll(field, desk);
        model.found().subscribe(this::update);
        model.preview().subscribe(this::update);
    }

    /// Empty, with the keyboard.
    public void begin() {
        showForm(null);
        field.clear();
        model.begin();
        field.requestFocus();
    }

    /// Who is selected now, or null.
    public @Nullable Preview selected() {
        return model.preview().get();
    }

    private void walk(KeyEvent event) {
        int step = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> 8;
            case PAGE_UP -> -8;
            default -> 0;
        };
        if (step == 0 || table.rows().isEmpty()) {
            return;
        }
        Summary now = table.selected();
        int next = Math.clamp((now == null ? -1L : table.rows().indexOf(now)) + step, 0, table.rows().size() - 1);
        table.select(table.rows().get(next));
        model.select(table.rows().get(next).id());
        event.consume();
    }

    private void take() {
        Summary row = table.selected();
        // What stands there must be the answer to what is typed.
        if (!model.found().get().query().equals(field.getText())) {
            return;
        }
        if (row != null) {
            chosen.accept(row.id());
        } else if (table.rows().isEmpty() && !field.getText().isBlank()) {
            showForm(form());
        }
    }

    private void update(Found found) {
        table.setEmpty(found.query().isBlank()
            ? emptyState("Who is it?", "Type or paste what you know: a part of the name, the company, or the last digits of the number.")
            : emptyState("Nobody is called “" + found.query().strip() + "”", "In your lists no name or company begins with that, and no number begins or ends with it.",
                button("find-add", "Add this person…", Shortcut.OPEN, () -> showForm(form()), "accent")));
        table.show(found.rows());
        more.setText((found.found() < ProspectService.COUNTED ? "The first %,d of %,d. Type more to see fewer." : "The first %,d of %,d or more. Type more to see fewer.")
            .formatted(found.rows().size(), found.found()));
        show(more, found.found() > found.rows().size());
    }

    private void update(@Nullable Preview shown) {
        show(preview, shown != null);
        if (shown == null) {
            return;
        }
        Prospect prospect = shown.person().prospect();
        name.setText(prospect.name());
        work.setText(Stream.of(prospect.title(), prospect.company().equals(prospect.name()) ? "" : prospect.company()).filter(s -> !s.isEmpty()).map(Lines::piece)
            .collect(Collectors.joining(" · ")));
        show(work, !work.getText().isEmpty());
        pending.setText(String.join("\n", shown.pending()));
        show(pending, !shown.pending().isEmpty());
        note.setText(prospect.note());
        show(note, !prospect.note().isBlank());
        touches.show(shown.person().touches(), prospect.place().zone(), model.now());
    }

    private void showForm(@Nullable Node next) {
        if (form != null) {
            getChildren().remove(form);
        }
        form = next;
        show(desk, next == null);
        if (next != null) {
            getChildren().add(next);
        }
    }

    private Node form() {
        Stranger known = model.stranger();
        TextField who = entry("add-name", known.name());
        TextField company = entry("add-company", known.company());
        TextField number = entry("add-number", known.number());
        GridPane fields = new GridPane();
        fields.getStyleClass().add("form");
        fields.addRow(0, named("Name", who), who);
        fields.addRow(1, named("Company", company), company);
        fields.addRow(2, named("Number", number), number);
        Label problem = label("", "problem");
        problem.setId("add-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problem());
        Runnable add = () -> model.add(new Stranger(who.getText(), company.getText(), number.getText()), chosen);
        for (TextField each : new TextField[] {who, company, number}) {
            each.setOnAction(e -> add.run());
        }
        // Enter led here: pressed once more it adds nobody without a name.
        who.setOnAction(e -> {
            if (who.getText().isBlank()) {
                company.requestFocus();
            } else {
                add.run();
            }
        });
        HBox actions = new HBox(button("add-ok", "Add and open", add, "accent"), button("add-cancel", "Search again", () -> {
            showForm(null);
            field.requestFocus();
        }));
        actions.getStyleClass().add("row");
        VBox box = new VBox(label("They go into the list “Added by hand”, as a fresh prospect. A number is needed.", "text-muted"), fields, problem, actions);
        box.getStyleClass().add("find-form");
        (known.name().isEmpty() ? who : number).sceneProperty().subscribe(scene -> {
            if (scene != null) {
                (known.name().isEmpty() ? who : number).requestFocus();
            }
        });
        return box;
    }

    private static TextField entry(String id, String text) {
        TextField entry = new TextField(text);
        entry.setId(id);
        entry.setPrefColumnCount(22);
        return entry;
    }

    private static Label named(String text, TextField entry) {
        Label label = label(text);
        label.setLabelFor(entry);
        label.setMinWidth(Region.USE_PREF_SIZE);
        entry.setAccessibleText(text);
        return label;
    }
}
