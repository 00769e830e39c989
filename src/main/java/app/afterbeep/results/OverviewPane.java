package app.afterbeep.results;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.calls.Days;
import app.afterbeep.results.ChartPane.Bar;
import app.afterbeep.results.ResultsRules.Bucket;
import app.afterbeep.results.ResultsService.Page;
import app.afterbeep.ui.Times;
import app.afterbeep.ui.controls.Controls;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// The results at a glance: promises kept as the one large figure, then a small chart for each thing that is counted.
final class OverviewPane extends VBox {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
    private static final int COLUMNS = 3;
    /// More weeks than this have no room for their figures.
    private static final int LABELLED = 16;

    private final Label rate = label("", "result-figure");
    private final Label of = label("", "strong");
    private final Label broken = label("");
    private final Label uncounted = label("", "text-muted", "text-small");
    private final Label callbacks = label("", "text-muted");
    private final Label received = label("", "text-muted");
    private final ChartPane weeks = new ChartPane("results-weeks", "", "Promises kept each week, " + Definitions.WEEK);
    private final ChartPane promises = new ChartPane("results-due", "promise kept", "promises kept");
    private final ChartPane attempts = new ChartPane("results-attempts", "attempt", "attempts");
    private final ChartPane messages = new ChartPane("results-messages", "message left", "messages left");
    private final ChartPane connects = new ChartPane("results-connects", "connect", "connects");
    private final ChartPane conversations = new ChartPane("results-conversations", "conversation", "conversations");
    private final ChartPane meetings = new ChartPane("results-meetings", "meeting", "meetings");

    OverviewPane() {
        getStyleClass().add("results-part");
        rate.setId("results-rate");
        rate.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        of.setId("results-of");
        callbacks.setId("results-callbacks");
        received.setId("results-received");
        Label name = label("promises kept", "result-name");
        VBox figure = new VBox(rate, name, of, broken, uncounted, callbacks, received);
        List.of(of, broken, uncounted, callbacks, received).forEach(Controls::wrapped);
        figure.getStyleClass().add("result");
        HBox.setHgrow(weeks, Priority.ALWAYS);
        HBox first = new HBox(figure, weeks);
        first.getStyleClass().addAll("card", "result-card");
        GridPane charts = new GridPane();
        charts.getStyleClass().add("charts");
        List<ChartPane> all = List.of(attempts, messages, connects, promises, conversations, meetings);
        for (int i = 0; i < all.size(); i++) {
            all.get(i).getStyleClass().add("card");
            charts.add(all.get(i), i % COLUMNS, i / COLUMNS);
        }
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            charts.getColumnConstraints().add(column);
        }
        for (int i = 0; i < all.size() / COLUMNS; i++) {
            RowConstraints row = new RowConstraints();
            row.setVgrow(Priority.ALWAYS);
            charts.getRowConstraints().add(row);
        }
        VBox.setVgrow(charts, Priority.ALWAYS);
        getChildren().addAll(first, charts, Definitions.label("results-definitions", Definitions.OVERVIEW));
    }

    void update(Page page) {
        Kept kept = page.promises();
        rate.setText(kept.rate().isPresent() ? kept.rate().getAsInt() + " %" : "–");
        rate.pseudoClassStateChanged(NONE, kept.due() == 0);
        rate.setAccessibleText(kept.rate().isPresent() ? kept.rate().getAsInt() + " percent of promises kept" : "no promise was due");
        of.setText(kept.due() == 0 ? "No promise was due" : "%,d of %,d".formatted(kept.kept(), kept.due()));
        String lost = words(kept.late(), "late", kept.missed(), "missed", 0, "");
        broken.setText(lost.isEmpty() ? "none late, none missed" : lost);
        show(broken, kept.due() > 0);
        String others = words(kept.moved(), "moved", kept.released(), "released", kept.open(), "open");
        uncounted.setText("Not counted: " + others);
        show(uncounted, !others.isEmpty());
        Kept asked = page.callbacks();
        callbacks.setText("Callbacks kept: " + (asked.rate().isPresent() ? "%d %% (%,d of %,d)".formatted(asked.rate().getAsInt(), asked.kept(),
            asked.due()) : "none was due"));
        Figures f = page.figures();
        received.setText(f.received() == 0 ? "Nobody called back, and nobody has to" : "Bonus: %,d called back, %,d reached you".formatted(f.received(), f.reached()));
        showWeeks(page);
        promises.show("%,d".formatted(kept.kept()), page.due().stream().map(b -> new Bar(b.value().kept(), b.value().late() + b.value().missed(),
            !b.inRange(), "", tick(b.days()), name(b.days()) + ": " + b.value().kept() + " of " + b.value().due() + " kept")).toList(), 0, "",
            kept.due() > kept.kept() ? "outlined: late, missed" : "");
        chart(attempts, page, Figures::attempts);
        chart(messages, page, Figures::messages);
        chart(connects, page, Figures::connects);
        chart(conversations, page, Figures::conversations);
        chart(meetings, page, Figures::meetings);
    }

    /// "16 late, 2 missed"; "" when there are none.
    private static String words(int first, String one, int second, String two, int third, String three) {
        return Stream.of(words(first, one), words(second, two), words(third, three)).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String words(int count, String what) {
        return count == 0 ? "" : "%,d ".formatted(count) + what;
    }

    private void showWeeks(Page page) {
        boolean labelled = page.weeks().size() <= LABELLED;
        List<Bar> bars = page.weeks().stream().map(week -> {
            Kept kept = week.value();
            String words = name(week.days()) + ": " + (kept.rate().isEmpty() ? "no promise due"
                : kept.rate().getAsInt() + " %, " + kept.kept() + " of " + kept.due());
            return new Bar(kept.rate().orElse(-1), 0, !week.inRange(), labelled && kept.rate().isPresent() ? kept.rate().getAsInt() + " %" : "",
                Times.monthDay(week.days().from()), words);
        }).toList();
        weeks.show("", bars, 100, " %", page.weeks().stream().anyMatch(week -> !week.inRange()) ? "pale: before these days" : "");
    }

    private static void chart(ChartPane chart, Page page, ToIntFunction<Figures> figure) {
        boolean compared = page.charted().stream().anyMatch(bucket -> !bucket.inRange());
        List<Bar> bars = page.charted().stream().map(bucket -> {
            int value = figure.applyAsInt(bucket.value());
            return new Bar(value, 0, !bucket.inRange(), "", tick(bucket.days()), name(bucket.days()) + ": " + "%,d".formatted(value));
        }).toList();
        chart.show("%,d".formatted(figure.applyAsInt(page.figures())), bars, 0, "", compared ? "pale: days before" : per(page.charted()));
    }

    private static String per(List<Bucket<Figures>> buckets) {
        return buckets.stream().allMatch(bucket -> bucket.days().oneDay()) ? "a day" : "a week";
    }

    /// The first day of each week is labelled.
    private static String tick(Days days) {
        return days.oneDay() && days.from().getDayOfWeek() != Times.firstDay() ? "" : Times.monthDay(days.from());
    }

    private static String name(Days days) {
        return ResultsViewModel.name(days);
    }
}
