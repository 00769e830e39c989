package app.afterbeep.prospects;

import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Prospects and their lists in the file; their numbers, their places, how they are found and who must not be called are stores of their own.
/// On the database thread, inside the caller's transaction.
public final class ProspectStore {
    private static final String SELECT = """
        SELECT p.*, l.name AS list_name, place.country AS place_country, place.region AS place_region, place.zones AS place_zones,
          place.hours AS place_hours
        FROM prospect p JOIN list l ON l.id = p.list_id JOIN place ON place.id = p.place_id
        """;

    /// What can be edited as one text, by its column.
    private static final Map<String, String> EDITS = Stream.of("first_name", "last_name", "title", "company", "email", "city", "state", "zip", "country",
        "external_id").collect(Collectors.toMap(column -> column, column -> "UPDATE prospect SET " + column + " = ? WHERE id = ?"));

    private final Sql sql;
    private final Clock clock;
    private final DncStore dnc;
    private final PhoneStore phones;
    private final PlaceStore places;
    private final SearchStore search;

    public ProspectStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.dnc = new DncStore(sql, clock);
        this.phones = new PhoneStore(sql, dnc);
        this.places = new PlaceStore(sql, clock);
        this.search = new SearchStore(sql, this::count);
    }

    /// Who must not be called.
    public DncStore dnc() {
        return dnc;
    }

    /// Their numbers.
    public PhoneStore phones() {
        return phones;
    }

    /// Where they are.
    public PlaceStore places() {
        return places;
    }

    /// How they are found.
    public SearchStore search() {
        return search;
    }

    /// Whether somebody can be found by older texts only.
    public boolean stale() {
        return search.stale();
    }

    /// Makes all findable by their current texts: after an edit, or when there is time. Cheap when nothing has changed.
    public void indexStale() {
        search.indexStale();
    }

    /// What is known of a prospect before it is stored. Missing texts are "".
    ///
    /// @param fields    extra columns as a JSON object of texts
    /// @param listId    with its cadence
    /// @param seriesId  the series it hears first
    /// @param step      the number of the step that its first attempt is
    public record Draft(long listId, long cadenceId, long seriesId, int step, String firstName, String lastName, String title, String company,
                        String email, String city, String state, String zip, String country, String externalId, String fields,
                        String note, Place place, Place.Source placeSource, List<Phone> phones) {}

    /// Stores a fresh prospect: due at once, in the order of adding. What is on the do-not-call list holds from the first moment: it makes
    /// the prospect unreachable, and free again when an undo takes it off the list.
    public long add(Draft draft) {
        long id = addUnindexed(draft);
        search.index(id, id);
        return id;
    }

    /// Like [#add], for very many: [SearchStore#index] of their range makes them findable afterwards, in half the time.
    public long addUnindexed(Draft draft) {
        boolean suppressed = dnc.emailSuppressed(draft.email());
        boolean reachable = !suppressed && draft.phones().stream().anyMatch(phone -> !dnc.numberSuppressed(phone.e164()));
        Instant now = clock.instant();
        sql.update("""
            INSERT INTO prospect (list_id, first_name, last_name, title, company, email, city, state, zip, country, external_id,
              fields, note, place_id, place_source, cadence_id, series_id, step, status, reachable, next_call_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            draft.listId(), draft.firstName(), draft.lastName(), draft.title(), draft.company(), draft.email(), draft.city(),
            draft.state(), draft.zip(), draft.country(), draft.externalId(), draft.fields(), draft.note(), places.id(draft.place()),
            draft.placeSource(), draft.cadenceId(), draft.seriesId(), draft.step(), Prospect.Status.ACTIVE, reachable, Prospect.AT_ONCE, now);
        long id = sql.number("SELECT last_insert_rowid()");
        for (Phone phone : draft.phones()) {
            phones.add(id, phone);
        }
        return id;
    }

    /// Where this person came from, and who was merged into them: what the log does not say.
    public List<Touch> origins(long id) {
        return sql.list("""
            SELECT p.created_at, p.first_name, p.last_name, p.company, p.merged_into, i.file,
              (SELECT e164 FROM phone WHERE prospect_id = p.id ORDER BY rank LIMIT 1) AS phone
            FROM prospect p LEFT JOIN import i ON i.id = p.import_id WHERE p.id = ?1 OR p.merged_into = ?1 ORDER BY p.created_at DESC""",
            r -> new Touch(r.instant("created_at"), (r.numberOrNull("merged_into") == null ? "" : Prospect.shownName(r.text("first_name"), r.text("last_name"),
                r.text("company"), r.text("phone")) + ", merged since: ") + (r.text("file").isEmpty() ? "added" : "imported with " + r.text("file")), List.of(), 0), id);
    }

    /// The one who stands for this person: themselves, or who they were merged into.
    public long survivor(long id) {
        return sql.first("SELECT coalesce(merged_into, id) AS id FROM prospect WHERE id = ?", r -> r.number("id"), id).orElse(id);
    }

    public Optional<Prospect> find(long id) {
        return sql.first(SELECT + "WHERE p.id = ?", this::prospect, id);
    }

    private Prospect prospect(Row r) {
        long id = r.number("id");
        return new Prospect(id, r.number("list_id"), r.text("list_name"), r.text("first_name"), r.text("last_name"), r.text("title"),
            r.text("company"), r.text("email"), r.text("city"), r.text("state"), r.text("zip"), r.text("country"),
            r.text("external_id"), fields(r.text("fields")), r.text("note"), PlaceStore.place(r, "place_id", "place_"),
            Place.Source.valueOf(r.text("place_source").toUpperCase(Locale.ROOT)), Prospect.Status.of(r.text("status")),
            r.number("cadence_id"), r.number("series_id"), r.integer("step"), Prospect.Due.of(r.text("due")),
            r.instantOrNull("next_call_at"), phones.of(id), Reach.valueOf(r.text("reach").toUpperCase(Locale.ROOT)));
    }

    private Map<String, String> fields(String json) {
        return json.equals("{}") ? Map.of()
            : sql.list("SELECT key, value FROM json_each(?)", r -> Map.entry(r.text("key"), r.text("value")), json).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    /// Prospects that have this number, in the order of adding: duplicates or colleagues on a shared line.
    public List<Prospect> byPhone(String e164) {
        return sql.list("SELECT DISTINCT prospect_id FROM phone WHERE e164 = ? ORDER BY prospect_id", r -> r.number("prospect_id"), e164)
            .stream().flatMap(id -> find(id).stream()).toList();
    }

    public List<Prospect> byEmail(String email) {
        return sql.list("SELECT id FROM prospect WHERE email = ? COLLATE NOCASE AND email <> '' AND merged_into IS NULL ORDER BY id", r -> r.number("id"), email)
            .stream().flatMap(id -> find(id).stream()).toList();
    }

    /// Somebody who may be meant.
    public record Known(long id, String firstName, String lastName) {}

    /// Who has this number: [#byPhone] for looking up very many.
    public List<Known> knownByPhone(String e164) {
        return sql.list("SELECT p.id, first_name, last_name FROM phone JOIN prospect p ON p.id = prospect_id WHERE e164 = ? ORDER BY phone.id",
            ProspectStore::known, e164);
    }

    /// Who has this address, in any case.
    public List<Known> knownByEmail(String email) {
        return sql.list("SELECT id, first_name, last_name FROM prospect WHERE email = ? COLLATE NOCASE AND email <> '' AND merged_into IS NULL ORDER BY id",
            ProspectStore::known, email);
    }

    /// Who came with this id of another system.
    public List<Known> knownByExternalId(String externalId) {
        return sql.list("SELECT id, first_name, last_name FROM prospect WHERE external_id = ? AND external_id <> '' AND merged_into IS NULL ORDER BY id",
            ProspectStore::known, externalId);
    }

    private static Known known(Row r) {
        return new Known(r.number("id"), r.text("first_name"), r.text("last_name"));
    }

    /// Gives the prospect what `draft` knows and the file did not: empty texts are filled, nothing that stands there is touched.
    public void fill(long id, Draft draft) {
        sql.update("""
            UPDATE prospect SET title = iif(title = '', ?, title), company = iif(company = '', ?, company), email = iif(email = '', ?, email),
              city = iif(city = '', ?, city), state = iif(state = '', ?, state), zip = iif(zip = '', ?, zip),
              country = iif(country = '', ?, country), external_id = iif(external_id = '', ?, external_id), note = iif(note = '', ?, note)
            WHERE id = ?""", draft.title(), draft.company(), draft.email(), draft.city(), draft.state(), draft.zip(), draft.country(),
            draft.externalId(), draft.note(), id);
    }

    /// The extra columns of `fields` (a JSON object) that the prospect has no value for.
    public List<String> newFields(long id, String fields) {
        return sql.list("""
            SELECT n.key AS name FROM json_each(?) n WHERE NOT EXISTS (
              SELECT 1 FROM prospect p, json_each(p.fields) o WHERE p.id = ? AND o.key = n.key AND o.value <> '')""", r -> r.text("name"), fields, id);
    }

    /// Takes the value of one extra column over from `fields`.
    public void fillField(long id, String name, String fields) {
        sql.update("""
            UPDATE prospect SET fields = json_patch(fields, (SELECT json_object(key, value) FROM json_each(?) WHERE key = ?)) WHERE id = ?""",
            fields, name, id);
    }

    /// After numbers or the address have changed: whether there is one to call, and how the prospect is found. Who waited for a number is due.
    public void refresh(long id) {
        boolean waited = sql.number("SELECT reachable = 0 FROM prospect WHERE id = ?", id) == 1;
        dnc.refresh(id);
        if (waited) {
            callAgain(id);
            dnc.dueAgain("?2", id);
        }
        search.index(id, id);
    }

    /// Who has no next call because the last one found that there is no right number, and has a number now, is due at once.
    public void callAgain(long id) {
        dnc.callAgain("?2", id);
    }

    /// Passes every prospect to `prospect`, in the order of adding; whoever was merged into another is no prospect any more.
    public void each(Consumer<Prospect> prospect) {
        sql.each(SELECT + "WHERE p.merged_into IS NULL ORDER BY p.id", r -> prospect.accept(prospect(r)));
    }

    /// The names of all extra columns that have a value, in the order in which they came: of the first who has it, then as they stand there.
    public List<String> fieldNames() {
        return sql.list("""
            SELECT f.key AS name FROM prospect p, json_each(p.fields) f WHERE p.merged_into IS NULL AND f.value <> ''
            GROUP BY f.key ORDER BY min((p.id << 24) | f.id)""", r -> r.text("name"));
    }

    /// Which of the steps that are on the prospect's next attempt is, from 1.
    public int nextStep(long prospectId) {
        return (int) sql.number("SELECT ordinal FROM next_step WHERE prospect_id = ?", prospectId);
    }

    /// Whether there is any prospect at all.
    public boolean any() {
        return sql.number("SELECT max(id) FROM prospect") > 0;
    }

    public long count() {
        return sql.number("SELECT count(*) FROM prospect") - sql.number("SELECT count(*) FROM prospect WHERE merged_into IS NOT NULL");
    }

    public void saveNote(long prospectId, String note) {
        sql.update("UPDATE prospect SET note = ?1 WHERE id = ?2 AND note <> ?1 AND merged_into IS NOT id", note, prospectId);
    }

    /// How the person can be reached, as the rep or a list says.
    public void saveReach(long prospectId, Reach reach) {
        sql.update("UPDATE prospect SET reach = ? WHERE id = ?", reach, prospectId);
    }

    /// @param column one of those that hold a text of their own: first_name, company, email…
    public void saveText(long prospectId, String column, String text) {
        sql.update(Objects.requireNonNull(EDITS.get(column), column), text, prospectId);
    }

    /// An extra column; it goes when its value is empty.
    public void saveField(long prospectId, String name, String text) {
        sql.update("""
            UPDATE prospect SET fields = (SELECT json_group_object(key, value) FROM (
                SELECT key, value FROM json_each(fields) WHERE key <> ?1 UNION ALL SELECT ?1, ?2 WHERE ?2 <> '')) WHERE id = ?3""", name, text, prospectId);
    }

    public void saveList(long prospectId, long listId) {
        sql.update("UPDATE prospect SET list_id = ? WHERE id = ?", listId, prospectId);
    }

    /// Where the prospect stands and when it is called next; the cadence is the series' own.
    public void schedule(long prospectId, Prospect.Status status, long seriesId, int step, Prospect.Due due, @Nullable Instant nextCallAt) {
        sql.update("""
            UPDATE prospect SET status = ?1, series_id = ?2, cadence_id = (SELECT cadence_id FROM series WHERE id = ?2), step = ?3, due = ?4,
              next_call_at = ?5 WHERE id = ?6""", status, seriesId, step, due, nextCallAt, prospectId);
    }

    /// Another time for the next call, and nothing else.
    public void reschedule(long prospectId, Instant nextCallAt) {
        sql.update("UPDATE prospect SET next_call_at = ? WHERE id = ?", nextCallAt, prospectId);
    }

    /// The id of the list with this name; it is made when there is none.
    ///
    /// @param seriesId what its prospects hear first
    public long list(String name, long seriesId) {
        return sql.first("SELECT id FROM list WHERE name = ?", r -> r.number("id"), name)
            .orElseGet(() -> sql.insert("""
                INSERT INTO list (name, cadence_id, series_id, created_at)
                VALUES (?1, (SELECT cadence_id FROM series WHERE id = ?2), ?2, ?3)""", name, seriesId, clock.instant()));
    }

    public boolean hasList(String name) {
        return sql.number("SELECT EXISTS (SELECT 1 FROM list WHERE name = ?)", name) == 1;
    }
}
