package app.afterbeep.outbox;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.emptyScreen;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tableCard;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.DataTable;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The outbox: the emails that outcomes have queued, and the selected one as it will arrive.
public final class OutboxView extends BorderPane {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");

    private final OutboxViewModel model;
    private final Map<OutboxFilter, ToggleButton> chipOf = new EnumMap<>(OutboxFilter.class);
    private final Label hint = label("", "text-muted");
    private final Label none = label("", "text-muted");
    private final Label more = label("", "text-muted", "text-small");
    private final DataTable<Email> table;
    private final EmailPane preview;
    private final HBox desk;
    private final Button begin;
    private final StackPane empty;
    private final PasswordView password;
    private final Button sendAll;
    private final Label progress = label("", "progress-text");
    private final Button stop;
    private final Button mend;
    private final HBox progressBar;
    private boolean showing;
    private OutboxSender.@Nullable Pause paused;

    /// @param password asks for the password
    /// @param session  goes to the session screen
    /// @param settings opens the settings
    public OutboxView(OutboxViewModel model, PasswordView password, Runnable session, Runnable settings) {
        this.model = model;
        this.password = password;
        setId("outbox");
        getStyleClass().add("screen");
        sendAll = button("outbox-send-all", "Send all ready", Shortcut.SEND_ALL, model::sendAll);
        HBox bar = new HBox(label("Outbox", "screen-title"), hint, spring(), sendAll);
        bar.getStyleClass().add("screen-bar");
        progress.setId("outbox-progress");
        wrapped(progress);
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        stop = button("outbox-stop", "Stop", Shortcut.STOP, model.sending()::stopOrGoOn);
        mend = button("outbox-mend", "Type the password", () -> {
            if (paused != null && paused.kind() == OutboxSender.Pause.Kind.PASSWORD) {
                password.open(paused.why(), () -> {});
            } else {
                settings.run();
            }
        }, "accent");
        progressBar = new HBox(progress, mend, stop);
        progressBar.getStyleClass().add("progress-bar-line");
        show(progressBar, false);
        setTop(new VBox(bar, progressBar));
        FlowPane chips = new FlowPane();
        chips.getStyleClass().addAll("choices", "table-tools");
        ToggleGroup chosen = new ToggleGroup();
        for (OutboxFilter filter : OutboxFilter.values()) {
            ToggleButton chip = chip("outbox-" + filter.id(), filter.title(), () -> {});
            chip.setSelected(filter == OutboxFilter.ALL);
            choice(chip, chosen, () -> {
                model.choose(filter);
                update();
            });
            chipOf.put(filter, chip);
            chips.getChildren().add(chip);
        }
        table = table();
        VBox card = tableCard(table, chips, table, more);
        preview = new EmailPane(model, settings);
        desk = new HBox(card, preview);
        desk.getStyleClass().add("desk");
        begin = button("outbox-session", "Go to the session", session, "accent");
        empty = empty(begin);
        model.outbox().subscribe(outbox -> update());
        model.selected().subscribe(email -> select(email));
        model.sending().progress().subscribe(now -> update(now));
    }

    private void update(OutboxSender.Progress now) {
        boolean asks = now.pause() != null && now.pause().kind() == OutboxSender.Pause.Kind.PASSWORD && !now.pause().equals(paused);
        paused = now.pause();
        String text = model.sending().progressText();
        progress.setText(text);
        show(progressBar, !text.isEmpty());
        progressBar.pseudoClassStateChanged(PAUSED, paused != null || !now.trouble().isEmpty());
        show(mend, paused != null && paused.kind() != OutboxSender.Pause.Kind.STOPPED);
        mend.setText(paused != null && paused.kind() == OutboxSender.Pause.Kind.SETTINGS ? "Open Settings" : "Type the password");
        mend.setAccessibleText(mend.getText());
        stop.setText(paused != null ? "Go on" : "Stop");
        stop.setAccessibleText(stop.getText() + ", key " + Shortcut.STOP.cap());
        show(stop, paused == null ? model.sending().sending() : paused.kind() != OutboxSender.Pause.Kind.PASSWORD);
        // Nobody is interrupted who speaks with somebody on another screen.
        if (asks && isVisible() && getScene() != null) {
            password.open(now.pause().why(), () -> {});
        }
    }

    private DataTable<Email> table() {
        DataTable<Email> made = new DataTable<>("outbox-table", "Emails", Email::id);
        made.person("col-to", "To", 11, model::who, e -> e.company().equals(model.who(e)) ? "" : e.company())
            .text("col-subject", "Subject", 12, model::subject)
            .dotted("col-state", "State", 15, model::state, email -> "dot-" + email.state(),
                Comparator.comparing(Email::state).thenComparing(Email::dueAt))
            .text("col-queued", "Queued", 7, model::queued, Comparator.comparing(Email::queuedAt), "right", "quiet").givingWay();
        made.setEmpty(none);
        made.onSelected(row -> {
            if (!showing) {
                model.select(row);
            }
        });
        made.onOpened(() -> preview.takeKeyboard());
        return made;
    }

    private static StackPane empty(Button begin) {
        return emptyScreen("No email is queued",
            "When you leave a voicemail, its email is queued here. It waits out the undo window; then you send it, through your mail account or "
                + "from your own mail program.", begin);
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
        model.tick();
        preview.tick();
        if (progressBar.isVisible()) {
            update(model.sending().progress().get());
        }
    }

    private void update() {
        OutboxService.Outbox outbox = model.outbox().get();
        if (outbox == null) {
            return;
        }
        Map<Email.State, Long> counts = outbox.counts();
        chipOf.forEach((filter, chip) -> {
            long count = filter.count(counts);
            chip.setText(count == 0 ? filter.title() : filter.title() + " " + count);
            chip.setAccessibleText(filter.title() + ", " + count);
            chip.pseudoClassStateChanged(NONE, count == 0);
        });
        long ready = OutboxFilter.READY.count(counts);
        boolean many = counts.getOrDefault(Email.State.READY, 0L) > 0;
        sendAll.setDisable(!many);
        show(sendAll, !outbox.emails().isEmpty() && model.sending().account().isPresent());
        hint.setText(ready == 0 ? "Nothing to send right now" : ready == 1 ? "1 email is ready to send" : ready + " emails are ready to send");
        none.setText("No email is " + model.filter().get().title().toLowerCase(Locale.ROOT) + ".");
        more.setText("The latest " + model.rows().size() + " of " + model.total() + " are listed.");
        show(more, model.total() > model.rows().size());
        boolean keyboard = isFocused() || begin.isFocused();
        setCenter(outbox.emails().isEmpty() ? empty : desk);
        // The view model knows what stays selected.
        showing = true;
        table.show(model.rows());
        showing = false;
        select(model.selected().get());
        if (keyboard) {
            takeKeyboard();
        }
    }

    private void select(@Nullable Email email) {
        table.select(email);
        show(preview, email != null);
    }

    /// Does what a shortcut asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        if (preview.editing()) {
            switch (shortcut) {
                case KEEP -> preview.keep();
                case CLOSE -> preview.cancel();
                default -> {
                    return false;
                }
            }
            return true;
        }
        switch (shortcut) {
            case SEND -> model.send();
            case SEND_ALL -> model.sendAll();
            case STOP -> model.sending().stopOrGoOn();
            case EDIT -> preview.edit();
            case SAVE_FILE -> preview.saveFile();
            case NOT_LEFT -> model.notLeft();
            case OPEN -> preview.takeKeyboard();
            case MAIL -> model.open();
            case COPY -> model.copy();
            case MARK_SENT -> model.markSent();
            case WITHDRAW -> model.withdraw();
            case CLOSE -> {
                model.select(null);
                table.focusOnly();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
