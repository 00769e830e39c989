package app.afterbeep.lists;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.lists.ImportWork.Past;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The latest imports, small: when, which file, what it came to; each opens its rows, where it can also be taken back.
final class EarlierImportsPane extends VBox {
    private final ImportViewModel model;
    private final VBox rows = new VBox();

    EarlierImportsPane(ImportViewModel model) {
        this.model = model;
        setId("import-earlier");
        getStyleClass().add("wizard-earlier");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("wizard-options");
        getChildren().addAll(label("EARLIER IMPORTS", "section"), scroll);
        model.earlier().subscribe(this::update);
    }

    private void update(List<Past> earlier) {
        rows.getChildren().setAll(earlier.stream().map(this::row).toList());
        show(this, !earlier.isEmpty());
    }

    private Button row(Past past) {
        Label when = label(model.when(past), "text-muted");
        when.getStyleClass().add("wizard-when");
        Label file = tipWhenCut(label(past.file(), "strong"));
        Label words = label(past.takenBack() ? "taken back" : past.words(), "text-muted");
        words.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(when, file, spring(), words);
        line.getStyleClass().add("row");
        Button row = new Button("", line);
        row.setId("import-earlier-" + past.id());
        row.setAccessibleText("Import of " + past.file() + ", " + when.getText() + ", " + words.getText() + ": open its rows");
        row.getStyleClass().add("wizard-earlier-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(row.widthProperty().subtract(24));
        row.setOnAction(e -> model.show(past));
        return row;
    }
}
