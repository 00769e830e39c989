package app.afterbeep.agenda;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.emptyScreen;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tableCard;

import app.afterbeep.cadence.WhenPane;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import app.afterbeep.ui.controls.DataTable;
import java.io.File;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The agenda: everything agreed or due, by day, and the selected prospect beside it.
public final class AgendaView extends BorderPane {
    private static final int SECONDS_A_LOOK = 20;

    private final AgendaViewModel model;
    private final MainWindow window;
    private final Label date = label("", "text-muted");
    private final ToggleGroup chosen = new ToggleGroup();
    private final FlowPane chips = new FlowPane();
    private final Map<String, ToggleButton> chipOf = new HashMap<>();
    private final Label none = label("", "text-muted");
    private final Label more = label("", "text-muted", "text-small");
    private final DataTable<AgendaEntry> table;
    private final AgendaDetail detail;
    private final HBox desk;
    private final Button begin;
    private final StackPane empty;
    private boolean showing;
    private int ticks;

    /// @param window  shows the sheet that asks for another time
    /// @param session goes to the session screen
    public AgendaView(AgendaViewModel model, MainWindow window, Runnable session) {
        this.model = model;
        this.window = window;
        setId("agenda");
        getStyleClass().add("screen");
        HBox bar = new HBox(label("Agenda", "screen-title"), date, spring(),
            button("agenda-export", "Export to calendar", Shortcut.EXPORT, this::export));
        bar.getStyleClass().add("screen-bar");
        date.setId("agenda-date");
        setTop(bar);
        chips.getStyleClass().addAll("choices", "table-tools");
        addChip(null, "all", "All");
        for (AgendaGroup group : AgendaGroup.values()) {
            addChip(group, group.id(), group.title());
        }
        table = table();
        more.setId("agenda-more");
        VBox card = tableCard(table, chips, table, more);
        detail = new AgendaDetail(model);
        desk = new HBox(card, detail);
        desk.getStyleClass().add("desk");
        begin = button("agenda-session", "Go to the session", session, "accent");
        empty = empty(begin);
        model.agenda().subscribe(agenda -> update());
        model.selected().subscribe(entry -> select(entry));
        model.moving().subscribe((before, now) -> ask(now));
    }

    private void ask(AgendaViewModel.@Nullable Moving moving) {
        if (moving == null) {
            window.closeSheet();
            return;
        }
        AgendaEntry entry = moving.entry();
        WhenRules.What what = entry.what();
        String title = switch (what) {
            case PROMISE, CALLBACK -> "Call " + entry.name() + " when?";
            case MEETING -> "Meet " + entry.name() + " when?";
            case CALL -> "Next call to " + entry.name() + " when?";
            case RETURN -> entry.name() + " rests until when?";
        };
        WhenPane pane = new WhenPane(title, "Move", what, moving.bounds(), model::moveTo, model::cancelMoving);
        pane.getStyleClass().add("when-sheet");
        pane.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        window.openSheet(pane, model::cancelMoving);
        pane.requestFocus();
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export promises, callbacks and meetings");
        chooser.setInitialFileName(model.exportName());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Calendar files", "*.ics"));
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }

    private void addChip(@Nullable AgendaGroup group, String id, String title) {
        ToggleButton chip = chip("agenda-" + id, title, () -> {});
        chip.setSelected(group == null);
        choice(chip, chosen, () -> {
            model.choose(group);
            update();
        });
        chips.getChildren().add(chip);
        chipOf.put(title, chip);
    }

    private DataTable<AgendaEntry> table() {
        DataTable<AgendaEntry> made = new DataTable<>("agenda-table", "Agenda", AgendaEntry::key);
        Comparator<AgendaEntry> byTime = Comparator.comparing(AgendaEntry::at);
        made.lines("col-time", "Time there", 13.8, model::there, model::here, byTime)
            .person("col-prospect", "Prospect", 12, AgendaEntry::name, e -> e.company().equals(e.name()) ? "" : e.company())
            // Where the status has no room for a column of its own it stands under the reason.
            .lines("col-why", "Why", 9.7, AgendaEntry::why, e -> made.shows("col-status") ? "" : model.status(e), Comparator.comparing(AgendaEntry::why))
            .dotted("col-status", "Status", 9, model::status, e -> "dot-" + e.group().id(), Comparator.comparing(AgendaEntry::group).thenComparing(byTime))
            .givingWay();
        made.setEmpty(none);
        made.onSelected(row -> {
            if (!showing) {
                model.select(row);
            }
        });
        made.onOpened(model::open);
        made.widthProperty().subscribe((before, now) -> made.redraw());
        return made;
    }

    private static StackPane empty(Button begin) {
        return emptyScreen("Nothing is agreed or due",
            "What you promise, what prospects ask for, meetings and the calls that your cadence makes due stand here by day. "
                + "Log a call in the session, and its next step is here.", begin);
    }

    /// To be called when the screen comes to the front and when the data have changed.
    public void shown() {
        model.refresh();
        if (isFocused()) {
            takeKeyboard();
        }
    }

    private void takeKeyboard() {
        if (getCenter() == empty) {
            begin.requestFocus();
        } else {
            table.takeKeyboard();
        }
    }

    /// Once a second while the screen is in front.
    public void tick() {
        if (++ticks % SECONDS_A_LOOK == 0) {
            model.refresh();
            // The minutes that are left are in no row.
            table.redraw();
            date.setText(Times.date(model.today().toLocalDate()) + ", " + Times.clock(model.today()));
        }
    }

    private void update() {
        AgendaService.Agenda agenda = model.agenda().get();
        if (agenda == null) {
            return;
        }
        date.setText(Times.date(model.today().toLocalDate()) + ", " + Times.clock(model.today()));
        count("All", agenda.count());
        agenda.counts().forEach((group, count) -> count(group.title(), count));
        AgendaGroup group = model.group().get();
        none.setText(group == null ? "" : switch (group) {
            case MISSED -> "No promise was missed. Nobody waits for you.";
            case DUE_NOW -> "Nothing is due right now.";
            case TODAY -> "Nothing else is agreed or due today.";
            case TOMORROW -> "Nothing is agreed or due tomorrow yet.";
            case THIS_WEEK -> "Nothing more is agreed or due this week.";
            case LATER -> "Nothing is agreed or due after this week.";
            case RECYCLING -> "Nobody rests. After the last message a prospect rests here until the next series.";
        });
        more.setText("The first " + model.rows().size() + " of " + model.total() + " are listed.");
        show(more, model.more());
        boolean keyboard = isFocused() || begin.isFocused();
        setCenter(agenda.count() == 0 ? empty : desk);
        // The view model knows what stays selected.
        showing = true;
        table.show(model.rows());
        showing = false;
        select(model.selected().get());
        if (keyboard) {
            takeKeyboard();
        }
    }

    private void count(String title, long count) {
        ToggleButton chip = chipOf.get(title);
        chip.setText(count == 0 ? title : title + " " + count);
        chip.setAccessibleText(title + ", " + count);
        chip.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("none"), count == 0);
    }

    private void select(@Nullable AgendaEntry entry) {
        table.select(entry);
        show(detail, entry != null);
    }

    /// Does what a shortcut asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        return switch (shortcut) {
            case OPEN -> model.open();
            case MOVE -> model.move();
            case DROP -> model.drop();
            case CALENDAR -> model.openInCalendar();
            case EXPORT -> {
                export();
                yield true;
            }
            case CLOSE -> {
                model.select(null);
                table.focusOnly();
                yield true;
            }
            default -> false;
        };
    }
}
