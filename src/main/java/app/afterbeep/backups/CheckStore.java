package app.afterbeep.backups;

import app.afterbeep.db.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What must hold between the tables, beside what SQLite itself watches; and how what is derived is derived again. On the database thread; to
/// repair, inside the caller's transaction.
final class CheckStore {
    /// What is derived from the log or from prospects: a sentence, the question whose rows are wrong, and what makes them right.
    private record Derived(String sentence, String wrong, List<String> repair) {}

    private static final String LATEST = """
        FROM attempt WHERE undone_at IS NULL AND prospect_id IN (
          SELECT p.id UNION ALL SELECT id FROM prospect o WHERE o.merged_into = p.id)""";

    private static final List<Derived> DERIVED = List.of(
        new Derived("%d prospects stand in the queue although they can't be called, or not although they can", """
            SELECT count(*) FROM prospect p JOIN reachable_now r ON r.id = p.id WHERE p.merged_into IS NULL AND p.reachable <> r.reachable""",
            List.of("UPDATE prospect SET reachable = (SELECT reachable FROM reachable_now WHERE id = prospect.id) "
                + "WHERE merged_into IS NULL AND reachable <> (SELECT reachable FROM reachable_now WHERE id = prospect.id)")),
        new Derived("the last outcome or the last call of %d prospects differs from the log", """
            SELECT count(*) FROM prospect p WHERE merged_into IS NULL AND (last_outcome <> coalesce((SELECT outcome %s ORDER BY at DESC, id DESC LIMIT 1), '')
              OR last_call_at IS NOT (SELECT max(at) %s))""".formatted(LATEST, LATEST), List.of("""
            UPDATE prospect AS p SET last_outcome = coalesce((SELECT outcome %s ORDER BY at DESC, id DESC LIMIT 1), ''), last_call_at = (SELECT max(at) %s)
            WHERE merged_into IS NULL""".formatted(LATEST, LATEST))),
        new Derived("%d prospects are not found by their words, or are found although they are gone", """
            SELECT (SELECT count(*) FROM prospect_words WHERE id NOT IN (SELECT id FROM prospect_search_docsize) AND id NOT IN (SELECT prospect_id FROM search_stale))
              + (SELECT count(*) FROM prospect_search_docsize WHERE id NOT IN (SELECT id FROM prospect_words) AND id NOT IN (SELECT prospect_id FROM search_stale))""",
            List.of("INSERT INTO prospect_search (prospect_search) VALUES ('delete-all')",
                "INSERT INTO prospect_search (rowid, name, company, email, note) SELECT id, name, company, email, note FROM prospect_words",
                "DELETE FROM search_stale")));

    /// What would be a fault of the program or damage of the file, and nothing can derive. Whoever was erased is merged into themselves: with whom they were
    /// one before is not known any more.
    private static final Map<String, String> RULES = Map.ofEntries(
        Map.entry("attempts have a message whose text is not in the file", """
            SELECT count(*) FROM attempt WHERE source = 'session' AND message_seconds IS NOT NULL AND outcome = 'left_voicemail' AND script_version_id IS NOT NULL
              AND script_version_id NOT IN (SELECT id FROM script_version)"""),
        Map.entry("attempts were corrected without keeping what stood there",
            "SELECT count(*) FROM attempt a WHERE corrections <> (SELECT count(*) FROM attempt_was WHERE attempt_id = a.id)"),
        Map.entry("emails are sent without a time, or have one although they are not",
            "SELECT count(*) FROM email WHERE (state = 'sent') <> (sent_at IS NOT NULL)"),
        Map.entry("emails are on their way without a Message-ID", "SELECT count(*) FROM email WHERE state = 'sending' AND message_id = ''"),
        Map.entry("emails belong to a call with somebody else", """
            SELECT count(*) FROM email e JOIN attempt a ON a.id = e.attempt_id JOIN prospect p ON p.id = a.prospect_id JOIN prospect o ON o.id = e.prospect_id
            WHERE coalesce(o.merged_into, o.id) <> coalesce(p.merged_into, p.id) AND p.merged_into IS NOT p.id"""),
        Map.entry("prospects have more than one open promise",
            "SELECT count(*) FROM (SELECT 1 FROM promise WHERE state = 'open' AND kind = 'promise' GROUP BY prospect_id HAVING count(*) > 1)"),
        Map.entry("promises are open and settled at once, or neither",
            "SELECT count(*) FROM promise WHERE (state = 'open') <> (settled_at IS NULL) AND state <> 'missed'"),
        Map.entry("prospects were merged into one that is merged itself",
            "SELECT count(*) FROM prospect p JOIN prospect o ON o.id = p.merged_into WHERE o.merged_into IS NOT NULL AND o.id <> p.id"),
        Map.entry("prospects are at a step that their cadence does not have",
            "SELECT count(*) FROM prospect p WHERE NOT EXISTS (SELECT 1 FROM step WHERE cadence_id = p.cadence_id AND number = p.step)"),
        Map.entry("prospects hear a series of another cadence",
            "SELECT count(*) FROM prospect p JOIN series s ON s.id = p.series_id WHERE s.cadence_id <> p.cadence_id"),
        Map.entry("do-not-call entries are written so that they hold for nobody",
            "SELECT count(*) FROM dnc WHERE kind <> 'phone' AND value <> lower(value) OR kind = 'phone' AND value NOT GLOB '+[0-9]*'"));

    private final Sql sql;

    CheckStore(Sql sql) {
        this.sql = sql;
    }

    /// What [#repair] would mend, one sentence each.
    List<String> wrongDerived() {
        List<String> wrong = new ArrayList<>();
        for (Derived derived : DERIVED) {
            long rows = sql.number(derived.wrong());
            if (rows > 0) {
                wrong.add(derived.sentence().formatted(rows));
            }
        }
        String words = wrong.stream().anyMatch(sentence -> sentence.contains("by their words")) ? "" : wrongWords();
        if (!words.isEmpty()) {
            wrong.add(words);
        }
        return wrong;
    }

    /// The index keeps words without the texts that they are from: the texts are indexed once more beside it, and the two compared.
    private String wrongWords() {
        sql.update("CREATE VIRTUAL TABLE temp.words_now USING fts5 (name, company, email, note, content = '', contentless_delete = 1, tokenize = 'unicode61')");
        try {
            sql.update("""
                INSERT INTO temp.words_now (rowid, name, company, email, note) SELECT id, name, company, email, note FROM prospect_words
                WHERE id NOT IN (SELECT prospect_id FROM search_stale)""");
            sql.update("CREATE VIRTUAL TABLE temp.terms_now USING fts5vocab (temp, words_now, instance)");
            sql.update("CREATE VIRTUAL TABLE temp.terms_kept USING fts5vocab (main, prospect_search, instance)");
            try {
                boolean differ = sql.number("""
                    SELECT EXISTS (SELECT term, doc, col, "offset" FROM temp.terms_now EXCEPT SELECT term, doc, col, "offset" FROM temp.terms_kept)
                      OR EXISTS (SELECT term, doc, col, "offset" FROM temp.terms_kept WHERE doc NOT IN (SELECT prospect_id FROM search_stale)
                        EXCEPT SELECT term, doc, col, "offset" FROM temp.terms_now)""") == 1;
                return differ ? "the words by which prospects are found differ from what stands there" : "";
            } finally {
                sql.update("DROP TABLE temp.terms_now");
                sql.update("DROP TABLE temp.terms_kept");
            }
        } finally {
            sql.update("DROP TABLE temp.words_now");
        }
    }

    /// What nothing can mend but a backup, one sentence each.
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        RULES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(rule -> {
            long rows = sql.number(rule.getValue());
            if (rows > 0) {
                broken.add(rows + " " + rule.getKey());
            }
        });
        return broken;
    }

    /// Derives again all that is derived, also the summaries.
    void repair() {
        sql.update("REINDEX");
        sql.update("DELETE FROM hourly");
        sql.update("DELETE FROM hour_day");
        sql.update("""
            INSERT INTO hourly SELECT day, there_weekday, there_hour, direction, outcome, count(*), sum(coalesce(message_seconds, 0))
            FROM attempt WHERE undone_at IS NULL GROUP BY 1, 2, 3, 4, 5""");
        sql.update("DELETE FROM step_day");
        sql.update("""
            INSERT INTO step_day
              SELECT day, series_id, step, coalesce(script_version_id, 0), outcome = 'left_voicemail', count(*), sum(connect), count(next), coalesce(sum(next), 0)
              FROM (SELECT *, lead(connect) OVER (PARTITION BY prospect_id ORDER BY at, id) AS next FROM attempt WHERE undone_at IS NULL)
              WHERE direction = 'outbound' GROUP BY 1, 2, 3, 4, 5""");
        sql.update("DELETE FROM promise_day");
        sql.update("INSERT INTO promise_day SELECT day, kind, state, count(*) FROM promise GROUP BY day, kind, state");
        sql.update("DELETE FROM promise_made");
        sql.update("""
            INSERT INTO promise_made SELECT a.day, count(*) FROM promise p JOIN attempt a ON a.id = p.attempt_id
            WHERE p.kind = 'promise' AND p.moved_from IS NULL AND a.undone_at IS NULL GROUP BY a.day""");
        DERIVED.forEach(derived -> derived.repair().forEach(sql::update));
    }
}
