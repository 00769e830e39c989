package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks how long prospects rest after the series, and what they hear then.
final class RestPane extends VBox {
    RestPane(StudioViewModel model, StudioSeries series, Runnable close) {
        TextField from = SheetPane.days("rest-from", series.cadence().restFrom());
        TextField to = SheetPane.days("rest-to", series.cadence().restTo());
        from.setAccessibleText("Shortest rest in days");
        to.setAccessibleText("Longest rest in days");
        ComboBox<Next> next = SheetPane.choice("rest-next", Next::name);
        List<Next> choices = new ArrayList<>(List.of(new Next(Optional.empty(), "The same again, what is new of it")));
        Objects.requireNonNull(model.studio().get()).series().stream().filter(one -> one.id() != series.id())
            .forEach(one -> choices.add(new Next(Optional.of(one.id()), one.name())));
        next.getItems().setAll(choices);
        next.getSelectionModel().select(choices.stream().filter(one -> one.id().equals(Optional.ofNullable(series.nextId()))).findFirst().orElse(choices.getFirst()));
        SheetPane[] sheet = new SheetPane[1];
        sheet[0] = new SheetPane("rest-sheet", "Rest after “" + series.name() + "”",
            "Counts from the next rest on: whoever rests already comes back as it was planned. They return spread over these days.", "Change", () -> {
                Optional<Integer> first = sheet[0].days(from, 1);
                Optional<Integer> last = first.isEmpty() ? Optional.empty() : sheet[0].days(to, first.get());
                if (last.isPresent()) {
                    close.run();
                    model.saveRest(series, first.get(), last.get(), next.getValue().id().orElse(null));
                }
            }, close);
        HBox span = new HBox(from, label("to"), to, label("days", "text-muted"));
        span.getStyleClass().add("row");
        sheet[0].row("Rest", span);
        sheet[0].row("Then", next);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet[0]);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                from.requestFocus();
            }
        });
    }

    /// What can follow: a series, or the same again.
    private record Next(Optional<Long> id, String name) {}
}
