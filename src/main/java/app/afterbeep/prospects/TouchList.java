package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.ui.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The history of a prospect, newest first, with the balance of deposits and withdrawals above it and a sign on each line that
/// counted. Scrolls by itself, or is as high as it needs to be where all around it scrolls.
public final class TouchList extends VBox {
    private final Label balance = label("", "section");
    private final HBox head = new HBox(balance);
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
        ColumnConstraints sign = new ColumnConstraints();
        sign.setMinWidth(USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(when, sign, what);
        balance.setId("balance");
        balance.setMinHeight(USE_PREF_SIZE);
        balance.setMinWidth(0);
        head.getStyleClass().add("row");
        head.setMinHeight(USE_PREF_SIZE);
        if (!scrolls) {
            getChildren().addAll(head, grid);
            return;
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    /// Puts something beside the balance.
    public void beside(Node node) {
        head.getChildren().addAll(spring(), node);
    }

    /// @param zone in which the times are shown
    public void show(List<Touch> touches, ZoneId zone, Instant now) {
        show(touches, new Balance(touches.stream().flatMap(touch -> touch.entries().stream()).toList()), zone, now);
    }

    /// @param whole the balance, also of what lies further back than `touches`
    public void show(List<Touch> touches, Balance whole, ZoneId zone, Instant now) {
        balance.setText(touches.isEmpty() ? "NO TOUCH YET" : "SO FAR · " + whole.words());
        grid.getChildren().clear();
        int row = 0;
        for (Touch touch : touches) {
            boolean takes = touch.weight() == Touch.Weight.WITHDRAWAL;
            Label when = label(Times.moment(touch.at(), zone, now), "text-muted");
            when.setMinWidth(USE_PREF_SIZE);
            Label sign = label(touch.signs(), "sign", takes ? "withdrawal" : "deposit");
            sign.setMinWidth(USE_PREF_SIZE);
            Label what = label(touch.what(), takes ? "withdrawal" : "touch");
            what.setWrapText(true);
            what.setMinHeight(USE_PREF_SIZE);
            if (!touch.entries().isEmpty()) {
                sign.setAccessibleText(touch.spoken());
                sign.setTooltip(new Tooltip(touch.spoken()));
                what.setTooltip(new Tooltip(touch.spoken()));
            }
            GridPane.setValignment(when, VPos.TOP);
            GridPane.setValignment(sign, VPos.TOP);
            grid.addRow(row++, when, sign, what);
        }
    }
}
