package app.afterbeep.calls;

import app.afterbeep.cadence.Promise;
import app.afterbeep.calls.BalanceRules.Call;
import app.afterbeep.calls.BalanceRules.Mail;
import app.afterbeep.calls.BalanceRules.Past;
import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What [BalanceRules] and [ReachRules] judge by: two seeks by prospect, however long the log is. On the database thread.
public final class BalanceStore {
    private final Sql sql;

    public BalanceStore(Sql sql) {
        this.sql = sql;
    }

    /// All calls with one prospect that were not undone, and the emails that have left.
    public Past past(long prospectId) {
        Map<Long, Call> calls = new LinkedHashMap<>();
        sql.each("""
            SELECT a.id, a.at, a.direction, a.outcome, v.body, m.id AS promise_id, m.kind, m.at AS agreed_at, m.zone, m.day_ends_at, m.state
            FROM attempt a LEFT JOIN script_version v ON v.id = a.script_version_id
              LEFT JOIN promise m ON m.attempt_id = a.id AND m.state IN ('open', 'kept', 'missed')
            WHERE a.prospect_id IN (SELECT ?1 UNION ALL SELECT id FROM prospect WHERE merged_into = ?1) AND a.undone_at IS NULL""", r -> {
                Call call = calls.computeIfAbsent(r.number("id"), id -> new Call(id, r.instant("at"), r.text("direction").equals("inbound"),
                    Outcome.of(r.text("outcome")), r.text("body"), new ArrayList<>()));
                if (!r.text("kind").isEmpty()) {
                    call.agreed().add(promise(r, prospectId));
                }
            }, prospectId);
        // Left to itself, SQLite goes through all emails that have left.
        List<Mail> mails = sql.list("""
            SELECT attempt_id, coalesce(sent_at, due_at) AS at FROM email INDEXED BY email_prospect
            WHERE prospect_id IN (SELECT ?1 UNION ALL SELECT id FROM prospect WHERE merged_into = ?1) AND state = 'sent'""",
            r -> new Mail(r.number("attempt_id"), r.instant("at")), prospectId);
        return new Past(List.copyOf(calls.values()), mails);
    }

    private static Promise promise(Row r, long prospectId) {
        return new Promise(r.number("promise_id"), prospectId, Promise.Kind.valueOf(r.text("kind").toUpperCase(Locale.ROOT)), r.instant("agreed_at"),
            ZoneId.of(r.text("zone")), r.instant("day_ends_at"), Promise.State.valueOf(r.text("state").toUpperCase(Locale.ROOT)));
    }
}
