package app.afterbeep.review;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.emptyState;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tableCard;

import app.afterbeep.calls.LoggedCall;
import app.afterbeep.calls.Outcome;
import app.afterbeep.exports.ExportViewModel.Wish;
import app.afterbeep.review.ReviewService.Figures;
import app.afterbeep.review.ReviewService.Page;
import app.afterbeep.review.ReviewViewModel.Shown;
import app.afterbeep.review.ReviewViewModel.Span;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.DataTable;
import app.afterbeep.ui.controls.DayRange;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Review screen: what was done on which days, how it ended, and its export.
public final class ReviewView extends BorderPane {
    private static final String ALL_LISTS = "All lists";

    private final ReviewViewModel model;
    private final Runnable dial;
    private final LongConsumer correct;
    private final Runnable elsewhere;
    private final ComboBox<String> lists = new ComboBox<>();
    private final Consumer<Wish> export;
    private final Map<Span, ToggleButton> spans = new EnumMap<>(Span.class);
    private final DayRange range;
    private final HBox figures = new HBox();
    private final Map<String, ToggleButton> outcomes = new LinkedHashMap<>();
    private final ToggleButton all;
    private final FlowPane chips = new FlowPane();
    private final TextField search = new TextField();
    private final DataTable<LoggedCall> table = new DataTable<>("review-table", "Calls", LoggedCall::attemptId);
    private final Label more = label("", "text-muted", "text-small");
    private final CallPane pane;
    private boolean paneOpen = true;
    private boolean setting;

    /// @param dial      brings the session to the front
    /// @param export    asks for format and file
    /// @param correct   opens the call with this id for correction
    /// @param elsewhere logs a call that was made elsewhere
    public ReviewView(ReviewViewModel model, Runnable dial, Consumer<Wish> export, LongConsumer correct, Runnable elsewhere) {
        this.model = model;
        range = new DayRange("review", model::look);
        this.dial = dial;
        this.export = export;
        this.correct = correct;
        this.elsewhere = elsewhere;
        setId("review");
        getStyleClass().add("screen");
        pane = new CallPane(model, this::correct);
        spans.put(Span.LAST_DAY, chip("review-last-day", "Yesterday", () -> model.look(Span.LAST_DAY)));
        spans.put(Span.TODAY, chip("review-today", "Today", () -> model.look(Span.TODAY)));
        spans.put(Span.WEEK, chip("review-week", "Last 7 days", () -> model.look(Span.WEEK)));
        spans.put(Span.RANGE, chip("review-range", "Range…", this::lookAtRange));
        HBox bar = new HBox(label("Review", "screen-title"));
        bar.getChildren().addAll(spans.values());
        bar.getChildren().addAll(spring(), button("review-elsewhere", "Log a call…", Shortcut.LOG_ELSEWHERE, elsewhere),
            button("review-export", "Export…", Shortcut.EXPORT, this::export));
        bar.getStyleClass().add("screen-bar");
        figures.getStyleClass().add("figures");
        figures.setId("review-figures");
        HBox above = new HBox(figures, spring(), find());
        above.getStyleClass().add("above-table");
        setTop(new VBox(bar, range, above));
        all = chip("review-all", "All outcomes", () -> model.filter(null));
        chips.getStyleClass().addAll("choices", "table-tools");
        chips.setPrefWrapLength(100);
        lists.setId("review-list");
        lists.setAccessibleText("Calls of which list");
        lists.getStyleClass().add("list-choice");
        lists.setOnAction(e -> {
            if (!setting && lists.getValue() != null) {
                model.filterList(lists.getValue().equals(ALL_LISTS) ? "" : lists.getValue());
            }
        });
        chips.getChildren().addAll(lists, all);
        VBox list = tableCard(table, chips, table, more);
        HBox desk = new HBox(list, pane);
        desk.getStyleClass().addAll("desk", "below-figures");
        setCenter(desk);
        more.setId("review-more");
        columns();
        table.onSelected(model::select);
        model.shown().subscribe(this::update);
        model.called().subscribe(called -> showPane());
        show(range, false);
        show(more, false);
    }

    /// The days in the two fields; before any were chosen, the ones on the screen.
    private void lookAtRange() {
        Shown now = model.shown().get();
        if (now != null && !range.complete()) {
            range.show(now.days().from(), now.days().to());
        }
        range.choose();
    }

    private HBox find() {
        search.setId("review-search");
        search.setPromptText("Name or note");
        search.setAccessibleText("Find calls by name, company, number or note");
        search.textProperty().subscribe((before, typed) -> {
            if (!typed.equals(model.text())) {
                model.search(typed);
            }
        });
        search.setOnAction(e -> table.takeKeyboard());
        search.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN) {
                table.takeKeyboard();
                e.consume();
            }
        });
        Label find = label("Find", "text-muted");
        find.setLabelFor(search);
        find.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(find, search, cap(Shortcut.FIND));
        box.getStyleClass().addAll("row", "find");
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private void columns() {
        table.text("col-time", "Time", 6, model::time, Comparator.comparing(LoggedCall::at), "right", "quiet")
            .person("col-prospect", "Prospect", 11.5, ReviewViewModel::person,
                call -> call.company().equals(ReviewViewModel.person(call)) ? "" : call.company())
            .dotted("col-outcome", "Outcome", 9.8, ReviewViewModel::shortOutcome, call -> "dot-" + call.outcome())
            .text("col-next", "Next", 11.2, model::next,
                Comparator.comparing(LoggedCall::nextCallAt, Comparator.nullsLast(Comparator.naturalOrder())))
            .text("col-message", "Message", 5.5, call -> call.messageSeconds() == null ? "" : call.messageSeconds() + " s",
                Comparator.comparing(LoggedCall::messageSeconds, Comparator.nullsLast(Comparator.naturalOrder())), "right").givingWay()
            .toned("col-email", "Email", 6.5, LoggedCall::email, ReviewViewModel::emailTone).givingWay();
    }

    private void update(@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        spans.forEach((span, chip) -> chip.setSelected(span == shown.span()));
        ToggleButton last = spans.get(Span.LAST_DAY);
        last.setText(model.lastDayName(shown.lastDay()));
        last.setAccessibleText(last.getText());
        show(range, shown.span() == Span.RANGE);
        if (shown.span() == Span.RANGE) {
            range.show(shown.days().from(), shown.days().to());
        }
        Page page = shown.page();
        updateFigures(page.figures());
        updateOutcomes(page);
        updateLists(page);
        if (!search.getText().equals(page.filter().text()) && !search.isFocused()) {
            search.setText(page.filter().text());
        }
        table.setEmpty(model.filtered()
            ? emptyState("No call matches", "No call on " + model.daysName(shown.days()) + " has that outcome, name or note.",
                button("review-clear", "Show all", this::clear))
            : emptyState("No calls on " + model.daysName(shown.days()), "Every call that you log stands here, with its outcome and what it scheduled.",
                button("review-dial", "Start dialing", dial, "accent")));
        table.show(page.calls());
        more.setText("The first %,d of %,d calls. The export has all of them.".formatted((long) page.calls().size(), page.size()));
        show(more, page.size() > page.calls().size());
        showPane();
    }

    private void updateLists(Page page) {
        setting = true;
        List<String> names = Stream.concat(Stream.of(ALL_LISTS), page.lists().stream()).toList();
        if (!lists.getItems().equals(names)) {
            lists.getItems().setAll(names);
        }
        lists.setValue(page.filter().list().isEmpty() ? ALL_LISTS : page.filter().list());
        show(lists, page.lists().size() > 1 || !page.filter().list().isEmpty());
        setting = false;
    }

    private void correct() {
        LoggedCall call = table.selected();
        if (call != null) {
            correct.accept(call.attemptId());
        }
    }

    private void clear() {
        model.clearFilters();
        search.setText("");
    }

    private void updateFigures(Figures f) {
        figures.getChildren().setAll(figure(f.attempts(), "attempt", "attempts"), figure(f.messages(), "message left", "messages left"),
            figure(f.connects(), "connect", "connects"), figure(f.conversations(), "conversation", "conversations"),
            figure(f.promises(), "promise made", "promises made"));
        if (f.received() > 0) {
            figures.getChildren().add(figure(f.received(), "call received", "calls received"));
        }
    }

    private static VBox figure(int n, String one, String many) {
        Label number = label("%,d".formatted(n), "figure");
        Label what = label(n == 1 ? one : many, "text-muted", "text-small");
        number.setAccessibleText(number.getText() + " " + what.getText());
        return new VBox(number, what);
    }

    /// The chips stay the same controls, so that the keyboard stays on one.
    private void updateOutcomes(Page page) {
        Set<String> chosen = page.filter().outcomes();
        all.setText("All outcomes %,d".formatted(page.outcomes().values().stream().mapToInt(Integer::intValue).sum()));
        all.setSelected(chosen.isEmpty());
        if (outcomes.isEmpty()) {
            for (Outcome outcome : Outcome.values()) {
                addChip(outcome.code());
            }
        }
        page.outcomes().keySet().stream().filter(code -> !outcomes.containsKey(code)).forEach(this::addChip);
        outcomes.forEach((code, chip) -> {
            int count = page.outcomes().getOrDefault(code, 0);
            chip.setText(ReviewViewModel.shortLabel(code) + " %,d".formatted(count));
            chip.setAccessibleText(chip.getText());
            chip.setSelected(chosen.contains(code));
            show(chip, count > 0 || chosen.contains(code));
        });
    }

    private void addChip(String code) {
        ToggleButton chip = chip("review-" + code, ReviewViewModel.shortLabel(code), () -> model.filter(code));
        outcomes.put(code, chip);
        chips.getChildren().add(chip);
    }

    private void showPane() {
        show(pane, paneOpen && model.called().get() != null);
    }

    private void export() {
        Wish wish = model.export();
        if (wish != null) {
            export.accept(wish);
        }
    }

    /// The screen has come to the front, or the data have changed.
    public void shown() {
        model.refresh();
        if (isFocused()) {
            table.takeKeyboard();
        }
    }

    /// Does what a shortcut asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        switch (shortcut) {
            case FIND -> {
                search.requestFocus();
                search.selectAll();
            }
            case EXPORT -> export();
            case EDIT -> correct();
            case LOG_ELSEWHERE -> elsewhere.run();
            case OPEN -> {
                paneOpen = true;
                showPane();
            }
            case CLOSE -> close();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Esc goes one step back: out of the search, out of the pane.
    private void close() {
        if (!search.getText().isEmpty()) {
            search.setText("");
        } else if (search.isFocused()) {
            table.takeKeyboard();
        } else {
            paneOpen = false;
            showPane();
        }
    }
}
