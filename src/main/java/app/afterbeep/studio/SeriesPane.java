package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Asks for the name of a series and which series each list hears first; removes the series.
final class SeriesPane extends VBox {
    /// @param propose the lists are to hear this series: chosen already where somebody is left to begin
    SeriesPane(StudioViewModel model, StudioSeries series, boolean propose, Runnable close) {
        Studio studio = Objects.requireNonNull(model.studio().get());
        TextField name = new TextField(series.name());
        name.setId("series-name");
        CheckBox starts = new CheckBox("New lists begin with this series");
        starts.setId("series-starts");
        starts.setSelected(series.starts());
        // Another series takes it over; without one nothing would begin.
        starts.setDisable(series.starts());
        Map<StudioList, ComboBox<StudioSeries>> lists = new HashMap<>();
        SheetPane[] sheet = new SheetPane[1];
        sheet[0] = new SheetPane("series-sheet", propose ? "Who hears “" + series.name() + "”?" : "“" + series.name() + "”",
            propose ? "Lists with somebody left to begin are set to it. Change what should stay, then save." : SheetPane.sentence(UseRules.usedBy(series)),
            "Save", () -> {
            Map<StudioList, Long> chosen = new HashMap<>();
            lists.forEach((list, box) -> {
                if (box.getValue().id() != list.seriesId()) {
                    chosen.put(list, box.getValue().id());
                }
            });
            model.saveSeries(series, name.getText(), starts.isSelected(), chosen, close, sheet[0]::say);
        }, close);
        sheet[0].row("Name", name);
        sheet[0].wide(starts);
        GridPane rows = new GridPane();
        rows.getStyleClass().add("form");
        for (StudioList list : studio.lists()) {
            ComboBox<StudioSeries> box = SheetPane.choice("list-" + list.id(), StudioSeries::name);
            box.getItems().setAll(studio.series());
            box.getSelectionModel().select(propose && list.fresh() > 0 ? series : studio.find(list.seriesId()).orElse(series));
            Label of = label(list.name());
            of.setLabelFor(box);
            Label fresh = label(list.fresh() == 0 ? "nobody left to begin" : UseRules.prospects(list.fresh()) + " begin with it", "text-muted", "text-small");
            rows.addRow(rows.getRowCount(), of, box, fresh);
            lists.put(list, box);
        }
        if (studio.lists().isEmpty()) {
            sheet[0].wide(label("There is no list yet. Import one, then choose here what its prospects hear first.", "text-muted"));
        } else {
            sheet[0].wide(label("LISTS", "section"));
            ScrollPane scroll = new ScrollPane(rows);
            scroll.setFitToWidth(true);
            scroll.setFocusTraversable(false);
            scroll.getStyleClass().add("series-lists");
            sheet[0].wide(scroll);
            sheet[0].wide(label("Whoever was called already stays in their series until their rest.", "text-muted", "text-small"));
        }
        List<StudioSeries> others = studio.series().stream().filter(other -> other.id() != series.id()).toList();
        Button remove = button("series-remove", "Remove this series", () -> {
            close.run();
            model.removeSeries(series);
        }, "flat", "danger");
        remove.setDisable(others.isEmpty());
        sheet[0].aside(remove);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet[0]);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                name.requestFocus();
            }
        });
    }
}
