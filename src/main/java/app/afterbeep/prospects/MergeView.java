package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.ui.Lines;
import app.afterbeep.prospects.PersonEdits.Likely;
import app.afterbeep.prospects.PersonEdits.Line;
import app.afterbeep.prospects.PersonEdits.Merge;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Sheets;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Makes two prospects one: who the other one is, then both side by side, with what is kept.
final class MergeView extends VBox {
    private final EditViewModel model;
    private final MainWindow window;
    private final Label title = label("", "sheet-title");
    private final TextField search = new TextField();
    private final ListView<Likely> list = new ListView<>();
    private final VBox picking;
    private final GridPane lines = new GridPane();
    private final Label consequences = label("", "why-now");
    private final VBox comparing;
    private final Button ok;
    private final Button swap;
    private @Nullable Prospect prospect;
    private @Nullable Merge drawn;

    MergeView(EditViewModel model, MainWindow window) {
        this.model = model;
        this.window = window;
        Sheets.frame(this, "merge", "log-sheet");
        search.setId("merge-search");
        search.setPromptText("Name, company, number or email of the other one");
        search.setAccessibleText("Find the other one");
        search.textProperty().subscribe((before, typed) -> {
            Prospect one = prospect;
            if (one != null) {
                model.find(one, typed);
            }
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                e.consume();
            }
        });
        search.setOnAction(e -> pick());
        list.setId("merge-likely");
        list.setAccessibleText("Who may be the same person");
        list.setPrefHeight(210);
        list.setPlaceholder(label("Nobody has the same number, email or name and company. Type a name above.", "text-muted"));
        list.setCellFactory(view -> new LikelyCell());
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                pick();
                e.consume();
            }
        });
        list.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                pick();
            }
        });
        picking = new VBox(search, list);
        picking.getStyleClass().add("field-box");
        lines.getStyleClass().addAll("facts", "merge-lines");
        consequences.setId("merge-consequences");
        wrapped(consequences);
        consequences.setMaxWidth(Double.MAX_VALUE);
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(260);
        scroll.getStyleClass().add("edge-to-edge");
        comparing = new VBox(scroll, consequences);
        comparing.getStyleClass().add("field-box");
        ok = button("merge-ok", "Merge", this::carryOut, "accent");
        swap = button("merge-swap", "Keep the other one", this::swap);
        HBox foot = Sheets.foot(swap, spring(), button("merge-cancel", "Cancel", Shortcut.CLOSE, window::closeSheet), ok);
        getChildren().addAll(title, picking, comparing, foot);
        model.likely().subscribe(found -> {
            list.getItems().setAll(found);
            list.getSelectionModel().selectFirst();
        });
        model.merge().subscribe(this::update);
    }

    /// @param other who it is the same as, when the rep has chosen two; else null
    void open(Prospect one, @Nullable Long other) {
        prospect = one;
        search.clear();
        model.beginMerge(one);
        update(null);
        window.openSheet(this, window::closeSheet);
        if (other != null) {
            model.compare(one.id(), other);
        }
        search.requestFocus();
    }

    private void pick() {
        Prospect one = prospect;
        Likely other = list.getSelectionModel().getSelectedItem();
        if (one != null && other != null) {
            model.compare(one.id(), other.id());
        }
    }

    private void swap() {
        Merge now = model.merge().get();
        if (now != null) {
            model.compare(now.goes().id(), now.stays().id());
        }
    }

    private void carryOut() {
        if (model.merge().get() == null) {
            pick();
        } else {
            model.carryOut(window::closeSheet);
        }
    }

    private void update(@Nullable Merge merge) {
        show(picking, merge == null);
        show(comparing, merge != null);
        show(swap, merge != null);
        Prospect one = prospect;
        if (merge == null) {
            title.setText(one == null ? "Merge" : "Who is the same person as " + one.name() + "?");
            ok.setText("Compare");
            drawn = null;
            return;
        }
        title.setText("Merge " + Lines.piece(merge.goes().name()) + " into " + Lines.piece(merge.stays().name()));
        ok.setText("Merge");
        consequences.setText(String.join("\n", merge.consequences()));
        Merge before = drawn;
        drawn = merge;
        // A choice redraws nothing: the keyboard stays where it is.
        if (before == null || before.stays().id() != merge.stays().id() || before.goes().id() != merge.goes().id()) {
            draw(merge);
            ok.requestFocus();
        }
    }

    private void draw(Merge merge) {
        lines.getChildren().clear();
        if (merge.lines().isEmpty()) {
            lines.add(label("Name, company, email and address are the same.", "text-muted"), 0, 0);
            return;
        }
        lines.addRow(0, label("Kept is", "text-muted", "fact"), head(merge.stays(), "stays"), head(merge.goes(), "goes"));
        int row = 1;
        for (Line line : merge.lines()) {
            ToggleGroup group = new ToggleGroup();
            lines.addRow(row, label(line.what(), "text-muted", "fact"), choice(line, false, group, row), choice(line, true, group, row));
            row++;
        }
    }

    /// Two of the same name are told apart by their company.
    private static Label head(Prospect person, String what) {
        String company = person.company().isEmpty() || person.company().equals(person.name()) ? "" : ", " + person.company();
        Label head = tipWhenCut(label(person.name() + company + " (" + what + ")", "text-muted", "fact"));
        head.setMaxWidth(220);
        return head;
    }

    private Node choice(Line line, boolean other, ToggleGroup group, int row) {
        String value = other ? line.others() : line.mine();
        RadioButton choice = tipWhenCut(new RadioButton(value.isEmpty() ? "(nothing)" : value));
        choice.setId("merge-" + (other ? "other" : "mine") + "-" + row);
        choice.setAccessibleText(line.what() + ": " + choice.getText().toLowerCase(Locale.ROOT));
        choice.setToggleGroup(group);
        choice.setSelected(line.other() == other);
        choice.setMaxWidth(220);
        choice.selectedProperty().subscribe(selected -> {
            if (selected) {
                model.choose(line, other);
            }
        });
        return choice;
    }

    private static final class LikelyCell extends ListCell<Likely> {
        @Override
        protected void updateItem(@Nullable Likely item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? null : Lines.piece(item.name()) + (item.company().isEmpty() || item.company().equals(item.name()) ? "" : ", " + Lines.piece(item.company()))
                + " · " + item.why());
        }
    }
}
