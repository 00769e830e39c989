package app.afterbeep.lists;

import app.afterbeep.cadence.Promise;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.LogEntry;
import app.afterbeep.calls.Outcome;
import app.afterbeep.exports.CallColumns;
import app.afterbeep.exports.CellRules;
import app.afterbeep.outbox.Email;
import app.afterbeep.prospects.HoursRules;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.prospects.PhoneNumbers.Parsed;
import app.afterbeep.prospects.Place;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a row of a call log that we exported: `afterbeep`, or `excel` as far as that goes.
final class LogRowRules {
    private static final Set<String> SOURCES = Set.of("session", "elsewhere", "import");

    private final Map<String, Integer> columns = new HashMap<>();
    private final boolean exact;
    private final String country;
    private final ZoneId here;
    private final Instant now;

    /// @param here in which times without an offset are meant
    LogRowRules(List<String> headers, String country, ZoneId here, Instant now) {
        for (int i = 0; i < headers.size(); i++) {
            columns.putIfAbsent(headers.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        exact = columns.containsKey(CallColumns.EXACT_ONLY);
        this.country = country;
        this.here = here;
        this.now = now;
    }

    /// Whether a file with these columns is our call log, not a list of people.
    static boolean isLog(List<String> headers) {
        return headers.stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList()
            .containsAll(List.of("attempt_id", "at", "direction", "outcome", "phone"));
    }

    /// How close two times of this file have to be for the same call: a spreadsheet leaves the seconds out.
    ChronoUnit precision(Instant at) {
        return !exact && at.equals(at.truncatedTo(ChronoUnit.MINUTES)) ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
    }

    /// What became of a row.
    sealed interface Result {}

    record Read(LogRow row) implements Result {}

    record Rejected(String reason) implements Result {}

    /// Why a cell can't be read; stays in this class.
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String reason) {
            super(reason);
        }
    }

    Result read(List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return new Rejected("the row is empty");
        }
        try {
            return new Read(row(cells));
        } catch (Unreadable e) {
            return new Rejected(String.valueOf(e.getMessage()));
        }
    }

    private LogRow row(List<String> cells) throws Unreadable {
        Instant at = time(cells, "at");
        if (at == null) {
            throw new Unreadable("no time in column at");
        }
        // Another machine's clock may be ahead; but what is yet to come would stand as the latest call for good.
        if (at.isAfter(now.plus(Duration.ofDays(1)))) {
            throw new Unreadable("the time in column at is still to come: ‘" + shortened(cell(cells, "at")) + "’");
        }
        Outcome outcome = code(cells, "outcome", Outcome.values());
        boolean inbound = direction(cells);
        List<Parsed> numbers = numbers(cells);
        Parsed first = numbers.isEmpty() ? null : numbers.getFirst();
        List<ZoneId> known = TimeZoneRules.zones(cell(cells, "time_zone"), first == null ? List.of() : first.zones(), now);
        Place.Source source = !known.isEmpty() ? Place.Source.IMPORTED : first == null || first.zones().isEmpty() ? Place.Source.UNKNOWN
            : Place.Source.NUMBER;
        Place place = HoursRules.placeOf(first == null ? "" : first.country(), "", first == null ? "" : first.e164(),
            !known.isEmpty() ? known : first == null || first.zones().isEmpty() ? List.of(here) : first.zones());
        LogEntry.Mail mail = mail(cells, at);
        Email.State state = mail == null ? null : code(cells, "email", Email.State.values());
        Email.State restored = state == null ? null : restored(state);
        Instant promisedAt = time(cells, "promised_at");
        return new LogRow(whole(cells, "attempt_id") instanceof Long id && id > 0 ? id : 0, at, inbound, outcome, cell(cells, "first_name"), cell(cells, "last_name"),
            cell(cells, "company"), cell(cells, "title"), cell(cells, "email_address"), cell(cells, "external_id"),
            dialed(cells, numbers), phones(numbers), place, source, cell(cells, "list"),
            whole(cells, "step") instanceof Long step ? Math.clamp(step, 1, 1000) : 1, cell(cells, "series"), cell(cells, "script"), cell(cells, "opening"),
            small(whole(cells, "message_words")), small(whole(cells, "message_length")), small(whole(cells, "message_seconds")), time(cells, "next_call_at"), cell(cells, "note"),
            SOURCES.contains(cell(cells, "source")) ? cell(cells, "source") : "import", followed(cells), time(cells, "corrected_at"), cell(cells, "was"),
            cell(cells, CallColumns.EXACT_ONLY), promisedAt == null || exact ? null
                : new LogRow.Promised(promisedAt, cell(cells, "promise").isEmpty() ? Promise.State.OPEN : code(cells, "promise", Promise.State.values())),
            mail, restored, state == null || restored == state ? "" : "the email had not left (" + state + "): restored as " + restored);
    }

    /// An imported log never sends anything. Only of one that was being sent nobody knows whether it left.
    private static Email.State restored(Email.State state) {
        return switch (state) {
            case SENT, UNKNOWN, WITHDRAWN -> state;
            case SENDING -> Email.State.UNKNOWN;
            case WAITING, READY, FAILED -> Email.State.WITHDRAWN;
        };
    }

    private String cell(List<String> cells, String column) {
        int index = columns.getOrDefault(column, -1);
        String text = index < 0 || index >= cells.size() ? "" : cells.get(index);
        return exact ? text : CellRules.withoutApostrophe(text);
    }

    private @Nullable Instant time(List<String> cells, String column) throws Unreadable {
        String text = cell(cells, column).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return CellRules.time(text, country, here);
        } catch (DateTimeException e) {
            throw new Unreadable("‘" + shortened(text) + "’ in column " + column + " is no time like 2026-11-24T09:00:00-05:00");
        }
    }

    private <E extends Enum<E>> E code(List<String> cells, String column, E[] values) throws Unreadable {
        String text = cell(cells, column).strip();
        return Arrays.stream(values).filter(value -> value.toString().equals(text)).findFirst()
            .orElseThrow(() -> new Unreadable("there is no " + column + " ‘" + shortened(text) + "’"));
    }

    private String followed(List<String> cells) throws Unreadable {
        String text = cell(cells, "followed").strip();
        return text.isEmpty() || text.equals(AttemptStore.NOTHING) ? text : code(cells, "followed", Outcome.values()).code();
    }

    private boolean direction(List<String> cells) throws Unreadable {
        String text = cell(cells, "direction").strip();
        if (!text.equals("inbound") && !text.equals("outbound")) {
            throw new Unreadable("there is no direction ‘" + shortened(text) + "’");
        }
        return text.equals("inbound");
    }

    private @Nullable Long whole(List<String> cells, String column) throws Unreadable {
        String text = cell(cells, column).strip();
        if (!text.isEmpty() && !text.matches("\\d{1,15}")) {
            throw new Unreadable("‘" + shortened(text) + "’ in column " + column + " is no number");
        }
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    private static @Nullable Integer small(@Nullable Long number) {
        return number == null ? null : (int) Math.min(number, 1_000_000);
    }

    /// All of the prospect's numbers, the dialed one at least.
    private List<Parsed> numbers(List<String> cells) throws Unreadable {
        List<Parsed> numbers = new ArrayList<>();
        for (String text : cell(cells, "phones").strip().split("\\s+")) {
            number(text).ifPresent(numbers::add);
        }
        String dialed = cell(cells, "phone").strip();
        if (!dialed.isEmpty() && numbers.stream().noneMatch(n -> n.e164().equals(dialed))) {
            Parsed parsed = number(dialed).orElseThrow(() -> new Unreadable("no usable phone number: ‘" + shortened(dialed) + "’ in column phone"));
            if (numbers.stream().noneMatch(n -> n.e164().equals(parsed.e164()))) {
                numbers.add(parsed);
            }
        }
        return numbers;
    }

    private Optional<Parsed> number(String text) {
        return text.isEmpty() || RowRules.ROUNDED.matcher(text).matches() ? Optional.empty() : PhoneNumbers.parse(text, country);
    }

    private String dialed(List<String> cells, List<Parsed> numbers) {
        String text = cell(cells, "phone").strip();
        return numbers.stream().anyMatch(n -> n.e164().equals(text)) ? text : number(text).map(Parsed::e164).orElse("");
    }

    private static List<Phone> phones(List<Parsed> numbers) {
        List<Phone> phones = new ArrayList<>();
        numbers.forEach(n -> phones.add(new Phone(0, phones.size() + 1, n.e164(), n.extension(), "", n.type(), n.valid(), false, false, false)));
        return phones;
    }

    private LogEntry.@Nullable Mail mail(List<String> cells, Instant at) throws Unreadable {
        if (cell(cells, "email").isBlank()) {
            return null;
        }
        Instant queued = time(cells, "email_queued_at");
        Instant due = time(cells, "email_due_at");
        return new LogEntry.Mail(cell(cells, "email_to").isEmpty() ? cell(cells, "email_address") : cell(cells, "email_to"), cell(cells, "email_subject"),
            cell(cells, "email_body"), queued == null ? at : queued, due == null ? at : due, time(cells, "email_sent_at"), cell(cells, "email_message_id"));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
