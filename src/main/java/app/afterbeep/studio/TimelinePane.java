package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.Cadence.Kind;
import app.afterbeep.cadence.Cadence.Step;
import app.afterbeep.scripts.Script;
import app.afterbeep.ui.Shortcut;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The steps of the chosen series from top to bottom, the rest, and what can be done to the chosen step.
final class TimelinePane extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final StudioViewModel model;
    private final VBox entries = new VBox();
    private final ScrollPane scroll = new ScrollPane(entries);
    private final Label touched = label("", "text-muted", "text-small");
    private final Label remark = label("", "remark", "text-small");
    private final FlowPane actions = new FlowPane();
    private final VBox foot;
    private final Button off;
    private final Button added;
    private final Runnable rest;
    private boolean hadFocus;

    /// @param kind opens what asks for the kind and the wait of the chosen step
    /// @param add  opens what asks for a new step
    /// @param rest opens what asks for the rest and what comes after it
    TimelinePane(StudioViewModel model, Runnable kind, Runnable add, Runnable rest) {
        this.model = model;
        this.rest = rest;
        setId("timeline");
        getStyleClass().addAll("card", "timeline");
        entries.getStyleClass().add("timeline-entries");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        off = button("step-switch", "Switch off", Shortcut.STEP_SWITCH, model::switchStep, "flat");
        actions.getStyleClass().add("step-actions");
        actions.getChildren().addAll(
            button("step-up", "Up", Shortcut.STEP_UP, () -> model.moveStep(-1), "flat"),
            button("step-down", "Down", Shortcut.STEP_DOWN, () -> model.moveStep(1), "flat"),
            button("step-kind", "Kind and wait", Shortcut.STEP_KIND, kind, "flat"),
            button("step-copy", "Copy", Shortcut.STEP_COPY, model::copyStep, "flat"),
            off,
            button("step-remove", "Remove", Shortcut.STEP_REMOVE, model::removeStep, "flat"));
        touched.setId("step-touched");
        wrapped(touched);
        remark.setId("step-remark");
        wrapped(remark);
        added = button("step-add", "Add a step", Shortcut.STEP_ADD, add);
        foot = new VBox(remark, touched, actions);
        foot.getStyleClass().add("timeline-foot");
        foot.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(scroll, foot);
        model.selected().subscribe(this::update);
    }

    private void update(@Nullable Selection now) {
        if (now == null) {
            return;
        }
        hadFocus = entries.getChildren().stream().anyMatch(node -> node.isFocused());
        StudioSeries series = now.series();
        List<Region> rows = new ArrayList<>();
        Step before = null;
        for (Step step : series.shown()) {
            rows.add(row(series, step, before));
            before = step.on() ? step : before;
        }
        rows.add(restRow(series));
        rows.add(entry(0, "At other times", "after a talk, when they call", "call", "Texts of no step"));
        rows.add(added);
        entries.getChildren().setAll(rows);
        for (Region row : rows) {
            boolean chosen = row instanceof ToggleButton toggle && Integer.valueOf(now.number()).equals(toggle.getUserData());
            if (row instanceof ToggleButton toggle) {
                toggle.setSelected(chosen);
            }
            row.pseudoClassStateChanged(SELECTED, chosen);
            if (chosen && hadFocus) {
                row.requestFocus();
            }
        }
        Step step = now.step();
        show(foot, step != null);
        String words = step == null ? "" : PlanRules.remark(series.cadence(), step);
        remark.setText(words);
        show(remark, !words.isEmpty());
        if (step != null) {
            off.setText(step.on() ? "Switch off" : "Switch on");
            off.setAccessibleText(off.getText() + ", key " + Shortcut.STEP_SWITCH.cap());
            String shared = series.shared() == 0 ? "" : series.shared() == 1 ? " One other series has the same steps." : " " + series.shared() + " other series have the same steps.";
            touched.setText(UseRules.touches(series, step.number()) + "." + shared);
        }
    }

    private ToggleButton row(StudioSeries series, Step step, @Nullable Step before) {
        Cadence cadence = series.cadence();
        String name = step.kind() == Kind.LAST_VOICEMAIL ? "Last voicemail" : step.kind() == Kind.CALL_ONLY ? "Call only"
            : series.message(step.number()).map(text -> text.script().name()).orElse("No message yet");
        String when = !step.on() ? "off" : before == null ? "Day 0" : "+" + days(before.waitDays());
        String what = what(series, step);
        String title = step.on() ? (cadence.steps().indexOf(step) + 1) + " · " + name : name;
        ToggleButton row = entry(step.number(), title, when + " · " + what, step.kind().owesMessage() ? "message" : "call", title + ", " + when + ", " + what);
        row.pseudoClassStateChanged(PseudoClass.getPseudoClass("off"), !step.on());
        return row;
    }

    static String days(int days) {
        int shown = Math.max(1, days);
        return shown == 1 ? "1 day" : shown + " days";
    }

    private String what(StudioSeries series, Step step) {
        List<StudioText> texts = series.texts(step.number()).stream().filter(StudioText::written).toList();
        List<StudioText> messages = texts.stream().filter(text -> text.script().channel() == Script.Channel.VOICEMAIL).toList();
        boolean email = texts.stream().anyMatch(text -> text.script().channel() == Script.Channel.EMAIL);
        if (step.kind() == Kind.CALL_ONLY) {
            return "no message";
        }
        return (messages.isEmpty() ? "nothing to say yet" : "voicemail " + model.seconds(messages.getFirst().script()) + " s"
            + (messages.size() > 1 ? ", " + messages.size() + " variants" : "")) + (email ? ", email" : "");
    }

    private Button restRow(StudioSeries series) {
        Cadence cadence = series.cadence();
        String next = series.nextId() == null ? "then the same again, what is new of it"
            : "then “" + java.util.Objects.requireNonNull(model.studio().get()).find(series.nextId()).map(StudioSeries::name).orElse("the same") + "”";
        String title = "Rest " + cadence.restFrom() + " to " + cadence.restTo() + " days";
        Button row = fill(new Button(), title, next, "call", title + ", " + next + ". Change");
        row.setId("rest");
        row.setOnAction(e -> rest.run());
        return row;
    }

    private ToggleButton entry(int number, String title, String words, String dot, String spoken) {
        ToggleButton row = fill(new ToggleButton(), title, words, dot, spoken);
        row.setId("step-" + number);
        row.setUserData(number);
        row.setOnAction(e -> {
            row.setSelected(true);
            model.choose(number);
        });
        return row;
    }

    private static <B extends ButtonBase> B fill(B row, String title, String words, String dot, String spoken) {
        Region mark = new Region();
        mark.getStyleClass().addAll("step-dot", "step-dot-" + dot);
        Region line = new Region();
        line.getStyleClass().add("step-line");
        StackPane way = new StackPane(line, mark);
        way.getStyleClass().add("step-way");
        StackPane.setAlignment(mark, Pos.TOP_CENTER);
        Label name = tipWhenCut(label(title, "step-title"));
        name.setMinWidth(0);
        Label below = tipWhenCut(label(words, "text-muted", "text-small"));
        below.setMinWidth(0);
        VBox box = new VBox(name, below);
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox graphic = new HBox(way, box);
        graphic.getStyleClass().add("step-row");
        graphic.setMinWidth(0);
        row.setGraphic(graphic);
        row.setAccessibleText(spoken);
        row.getStyleClass().add("step-entry");
        row.setMaxWidth(Double.MAX_VALUE);
        graphic.prefWidthProperty().bind(Bindings.createDoubleBinding(() -> row.getWidth() - row.getInsets().getLeft() - row.getInsets().getRight() - 4,
            row.widthProperty(), row.insetsProperty()));
        return row;
    }

    /// The chosen step gets the keyboard.
    void takeKeyboard() {
        entries.getChildren().stream().filter(node -> node instanceof ToggleButton toggle && toggle.isSelected()).findFirst().ifPresent(node -> node.requestFocus());
    }
}
