package app.afterbeep.studio;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks for a new series: its name, and what it takes from the one that is shown.
final class NewSeriesPane extends VBox {
    NewSeriesPane(StudioViewModel model, StudioSeries series, Runnable close) {
        TextField name = new TextField();
        name.setId("new-series-name");
        name.setPromptText("Second idea");
        CheckBox copy = new CheckBox("Copy the texts of “" + series.name() + "”");
        copy.setId("new-series-copy");
        CheckBox own = new CheckBox("Steps of its own, else it shares those of “" + series.name() + "”");
        own.setId("new-series-own");
        SheetPane[] sheet = new SheetPane[1];
        sheet[0] = new SheetPane("new-series", "New series",
            "Nobody hears a message twice: a copied text counts as heard by whoever heard the first one, until you change it.", "Add",
            () -> model.addSeries(new StudioService.NewSeries(name.getText(), series, copy.isSelected(), own.isSelected()), close, sheet[0]::say), close);
        sheet[0].row("Name", name);
        sheet[0].wide(copy);
        sheet[0].wide(own);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet[0]);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                name.requestFocus();
            }
        });
    }
}
