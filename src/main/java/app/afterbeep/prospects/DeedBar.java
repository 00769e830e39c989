package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;

import app.afterbeep.ui.Shortcut;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// Below the table: how many there are and how many are chosen, and what can be done to them.
final class DeedBar extends FlowPane {
    private final Label found = label("", "text-muted", "text-small");
    private final Label chosen = label("", "strong", "text-small");
    private final Label progress = label("", "why-now");
    private final Button none;
    private final HBox working;
    private final List<Button> deeds;

    DeedBar(DeedViewModel model, Consumer<DeedView.Kind> ask, Runnable markNone) {
        setId("prospects-deeds");
        getStyleClass().addAll("choices", "table-tools", "deed-bar");
        setPrefWrapLength(100);
        found.setId("prospects-more");
        chosen.setId("prospects-chosen");
        progress.setId("deed-progress");
        progress.textProperty().bind(model.progress());
        none = button("prospects-choose-none", "Choose none", markNone, "flat");
        working = new HBox(progress, button("deed-stop", "Stop", model::stop));
        working.getStyleClass().add("row");
        model.progress().subscribe(text -> show(working, !text.isEmpty()));
        deeds = List.of(
            button("to-list", "To list…", Shortcut.TO_LIST, () -> ask.accept(DeedView.Kind.LIST), "small"),
            button("to-series", "To series…", Shortcut.TO_SERIES, () -> ask.accept(DeedView.Kind.SERIES), "small"),
            button("to-rest", "Rest…", Shortcut.TO_REST, () -> ask.accept(DeedView.Kind.REST), "small"),
            button("to-dnc", "Do not call…", Shortcut.TO_DNC, () -> ask.accept(DeedView.Kind.DNC), "small"));
        getChildren().addAll(found, chosen, none);
        getChildren().addAll(deeds);
        getChildren().add(working);
    }

    /// @param everybody -1 while nobody knows
    void update(long shown, long everybody, int marked) {
        found.setText(shown < 0 ? "Looking…" : everybody < 0 || everybody == shown ? (shown == 1 ? "1 prospect" : "%,d prospects".formatted(shown))
            : "%,d of %,d".formatted(shown, everybody));
        chosen.setText(marked == 0 ? "" : "%,d chosen".formatted(marked));
        show(chosen, marked > 0);
        show(none, marked > 0);
        deeds.forEach(each -> each.setDisable(shown <= 0));
    }
}
