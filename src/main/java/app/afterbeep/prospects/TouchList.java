package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.label;

import app.afterbeep.ui.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The history of a prospect, newest first, with the balance of deposits and withdrawals above it. Scrolls by itself, or is as
/// high as it needs to be where all around it scrolls.
public final class TouchList extends VBox {
    private final Label balance = label("", "section");
    private final GridPane grid = new GridPane();

    public TouchList() {
        this(true);
    }

    /// @param scrolls by itself
    public TouchList(boolean scrolls) {
        getStyleClass().add("touches");
        grid.getStyleClass().add("touch-grid");
        ColumnConstraints when = new ColumnConstraints();
        when.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints what = new ColumnConstraints();
        what.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(when, what);
        balance.setMinHeight(USE_PREF_SIZE);
        if (!scrolls) {
            getChildren().addAll(balance, grid);
            return;
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(balance, scroll);
    }

    /// @param zone in which the times are shown
    public void show(List<Touch> touches, ZoneId zone, Instant now) {
        long deposits = touches.stream().filter(t -> t.weight() == Touch.Weight.DEPOSIT).count();
        long withdrawals = touches.stream().filter(t -> t.weight() == Touch.Weight.WITHDRAWAL).count();
        balance.setText(touches.isEmpty() ? "NO TOUCH YET" : "SO FAR · " + count(deposits, "deposit") + ", " + count(withdrawals, "withdrawal"));
        grid.getChildren().clear();
        int row = 0;
        for (Touch touch : touches) {
            Label when = label(Times.moment(touch.at(), zone, now), "text-muted");
            when.setMinWidth(USE_PREF_SIZE);
            Label what = label(touch.what(), touch.weight() == Touch.Weight.WITHDRAWAL ? "withdrawal" : "touch");
            what.setWrapText(true);
            what.setMinHeight(USE_PREF_SIZE);
            GridPane.setValignment(when, VPos.TOP);
            grid.addRow(row++, when, what);
        }
    }

    private static String count(long n, String word) {
        return n + " " + word + (n == 1 ? "" : "s");
    }
}
