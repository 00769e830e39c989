package app.afterbeep.results;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the steps and the messages brought: how often the attempt after them was a connect.
final class StepsPane extends VBox {
    private final VBox steps = new VBox();
    private final VBox scripts = new VBox();
    /// The rate of the longest bar.
    private double full = 1;

    StepsPane() {
        getStyleClass().add("results-part");
        HBox cards = new HBox(card("By step", steps), card("By message", scripts));
        cards.getStyleClass().add("result-cards");
        steps.setId("results-steps");
        scripts.setId("results-scripts");
        getChildren().addAll(cards, Definitions.label("steps-definitions", Definitions.STEPS));
    }

    private static VBox card(String title, VBox rows) {
        rows.getStyleClass().add("rates");
        VBox card = new VBox(label(title, "pane-title"), label("how often the next attempt became a connect", "text-muted"), rows);
        card.getStyleClass().addAll("card", "rates-card");
        card.setMinWidth(0);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    void update(List<StepCount> counts) {
        full = counts.stream().filter(c -> c.followed() >= ResultsRules.ENOUGH).mapToDouble(c -> (double) c.connected() / c.followed())
            .filter(rate -> rate > 0).max().orElse(1);
        List<Region> byStep = new ArrayList<>(rows(counts, c -> true, c -> stepName(c.step()), StepsPane::stepWords));
        if (!counts.isEmpty()) {
            byStep.add(label("All steps", "section"));
            byStep.addAll(lines(counts, StepCount::message, c -> "After a message", StepsPane::attempts));
            byStep.addAll(lines(counts, c -> !c.message(), c -> "After no message", StepsPane::attempts));
        }
        steps.getChildren().setAll(byStep.isEmpty() ? List.of(nothing("No call was placed on these days.")) : byStep);
        List<Region> byScript = rows(counts, StepCount::message, c -> c.script().isEmpty() ? "Without a script" : c.script()
            + (c.version() > 1 ? " v" + c.version() : ""), c -> messages(c) + (c.script().isEmpty() ? "" : stepOf(c.step())));
        scripts.getChildren().setAll(byScript.isEmpty() ? List.of(nothing("No message was left on these days.")) : byScript);
    }

    private static Label nothing(String words) {
        return label(words, "text-muted");
    }

    private static String stepName(int step) {
        return step == 0 ? "No step" : step < 0 ? "Steps that are no longer on" : "Step " + step;
    }

    private static String stepOf(int step) {
        return step == 0 ? "" : step < 0 ? ", no longer on" : ", step " + step;
    }

    private static String stepWords(StepCount c) {
        return attempts(c) + ", " + c.connects() + (c.connects() == 1 ? " connect" : " connects");
    }

    private static String attempts(StepCount c) {
        return "%,d ".formatted(c.attempts()) + (c.attempts() == 1 ? "attempt" : "attempts");
    }

    private static String messages(StepCount c) {
        return "%,d ".formatted(c.attempts()) + (c.attempts() == 1 ? "message" : "messages");
    }

    /// The lines of each series below its name; without names where there is only one series.
    private List<Region> rows(List<StepCount> counts, Predicate<StepCount> which, Function<StepCount, String> name,
                                     Function<StepCount, String> words) {
        Map<Long, List<StepCount>> bySeries = new LinkedHashMap<>();
        counts.stream().filter(which).forEach(c -> bySeries.computeIfAbsent(c.series(), series -> new ArrayList<>()).add(c));
        List<Region> rows = new ArrayList<>();
        bySeries.values().forEach(series -> {
            if (bySeries.size() > 1) {
                rows.add(label(series.getFirst().seriesName(), "section"));
            }
            rows.addAll(lines(series, which, name, words));
        });
        return rows;
    }

    /// One line for all counts that share a name.
    private List<Region> lines(List<StepCount> counts, Predicate<StepCount> which, Function<StepCount, String> name,
                                      Function<StepCount, String> words) {
        Map<String, StepCount> sums = new LinkedHashMap<>();
        counts.stream().filter(which).forEach(c -> sums.merge(name.apply(c), c, StepsPane::plus));
        return sums.entrySet().stream().map(sum -> line(sum.getKey(), words.apply(sum.getValue()), sum.getValue())).map(Region.class::cast).toList();
    }

    private static StepCount plus(StepCount a, StepCount b) {
        return new StepCount(a.series(), a.seriesName(), a.step(), a.message() && b.message(), Objects.equals(a.script(), b.script()) ? a.script() : "",
            a.version(), a.attempts() + b.attempts(), a.connects() + b.connects(), a.followed() + b.followed(), a.connected() + b.connected());
    }

    /// A name, what was counted, and the rate as a bar and in figures.
    private GridPane line(String name, String words, StepCount c) {
        boolean enough = c.followed() >= ResultsRules.ENOUGH;
        Label title = tipWhenCut(label(name, "strong"));
        title.setMinWidth(0);
        Label below = label(words, "text-muted", "text-small");
        Label rate = label(enough ? ResultsRules.percent(c.connected(), c.followed()) + " %" : c.followed() == 0 ? "–" : "too few", enough ? "rate" : "rate-few");
        Label of = label(c.followed() == 0 ? "none yet" : "%,d of %,d".formatted(c.connected(), c.followed()), "text-muted", "text-small");
        Region filled = new Region();
        filled.getStyleClass().add("rate-bar");
        StackPane track = new StackPane(filled);
        track.getStyleClass().add("rate-track");
        track.setVisible(enough);
        filled.maxWidthProperty().bind(track.widthProperty().multiply(enough ? Math.min(1, c.connected() / (full * c.followed())) : 0));
        GridPane line = new GridPane();
        line.getStyleClass().add("rate-line");
        line.add(title, 0, 0);
        line.add(below, 0, 1);
        line.add(track, 1, 0, 1, 2);
        line.add(rate, 2, 0);
        line.add(of, 2, 1);
        line.getColumnConstraints().addAll(column(50), column(30), column(20));
        title.setAccessibleText(name + ", " + words + ". Next attempt was a connect: " + (c.followed() == 0 ? "no next one yet" : of.getText()) + (enough ? ", " + rate.getText() : ""));
        return line;
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }
}
