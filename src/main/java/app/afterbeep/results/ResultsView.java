package app.afterbeep.results;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.emptyScreen;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.results.ResultsService.Page;
import app.afterbeep.results.ResultsViewModel.Part;
import app.afterbeep.results.ResultsViewModel.Shown;
import app.afterbeep.results.ResultsViewModel.Span;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.DayRange;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Results screen: what came of some days, in four parts.
public final class ResultsView extends BorderPane {
    private final ResultsViewModel model;
    private final Map<Span, ToggleButton> spans = new EnumMap<>(Span.class);
    private final Map<Part, ToggleButton> parts = new EnumMap<>(Part.class);
    private final DayRange range;
    private final Label days = label("", "text-muted");
    private final HBox tabs = new HBox();
    private final OverviewPane overview = new OverviewPane();
    private final LedgerPane ledger;
    private final StepsPane steps = new StepsPane();
    private final HoursPane hours = new HoursPane();
    private final ScrollPane scroll = new ScrollPane();
    private final Button dial;
    private final StackPane empty;

    /// @param session brings the session to the front
    public ResultsView(ResultsViewModel model, Runnable session) {
        this.model = model;
        range = new DayRange("results", model::look);
        setId("results");
        getStyleClass().add("screen");
        ledger = new LedgerPane(model);
        addSpan(Span.TODAY, "Today");
        addSpan(Span.WEEK, "Last 7 days");
        addSpan(Span.MONTH, "Last 30 days");
        addSpan(Span.YEAR, "Last 12 months");
        spans.put(Span.RANGE, chip("results-range", "Range…", this::lookAtRange));
        HBox bar = new HBox(label("Results", "screen-title"));
        bar.getChildren().addAll(spans.values());
        bar.getStyleClass().add("screen-bar");
        ToggleGroup front = new ToggleGroup();
        addPart(Part.OVERVIEW, "Overview", front);
        addPart(Part.PROMISES, "Promises", front);
        addPart(Part.STEPS, "Steps and messages", front);
        addPart(Part.HOURS, "Hours", front);
        days.setId("results-days");
        days.setMinWidth(0);
        tabs.getChildren().addAll(spring(), days);
        tabs.getStyleClass().add("tabs");
        setTop(new VBox(bar, range, tabs));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("results-scroll");
        dial = button("results-dial", "Go to the session", session, "accent");
        empty = emptyScreen("No call yet",
            "Log your first call, and this page begins to count: the promises that you keep, whom you reach, which message brings you through and "
                + "at which hour.", dial);
        show(range, false);
        model.shown().subscribe(this::update);
    }

    private void addSpan(Span span, String title) {
        spans.put(span, chip("results-" + span.name().toLowerCase(Locale.ROOT), title, () -> model.look(span)));
    }

    private void addPart(Part part, String title, ToggleGroup front) {
        ToggleButton tab = new ToggleButton(title);
        tab.setId("results-part-" + part.name().toLowerCase(Locale.ROOT));
        tab.setAccessibleText(title);
        tab.getStyleClass().add("tab-entry");
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setSelected(part == Part.OVERVIEW);
        choice(tab, front, () -> model.turnTo(part));
        parts.put(part, tab);
        tabs.getChildren().add(tab);
    }

    /// The days in the two fields; before any were chosen, the ones on the screen.
    private void lookAtRange() {
        Shown now = model.shown().get();
        if (now != null && !range.complete()) {
            range.show(now.page().days().from(), now.page().days().to());
        }
        range.choose();
    }

    private void update(@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        Page page = shown.page();
        spans.forEach((span, chip) -> chip.setSelected(span == shown.span()));
        show(range, shown.span() == Span.RANGE);
        if (shown.span() == Span.RANGE) {
            range.show(page.days().from(), page.days().to());
        }
        days.setText(ResultsViewModel.name(page.days()));
        show(tabs, page.any());
        Node next = page.any() ? part(shown) : empty;
        if (next == ledger) {
            setCenter(ledger);
        } else if (next == empty) {
            setCenter(empty);
        } else {
            setCenter(scroll);
            if (scroll.getContent() != next) {
                scroll.setContent(next);
                scroll.setVvalue(0);
            }
        }
    }

    private Node part(Shown shown) {
        return switch (shown.part()) {
            case OVERVIEW -> {
                overview.update(shown.page());
                yield overview;
            }
            case PROMISES -> {
                ledger.update(shown);
                yield ledger;
            }
            case STEPS -> {
                steps.update(shown.page().steps());
                yield steps;
            }
            case HOURS -> {
                hours.update(shown.page().hours());
                yield hours;
            }
        };
    }

    /// The screen has come to the front, or the data have changed.
    public void shown() {
        model.refresh();
        if (isFocused()) {
            takeKeyboard();
        }
    }

    private void takeKeyboard() {
        Shown now = model.shown().get();
        if (now != null && !now.page().any()) {
            dial.requestFocus();
        } else {
            parts.values().stream().filter(ToggleButton::isSelected).findFirst().ifPresent(Node::requestFocus);
        }
    }

    /// Does what a shortcut asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        return shortcut == Shortcut.OPEN && model.open();
    }
}
