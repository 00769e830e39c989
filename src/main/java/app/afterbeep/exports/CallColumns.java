package app.afterbeep.exports;

import app.afterbeep.calls.LogEntry;
import app.afterbeep.calls.LogEntry.Mail;
import app.afterbeep.calls.LoggedCall;
import app.afterbeep.calls.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The call log in our own columns. Names and order of the first seventeen are promised to other programs; further ones follow.
public final class CallColumns {
    /// Only a log that was written exactly has it: there an apostrophe belongs to the text.
    public static final String EXACT_ONLY = "agreed";

    private CallColumns() {}

    /// All that is known, to be imported again.
    static List<Column<LogEntry>> exact(ZoneId here) {
        Times times = new Times(CellRules::exact, here);
        List<Column<LogEntry>> columns = common(times, e -> String.valueOf(e.call().step()));
        columns.add(of("email_queued_at", e -> times.text(mail(e, Mail::queuedAt))));
        columns.add(of("email_due_at", e -> times.text(mail(e, Mail::dueAt))));
        columns.add(of("email_message_id", e -> text(e, Mail::messageId)));
        columns.add(of("email_body", e -> text(e, Mail::body)));
        columns.add(of("phones", LogEntry::phones));
        columns.add(of("series", LogEntry::series));
        columns.add(of("message_words", e -> CellRules.number(e.messageWords())));
        columns.add(of("message_length", e -> CellRules.number(e.messageLength())));
        columns.add(of("opening", LogEntry::opening));
        columns.add(of(EXACT_ONLY, LogEntry::agreed));
        columns.add(of("was", LogEntry::was));
        return columns;
    }

    /// What a person reads, with times on the rep's clock and steps as the screens count them.
    static List<Column<LogEntry>> readable(ZoneId here) {
        return common(new Times(CellRules::local, here), LogEntry::stepShown);
    }

    private record Times(BiFunction<@Nullable Instant, ZoneId, String> notation, ZoneId here) {
        String text(@Nullable Instant at) {
            return notation.apply(at, here);
        }
    }

    private static List<Column<LogEntry>> common(Times times, Function<LogEntry, String> step) {
        List<Column<LogEntry>> columns = new ArrayList<>(List.of(
            call("attempt_id", c -> String.valueOf(c.attemptId())),
            call("at", c -> times.text(c.at())),
            call("direction", LoggedCall::direction),
            call("outcome", LoggedCall::outcome),
            call("first_name", LoggedCall::firstName),
            call("last_name", LoggedCall::lastName),
            call("company", LoggedCall::company),
            call("phone", LoggedCall::phone),
            call("list", LoggedCall::list),
            of("step", step),
            call("script", LoggedCall::script),
            call("message_seconds", c -> CellRules.number(c.messageSeconds())),
            call("promised_at", c -> times.text(c.promisedAt())),
            call("promise", LoggedCall::promise),
            call("next_call_at", c -> times.text(c.nextCallAt())),
            call("email", LoggedCall::email),
            call("note", LoggedCall::note)));
        columns.addAll(List.of(
            of("title", LogEntry::title),
            of("email_address", LogEntry::emailAddress),
            of("external_id", LogEntry::externalId),
            of("time_zone", LogEntry::timeZone),
            of("source", LogEntry::source),
            of("corrected_at", e -> times.text(e.correctedAt())),
            of("email_to", e -> text(e, Mail::to)),
            of("email_subject", e -> text(e, Mail::subject)),
            of("email_sent_at", e -> times.text(e.mail() == null ? null : e.mail().sentAt())),
            of("followed", LogEntry::followed)));
        return columns;
    }

    private static Column<LogEntry> of(String header, Function<LogEntry, String> cell) {
        return new Column<>(header, cell);
    }

    private static Column<LogEntry> call(String header, Function<LoggedCall, String> cell) {
        return new Column<>(header, e -> cell.apply(e.call()));
    }

    private static @Nullable Instant mail(LogEntry entry, Function<Mail, Instant> value) {
        return entry.mail() == null ? null : value.apply(entry.mail());
    }

    private static String text(LogEntry entry, Function<Mail, String> value) {
        return entry.mail() == null ? "" : value.apply(entry.mail());
    }

    /// "Left voicemail", for other systems; the code itself for one of a newer version.
    static String outcome(LogEntry entry) {
        String code = entry.call().outcome();
        return Arrays.stream(Outcome.values()).filter(outcome -> outcome.code().equals(code)).findFirst().map(Outcome::label)
            .orElse(code.replace('_', ' '));
    }

    static boolean inbound(LogEntry entry) {
        return entry.call().direction().equals("inbound");
    }

    /// The attempt in plain words, a line each: how it ended, the message, what was promised, the note. It begins with a word of ours,
    /// so that no note can become a formula.
    static String words(LogEntry entry) {
        LoggedCall call = entry.call();
        StringBuilder words = new StringBuilder(inbound(entry) ? "They called: " : "").append(outcome(entry));
        words.append(call.script().isEmpty() ? "" : " · " + call.script());
        words.append(call.messageSeconds() == null ? "" : " · " + call.messageSeconds() + " s");
        if (call.promisedAt() != null) {
            words.append("\nPromised: ").append(there(call.promisedAt(), call.zone())).append(", ").append(call.promise());
        } else if (call.nextCallAt() != null) {
            words.append("\nNext call: ").append(there(call.nextCallAt(), call.zone()));
        }
        if (entry.mail() != null) {
            words.append("\nEmail: ").append(entry.mail().subject()).append(", ").append(call.email());
        }
        return words.append(call.note().isBlank() ? "" : "\nNote: " + call.note().strip()).toString();
    }

    private static String there(Instant at, ZoneId zone) {
        return CellRules.local(at, zone).substring(0, 16) + " " + zone.getId();
    }
}
