package app.afterbeep.ui.controls;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What all sheets in front of the screens share: the frame, and the foot with its buttons.
public final class Sheets {
    private Sheets() {}

    /// Makes `sheet` look like one; it is as large as what is in it.
    ///
    /// @param kinds style classes that say how wide it is
    public static void frame(VBox sheet, String id, String... kinds) {
        sheet.setId(id);
        sheet.getStyleClass().addAll("card", "sheet");
        sheet.getStyleClass().addAll(kinds);
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /// The row of buttons below, at the right.
    public static HBox foot(Node... nodes) {
        HBox foot = new HBox(nodes);
        foot.getStyleClass().addAll("row", "sheet-foot");
        return foot;
    }
}
