package app.afterbeep.ui.controls;

import static app.afterbeep.ui.controls.Controls.label;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Two days to look at everything between. Says so as soon as both are there, in either order.
public final class DayRange extends HBox {
    private final DatePicker from;
    private final DatePicker to;
    private final BiConsumer<LocalDate, LocalDate> chosen;
    private boolean setting;

    /// @param screen begins the ids: `review-from`, `review-to`, `review-range-row`
    public DayRange(String screen, BiConsumer<LocalDate, LocalDate> chosen) {
        this.chosen = chosen;
        setId(screen + "-range-row");
        getStyleClass().addAll("row", "range");
        from = picker(screen + "-from", "First day");
        to = picker(screen + "-to", "Last day");
        getChildren().addAll(named("From", from), from, named("to", to), to);
    }

    private static Label named(String text, DatePicker picker) {
        Label name = label(text, "text-muted");
        name.setLabelFor(picker);
        return name;
    }

    private DatePicker picker(String id, String name) {
        DatePicker picker = Calendars.picker(id, name);
        picker.getStyleClass().add("day");
        picker.valueProperty().subscribe((before, day) -> {
            if (!setting && day != null) {
                choose();
            }
        });
        return picker;
    }

    /// Shows these days, and tells nobody.
    public void show(LocalDate first, LocalDate last) {
        setting = true;
        from.setValue(first);
        to.setValue(last);
        setting = false;
    }

    /// Whether both days are there.
    public boolean complete() {
        return from.getValue() != null && to.getValue() != null;
    }

    /// Tells the days, if both are there.
    public void choose() {
        if (complete()) {
            chosen.accept(from.getValue(), to.getValue());
        }
    }
}
