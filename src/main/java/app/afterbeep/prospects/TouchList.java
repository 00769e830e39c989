package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tip;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.ui.Times;
import app.afterbeep.ui.controls.Controls;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
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
    private final List<Row> rows = new ArrayList<>();
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
        for (int i = rows.size(); i < shown.size(); i++) {
            Row row = new Row();
            rows.add(row);
            grid.addRow(i, row.when, row.sign, row.what);
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean used = i < shown.size();
            List.of(row.when, row.sign, row.what).forEach(node -> Controls.show(node, used));
            if (used) {
                row.draw(shown.get(i));
            }
        }
    }

    /// A line, kept for the touches of the next prospect: nodes that are new cost more than words that are.
    private final class Row {
        private final Label when = label("", "text-muted");
        private final Label sign = label("", "sign", "deposit");
        private final Label what = label("", "touch");

        Row() {
            when.setMinWidth(USE_PREF_SIZE);
            sign.setMinWidth(USE_PREF_SIZE);
            what.setMinHeight(USE_PREF_SIZE);
            GridPane.setValignment(when, VPos.TOP);
            GridPane.setValignment(sign, VPos.TOP);
        }

        void draw(Touch touch) {
            boolean takes = touch.weight() == Touch.Weight.WITHDRAWAL;
            String moment = Times.moment(touch.at(), shownZone, shownAt);
            when.setText(folded ? moment.replaceFirst(", \\d{1,2}:\\d{2}.*", "") : moment);
            sign.setText(touch.signs());
            // What was taken must not be what is cut off.
            what.setText(folded && takes ? touch.taken() + " · " + touch.what() : touch.what());
            style(sign, takes ? "withdrawal" : "deposit", takes ? "deposit" : "withdrawal");
            style(what, takes ? "withdrawal" : "touch", takes ? "touch" : "withdrawal");
            what.setWrapText(!folded);
            String spoken = touch.spoken();
            sign.setAccessibleText(spoken);
            tip(what, ((folded ? moment + ": " + touch.what() + "\n" : "") + spoken).strip());
        }

        private static void style(Label label, String style, String other) {
            if (label.getStyleClass().remove(other)) {
                label.getStyleClass().add(style);
            }
        }
    }
}
