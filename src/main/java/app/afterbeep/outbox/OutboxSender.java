package app.afterbeep.outbox;

import app.afterbeep.outbox.SendingService.Parcel;
import app.afterbeep.outbox.SendingService.Standing;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Lets the emails that were asked for leave, one after the other, for as long as the program runs. Each goes three steps: taken from the file on
/// the database thread, handed to the server on the thread for servers, and what became of it back into the file. On the FX thread.
public final class OutboxSender {
    private static final System.Logger LOG = System.getLogger(OutboxSender.class.getName());
    /// A connection that waits longer for its next email is ended.
    private static final Duration IDLE = Duration.ofSeconds(45);

    private final SendingService service;
    private final MailSender sender;
    private final Passwords passwords;
    private final Background background;
    private final Clock clock;
    private final Supplier<Settings> settings;
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(new Progress(0, 0, Standing.NONE, "", null));
    private boolean busy;
    private boolean changed = true;
    private Standing standing = Standing.NONE;
    private long done;
    private @Nullable Pause pause;
    private @Nullable Instant connectAt;
    private String trouble = "";
    private Instant lastSent = Instant.EPOCH;
    private @Nullable Settled unsettled;

    public OutboxSender(SendingService service, MailSender sender, Passwords passwords, Background background, Clock clock,
                        Supplier<Settings> settings) {
        this.service = service;
        this.sender = sender;
        this.passwords = passwords;
        this.background = background;
        this.clock = clock;
        this.settings = settings;
    }

    private record Settled(Parcel parcel, Delivery delivery, Account account) {}

    /// Why nothing leaves.
    public record Pause(Kind kind, String why) {
        /// What the rep has to do about it.
        public enum Kind { PASSWORD, SETTINGS, STOPPED }
    }

    /// What the rep sees of it.
    ///
    /// @param done    of this run: emails that have gone their way since there was nothing to send
    /// @param total   of this run
    /// @param trouble why there was no connection at the latest try, or ""
    /// @param pause   why nothing leaves, or null
    public record Progress(long done, long total, Standing standing, String trouble, @Nullable Pause pause) {}

    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// The data or the settings have changed.
    public void wake() {
        changed = true;
    }

    /// Nothing leaves any more until [#goOn].
    public void stop() {
        pause(new Pause(Pause.Kind.STOPPED, "You have stopped sending."));
    }

    /// The rep is rewriting this email: it does not leave before [#release].
    void hold(Email email) {
        holds(email.id());
    }

    /// Nothing is being rewritten any more.
    void release() {
        holds(0);
    }

    private void holds(long id) {
        background.db(() -> {
            service.hold(id);
            return id;
        }, held -> wake());
    }

    /// Begins again, also when the last connections failed.
    public void goOn() {
        pause = null;
        connectAt = null;
        trouble = "";
        wake();
        tick();
    }

    /// Takes the password that the rep has typed and goes on.
    ///
    /// @param kept is told whether it went into the keychain, when that was asked for
    public void type(Account account, String password, boolean keep, java.util.function.Consumer<Boolean> kept) {
        background.io(() -> passwords.type(account, password, keep), done -> {
            kept.accept(done);
            if (pause != null && pause.kind() == Pause.Kind.PASSWORD) {
                goOn();
            }
        });
    }

    /// Connects and signs in without sending anything; the answer is null while the password is not known.
    public void test(Account account, java.util.function.Consumer<@Nullable Delivery> answer) {
        background.<Optional<Delivery>>io(() -> passwords.find(account).map(password -> sender.test(account, password)), found -> {
            Delivery delivery = found.orElse(null);
            if (delivery instanceof Delivery.Stopped(String why, boolean password) && password) {
                background.io(() -> forget(account), forgotten -> {});
            }
            answer.accept(delivery);
        });
    }

    private boolean forget(Account account) {
        passwords.wrong(account);
        return true;
    }

    /// Once a second: sends what is due. Asks the file only when something has changed or an email's time has come.
    public void tick() {
        if (busy) {
            return;
        }
        Optional<Account> account = Account.of(settings.get());
        Instant now = clock.instant();
        if (unsettled != null) {
            busy = true;
            settle(unsettled);
        } else if (changed) {
            changed = false;
            busy = true;
            background.db(service::standing, found -> {
                busy = false;
                show(found);
                if (due(clock.instant())) {
                    tick();
                }
            }, this::failed);
        } else if (pause == null && account.isPresent() && due(now)) {
            busy = true;
            background.io(() -> passwords.find(account.get()), password -> password.ifPresentOrElse(known -> take(account.get(), known), () -> {
                busy = false;
                pause(new Pause(Pause.Kind.PASSWORD, "Sending waits for the password of " + account.get().user() + "."));
            }), this::failed);
        } else if (sender.connected() && Duration.between(lastSent, now).compareTo(IDLE) > 0) {
            background.io(() -> {
                sender.close();
                return true;
            }, closed -> {});
        }
    }

    private boolean due(Instant now) {
        return pause == null && standing.nextAt() != null && !standing.nextAt().isAfter(now) && (connectAt == null || !connectAt.isAfter(now))
            && Account.of(settings.get()).isPresent();
    }

    private void take(Account account, String password) {
        background.db(service::take, taken -> {
            if (taken.isEmpty()) {
                busy = false;
                wake();
                return;
            }
            Parcel parcel = taken.get();
            background.io(() -> {
                Settled settled = new Settled(parcel, sender.send(parcel.letter(), account, password), account);
                // From here, not from the FX thread: at the end of the program that one is gone before this email is.
                settle(settled);
                return true;
            // Nothing is thrown by the sender but a fault of ours: then nobody knows.
            }, done -> {}, fault -> {
                LOG.log(System.Logger.Level.ERROR, "a fault while sending", fault);
                settle(new Settled(parcel, new Delivery.Unknown("Something went wrong while this was being sent: nobody knows whether "
                + "it has left."), account));
            });
        }, this::failed);
    }

    private void settle(Settled settled) {
        background.db(() -> Optional.ofNullable(service.settle(settled.parcel(), settled.delivery())), again -> settled(settled, again.orElse(null)), e -> {
            // Kept here until it is in the file: what has left must not be forgotten because the disk was full for a moment.
            unsettled = settled;
            failed(e);
        });
    }

    private void settled(Settled settled, @Nullable Instant again) {
        LOG.log(System.Logger.Level.INFO, "an email: " + settled.delivery().getClass().getSimpleName());
        busy = false;
        unsettled = null;
        connectAt = null;
        trouble = "";
        lastSent = clock.instant();
        switch (settled.delivery()) {
            case Delivery.Stopped(String why, boolean password) -> {
                if (password) {
                    background.io(() -> forget(settled.account()), forgotten -> {});
                }
                pause(new Pause(password ? Pause.Kind.PASSWORD : Pause.Kind.SETTINGS, why));
            }
            case Delivery.Later(String why, boolean connection) when connection -> {
                connectAt = again;
                trouble = why;
            }
            default -> done++;
        }
        wake();
    }

    private void failed(Exception e) {
        busy = false;
        wake();
        if (unsettled == null) {
            pause(e instanceof AppException ? new Pause(Pause.Kind.SETTINGS, String.valueOf(e.getMessage()))
                : new Pause(Pause.Kind.STOPPED, e instanceof app.afterbeep.db.DbException ? String.valueOf(e.getMessage())
                : "Something went wrong while sending; nothing more leaves for now."));
        }
    }

    private void pause(Pause why) {
        pause = why;
        show(standing);
    }

    private void show(Standing now) {
        standing = connectAt != null && now.nextAt() != null && now.nextAt().isBefore(connectAt) ? new Standing(now.left(), now.later(), connectAt, false) : now;
        if (now.left() == 0 && pause == null) {
            done = 0;
        }
        progress.set(new Progress(done, done + now.left(), standing, trouble, pause));
    }
}
