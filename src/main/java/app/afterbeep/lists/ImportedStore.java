package app.afterbeep.lists;

import app.afterbeep.db.Sql;
import app.afterbeep.prospects.DncStore;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore.Draft;
import app.afterbeep.prospects.Reach;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The prospects that an import adds, very many of them, and those that they are compared with. On the database thread, inside the caller's
/// transaction.
final class ImportedStore implements AutoCloseable {
    private static final List<String> TEXTS = List.of("first_name", "last_name", "title", "company", "email", "city", "state", "zip", "country",
        "external_id", "note", "fields", "reach");
    private static final int MOST_KEPT = 64;
    private static final String NAMES = "first_name, last_name, ";

    private final Sql sql;
    private final DncStore dnc;
    private final String values;
    /// By which texts they give: very many rows give the same ones, and what a row leaves empty costs nothing then.
    private final Map<Integer, Sql.Prepared> persons = new HashMap<>();
    private final Sql.Prepared number;
    private final Map<Place, Long> places = new HashMap<>();
    private long nextId;
    private boolean anySuppressed;

    /// @param importId which import adds them
    /// @param due      they are in the queue at once; else [ImportStore#makeDue] puts them there
    ImportedStore(Sql sql, Clock clock, DncStore dnc, long importId, boolean due) {
        this.sql = sql;
        this.dnc = dnc;
        values = "%s, %s, %s, 'active', ".formatted(due ? Prospect.AT_ONCE.toEpochMilli() : "NULL", clock.instant().toEpochMilli(), importId);
        noteWhatIsLetGo();
        number = sql.prepare("INSERT INTO phone (prospect_id, rank, e164, extension, label, type, valid) VALUES (?, ?, ?, ?, ?, ?, ?)");
    }

    /// At the begin of each transaction: others may have added prospects, and numbers to the do-not-call list.
    void begin() {
        letGo();
        nextId = sql.number("SELECT max(id) FROM prospect") + 1;
        lookForSuppressed();
    }

    /// Notes which promises are released and which emails are withdrawn, by whatever puts somebody on the do-not-call list: also those of others who
    /// share the number. As [app.afterbeep.db.Undo] has it.
    private void noteWhatIsLetGo() {
        sql.update("CREATE TEMP TABLE IF NOT EXISTS let_go (was TEXT)");
        sql.update("""
            CREATE TEMP TRIGGER IF NOT EXISTS let_go_promise AFTER UPDATE OF state ON main.promise WHEN old.state = 'open' AND new.state = 'released'
            BEGIN INSERT INTO let_go VALUES (json_object('id', new.prospect_id, 'promise', new.id)); END""");
        sql.update("""
            CREATE TEMP TRIGGER IF NOT EXISTS let_go_email AFTER UPDATE OF state ON main.email WHEN old.state IN ('waiting', 'failed') AND new.state = 'withdrawn'
            BEGIN INSERT INTO let_go VALUES (json_object('id', new.prospect_id, 'email', new.id, 'state', old.state)); END""");
    }

    /// What was let go since this was asked last, as JSON objects with commas between them.
    String letGo() {
        String letGo = String.join(",", sql.list("SELECT was FROM let_go", r -> r.text("was")));
        if (!letGo.isEmpty()) {
            sql.update("DELETE FROM let_go");
        }
        return letGo;
    }

    void lookForSuppressed() {
        anySuppressed = sql.number("SELECT EXISTS (SELECT 1 FROM dnc)") == 1;
    }

    /// Adds somebody, not findable yet, and returns their id.
    long add(Draft draft, String reach, long line, boolean reachable) {
        long id = nextId++;
        List<String> texts = List.of(draft.firstName(), draft.lastName(), draft.title(), draft.company(), draft.email(), draft.city(), draft.state(),
            draft.zip(), draft.country(), draft.externalId(), draft.note(), draft.fields().equals("{}") ? "" : draft.fields(),
            reach.equals(Reach.UNKNOWN.code()) ? "" : reach);
        int given = 0;
        for (int i = 0; i < texts.size(); i++) {
            given |= texts.get(i).isEmpty() ? 0 : 1 << i;
        }
        int at = 0;
        Sql.Prepared person = person(given);
        person.number(++at, id).number(++at, draft.listId()).number(++at, place(draft.place())).text(++at, draft.placeSource().toString())
            .number(++at, draft.cadenceId()).number(++at, draft.seriesId()).number(++at, draft.step()).number(++at, reachable ? 1 : 0).number(++at, line);
        for (String text : texts) {
            if (!text.isEmpty()) {
                person.text(++at, text);
            }
        }
        person.run();
        int rank = 0;
        for (Phone phone : draft.phones()) {
            number.number(1, id).number(2, ++rank).text(3, phone.e164()).text(4, phone.extension()).text(5, phone.label()).text(6, phone.type()).number(7, phone.valid() ? 1 : 0).run();
        }
        return id;
    }

    private Sql.Prepared person(int given) {
        Sql.Prepared kept = persons.get(given);
        if (kept != null) {
            return kept;
        }
        if (persons.size() == MOST_KEPT) {
            persons.values().forEach(Sql.Prepared::close);
            persons.clear();
        }
        List<String> texts = IntStream.range(0, TEXTS.size()).filter(i -> (given & 1 << i) != 0).mapToObj(TEXTS::get).toList();
        Sql.Prepared person = sql.prepare("INSERT INTO prospect (next_call_at, created_at, import_id, status, id, list_id, place_id, place_source, cadence_id,"
            + " series_id, step, reachable, import_line" + texts.stream().map(", "::concat).collect(Collectors.joining())
            + ") VALUES (" + values + "?, ?, ?, ?, ?, ?, ?, ?, ?" + ", ?".repeat(texts.size()) + ")");
        persons.put(given, person);
        return person;
    }

    private long place(Place place) {
        return places.computeIfAbsent(place, p -> sql.first("SELECT id FROM place WHERE country = ? AND region = ? AND zones = ? AND hours = ?",
            r -> r.number("id"), p.country(), p.region(), p.zoneNames(), p.hours()).orElseGet(() -> sql.insert(
                "INSERT INTO place (country, region, zones, hours) VALUES (?, ?, ?, ?)", p.country(), p.region(), p.zoneNames(), p.hours())));
    }

    /// Whether somebody with these numbers and this address may be called, as far as the do-not-call list says.
    boolean reachable(Draft draft) {
        if (!anySuppressed) {
            return true;
        }
        return !dnc.emailSuppressed(draft.email()) && draft.phones().stream().anyMatch(phone -> !dnc.numberSuppressed(phone.e164()));
    }

    /// Who has it, in the order of adding, `most` of them; a person who was merged into another one is that one.
    List<Match> having(Contact contact, long importId, int most) {
        return sql.list("SELECT coalesce(p.merged_into, p.id) AS id, " + NAMES + "import_id IS ?2 AS ours FROM " + switch (contact.kind()) {
            case PHONE -> "phone JOIN prospect p ON p.id = prospect_id WHERE e164 = ?1";
            case EMAIL -> "prospect p WHERE email = ?1 COLLATE NOCASE AND email <> ''";
            case EXTERNAL_ID -> "prospect p WHERE external_id = ?1 AND external_id <> ''";
        } + " ORDER BY p.id LIMIT ?3", r -> new Match(r.number("id"), RowRules.nameKey(r.text("first_name"), r.text("last_name")), r.flag("ours")),
            contact.value(), importId, most);
    }

    /// One whom the running import has added, if they really have this contact; else null.
    @Nullable Match match(long id, Contact contact) {
        return sql.first("SELECT " + NAMES + "1 FROM prospect p WHERE id = ?1 AND " + switch (contact.kind()) {
            case PHONE -> "EXISTS (SELECT 1 FROM phone WHERE prospect_id = ?1 AND +e164 = ?2)";
            case EMAIL -> "email = ?2 COLLATE NOCASE";
            case EXTERNAL_ID -> "external_id = ?2";
        }, r -> new Match(id, RowRules.nameKey(r.text("first_name"), r.text("last_name")), true), id, contact.value()).orElse(null);
    }

    /// Takes the indexes off tables without rows, and returns what makes them again: one by one, when all rows are in, takes half the time.
    List<String> takeIndexesOff() {
        List<Map.Entry<String, String>> indexes = sql.list("""
            SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('prospect', 'phone')""",
            r -> Map.entry(r.text("name"), r.text("sql")));
        indexes.forEach(index -> sql.update("DROP INDEX " + index.getKey()));
        return indexes.stream().map(Map.Entry::getValue).toList();
    }

    void putIndexesBack(List<String> indexes) {
        indexes.forEach(sql::update);
    }

    /// What the entries that an import has put on the do-not-call list are known by.
    void sign(long importId, String file, long after) {
        sql.update("UPDATE dnc SET import_id = ?, note = iif(note = '', ?, note) WHERE id > ? AND import_id IS NULL AND source = 'import'", importId, file, after);
    }

    /// The same of entries of our own file, which know where they are from.
    void sign(long importId, long after) {
        sql.update("UPDATE dnc SET import_id = ? WHERE id > ? AND import_id IS NULL", importId, after);
    }

    long lastSuppressed() {
        return sql.number("SELECT max(id) FROM dnc");
    }

    /// How somebody stands, as JSON, to be compared after a change.
    String standing(long id) {
        return sql.first("SELECT " + TakeBackStore.STANDING + " AS standing FROM prospect WHERE id = ?", r -> r.text("standing"), id).orElseThrow();
    }

    /// What has changed since [#standing] of these people, as JSON objects with commas between them: for each field what stood there and what stands
    /// there now, and the numbers that were added after `lastPhone`.
    String changed(Map<Long, String> before, long lastPhone) {
        return before.entrySet().stream().map(person -> changed(person.getKey(), person.getValue(), lastPhone)).filter(was -> !was.isEmpty())
            .collect(Collectors.joining(","));
    }

    private String changed(long id, String before, long lastPhone) {
        return sql.first("""
            SELECT iif(fields IS NULL AND phones = '[]', '', json_object('id', ?1, 'fields', json(coalesce(fields, '{}')), 'phones', json(phones))) AS was
            FROM (SELECT
              (SELECT nullif(json_group_object(b.key, json_array(b.value, a.value)), '{}') FROM json_each(?2) b
                JOIN (SELECT key, value FROM json_each((SELECT %s FROM prospect WHERE id = ?1))) a ON a.key = b.key WHERE a.value IS NOT b.value) AS fields,
              (SELECT json_group_array(id) FROM phone WHERE prospect_id = ?1 AND id > ?3) AS phones)""".formatted(TakeBackStore.STANDING),
            r -> r.text("was"), id, before, lastPhone).orElse("");
    }

    long lastPhone() {
        return sql.number("SELECT max(id) FROM phone");
    }

    @Override
    public void close() {
        for (String what : List.of("TRIGGER let_go_promise", "TRIGGER let_go_email", "TABLE let_go")) {
            sql.update("DROP " + what.replace(" ", " IF EXISTS temp."));
        }
        persons.values().forEach(Sql.Prepared::close);
        number.close();
    }
}
