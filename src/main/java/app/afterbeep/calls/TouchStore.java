package app.afterbeep.calls;

import app.afterbeep.cadence.Promise;
import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.Balance;
import app.afterbeep.prospects.Touch;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The history of a prospect, one line for each attempt and email. On the database thread.
final class TouchStore {
    private static final String EMAILS = """
        SELECT attempt_id, subject, %s AS shown, coalesce(sent_at, due_at) AS at, problem
        FROM email e WHERE prospect_id IN (SELECT ?2 UNION ALL SELECT id FROM prospect WHERE merged_into = ?2) ORDER BY id DESC LIMIT ?3""".formatted(EmailStore.SHOWN);

    private final Sql sql;
    private final Clock clock;

    TouchStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The newest `limit` attempts and emails of a prospect, newest first.
    ///
    /// @param zone in which times are said
    List<Touch> list(long prospectId, ZoneId zone, int limit, Balance balance) {
        Instant now = clock.instant();
        List<Touch> touches = new ArrayList<>(sql.list("""
            SELECT a.id, a.at, a.outcome, a.direction, a.message_seconds,
              (SELECT ordinal FROM step_shown WHERE cadence_id = a.cadence_id AND number = a.step) AS step, a.note, p.at AS promised_at, p.kind,
              l.at AS stands_at, l.state,
              l.day_ends_at, (SELECT group_concat(note, ' · ') FROM attempt_note WHERE attempt_id = a.id) AS added
            FROM attempt a LEFT JOIN promise p ON p.attempt_id = a.id AND p.moved_from IS NULL
              LEFT JOIN promise l ON l.id = (SELECT max(id) FROM promise WHERE attempt_id = a.id)
            WHERE a.prospect_id IN (SELECT ?1 UNION ALL SELECT id FROM prospect WHERE merged_into = ?1) AND a.undone_at IS NULL ORDER BY a.at DESC, a.id DESC LIMIT ?2""",
            r -> attempt(r, zone, now, balance), prospectId, limit));
        touches.addAll(sql.list(EMAILS, TouchStore::email, now, prospectId, limit));
        touches.sort(Comparator.comparing(Touch::at).reversed());
        return touches.subList(0, Math.min(limit, touches.size()));
    }

    private static Touch attempt(Row r, ZoneId zone, Instant now, Balance balance) {
        Outcome outcome = Outcome.of(r.text("outcome"));
        StringBuilder what = new StringBuilder(r.text("direction").equals("inbound") ? "They called: " : "")
            .append(outcome == Outcome.LEFT_VOICEMAIL ? "Voicemail" + (r.integer("step") == 0 ? "" : " " + r.integer("step")) : outcome.label());
        Integer seconds = r.integerOrNull("message_seconds");
        if (seconds != null) {
            what.append(" · ").append(seconds).append(" s");
        }
        List<Balance.Entry> entries = balance.of(r.number("id"));
        // What this call itself took; of the time that was agreed the line says more.
        entries.stream().filter(entry -> !entry.deposit() && entry.at().equals(r.instant("at"))).forEach(entry -> what.append(" · ").append(entry.words()));
        Instant promised = r.instantOrNull("promised_at");
        if (promised != null) {
            Instant stands = r.instant("stands_at");
            Promise.State state = new Promise(0, 0, Promise.Kind.valueOf(r.text("kind").toUpperCase(Locale.ROOT)), stands, zone,
                r.instant("day_ends_at"), Promise.State.valueOf(r.text("state").toUpperCase(Locale.ROOT))).seen(now);
            what.append(r.text("kind").equals("meeting") ? " · for " : r.text("kind").equals("callback") ? " · asked for " : " · promised ")
                .append(Times.moment(promised, zone, r.instant("at")))
                .append(stands.equals(promised) ? "" : ", moved to " + Times.moment(stands, zone, r.instant("at")))
                .append(state == Promise.State.OPEN ? "" : ", " + state);
        }
        for (String note : List.of(r.text("note"), r.text("added"))) {
            what.append(note.isBlank() ? "" : " · “" + note.strip() + "”");
        }
        return new Touch(r.instant("at"), what.toString(), entries, r.number("id"));
    }

    private static Touch email(Row r) {
        String state = r.text("shown");
        String shown = state.equals("waiting") && !r.text("problem").isEmpty() ? "held back: " + r.text("problem").toLowerCase(Locale.ROOT) : state;
        BalanceRules.Mail mail = new BalanceRules.Mail(r.number("attempt_id"), r.instant("at"));
        return new Touch(mail.sentAt(), "Email “" + r.text("subject") + "” " + shown,
            state.equals("sent") ? List.of(BalanceRules.email(mail)) : List.of(), mail.attemptId());
    }
}
