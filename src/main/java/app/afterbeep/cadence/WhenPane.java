package app.afterbeep.cadence;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.label;

import app.afterbeep.prospects.CallingHours;
import app.afterbeep.ui.Times;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks for a time at the prospect's place: quick choices by digit, or a date and a time.
public final class WhenPane extends VBox {
    private final ZoneId zone;
    private final Instant now;
    private final Consumer<Slot> chosen;
    private final @Nullable CallingHours calls;
    private final DatePicker date = new DatePicker();
    private final TextField time = new TextField();
    private final Label problem = label("", "problem");
    private final List<Slot> quick;

    /// @param calls  the legal calling hours; null for a meeting, which is no call
    /// @param cancel runs on Esc and Cancel
    public WhenPane(String title, ZoneId zone, Instant now, @Nullable CallingHours calls, Consumer<Slot> chosen, Runnable cancel) {
        boolean meeting = calls == null;
        this.calls = calls;
        this.zone = zone;
        this.now = now;
        this.chosen = chosen;
        this.quick = quick(now.atZone(zone), meeting);
        getStyleClass().addAll("card", "sheet");
        setId("when");
        setFocusTraversable(true);
        Label question = label(title, "sheet-title");
        Label where = label("Times at the prospect's place (" + Times.zone(zone) + "), where it is " + Times.clock(now.atZone(zone)) + " now",
            "text-muted");
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("choices");
        for (int i = 0; i < quick.size(); i++) {
            Slot slot = quick.get(i);
            Button choice = button("when-" + (i + 1), Times.moment(slot.at(), zone, now), () -> chosen.accept(slot));
            choice.setGraphic(cap(Integer.toString(i + 1)));
            choices.getChildren().add(choice);
        }
        date.setId("when-date");
        date.getEditor().setPrefColumnCount(8);
        date.setValue(quick.getLast().there().toLocalDate());
        Label dateLabel = label("Date");
        dateLabel.setLabelFor(date);
        date.setAccessibleText("Date");
        time.setId("when-time");
        time.setPromptText("10:15");
        time.setAccessibleText("Time at the prospect's place");
        Label timeLabel = label("Time");
        timeLabel.setLabelFor(time);
        time.setPrefColumnCount(7);
        time.setOnAction(e -> enter());
        FlowPane exact = new FlowPane(dateLabel, date, timeLabel, time, button("when-ok", meeting ? "Book it" : "Call then", this::enter, "accent"),
            button("when-cancel", "Cancel", cancel));
        exact.getStyleClass().addAll("row", "choices");
        getChildren().addAll(question, where, choices, exact, problem);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                cancel.run();
                e.consume();
            }
        });
    }

    /// A digit: the quick choice with that number.
    public void pick(int number) {
        if (number >= 1 && number <= quick.size()) {
            chosen.accept(quick.get(number - 1));
        }
    }

    private void enter() {
        Optional<LocalTime> at = Times.parseWorking(time.getText());
        LocalDate day = date.getValue();
        if (at.isEmpty() || day == null) {
            problem.setText("Write the time as 10:15, 2:30 pm or 14:30.");
        } else {
            Slot slot = new Slot(day.atTime(at.get()).atZone(zone).toInstant(), zone);
            if (slot.at().isBefore(now)) {
                problem.setText("That time is over there. Choose a later one.");
            } else if (calls != null && !calls.open(List.of(zone), slot.at())) {
                problem.setText("Calls are placed between " + Times.clock(calls.from()) + " and " + Times.clock(calls.to()) + " there. Choose a time in between.");
            } else {
                problem.setText("");
                chosen.accept(slot);
            }
        }
    }

    /// What people say most often, seen from `now` there: later today, tomorrow, next week. Never in the past, never at night.
    public static List<Slot> quick(ZonedDateTime now, boolean meeting) {
        List<ZonedDateTime> times = new ArrayList<>();
        ZonedDateTime hour = now.truncatedTo(ChronoUnit.HOURS);
        if (!meeting) {
            times.add(now.truncatedTo(ChronoUnit.MINUTES).plusMinutes(60 - now.getMinute() % 15));
            times.add(hour.withHour(16));
        }
        ZonedDateTime next = workday(hour.plusDays(1));
        times.add(next.withHour(9));
        times.add(next.withHour(meeting ? 11 : 14));
        times.add(workday(next.plusDays(1)).withHour(10));
        times.add(workday(hour.with(java.time.temporal.TemporalAdjusters.next(DayOfWeek.MONDAY))).withHour(10));
        if (meeting) {
            times.add(workday(next.plusDays(1)).withHour(14));
            times.add(workday(hour.plusDays(7)).withHour(hour.getHour() >= 9 && hour.getHour() <= 16 ? hour.getHour() : 14));
        }
        return times.stream().filter(t -> t.isAfter(now.plusMinutes(10)) && t.getHour() >= 8 && t.getHour() < 20).distinct().sorted()
            .map(t -> new Slot(t.toInstant(), t.getZone())).toList();
    }

    private static ZonedDateTime workday(ZonedDateTime day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
