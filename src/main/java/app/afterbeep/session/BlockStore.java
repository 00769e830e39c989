package app.afterbeep.session;

import app.afterbeep.db.Sql;
import app.afterbeep.prospects.PhoneNumbers;
import java.time.Instant;
import java.util.Optional;

/// Blocks in the file, and what the block bar tells about promises. On the database thread.
public final class BlockStore {
    private final Sql sql;

    public BlockStore(Sql sql) {
        this.sql = sql;
    }

    /// The latest block that began between `from` and `to`.
    public Optional<Block> latest(Instant from, Instant to) {
        return sql.first("SELECT * FROM block WHERE started_at BETWEEN ? AND ? ORDER BY id DESC LIMIT 1", r -> new Block(r.number("id"),
            r.instant("started_at"), r.integer("minutes"), r.integer("goal"), r.instantOrNull("paused_at"), r.number("paused_millis")), from, to);
    }

    public void start(Instant at, int minutes, int goal) {
        sql.update("INSERT INTO block (started_at, minutes, goal) VALUES (?, ?, ?)", at, minutes, goal);
    }

    public void pause(long id, Instant at) {
        sql.update("UPDATE block SET paused_at = ? WHERE id = ? AND paused_at IS NULL", at, id);
    }

    public void resume(long id, Instant at) {
        sql.update("UPDATE block SET paused_millis = paused_millis + max(0, ? - paused_at), paused_at = NULL WHERE id = ? AND paused_at IS NOT NULL",
            at, id);
    }

    /// The next promise or callback.
    ///
    /// @param name of the prospect: "R. Okafor"
    public record Upcoming(String name, Instant at) {}

    /// The first open promise or callback from `from` on and before `to`.
    public Optional<Upcoming> upcoming(Instant from, Instant to) {
        return sql.first("""
            SELECT p.first_name, p.last_name, p.company, promise.at,
              (SELECT e164 FROM phone WHERE prospect_id = p.id ORDER BY bad, rank LIMIT 1) AS phone
            FROM promise JOIN prospect p ON p.id = promise.prospect_id
            WHERE promise.state = 'open' AND promise.kind <> 'meeting' AND promise.at >= ? AND promise.at < ? ORDER BY promise.at LIMIT 1""",
            r -> new Upcoming(shortName(r.text("first_name"), r.text("last_name"), r.text("company").isEmpty() ? PhoneNumbers.shown(r.text("phone"))
                : r.text("company")), r.instant("at")), from, to);
    }

    private static String shortName(String first, String last, String company) {
        if (first.isEmpty() || last.isEmpty()) {
            return first.isEmpty() && last.isEmpty() ? company : first + last;
        }
        return first.substring(0, first.offsetByCodePoints(0, 1)) + ". " + last;
    }
}
