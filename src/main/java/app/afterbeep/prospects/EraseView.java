package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.prospects.Erasures.Plan;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Controls;
import app.afterbeep.ui.controls.Sheets;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The sheet before a person is erased: what goes, what stays, and their name to be typed, as this is the one thing that can't be undone.
final class EraseView extends VBox {
    private final EraseViewModel model;
    private final MainWindow window;
    private final Label title = label("", "sheet-title");
    private final VBox goes = new VBox();
    private final VBox stays = new VBox();
    private final CheckBox keepAway = new CheckBox("Put their numbers and address on the do-not-call list, without the name, so that no import brings them back");
    private final Label listed = label("Their numbers and address stay on the do-not-call list, without the name: no import brings them back to be called.", "text-muted");
    private final Label takes = label("", "text-muted");
    private final Label ask = label("");
    private final TextField typed = new TextField();
    private final Button ok = button("erase-ok", "Erase for good", this::erase, "danger");
    private final Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), e -> second()));
    private int gone;
    private @Nullable Plan plan;

    EraseView(EraseViewModel model, MainWindow window) {
        this.model = model;
        this.window = window;
        Sheets.frame(this, "erase", "log-sheet");
        goes.setId("erase-goes");
        stays.setId("erase-stays");
        keepAway.setId("erase-keep-away");
        wrapped(keepAway);
        typed.setId("erase-name");
        takes.setId("erase-takes");
        seconds.setCycleCount(Animation.INDEFINITE);
        ask.setLabelFor(typed);
        List.of(listed, takes, ask).forEach(Controls::wrapped);
        typed.textProperty().subscribe(text -> look());
        model.busy().subscribe(this::begin);
        typed.setOnAction(e -> erase());
        HBox foot = Sheets.foot(spring(), button("erase-cancel", "Cancel", Shortcut.CLOSE, this::close), ok);
        getChildren().addAll(title, label("This is erased, and can’t be undone:", "strong"), goes, label("This stays:", "strong"), stays, keepAway, listed, takes, ask, typed, foot);
    }

    void open(Prospect person) {
        model.plan(person, read -> {
            plan = read;
            title.setText("Erase " + read.name());
            fill(goes, read.goes());
            fill(stays, read.stays());
            keepAway.setSelected(true);
            show(keepAway, !read.dnc());
            show(listed, read.dnc());
            takes.setText(read.takes());
            show(takes, !read.takes().isEmpty());
            ask.setText("Type “" + read.name() + "” to confirm");
            typed.setAccessibleText("Type the name to confirm: " + read.name());
            typed.clear();
            look();
            window.openSheet(this, this::close);
            typed.requestFocus();
        });
    }

    private static void fill(VBox box, List<String> sentences) {
        box.getChildren().setAll(sentences.stream().map(sentence -> {
            Label point = label("·");
            point.setMinWidth(USE_PREF_SIZE);
            return new HBox(6, point, wrapped(label(sentence + ".")));
        }).toList());
    }

    /// It is begun, or at its end.
    private void begin(boolean busy) {
        gone = 0;
        if (busy) {
            seconds.playFromStart();
        } else {
            seconds.stop();
        }
        look();
    }

    private void second() {
        gone++;
        look();
    }

    private void look() {
        Plan now = plan;
        boolean busy = model.busy().get();
        ok.setText(busy && now != null ? now.progress(gone) : "Erase for good");
        ok.setDisable(now == null || busy || !now.confirmedBy(typed.getText()));
    }

    private void erase() {
        Plan now = plan;
        if (now != null && !ok.isDisabled()) {
            model.erase(now, keepAway.isSelected() || now.dnc(), this::close);
        }
    }

    private void close() {
        if (!model.busy().get()) {
            plan = null;
            typed.clear();
            window.closeSheet();
        }
    }
}
