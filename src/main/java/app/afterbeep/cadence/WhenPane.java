package app.afterbeep.cadence;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.cadence.WhenRules.Bounds;
import app.afterbeep.cadence.WhenRules.Verdict;
import app.afterbeep.cadence.WhenRules.What;
import app.afterbeep.ui.Times;
import app.afterbeep.ui.controls.Controls;
import app.afterbeep.ui.controls.Calendars;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks for a time at the prospect's place: choices by digit, or a date and a time. What speaks against a time is said while it
/// is typed; what forbids it, when it is chosen.
public final class WhenPane extends VBox {
    private final What what;
    private final Bounds bounds;
    private final Consumer<Slot> chosen;
    private final DatePicker date = Calendars.picker("when-date", "Date");
    private final TextField time = new TextField();
    private final Label hint = label("", "text-muted");
    private final Label problem = label("", "problem");
    private final Button ok;
    private final String okText;
    private final List<Slot> choices;
    /// A time that is promised to somebody else and was chosen once: choosing it again takes it anyway.
    private @Nullable Instant warned;

    /// @param okText what the button says that takes the typed time
    /// @param cancel runs on Esc and Cancel
    public WhenPane(String title, String okText, What what, Bounds bounds, Consumer<Slot> chosen, Runnable cancel) {
        this.what = what;
        this.bounds = bounds;
        this.chosen = chosen;
        this.okText = okText;
        choices = WhenRules.choices(what, bounds);
        getStyleClass().addAll("card", "sheet");
        setId("when");
        setFocusTraversable(true);
        Label where = label(what == What.RETURN ? "The first call of the next series, from the beginning of that day there."
            : "Times at the prospect's place (" + Times.zone(bounds.zone()) + "), where it is " + Times.clock(bounds.now().atZone(bounds.zone())) + " now",
            "text-muted");
        ok = button("when-ok", okText, this::enter, "accent");
        List.of(where, hint, problem).forEach(Controls::wrapped);
        hint.setId("when-hint");
        problem.setId("when-problem");
        getChildren().addAll(label(title, "sheet-title"), where, quick(), exact(cancel), hint, problem);
        tell("", "");
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                cancel.run();
                e.consume();
            }
        });
        // Where no screen passes digits on, in a sheet.
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            boolean typing = time.isFocused() || date.isFocused();
            if (e.getCode().isDigitKey() && !typing && !e.isShiftDown() && !e.isAltDown()) {
                pick(e.getCode().getName().charAt(e.getCode().getName().length() - 1) - '0');
                e.consume();
            }
        });
    }

    private FlowPane quick() {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("choices");
        for (int i = 0; i < choices.size(); i++) {
            Slot slot = choices.get(i);
            Button choice = button("when-" + (i + 1), words(slot), () -> choose(slot));
            choice.setGraphic(cap(Integer.toString(i + 1)));
            pane.getChildren().add(choice);
        }
        return pane;
    }

    private String words(Slot slot) {
        return what == What.RETURN ? Times.date(slot.there().toLocalDate()) : Times.moment(slot.at(), bounds.zone(), bounds.now());
    }

    private FlowPane exact(Runnable cancel) {
        date.getEditor().setPrefColumnCount(8);
        date.setValue(choices.isEmpty() ? LocalDate.ofInstant(bounds.now(), bounds.zone()).plusDays(1)
            : (bounds.slots().isEmpty() ? choices.getLast() : choices.getFirst()).there().toLocalDate());
        Label dateLabel = label("Date");
        dateLabel.setLabelFor(date);
        date.getEditor().textProperty().subscribe((before, now) -> look());
        time.setId("when-time");
        time.setPromptText("10:15");
        time.setAccessibleText("Time at the prospect's place");
        Label timeLabel = label("Time");
        timeLabel.setLabelFor(time);
        time.setPrefColumnCount(7);
        time.setOnAction(e -> enter());
        time.textProperty().subscribe((before, now) -> look());
        if (what == What.RETURN) {
            date.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
                if (e.getCode() == KeyCode.ENTER && !date.isShowing()) {
                    enter();
                    e.consume();
                }
            });
        }
        // Where there is no room beside the date, the time goes to the next line with its name.
        HBox day = new HBox(dateLabel, date);
        HBox clock = new HBox(timeLabel, time);
        for (HBox each : List.of(day, clock)) {
            each.getStyleClass().add("row");
        }
        FlowPane exact = new FlowPane(day, clock, ok, button("when-cancel", "Cancel", cancel));
        exact.getStyleClass().addAll("row", "choices");
        show(clock, what != What.RETURN);
        return exact;
    }

    /// A digit: the choice with that number.
    public void pick(int number) {
        if (number >= 1 && number <= choices.size()) {
            choose(choices.get(number - 1));
        }
    }

    private void enter() {
        LocalDate day = day();
        Optional<LocalTime> at = Times.parseWorking(time.getText());
        if (day == null) {
            tell("", "Write the date as " + date.getConverter().toString(LocalDate.ofInstant(bounds.now(), bounds.zone()).plusDays(1)) + ".");
        } else if (what == What.RETURN) {
            choose(WhenRules.returning(bounds, day));
        } else if (at.isEmpty()) {
            tell("", "Write the time as 10:15, 2:30 pm or 14:30.");
        } else {
            choose(slot(day, at.get()));
        }
    }

    private Slot slot(LocalDate day, LocalTime at) {
        return new Slot(day.atTime(at).atZone(bounds.zone()).toInstant(), bounds.zone());
    }

    /// The date as it is typed: a picker takes it over only when it is left. Null when it is none.
    private @Nullable LocalDate day() {
        try {
            return date.getConverter().fromString(date.getEditor().getText());
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    private void choose(Slot slot) {
        Verdict verdict = WhenRules.judge(what, bounds, slot.at());
        if (verdict.good() || verdict.anyway() && slot.at().equals(warned)) {
            tell("", "");
            chosen.accept(slot);
            return;
        }
        if (what != What.RETURN && time.getText().isEmpty()) {
            // One of the choices: it can be seen, changed and taken anyway like a typed time.
            date.setValue(slot.there().toLocalDate());
            time.setText(Times.clock(slot.there()));
        }
        tell(verdict.hint(), verdict.problem());
        if (verdict.anyway()) {
            warned = slot.at();
            ok.setText(okText + " anyway");
        }
    }

    /// What is typed has changed: says what speaks against it as soon as it is a time.
    private void look() {
        warned = null;
        ok.setText(okText);
        LocalDate day = day();
        Optional<LocalTime> at = Times.parseWorking(time.getText());
        boolean whole = day != null && (what == What.RETURN || at.isPresent());
        Verdict verdict = !whole ? new Verdict("", false, "") : WhenRules.judge(what, bounds,
            (what == What.RETURN ? WhenRules.returning(bounds, day) : slot(day, at.orElseThrow())).at().truncatedTo(ChronoUnit.MILLIS));
        tell(verdict.hint(), "");
    }

    private void tell(String hinted, String wrong) {
        hint.setText(hinted);
        problem.setText(wrong);
        show(hint, !hinted.isEmpty());
        show(problem, !wrong.isEmpty());
    }
}
