package app.afterbeep.testkit;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cadence.Holidays;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.cadence.Round;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.CardService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.QueueService;
import app.afterbeep.calls.QueueStore;
import app.afterbeep.calls.Turn;
import app.afterbeep.calls.WordingService;
import app.afterbeep.db.Database;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.outbox.OutboxService;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.session.BlockService;
import app.afterbeep.session.BlockStore;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A rep's desk for tests: everything but the window, on a real file, with a clock that the test moves.
public final class Desk implements AutoCloseable {
    /// A Tuesday in the week of Thanksgiving.
    public static final String TUESDAY_MORNING = "2026-11-24T10:00:00-05:00[America/New_York]";

    public final MovableClock clock;
    public final Database database;
    public final ProspectStore prospects;
    public final CadenceStore cadences;
    public final ScriptStore scripts;
    public final PromiseStore promises;
    public final AttemptStore attempts;
    public final EmailStore emails;
    public final QueueStore queueStore;
    public final CardService cards;
    public final QueueService queue;
    public final CallService calls;
    public final WordingService wordings;
    public final BlockService blocks;
    public final OutboxService outbox;
    public final Round start;
    public Settings settings = Settings.initial().with(Setting.MY_NAME, "Dana Reyes").with(Setting.MY_COMPANY, "Northline");

    public Desk(Path folder) {
        this(folder, new MovableClock(TUESDAY_MORNING));
    }

    public Desk(Path folder, MovableClock clock) {
        this.clock = clock;
        database = Database.open(folder.resolve("afterbeep.db"), clock, Runnable::run);
        prospects = new ProspectStore(database.sql(), clock);
        cadences = new CadenceStore(database.sql(), clock);
        scripts = new ScriptStore(database.sql());
        promises = new PromiseStore(database.sql(), clock);
        attempts = new AttemptStore(database.sql(), clock);
        emails = new EmailStore(database.sql(), clock);
        queueStore = new QueueStore(database.sql());
        cards = new CardService(queueStore, prospects, cadences, scripts, promises, attempts, new Holidays(), clock, () -> settings);
        queue = new QueueService(queueStore, prospects, promises, attempts, cards, clock, () -> settings);
        calls = new CallService(database, prospects, attempts, promises, emails, scripts, queueStore, queue, cards, clock, () -> settings);
        wordings = new WordingService(database, scripts, clock);
        blocks = new BlockService(database, new BlockStore(database.sql()), attempts, promises, clock, () -> settings);
        outbox = new OutboxService(database, emails, clock, () -> settings);
        start = database.transaction(cadences::first);
    }

    /// Adds a fresh prospect "First Last" in New York.
    public long add(String name, String... phones) {
        return addAt("America/New_York", name, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.com", phones);
    }

    /// @param zones IANA names, comma-separated
    public long addAt(String zones, String name, String email, String... phones) {
        String[] names = name.split(" ", 2);
        List<Phone> numbers = new ArrayList<>();
        Arrays.stream(phones).forEach(e164 -> numbers.add(new Phone(0, numbers.size() + 1, e164, "", "", true, false, false, false)));
        Place place = new Place(0, "US", Stream.of(zones.split(",")).map(ZoneId::of).toList());
        return database.transaction(() -> prospects.add(new ProspectStore.Draft(prospects.list("Test list", start.seriesId()),
            start.cadenceId(), start.seriesId(), start.step(), names[0], names.length > 1 ? names[1] : "", "Director", "Halden Cold Storage", email, "", "",
            "", "", "", "{}", "", place, Place.Source.NUMBER, numbers)));
    }

    /// The prospect whose turn it is.
    public Card next() {
        return card(queue.turn(false));
    }

    public Card card(long prospectId) {
        return card(queue.turnOf(prospectId, false));
    }

    private static Card card(Turn turn) {
        if (turn instanceof Turn.Prospect(Card card, String after)) {
            return card;
        }
        throw new AssertionError("nobody has the turn: " + turn);
    }

    public CallService.Logged log(Card card, Outcome outcome) {
        try {
            return calls.log(card, outcome, new CallService.Details(null, null, ""));
        } catch (AppException e) {
            throw new AssertionError(e);
        }
    }

    /// As if the server had answered so to each of them.
    public void allEmailsAre(String state) {
        database.transaction(() -> database.sql().update("UPDATE email SET state = ?", state));
    }

    /// A number from the file.
    public long number(String sql, Object... args) {
        return database.sql().number(sql, args);
    }

    /// A text from the file, "" for no row.
    public String text(String sql, Object... args) {
        return database.sql().first(sql, r -> r.textAt(1), args).orElse("");
    }

    /// Everything in the tables that an undo has to bring back, as text. An email that waits again may leave later than before.
    public String state() {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("prospect", "phone", "promise", "email", "dnc", "skip", "hourly")) {
            List<String> columns = database.sql().list("SELECT name FROM pragma_table_xinfo('" + table + "')", r -> r.text("name"));
            columns.remove("due_at");
            rows.addAll(database.sql().list("SELECT '" + table + " ' || concat_ws('|', " + String.join(", ", columns) + ") FROM " + table
                + " ORDER BY 1", r -> r.textAt(1)));
        }
        rows.addAll(database.sql().list("SELECT 'worded ' || concat_ws('|', prospect_id, script_id, body) FROM script_version"
            + " WHERE prospect_id IS NOT NULL AND NOT removed ORDER BY 1", r -> r.textAt(1)));
        rows.addAll(database.sql().list("SELECT 'attempt ' || concat_ws('|', id, outcome, prospect_id) FROM attempt WHERE undone_at IS NULL ORDER BY id",
            r -> r.textAt(1)));
        return String.join("\n", rows);
    }

    @Override
    public void close() {
        database.close();
    }
}
