package app.afterbeep.outbox;

import app.afterbeep.outbox.OutboxService.Outbox;
import app.afterbeep.settings.Settings;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the outbox shows and does. On the FX thread.
public final class OutboxViewModel {
    private final OutboxService service;
    private final Background background;
    private final Handoff handoff;
    private final Notices notices;
    private final Clock clock;
    private final Runnable undo;
    private final SendingViewModel sending;
    private final Supplier<Settings> settings;

    private final ReadOnlyObjectWrapper<@Nullable Outbox> outbox = new ReadOnlyObjectWrapper<>();
    private final EmailList list = new EmailList();

    /// @param undo     takes the latest action back
    /// @param settings as they are now
    public OutboxViewModel(OutboxService service, Background background, Handoff handoff, Notices notices, Clock clock, Runnable undo,
                           SendingViewModel sending, Supplier<Settings> settings) {
        this.service = service;
        this.background = background;
        this.handoff = handoff;
        this.notices = notices;
        this.clock = clock;
        this.undo = undo;
        this.sending = sending;
        this.settings = settings;
    }

    /// How emails leave.
    public SendingViewModel sending() {
        return sending;
    }

    /// Null until it is read.
    public ReadOnlyObjectProperty<@Nullable Outbox> outbox() {
        return outbox.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<OutboxFilter> filter() {
        return list.filter();
    }

    /// The emails that the filter lists.
    public ObservableList<Email> rows() {
        return list.rows();
    }

    public ReadOnlyObjectProperty<@Nullable Email> selected() {
        return list.selected();
    }

    /// Reads the outbox again: on coming to the front and after a change of the data. The selection stays.
    public void refresh() {
        background.db(service::load, now -> show(now, true));
    }

    /// Called every second: a waiting email whose undo window is over has become ready.
    public void tick() {
        Instant now = clock.instant();
        if (outbox.get() != null && outbox.get().emails().stream().anyMatch(e -> e.state() == Email.State.WAITING && e.problem().isEmpty()
            && !e.dueAt().isAfter(now))) {
            refresh();
        }
    }

    public void choose(OutboxFilter shown) {
        list.choose(shown, outbox.get() == null ? List.of() : outbox.get().emails());
    }

    /// @param follow the selected email stays selected wherever it moves to
    private void show(Outbox now, boolean follow) {
        list.show(now.emails(), follow);
        outbox.set(now);
    }

    /// Ignored while the rows are being replaced: a table then selects whatever moves into the place.
    public void select(@Nullable Email email) {
        list.select(email);
    }

    /// Opens the selected email in the mail program, once its undo window is over and nothing is missing in it.
    public void open() {
        Email email = selected().get();
        if (email == null) {
            return;
        }
        if (!OutboxRules.mayLeave(email)) {
            notices.show(Notice.problem("Not opened. " + reason(email)));
            return;
        }
        background.db(() -> service.handOver(email), address -> {
            try {
                handoff.open(address.toString());
                notices.show(Notice.done("Handed to your mail program. Once it has left there, press " + Shortcut.MARK_SENT.cap()));
                refresh();
            } catch (AppException e) {
                act(() -> service.notLeft(email), () -> notices.show(Notice.problem(e.getMessage())));
            }
        });
    }

    /// Whether the selected email can be saved as a file now; if not, a notice says why.
    public boolean mayBeSaved() {
        Email email = selected().get();
        if (email != null && email.state() == Email.State.WAITING) {
            notices.show(Notice.problem("Not saved. " + reason(email)));
        }
        return email != null && email.state() != Email.State.WAITING && email.state() != Email.State.SENDING;
    }

    /// Saves the selected email as a file for the mail program; a ready one counts as handed over.
    public void save(Path file) {
        Email email = selected().get();
        if (email == null) {
            return;
        }
        background.db(() -> service.file(email), bytes -> background.io(() -> written(file, bytes), done -> {
            notices.show(Notice.done("Saved " + file.getFileName() + ". Once it has left from your mail program, press " + Shortcut.MARK_SENT.cap()));
            refresh();
        }, e -> act(() -> {
            if (email.state() == Email.State.READY) {
                service.notLeft(email);
            }
        }, () -> notices.show(Notice.problem("Not saved: " + file.getFileName() + " can't be written there. Choose another folder.")))));
    }

    private static Path written(Path file, byte[] bytes) throws IOException {
        OwnerOnly.write(file, bytes);
        return file;
    }

    /// A name for the selected email's file: "Ann Lee.eml".
    public String fileName() {
        Email email = selected().get();
        return (email == null ? "Email" : who(email).replaceAll("[^\\p{L}\\p{N} .-]+", " ").strip()) + ".eml";
    }

    /// Lets the selected email leave through the rep's mail account, in its turn, and goes on to the next that may be sent.
    public void send() {
        Email email = selected().get();
        if (email == null || !accountThere()) {
            return;
        }
        if (!canSend(email)) {
            notices.show(Notice.problem("Not sent. " + reason(email)));
            return;
        }
        act(() -> service.send(email), () -> {
            rows().stream().skip(rows().indexOf(selected().get()) + 1L).filter(row -> canSend(row) && !asked(row)).findFirst().ifPresent(this::select);
            sending.goOn();
        });
    }

    /// Lets everything leave that is ready.
    public void sendAll() {
        if (accountThere()) {
            background.db(service::sendAll, count -> {
                notices.show(count == 0 ? Notice.problem("Nothing is ready to be sent.") : Notice.done(count == 1 ? "1 email leaves now"
                    : count + " emails leave, one after the other"));
                refresh();
                sending.goOn();
            });
        }
    }

    private boolean accountThere() {
        boolean there = sending.account().isPresent();
        if (!there) {
            notices.show(Notice.problem("Set up your mail account in Settings, Email. Until then " + Shortcut.MAIL.cap()
                + " opens an email in your mail program."));
        }
        return there;
    }

    /// The rep begins to rewrite the selected email, which stays until [#edit] or [#cancel].
    ///
    /// @return null when it can't be changed any more
    public @Nullable Email rewrite() {
        Email email = selected().get();
        if (email == null || !canEdit(email)) {
            return null;
        }
        sending.hold(email);
        return email;
    }

    /// The rep has changed nothing: the email may leave as it was.
    public void cancel() {
        sending.release();
    }

    /// Keeps what the rep has changed on this email alone.
    public void edit(Email email, String to, String subject, String body) {
        if (!to.strip().equals(email.to()) || !subject.strip().equals(editable(email)) || !body.strip().equals(email.body().strip())) {
            act(() -> service.edit(email, to, subject, body), () -> notices.show(Notice.undoable("Changed the email – " + who(email), undo)));
        }
        sending.release();
    }

    /// The subject as the rep edits it: with `{{my_name}}` for a value that is missing.
    public String editable(Email email) {
        return LetterRules.missing(email.subject(), "").isEmpty() ? LetterRules.subject(email) : email.subject();
    }

    public void notLeft() {
        Email email = selected().get();
        if (email != null && email.state() == Email.State.UNKNOWN) {
            background.db(() -> service.notLeft(email), now -> {
                refresh();
                notices.show(Notice.undoable((now.state() == Email.State.WITHDRAWN ? "Withdrawn, as the later call says – " : "Ready again – ") + who(email), undo));
            });
        }
    }

    private interface Work {
        void run() throws AppException;
    }

    /// Does something in the file, then shows it; the selected email stays selected.
    private void act(Work work, Runnable then) {
        background.db(() -> {
            work.run();
            return service.load();
        }, now -> {
            show(now, true);
            then.run();
        });
    }

    /// Copies subject and text, for a mail program that can't be opened from here.
    public void copy() {
        Email email = selected().get();
        if (email != null) {
            Letter letter = letter(email);
            handoff.copy(letter.subject() + "\n\n" + letter.text());
            notices.show(Notice.done("Copied subject and text"));
        }
    }

    public void markSent() {
        Email email = selected().get();
        if (email != null && canMark(email)) {
            leave(() -> service.markSent(email), "Marked as sent – " + who(email));
        }
    }

    public void withdraw() {
        Email email = selected().get();
        if (email != null && canWithdraw(email)) {
            leave(() -> service.withdraw(email), "Withdrew the email – " + who(email));
        }
    }

    /// The next email takes the place of this one.
    private void leave(Work work, String done) {
        background.db(() -> {
            work.run();
            return service.load();
        }, now -> {
            show(now, false);
            notices.show(Notice.undoable(done, undo));
        });
    }

    public boolean canSend(Email email) {
        return OutboxRules.mayBeSent(email);
    }

    /// Whether it leaves in its turn, without anything more to press.
    public boolean asked(Email email) {
        return email.state() == Email.State.READY && email.journey().askedAt() != null && email.journey().nextTryAt() == null;
    }

    public boolean canEdit(Email email) {
        return OutboxRules.mayBeEdited(email);
    }

    public boolean canOpen(Email email) {
        return OutboxRules.mayLeave(email);
    }

    public boolean canMark(Email email) {
        return OutboxRules.mayBeMarked(email);
    }

    public boolean canWithdraw(Email email) {
        return OutboxRules.mayBeWithdrawn(email);
    }

    /// Whether it only waits for what the settings can give it.
    public boolean lacksMine(Email email) {
        return OutboxRules.lacksMine(email);
    }

    /// The prospect's name, else the company, else the address.
    public String who(Email email) {
        return email.name();
    }

    /// As it will arrive, with "[my name]" in the place of a value that is missing.
    public String subject(Email email) {
        return LetterRules.subject(email);
    }

    /// As it will arrive, with its foot.
    public Letter letter(Email email) {
        return LetterRules.letter(email, settings.get(), email.journey().messageId(), clock.instant());
    }

    public String state(Email email) {
        return OutboxRules.state(email, clock.getZone(), clock.instant());
    }

    /// What stands in the way of the email, or what has become of it; "" when it may leave.
    public String reason(Email email) {
        return OutboxRules.reason(email, clock.getZone(), clock.instant());
    }

    public String queued(Email email) {
        return Times.moment(email.queuedAt(), clock.getZone(), clock.instant());
    }

    /// How many the filter counts; more than are listed when very many have left.
    public long total() {
        return outbox.get() == null ? 0 : filter().get().count(outbox.get().counts());
    }
}
