package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.icon;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.ui.Lines;
import app.afterbeep.prospects.Summary;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.ui.Shortcut;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The text as a real prospect hears or reads it, with every key.
final class PreviewPane extends VBox {
    private static final int FOUND = 5;
    private static final int LONGEST_NAME = 40;

    private final EditorViewModel model;
    private final Label title = label("", "section");
    private final TextField search = new TextField();
    private final VBox found = new VBox();
    private final GridPane head = new GridPane();
    private final TextFlow text = new TextFlow();
    private final ScrollPane scroll;

    PreviewPane(EditorViewModel model) {
        this.model = model;
        getStyleClass().add("preview");
        title.setId("preview-title");
        title.setMinWidth(0);
        wrapped(title);
        text.setId("preview-text");
        text.getStyleClass().add("preview-text");
        search.setId("preview-search");
        search.setPromptText("Someone else");
        search.setAccessibleText("Show it for another prospect: a name, a company or a number");
        search.textProperty().subscribe(model.shownFor()::search);
        search.setOnAction(e -> model.shownFor().found().get().stream().findFirst().ifPresent(this::choose));
        HBox top = new HBox(title, spring(), arrow("preview-before", "fth-chevron-left", "The prospect before", Shortcut.PERSON_BEFORE, false),
            arrow("preview-next", "fth-chevron-right", "The next prospect", Shortcut.NEXT_PERSON, true), search);
        HBox.setHgrow(title, Priority.SOMETIMES);
        top.getStyleClass().addAll("row", "preview-top");
        found.getStyleClass().add("preview-found");
        head.getStyleClass().addAll("facts", "preview-head");
        VBox body = new VBox(head, text);
        body.getStyleClass().add("preview-body");
        scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, found, scroll);
        model.shownFor().found().subscribe(this::showFound);
        model.body().subscribe(this::fill);
        model.subject().subscribe(this::fill);
        model.shownFor().person().subscribe(this::fill);
        model.current().subscribe((before, now) -> {
            fill();
            if (before == null || now == null || before.script().scriptId() != now.script().scriptId()) {
                scroll.setVvalue(0);
            }
        });
        model.foot().subscribe(this::fill);
    }

    private Button arrow(String id, String icon, String says, Shortcut key, boolean after) {
        Button arrow = button(id, "", () -> model.shownFor().beside(after), "flat", "button-icon");
        arrow.setGraphic(icon(icon));
        arrow.setAccessibleText(says + ", key " + key.cap());
        arrow.setTooltip(new Tooltip(says + "  " + key.cap()));
        return arrow;
    }

    private void showFound(List<Summary> rows) {
        boolean searching = !search.getText().isBlank();
        found.getChildren().setAll(rows.stream().limit(FOUND).map(this::row).toList());
        if (searching && rows.isEmpty()) {
            found.getChildren().add(label("Nobody of that name.", "text-muted"));
        }
        show(found, searching);
        show(scroll, !searching);
    }

    private Node row(Summary person) {
        Button row = button("preview-found-" + person.id(), Lines.of(", ", person.name(), person.company()), () -> choose(person), "flat");
        row.setMinWidth(0);
        row.setMnemonicParsing(false);
        return row;
    }

    private void choose(Summary person) {
        model.shownFor().choose(person.id());
        search.clear();
    }

    private void fill() {
        Person person = model.shownFor().person().get();
        EditorText opened = model.current().get();
        show(this, opened != null);
        if (person == null || opened == null) {
            return;
        }
        String does = opened.email() ? " READS IT" : " HEARS IT";
        title.setText(("As " + shortened(person.name()) + does).toUpperCase(Locale.ROOT) + (person.id() == 0 ? ", WHO IS MADE UP" : ""));
        head.getChildren().clear();
        show(head, opened.email());
        if (opened.email()) {
            fillHead(opened, person);
        }
        MergeText filled = MergeText.of(model.body().get().text(), person.values());
        text.getChildren().setAll(filled.pieces().stream().map(PreviewPane::piece).toList());
        if (opened.email()) {
            Text foot = new Text(model.foot().get().stripTrailing());
            foot.getStyleClass().add("preview-foot");
            text.getChildren().add(foot);
        }
        text.setAccessibleText(filled.text() + (opened.email() ? model.foot().get() : ""));
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).strip() + "…" : name;
    }

    private static Node piece(MergeText.Piece piece) {
        Text node = new Text(piece.text());
        node.getStyleClass().add(piece.missing() ? "script-missing" : "script-words");
        return node;
    }

    private void fillHead(EditorText opened, Person person) {
        MergeText own = MergeText.of(model.subject().get(), person.values());
        EditorText.Thread thread = opened.thread();
        String from = person.values().getOrDefault("my_name", "");
        String answered = thread == null ? "" : MergeText.of(thread.subject(), person.values()).text();
        line(0, "From", from.isEmpty() ? "[my name]" : from, from.isEmpty());
        line(1, "To", person.email().isEmpty() ? "no address: no email goes out" : person.name() + " <" + person.email() + ">", person.email().isEmpty());
        line(2, "Subject", thread == null ? own.text() : "Re: " + answered, thread == null && (own.text().isBlank() || !own.missing().isEmpty()));
        line(3, "Thread", thread == null ? "Begins a thread."
            : "Answers “" + answered + "” of step " + thread.ordinal() + ". Where that one was not sent: “" + own.text() + "”.", false);
    }

    private void line(int row, String name, String value, boolean missing) {
        Label says = label(value, missing ? "problem" : "preview-fact");
        says.setId("preview-" + name.toLowerCase(Locale.ROOT));
        says.setWrapText(true);
        Label what = label(name, "text-muted");
        what.setMinWidth(USE_PREF_SIZE);
        head.addRow(row, what, says);
        GridPane.setHgrow(says, Priority.ALWAYS);
        GridPane.setValignment(what, javafx.geometry.VPos.TOP);
    }
}
