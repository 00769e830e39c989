package app.afterbeep.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.agenda.AgendaStore;
import app.afterbeep.agenda.ReminderService;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.prospects.DncListStore;
import app.afterbeep.scripts.Script;
import app.afterbeep.studio.StudioService;
import app.afterbeep.studio.StudioStore;
import app.afterbeep.testkit.Desk;
import app.afterbeep.ui.AppException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A click and the next prospect cost the same with a thousand prospects and with a million: no statement that they run, in
/// a day at the desk, reads a table that grows. (Triggers are not in SQLite's plans; ours seek by primary key.)
class QueryPlanTest {
    /// Tables that stay small, the labels of one domain, the calls of one day, and what a subquery has found.
    private static final Set<String> SMALL = Set.of("place", "series", "block", "open_call", "action", "current_action", "snippet", "CONSTANT", "calling_hours",
        "suffix", "call", "enough", "json_each", "o", "search_stale", "talk_aside");
    /// Partial indexes, and a table by its id, that are read from the newest entry on, up to a LIMIT.
    private static final Set<String> LATEST = Set.of("attempt_timed", "attempt_lane", "rehearsal");

    @TempDir Path folder;

    @Test
    void neitherAClickNorTheNextProspectReadsATableThatGrows() throws AppException {
        try (Desk desk = new Desk(folder)) {
            for (int i = 0; i < 20; i++) {
                desk.add("Prospect " + i, "+121255501" + (10 + i), "+121255502" + (10 + i));
            }
        }
        try (Desk desk = new Desk(folder)) {
            workADay(desk);
            Set<String> texts = desk.database.sql().texts();
            assertTrue(texts.stream().anyMatch(text -> text.startsWith("INSERT INTO promise")), "the day was too short");
            // With them an INSERT shows looks for children, which SQLite skips while no row lacks its owner.
            desk.database.sql().execute("PRAGMA foreign_keys = OFF");
            TreeMap<String, List<String>> scans = new TreeMap<>();
            texts.stream().filter(text -> !text.contains("PRAGMA") && !text.contains("pragma_") && !text.contains("sqlite_schema"))
                .forEach(text -> scans.put(text, plan(desk, text).stream().filter(QueryPlanTest::growing).toList()));
            scans.values().removeIf(List::isEmpty);
            assertEquals(Map.of(), scans);
        }
    }

    @Test
    void theQueueIsOneSeekOfItsIndexPerPlace() {
        try (Desk desk = new Desk(folder)) {
            desk.add("Ann Lee", "+12125550101");
            desk.next();
            List<String> seeks = desk.database.sql().texts().stream().filter(text -> text.contains("INDEXED BY prospect_queue"))
                .flatMap(text -> plan(desk, text).stream()).toList();
            assertTrue(seeks.contains("SEARCH q USING INDEX prospect_queue (lane=? AND place_id=?)"), seeks::toString);
            assertTrue(seeks.stream().noneMatch(line -> line.contains("TEMP B-TREE")), seeks::toString);
        }
    }

    /// A do-not-call list of a hundred thousand entries is searched with each letter.
    @Test
    void theDoNotCallListIsFoundBySeeks() {
        try (Desk desk = new Desk(folder)) {
            new DncListStore(desk.database.sql(), desk.clock, desk.prospects.dnc()).list("2122", null, "1", 10);
            List<String> steps = desk.database.sql().texts().stream().filter(text -> text.contains("INDEXED BY dnc_last_digits"))
                .flatMap(text -> plan(desk, text).stream()).toList();
            assertTrue(steps.stream().anyMatch(line -> line.contains("dnc_last_digits")), steps::toString);
            assertTrue(steps.stream().noneMatch(line -> line.startsWith("SCAN dnc") || line.endsWith("(kind=?)")), steps::toString);
        }
    }

    /// It is saved while it is being typed, on the thread that a click waits for.
    @Test
    void savingATextReadsNeitherTheLogNorTheProspects() throws AppException {
        try (Desk desk = new Desk(folder)) {
            StudioService studio = new StudioService(desk.database, new StudioStore(desk.database.sql(), desk.cadences, desk.clock), desk.scripts,
                () -> desk.settings);
            Script script = desk.scripts.find(desk.start.seriesId(), 1, Script.Channel.VOICEMAIL).orElseThrow();
            Set<String> before = Set.copyOf(desk.database.sql().texts());
            studio.saveText(script.scriptId(), script.name(), "", "Another text.");
            List<String> texts = desk.database.sql().texts().stream().filter(text -> !before.contains(text)).toList();
            assertTrue(texts.stream().anyMatch(text -> text.contains("FROM attempt")), texts::toString);
            assertEquals(List.of(), texts.stream().flatMap(text -> plan(desk, text).stream())
                .filter(line -> line.startsWith("SCAN attempt") || line.startsWith("SCAN email") || line.startsWith("SCAN prospect")).toList());
        }
    }

    private static List<String> plan(Desk desk, String text) {
        return desk.database.sql().list("EXPLAIN QUERY PLAN " + text, r -> r.text("detail"));
    }

    /// A line of a plan: "SCAN place", "SCAN attempt USING COVERING INDEX attempt_timed".
    private static boolean growing(String line) {
        String[] words = line.split(" ");
        // A virtual table that is looked up by its row id says SCAN as well.
        return words[0].equals("SCAN") && !line.endsWith("VIRTUAL TABLE INDEX 0:=") && !words[1].startsWith("(subquery") && !SMALL.contains(words[1]) && !LATEST.contains(words[words.length - 1]);
    }

    private static void workADay(Desk desk) throws AppException {
        for (Outcome outcome : Outcome.values()) {
            Card card = desk.next();
            desk.calls.dial(card, card.prospect().phones().getFirst());
            desk.blocks.work();
            var chosen = Set.of(Outcome.CALLBACK_REQUESTED, Outcome.MEETING_BOOKED).contains(outcome) ? card.slot() : null;
            var logged = desk.calls.log(card, outcome, new CallService.Details(20, chosen, "a note"));
            if (outcome == Outcome.CONVERSATION) {
                desk.calls.afterConversation(card, logged.attemptId(), new CallService.Next(card.slot(), true));
            }
        }
        desk.log(desk.card(1), Outcome.NO_ANSWER);
        desk.calls.saveNote(1, "", "another note");
        desk.calls.skip(desk.next());
        desk.calls.addNote(1, "Gatekeeper is called Sam");
        desk.calls.undo();
        desk.queue.start();
        desk.blocks.standing();
        desk.clock.set("2026-11-24T23:00:00-05:00[America/New_York]");
        desk.queue.turn(false);
        Stream.of("2026-11-27", "2026-11-30", "2026-12-01").forEach(day -> {
            desk.clock.set(day + "T17:00:00-05:00[America/New_York]");
            desk.log(desk.next(), Outcome.LEFT_VOICEMAIL);
        });
        desk.blocks.standing();
        Card shown = desk.next();
        desk.queue.after(shown, false);
        desk.cards.boundsToMove(shown.prospect(), shown.slot().at());
        new ReminderService(new AgendaStore(desk.database.sql()), desk.clock).near();
    }
}
