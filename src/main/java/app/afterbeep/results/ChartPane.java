package app.afterbeep.results;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.ui.controls.Controls;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/// One small chart: bars over time with a labelled axis, its figure above. A bar says its figure in the head when the mouse or
/// the arrow keys are on it. All bars of a kind are one shape, so that a year costs as little as a week.
final class ChartPane extends VBox {
    private final String one;
    private final String many;
    private final Label sum = label("", "chart-figure");
    private final Label what = label("", "text-muted");
    private final Label said = label("", "text-muted", "text-small");
    private final Plot plot = new Plot();
    private List<Bar> bars = List.of();
    private String rest = "";
    private int marked = -1;

    /// One bar.
    ///
    /// @param value  what it stands for; negative for none at all
    /// @param beside the part on top of it that wears the pattern of what was not kept
    /// @param muted  shown for comparison only
    /// @param above  written above it where there is room, "" for nothing
    /// @param tick   below the axis; "" for none
    /// @param words  "Tue Nov 24: 31"
    record Bar(int value, int beside, boolean muted, String above, String tick, String words) {}

    /// @param one  what the figure counts
    /// @param many the same for more than one
    ChartPane(String id, String one, String many) {
        this.one = one;
        this.many = many;
        setId(id);
        said.setId(id + "-said");
        getStyleClass().add("chart");
        sum.setMinWidth(USE_PREF_SIZE);
        what.setMinWidth(0);
        HBox head = new HBox(sum, what, spring(), said);
        head.getStyleClass().add("chart-head");
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(head, plot);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        plot.setOnMouseMoved(e -> mark(plot.at(e.getX())));
        plot.setOnMouseExited(e -> mark(-1));
        setOnMouseClicked(e -> requestFocus());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                mark(-1);
            }
        });
        setMinWidth(0);
    }

    /// @param figure above the chart, "" for none
    /// @param top    the value at the upper end of the axis; 0 to have it chosen
    /// @param unit   behind the values of the axis
    /// @param rest   what the head says while no bar is marked
    void show(String figure, List<Bar> shown, int top, String unit, String rest) {
        sum.setText(figure);
        Controls.show(sum, !figure.isEmpty());
        what.setText(figure.equals("1") ? one : many);
        this.rest = rest;
        bars = shown;
        plot.show(shown, top, unit);
        setAccessibleText((figure + " " + what.getText()).strip() + ". "
            + String.join(", ", shown.stream().filter(bar -> !bar.muted() && bar.value() + bar.beside() > 0).map(Bar::words).toList()));
        mark(-1);
    }

    private void mark(int bar) {
        marked = bar < bars.size() ? bar : -1;
        said.setText(marked < 0 ? rest : bars.get(marked).words());
        said.getStyleClass().remove("chart-said");
        if (marked >= 0) {
            said.getStyleClass().add("chart-said");
        }
        plot.mark(marked);
    }

    private void pressed(KeyEvent e) {
        if (bars.isEmpty() || e.getCode() != KeyCode.LEFT && e.getCode() != KeyCode.RIGHT) {
            return;
        }
        boolean right = e.getCode() == KeyCode.RIGHT;
        mark(marked < 0 ? (right ? 0 : bars.size() - 1) : Math.clamp(marked + (right ? 1 : -1), 0, bars.size() - 1));
        e.consume();
    }

    /// The bars, the axis and its labels.
    private static final class Plot extends Region {
        private static final double GAP = 0.3;
        private static final double WIDEST = 3;

        private final Line base = line("chart-axis");
        private final Line upper = line("chart-grid");
        private final Label topLabel = label("", "chart-label");
        private final Path solid = path("chart-bars");
        private final Path muted = path("chart-bars-muted");
        private final Path broken = path("chart-bars-broken");
        private final Path marked = path("chart-mark");
        private List<Bar> bars = List.of();
        private List<Label> ticks = List.of();
        private List<Label> aboves = List.of();
        private int top = 1;
        private int mark = -1;
        private double left;
        private double step = 1;

        Plot() {
            getStyleClass().add("chart-plot");
            setMinWidth(0);
            getChildren().addAll(marked, upper, base, muted, solid, broken, topLabel);
        }

        private static Line line(String style) {
            Line line = new Line();
            line.getStyleClass().add(style);
            line.setManaged(false);
            return line;
        }

        private static Path path(String style) {
            Path path = new Path();
            path.getStyleClass().add(style);
            path.setManaged(false);
            return path;
        }

        void show(List<Bar> shown, int highest, String unit) {
            bars = shown;
            mark = -1;
            top = highest > 0 ? highest : roundUp(shown.stream().mapToInt(bar -> bar.value() + bar.beside()).max().orElse(0));
            topLabel.setText(top + unit);
            getChildren().removeAll(ticks);
            getChildren().removeAll(aboves);
            ticks = shown.stream().map(bar -> label(bar.tick(), "chart-label")).toList();
            aboves = shown.stream().map(bar -> label(bar.above(), "chart-value")).toList();
            getChildren().addAll(ticks.stream().filter(tick -> !tick.getText().isEmpty()).toList());
            getChildren().addAll(aboves.stream().filter(above -> !above.getText().isEmpty()).toList());
            requestLayout();
        }

        /// 1, 2, 3, 4, 5, 6, 8, 10, 20 and so on: labels that are read at a glance.
        private static int roundUp(int value) {
            int power = 1;
            while (power * 10 <= value) {
                power *= 10;
            }
            for (int nice : new int[] {1, 2, 3, 4, 5, 6, 8, 10}) {
                if (nice * power >= value) {
                    return nice * power;
                }
            }
            return 10 * power;
        }

        void mark(int bar) {
            mark = bar;
            drawMark();
        }

        int at(double x) {
            int bar = (int) Math.floor((x - left) / step);
            return x < left || bar >= bars.size() ? -1 : bar;
        }

        @Override
        protected double computeMinHeight(double width) {
            return 6.5 * topLabel.getFont().getSize();
        }

        @Override
        protected double computePrefHeight(double width) {
            return 8 * topLabel.getFont().getSize();
        }

        @Override
        protected void layoutChildren() {
            double em = topLabel.getFont().getSize();
            double floor = Math.round(getHeight() - 1.7 * em);
            double ceiling = Math.round((aboves.stream().allMatch(above -> above.getText().isEmpty()) ? 0.7 : 1.6) * em);
            left = Math.ceil(Math.max(topLabel.prefWidth(-1), 1.6 * em) + 0.5 * em);
            step = bars.isEmpty() ? 1 : (getWidth() - left) / bars.size();
            topLabel.resizeRelocate(left - 0.5 * em - topLabel.prefWidth(-1), ceiling - topLabel.prefHeight(-1) / 2, topLabel.prefWidth(-1),
                topLabel.prefHeight(-1));
            place(base, floor);
            place(upper, ceiling);
            List.of(solid, muted, broken).forEach(path -> path.getElements().clear());
            double width = Math.min(step * (1 - GAP), WIDEST * em);
            for (int i = 0; i < bars.size(); i++) {
                Bar bar = bars.get(i);
                double x = left + i * step + (step - width) / 2;
                double height = (floor - ceiling) * Math.clamp((double) Math.max(bar.value(), 0) / top, 0, 1);
                double above = (floor - ceiling) * Math.clamp((double) bar.beside() / top, 0, 1);
                rectangle(bar.muted() ? muted : solid, x, floor - height, width, height);
                rectangle(broken, x + 0.5, floor - height - above + 0.5, width - 1, above - 1);
                Label value = aboves.get(i);
                double wide = value.prefWidth(-1);
                value.setVisible(wide <= step);
                value.resizeRelocate(Math.round(x + (width - wide) / 2), floor - height - above - value.prefHeight(-1), wide, value.prefHeight(-1));
            }
            drawTicks(floor, em);
            drawMark();
        }

        /// Every label, or every second or third, as they fit without touching each other.
        private void drawTicks(double floor, double em) {
            List<Integer> named = IntStream.range(0, ticks.size()).filter(i -> !ticks.get(i).getText().isEmpty()).boxed().toList();
            int every = IntStream.rangeClosed(1, Math.max(1, named.size())).filter(n -> fit(named, n, em)).findFirst().orElse(1);
            for (int i = 0; i < named.size(); i++) {
                Label tick = ticks.get(named.get(i));
                tick.setVisible(i % every == 0);
                tick.resizeRelocate(Math.round(tickAt(named.get(i))), floor + 0.25 * em, tick.prefWidth(-1), tick.prefHeight(-1));
            }
        }

        private boolean fit(List<Integer> named, int every, double em) {
            double free = 0;
            for (int i = 0; i < named.size(); i += every) {
                double x = tickAt(named.get(i));
                if (x < free) {
                    return false;
                }
                free = x + ticks.get(named.get(i)).prefWidth(-1) + 0.6 * em;
            }
            return true;
        }

        /// Below the middle of its bar, but inside the chart.
        private double tickAt(int bar) {
            double width = ticks.get(bar).prefWidth(-1);
            return Math.clamp(left + bar * step + (step - width) / 2, left, Math.max(left, getWidth() - width));
        }

        private void drawMark() {
            marked.getElements().clear();
            if (mark >= 0 && mark < bars.size()) {
                rectangle(marked, left + mark * step, 0, step, base.getStartY());
            }
        }

        private void place(Line line, double y) {
            line.setStartX(left);
            line.setEndX(getWidth());
            line.setStartY(y + 0.5);
            line.setEndY(y + 0.5);
        }

        private static void rectangle(Path path, double x, double y, double width, double height) {
            if (height > 0 && width > 0) {
                path.getElements().addAll(new MoveTo(x, y), new HLineTo(x + width), new VLineTo(y + height), new HLineTo(x), new ClosePath());
            }
        }
    }
}
