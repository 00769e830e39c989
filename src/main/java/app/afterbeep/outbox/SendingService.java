package app.afterbeep.outbox;

import app.afterbeep.db.Database;
import app.afterbeep.settings.AddressRules;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides which email leaves when, and keeps what became of it. Before anything is said to a server the file says "sending" and knows the
/// Message-ID; so whatever happens then, no email leaves twice by itself. On the database thread.
public final class SendingService {
    /// After the first failures that may pass; then the last one again and again.
    private static final List<Duration> BACK_OFF = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
        Duration.ofHours(4));
    /// Without a connection it goes no further than this one: whoever is online again does not want to wait for hours.
    private static final int LONGEST_WITHOUT_CONNECTION = 2;
    /// About three days.
    private static final int MOST_TRIES = 22;

    private final Database database;
    private final EmailStore emails;
    private final Clock clock;
    private final Supplier<Settings> settings;
    private long held;

    public SendingService(Database database, EmailStore emails, Clock clock, Supplier<Settings> settings) {
        this.database = database;
        this.emails = emails;
        this.clock = clock;
        this.settings = settings;
    }

    /// How it stands with sending.
    ///
    /// @param left    emails that may leave now, one after the other
    /// @param later   emails that wait for their undo window or their next try
    /// @param nextAt  when the next one may leave; null: none is to
    /// @param limited today's limit is reached
    public record Standing(long left, long later, @Nullable Instant nextAt, boolean limited) {
        static final Standing NONE = new Standing(0, 0, null, false);
    }

    /// An email on its way: in the file it is "sending".
    ///
    /// @param askedAt who had asked for it, for the case that it comes back
    /// @param tries   connections before this one
    public record Parcel(long id, String name, Letter letter, @Nullable Instant askedAt, int tries) {}

    /// Once at the start: what was being sent when the program ended is unknown from now on.
    ///
    /// @return those emails
    public List<Email> recover() {
        return database.transaction(emails::orphans);
    }

    /// The rep is rewriting this email: it does not leave before that is done.
    ///
    /// @param id 0: no email any more
    public void hold(long id) {
        held = id;
    }

    /// Changes nothing.
    public Standing standing() {
        if (database.reading()) {
            return Standing.NONE;
        }
        EmailStore.Leaving leaving = emails.leaving(automatic(), held);
        if (leaving.now() == 0) {
            return new Standing(0, leaving.later(), leaving.first(), false);
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        Instant tomorrow = today.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        if (emails.left(today.atStartOfDay(clock.getZone()).toInstant(), tomorrow) >= settings.get().number(Setting.MAIL_DAILY_LIMIT)) {
            return new Standing(leaving.now(), leaving.later(), tomorrow, true);
        }
        Instant latest = emails.latestTry();
        Instant paced = latest == null ? now : latest.plusSeconds(settings.get().number(Setting.MAIL_PACE_SECONDS));
        return new Standing(leaving.now(), leaving.later(), paced.isAfter(now) ? paced : now, false);
    }

    private boolean automatic() {
        return settings.get().flag(Setting.MAIL_AUTOMATIC) && Account.of(settings.get()).isPresent();
    }

    /// Takes the next email out of the outbox, if one may leave at this moment. When this returns, the file says "sending".
    /// Whoever was put on the do-not-call list is taken out; an email that can't be one has failed.
    ///
    /// @throws AppException when none can leave for this sender: that is no email's fault
    public Optional<Parcel> take() throws AppException {
        if (database.reading()) {
            throw new AppException("Nothing is sent: the data file is only open for reading.", null);
        }
        Instant at = standing().nextAt();
        if (at == null || at.isAfter(clock.instant())) {
            return Optional.empty();
        }
        String mine = LetterRules.mine(settings.get());
        if (!mine.isEmpty()) {
            throw new AppException(mine, null);
        }
        return database.transaction(() -> {
            Optional<Email> next;
            while ((next = emails.nextLeaving(automatic(), held)).isPresent()) {
                Email email = next.get();
                Letter letter = LetterRules.letter(email, settings.get(), messageId(email), clock.instant());
                String missing = LetterRules.missing(email.subject(), email.body());
                String problem = missing.isEmpty() ? LetterRules.problem(letter) : missing;
                if (emails.suppressed(email)) {
                    emails.withdraw(email.id());
                } else if (!problem.isEmpty()) {
                    emails.ended(email.id(), Email.State.FAILED, problem);
                } else if (emails.take(letter, email.id())) {
                    database.forgetUndo("email", email.id());
                    return Optional.of(new Parcel(email.id(), email.name(), letter, email.journey().askedAt(), email.journey().tries()));
                }
            }
            return Optional.empty();
        });
    }

    private String messageId(Email email) {
        String from = AddressRules.ascii(settings.get().text(Setting.MAIL_FROM));
        return !email.journey().messageId().isEmpty() ? email.journey().messageId() : UUID.randomUUID() + from.substring(from.indexOf('@'));
    }

    /// Keeps what became of an email that was taken.
    ///
    /// @return when it is tried again, or null
    public @Nullable Instant settle(Parcel parcel, Delivery delivery) {
        return database.transaction(() -> {
            switch (delivery) {
                case Delivery.Sent sent -> emails.sent(parcel.id());
                case Delivery.Refused(String why) -> emails.ended(parcel.id(), Email.State.FAILED, why);
                case Delivery.Unknown(String why) -> emails.ended(parcel.id(), Email.State.UNKNOWN, why);
                case Delivery.Stopped(String why, boolean password) -> emails.putBack(parcel.id(), parcel.askedAt(), "", null);
                case Delivery.Later(String why, boolean connection) -> {
                    if (!connection && parcel.tries() + 1 >= MOST_TRIES) {
                        emails.ended(parcel.id(), Email.State.FAILED, "Given up after " + MOST_TRIES + " tries. " + why);
                    } else {
                        Instant again = clock.instant().plus(BACK_OFF.get(Math.min(parcel.tries(), connection ? LONGEST_WITHOUT_CONNECTION : BACK_OFF.size() - 1)));
                        emails.putBack(parcel.id(), parcel.askedAt(), why, again);
                        return Optional.of(again);
                    }
                }
            }
            return Optional.<Instant>empty();
        }).orElse(null);
    }
}
