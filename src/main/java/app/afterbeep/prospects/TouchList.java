package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.ui.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
    private final Label balance = tipWhenCut(label("", "section"));
    private final HBox head = new HBox(balance);
    private final GridPane grid = new GridPane();
    private List<Touch> shown = List.of();
    private ZoneId shownZone = ZoneOffset.UTC;
    private Instant shownAt = Instant.EPOCH;
    private boolean folded;

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
        shown = touches;
        shownZone = zone;
        shownAt = now;
        draw();
    }

    /// Folded each touch has one line, whose whole text is in its tooltip, and what is a week ago has its day alone.
    public void fold(boolean yes) {
        if (folded != yes) {
            folded = yes;
            draw();
        }
    }

    private void draw() {
        grid.getChildren().clear();
        int row = 0;
        for (Touch touch : shown) {
            boolean takes = touch.weight() == Touch.Weight.WITHDRAWAL;
            String moment = Times.moment(touch.at(), shownZone, shownAt);
            Label when = label(folded ? moment.replaceFirst(", \\d{1,2}:\\d{2}.*", "") : moment, "text-muted");
            when.setMinWidth(USE_PREF_SIZE);
            Label sign = label(touch.signs(), "sign", takes ? "withdrawal" : "deposit");
            sign.setMinWidth(USE_PREF_SIZE);
            // What was taken must not be what is cut off.
            Label what = label(folded && takes ? touch.taken() + " · " + touch.what() : touch.what(), takes ? "withdrawal" : "touch");
            what.setWrapText(!folded);
            what.setMinHeight(USE_PREF_SIZE);
            String spoken = touch.spoken();
            sign.setAccessibleText(spoken);
            String tip = ((folded ? moment + ": " + touch.what() + "\n" : "") + spoken).strip();
            what.setTooltip(tip.isEmpty() ? null : new Tooltip(tip));
            GridPane.setValignment(when, VPos.TOP);
            GridPane.setValignment(sign, VPos.TOP);
            grid.addRow(row++, when, sign, what);
        }
    }
}
