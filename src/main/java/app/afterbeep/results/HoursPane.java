package app.afterbeep.results;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.results.ResultsRules.Slot;
import app.afterbeep.ui.Times;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// When people are reached: one field for each hour of the week at the prospects' places. The map is one stop of the keyboard; the
/// arrow keys go from field to field, and the line below says each in words.
final class HoursPane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int FIRST = 8;
    private static final int LAST = 17;
    /// The rate of the strongest colour: nobody reaches more than half.
    private static final double FULL = 0.4;
    private static final double PALEST = 0.06;
    private static final double STRONGEST = 0.5;

    private final Label best = label("", "strong");
    private final GridPane map = new GridPane();
    private final Label said = label("", "text-muted");
    private List<DayOfWeek> weekdays = List.of();
    private int first = FIRST;
    private int hours;
    private Map<Slot, Figures> slots = Map.of();
    private @Nullable Slot chosen;
    private Map<Slot, Node> cells = Map.of();

    HoursPane() {
        getStyleClass().add("results-part");
        best.setId("results-best");
        wrapped(best);
        map.setId("results-hours");
        map.getStyleClass().add("hours");
        map.setFocusTraversable(true);
        map.setAccessibleRole(AccessibleRole.TEXT);
        map.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        map.setOnMouseClicked(e -> map.requestFocus());
        map.focusedProperty().subscribe(focused -> choose(focused ? (chosen == null ? firstSlot() : chosen) : null));
        said.setId("results-hour");
        wrapped(said);
        VBox.setVgrow(map, Priority.ALWAYS);
        VBox card = new VBox(label("Connects by hour, at the prospect's place", "pane-title"), best, map, said);
        card.getStyleClass().addAll("card", "hours-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().addAll(card, Definitions.label("hours-definitions", Definitions.HOURS));
    }

    void update(Map<Slot, Figures> shown) {
        slots = shown.entrySet().stream().filter(slot -> slot.getValue().attempts() > 0).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        weekdays = Arrays.stream(DayOfWeek.values()).filter(day -> day.getValue() <= DayOfWeek.FRIDAY.getValue()
            || slots.keySet().stream().anyMatch(slot -> slot.weekday() == day))
            .sorted(Comparator.comparingInt(day -> Math.floorMod(day.getValue() - Times.firstDay().getValue(), 7))).toList();
        first = Math.min(FIRST, slots.keySet().stream().mapToInt(Slot::hour).min().orElse(FIRST));
        hours = Math.max(LAST, slots.keySet().stream().mapToInt(Slot::hour).max().orElse(LAST)) - first + 1;
        best.setText(bestWords());
        map.getChildren().clear();
        map.getColumnConstraints().setAll(new ColumnConstraints());
        map.getColumnConstraints().getFirst().setMinWidth(USE_PREF_SIZE);
        map.getRowConstraints().setAll(new RowConstraints());
        cells = new HashMap<>();
        for (int i = 0; i < hours; i++) {
            ColumnConstraints column = new ColumnConstraints(0, 0, Double.MAX_VALUE);
            column.setHgrow(Priority.ALWAYS);
            map.getColumnConstraints().add(column);
            Label hour = label(hour(first + i), "chart-label", "hour");
            hour.setMaxWidth(Double.MAX_VALUE);
            map.add(hour, i + 1, 0);
        }
        for (int row = 0; row < weekdays.size(); row++) {
            RowConstraints line = new RowConstraints();
            line.setVgrow(Priority.ALWAYS);
            map.getRowConstraints().add(line);
            DayOfWeek weekday = weekdays.get(row);
            map.add(label(weekday.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), "chart-label", "weekday"), 0, row + 1);
            for (int i = 0; i < hours; i++) {
                Slot slot = new Slot(weekday, first + i);
                Node cell = cell(slot, slots.getOrDefault(slot, Figures.NONE));
                cells.put(slot, cell);
                map.add(cell, i + 1, row + 1);
            }
        }
        map.setAccessibleText("Connects by weekday and hour there. " + slots.keySet().stream()
            .sorted(Comparator.comparing((Slot slot) -> weekdays.indexOf(slot.weekday())).thenComparing(Slot::hour)).map(this::words).collect(Collectors.joining(" ")));
        choose(map.isFocused() ? firstSlot() : null);
    }

    private String bestWords() {
        Figures all = slots.values().stream().reduce(Figures.NONE, Figures::plus);
        if (all.attempts() < ResultsRules.ENOUGH_FOR_BEST) {
            return "Too few calls to name a best hour: %,d of %d.".formatted(all.attempts(), ResultsRules.ENOUGH_FOR_BEST);
        }
        Optional<Integer> hour = ResultsRules.bestHour(slots);
        String overall = "%d %% of %,d over all".formatted(ResultsRules.percent(all.connects(), all.attempts()), all.attempts());
        return hour.map(h -> {
            Figures then = ResultsRules.ofHour(slots, h);
            return "Reached most often from %s to %s there: %d %% of %,d calls, %s.".formatted(hour(h), hour(h + 1),
                ResultsRules.percent(then.connects(), then.attempts()), then.attempts(), overall);
        }).orElse("No hour stands out from the others: " + overall + ".");
    }

    private static String hour(int hour) {
        return Times.clock(LocalTime.of(hour % 24, 0)).replace(":00 ", " ");
    }

    private StackPane cell(Slot slot, Figures f) {
        Region colour = new Region();
        colour.getStyleClass().add("hour-colour");
        boolean enough = f.attempts() >= ResultsRules.ENOUGH;
        double rate = f.attempts() == 0 ? 0 : (double) f.connects() / f.attempts();
        colour.setOpacity(enough ? PALEST + (STRONGEST - PALEST) * Math.min(1, rate / FULL) : 0);
        VBox text = new VBox();
        text.getStyleClass().add("hour-text");
        if (enough) {
            text.getChildren().addAll(label(ResultsRules.percent(f.connects(), f.attempts()) + "%", "hour-rate"), label("of " + f.attempts(), "hour-few"));
        } else if (f.attempts() > 0) {
            text.getChildren().add(label(f.connects() + " of " + f.attempts(), "hour-few"));
        }
        text.setMinSize(0, 0);
        StackPane cell = new StackPane(colour, text);
        cell.getStyleClass().add("hour-field");
        cell.setMinSize(0, 0);
        cell.setAccessibleText(words(slot));
        cell.setOnMouseEntered(e -> said.setText(words(slot)));
        cell.setOnMouseExited(e -> choose(chosen));
        Tooltip.install(cell, new Tooltip(words(slot)));
        return cell;
    }

    /// "Tuesday 10 am to 11 am: 86 calls, 12 connects, 14 %."
    private String words(Slot slot) {
        Figures f = slots.getOrDefault(slot, Figures.NONE);
        return slot.weekday().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + hour(slot.hour()) + " to " + hour(slot.hour() + 1) + " there: "
            + (f.attempts() == 0 ? "no call." : "%,d %s, %,d %s%s.".formatted(f.attempts(), f.attempts() == 1 ? "call" : "calls", f.connects(),
                f.connects() == 1 ? "connect" : "connects",
                f.attempts() >= ResultsRules.ENOUGH ? ", " + ResultsRules.percent(f.connects(), f.attempts()) + " %" : ""));
    }

    private Slot firstSlot() {
        return new Slot(weekdays.isEmpty() ? DayOfWeek.MONDAY : weekdays.getFirst(), first);
    }

    private void choose(@Nullable Slot slot) {
        chosen = slot;
        cells.forEach((of, cell) -> cell.pseudoClassStateChanged(CHOSEN, of.equals(slot)));
        said.setText(slot == null ? "Point at an hour, or go to it with the arrow keys." : words(slot));
    }

    private void pressed(KeyEvent e) {
        Slot from = chosen == null ? firstSlot() : chosen;
        int row = Math.max(0, weekdays.indexOf(from.weekday()));
        int down = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
        int right = e.getCode() == KeyCode.RIGHT ? 1 : e.getCode() == KeyCode.LEFT ? -1 : 0;
        if (down != 0 || right != 0) {
            choose(new Slot(weekdays.get(Math.clamp(row + down, 0, weekdays.size() - 1)), Math.clamp(from.hour() + right, first, first + hours - 1)));
            e.consume();
        }
    }
}
