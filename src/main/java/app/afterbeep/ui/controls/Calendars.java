package app.afterbeep.ui.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DatePicker;
import javafx.scene.control.skin.DatePickerSkin;

/// Fields for a day, whose calendar can be read out too: JavaFX leaves its arrows without names.
public final class Calendars {
    private static final List<String> PARTS = List.of("month", "year");

    private Calendars() {}

    public static DatePicker picker(String id, String name) {
        DatePicker picker = new DatePicker();
        picker.setId(id);
        picker.setAccessibleText(name);
        picker.showingProperty().subscribe(showing -> {
            if (showing && picker.getSkin() instanceof DatePickerSkin skin) {
                nameArrows(skin.getPopupContent());
            }
        });
        return picker;
    }

    private static void nameArrows(Node calendar) {
        List<Node> spinners = new ArrayList<>(calendar.lookupAll(".spinner"));
        for (int i = 0; i < Math.min(PARTS.size(), spinners.size()); i++) {
            for (Node arrow : spinners.get(i).lookupAll(".button")) {
                if (arrow instanceof ButtonBase button) {
                    button.setAccessibleText(button.getStyleClass().contains("left-button") ? "The " + PARTS.get(i) + " before" : "The next " + PARTS.get(i));
                }
            }
        }
    }
}
