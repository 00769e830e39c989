package app.afterbeep.prospects;

import app.afterbeep.db.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What our own file of prospects brings beyond any other list. On the database thread, inside the caller's transaction.
public final class KeptStore {
    private final Sql sql;
    private final ProspectStore prospects;

    public KeptStore(Sql sql, ProspectStore prospects) {
        this.sql = sql;
        this.prospects = prospects;
    }

    /// What is kept of one prospect beside their own row.
    public record Beside(String cadence, String series, Instant createdAt) {}

    private record Series(long id, long cadenceId) {}

    public Beside beside(long prospectId) {
        return sql.first("""
            SELECT c.name AS cadence, s.name AS series, p.created_at FROM prospect p JOIN series s ON s.id = p.series_id JOIN cadence c ON c.id = p.cadence_id
            WHERE p.id = ?""", r -> new Beside(r.text("cadence"), r.text("series"), r.instant("created_at")), prospectId).orElseThrow();
    }

    /// Whether anything is on the do-not-call list at all.
    public boolean anyDnc() {
        return sql.number("SELECT EXISTS (SELECT 1 FROM dnc)") == 1;
    }

    /// The entries of the do-not-call list that hold for a prospect, in an order that does not depend on when they came.
    public List<Kept.Entry> dnc(long prospectId) {
        return sql.list("""
            SELECT kind, value, source, at, note FROM dnc WHERE id IN (SELECT dnc_id FROM dnc_of WHERE prospect_id = ?)
            ORDER BY kind, value""", r -> new Kept.Entry(r.text("kind"), r.text("value"), r.text("source"), r.instant("at"), r.text("note")), prospectId);
    }

    /// Puts a prospect who was just added where they stood when the file was written; the promise behind it comes with the log.
    ///
    /// Who must not be called is said by [#suppress].
    ///
    /// @param phones as they were added, with the ones that were wrong
    /// @param due    they may be called at once; else nobody calls them before their import is done and has found out who can be reached
    /// @return what could not be restored, or ""
    public String restore(long prospectId, Kept kept, List<Phone> phones, boolean due) {
        if (!kept.list().isEmpty()) {
            // A list that is made here begins like any other: with the series that they were added with.
            long start = sql.number("SELECT series_id FROM prospect WHERE id = ?", prospectId);
            sql.update("UPDATE prospect SET list_id = ? WHERE id = ?", prospects.list(kept.list(), start), prospectId);
        }
        Optional<Series> series = sql.first("""
            SELECT s.id, s.cadence_id FROM series s JOIN cadence c ON c.id = s.cadence_id
            WHERE s.name = ? AND EXISTS (SELECT 1 FROM step WHERE cadence_id = c.id AND state = 'on')
            ORDER BY c.name <> ?, s.removed, s.id LIMIT 1""", r -> new Series(r.number("id"), r.number("cadence_id")), kept.series(), kept.cadence());
        sql.update("UPDATE prospect SET status = ?, step = ?, due = ?, next_call_at = ?, created_at = ? WHERE id = ?",
            kept.status(), kept.step(), kept.due(), kept.nextCallAt(), kept.createdAt(), prospectId);
        series.ifPresent(s -> sql.update("UPDATE prospect SET series_id = ?, cadence_id = ? WHERE id = ?", s.id(), s.cadenceId(), prospectId));
        phones.stream().filter(Phone::bad).forEach(phone ->
            sql.update("UPDATE phone SET bad = 1 WHERE prospect_id = ? AND rank = ?", prospectId, phone.rank()));
        if (due) {
            prospects.dnc().refreshReachable("id = ?", prospectId);
        } else {
            sql.update("UPDATE prospect SET reachable = 0 WHERE id = ?", prospectId);
        }
        return series.isPresent() || kept.series().isEmpty() ? "" : "the series “" + kept.series() + "” is not in this file";
    }

    /// Whoever must not be called must not be called here either. Returns whether that was news.
    ///
    /// @param prospectId whose row said it: while they come in they are not found by their address yet
    public boolean suppress(long prospectId, Kept kept) {
        boolean news = false;
        for (Kept.Entry entry : kept.dnc()) {
            news |= prospects.dnc().restore(entry);
        }
        sql.update("UPDATE prospect SET reachable = 0 WHERE id = ? AND NOT (SELECT reachable FROM reachable_now WHERE id = prospect.id)", prospectId);
        return news;
    }
}
