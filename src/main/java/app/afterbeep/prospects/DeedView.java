package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.prospects.Deeds.Choices;
import app.afterbeep.prospects.Deeds.Series;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Sheets;
import app.afterbeep.ui.controls.Calendars;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The sheet before something is done to the chosen prospects: what exactly, and what follows from it.
final class DeedView extends VBox {
    /// What is asked for.
    enum Kind {
        LIST("To a list", "Move"), SERIES("To a series", "Move"), REST("Let them rest", "Rest"), DNC("Do not call", "Never call again");

        private final String title;
        private final String verb;

        Kind(String title, String verb) {
            this.title = title;
            this.verb = verb;
        }
    }

    private final DeedViewModel model;
    private final MainWindow window;
    private final Label title = label("", "sheet-title");
    private final Label consequences = label("", "why-now");
    private final ComboBox<String> list = new ComboBox<>();
    private final ComboBox<Series> series = new ComboBox<>();
    private final CheckBox keepStep = new CheckBox("Whoever is under way keeps their step");
    private final DatePicker until = Calendars.picker("deed-until", "Until");
    private final VBox listBox;
    private final VBox seriesBox;
    private final VBox restBox;
    private final Button ok;
    private Kind kind = Kind.LIST;
    private long[] ids = new long[0];

    DeedView(DeedViewModel model, MainWindow window) {
        this.model = model;
        this.window = window;
        Sheets.frame(this, "deed", "log-sheet");
        list.setId("deed-list");
        list.setEditable(true);
        list.setPromptText("Choose a list, or type a new name");
        series.setId("deed-series");
        series.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Series each) {
                return each == null ? "" : each.name();
            }

            @Override
            public @Nullable Series fromString(String text) {
                return null;
            }
        });
        keepStep.setId("deed-keep-step");
        until.setPromptText("as the cadence says");
        listBox = field("List", list);
        seriesBox = field("Series", series);
        seriesBox.getChildren().add(keepStep);
        restBox = field("Until (empty: as the cadence says, spread)", until);
        list.setMaxWidth(Double.MAX_VALUE);
        series.setMaxWidth(Double.MAX_VALUE);
        list.getEditor().textProperty().subscribe(text -> look());
        series.valueProperty().subscribe(chosen -> look());
        keepStep.selectedProperty().subscribe(keep -> look());
        until.valueProperty().subscribe(day -> look());
        consequences.setId("deed-consequences");
        wrapped(consequences);
        consequences.setMaxWidth(Double.MAX_VALUE);
        ok = button("deed-ok", "Move", this::carryOut, "accent");
        HBox foot = Sheets.foot(spring(), button("deed-cancel", "Cancel", Shortcut.CLOSE, this::close), ok);
        getChildren().addAll(title, listBox, seriesBox, restBox, consequences, foot);
        model.consequences().subscribe(said -> {
            consequences.setText(said.isEmpty() ? "Looking…" : String.join("\n", said));
            ok.setDisable(said.isEmpty() || deed() == null);
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && !ok.isDisabled() && !list.isShowing() && !series.isShowing() && !until.isShowing()
                && !(e.getTarget() instanceof Button)) {
                carryOut();
                e.consume();
            }
        });
    }

    private static VBox field(String text, Node control) {
        Label label = label(text, "text-muted", "text-small");
        label.setLabelFor(control);
        control.setAccessibleText(text);
        VBox box = new VBox(label, control);
        box.getStyleClass().add("field-box");
        return box;
    }

    /// Asks what to do with these people.
    void open(Kind what, long[] chosen) {
        model.choices(choices -> open(what, chosen, choices));
    }

    private void open(Kind what, long[] chosen, Choices choices) {
        kind = what;
        ids = new long[0];
        title.setText(what.title + " · " + DeedViewModel.people(chosen.length));
        list.getItems().setAll(choices.lists());
        list.setValue(null);
        list.getEditor().clear();
        series.getItems().setAll(choices.series());
        series.setValue(choices.series().isEmpty() ? null : choices.series().getFirst());
        keepStep.setSelected(false);
        until.setValue(null);
        show(listBox, what == Kind.LIST);
        show(seriesBox, what == Kind.SERIES);
        show(restBox, what == Kind.REST);
        ok.setText(what.verb);
        ok.setAccessibleText(what.verb);
        ok.getStyleClass().setAll(ok.getStyleClass().stream().filter(style -> !List.of("accent", "danger").contains(style)).toList());
        ok.getStyleClass().add(what == Kind.DNC ? "danger" : "accent");
        ids = chosen;
        look();
        window.openSheet(this, this::close);
        (switch (what) {
            case LIST -> list;
            case SERIES -> series;
            case REST -> until;
            case DNC -> ok;
        }).requestFocus();
    }

    private @Nullable Deed deed() {
        Series chosen = series.getValue();
        String name = list.getEditor().getText() == null ? "" : list.getEditor().getText().strip();
        LocalDate day = until.getValue();
        return switch (kind) {
            case LIST -> name.isEmpty() ? null : new Deed.ToList(name);
            case SERIES -> chosen == null ? null : new Deed.ToSeries(chosen.id(), chosen.name(), keepStep.isSelected());
            case REST -> new Deed.ToRest(day);
            case DNC -> new Deed.ToDnc();
        };
    }

    private void look() {
        Deed deed = deed();
        if (ids.length == 0) {
            return;
        }
        if (deed == null) {
            consequences.setText("Choose a list, or type a name for a new one.");
            ok.setDisable(true);
        } else {
            model.look(deed, ids);
        }
    }

    private void carryOut() {
        Deed deed = deed();
        if (deed != null) {
            window.closeSheet();
            model.carryOut(deed, ids);
        }
    }

    private void close() {
        window.closeSheet();
    }
}
