package app.afterbeep.backups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.ErasureService;
import app.afterbeep.calls.MergeService;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.PersonService;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.testkit.Season;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fault 16: what is derived can be dropped or wrong, and is derived again.
class CheckServiceTest {
    private static final String LIST = "First name,Last name,Company,Phone,Email\nAnn,Lee,Lee Freight,+12125550142,ann@lee.example.com\n"
        + "Bob,Cruz,Cruz Cold,+12125550143,bob@cruz.example.com\nCal,Diaz,Diaz Yards,+12125550144,cal@diaz.example.com\n";

    @TempDir Path folder;

    private static CheckService checks(LogDesk logs) {
        return new CheckService(logs.desk.database, logs.desk.clock);
    }

    private LogDesk worked() throws Exception {
        LogDesk logs = new LogDesk(folder);
        logs.list(LIST);
        for (Outcome outcome : new Outcome[] {Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.CONVERSATION}) {
            logs.desk.log(logs.desk.next(), outcome);
        }
        return logs;
    }

    @Test
    void aSeasonIsSound() throws Exception {
        try (LogDesk logs = new LogDesk(folder)) {
            logs.importer.importSample();
            new Season(logs.desk).work(LocalDate.parse("2026-10-05"), LocalDate.parse("2026-11-20"));
            assertEquals(List.of(), checks(logs).check().all());
            assertEquals(List.of(), checks(logs).repair().all(), "and a repair changes nothing for the worse");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM hourly", "UPDATE hourly SET attempts = attempts + 1", "DELETE FROM hour_day", "UPDATE hour_day SET messages = 9",
        "DELETE FROM step_day", "UPDATE step_day SET followed = followed + 1", "DELETE FROM promise_day", "UPDATE promise_made SET promises = 7",
        "UPDATE prospect SET reachable = 1 - reachable", "UPDATE prospect SET last_outcome = 'busy'", "UPDATE prospect SET last_call_at = 5",
        "INSERT INTO prospect_search (prospect_search) VALUES ('delete-all')", "DELETE FROM prospect_search WHERE rowid = 1",
        "INSERT INTO prospect_search (rowid, name, company, email, note) VALUES (99, 'x', 'y', 'z', '')",
        "INSERT OR REPLACE INTO prospect_search (rowid, name, company, email, note) VALUES (1, 'Zoe Wrong', '', '', '')"})
    void whatIsDerivedIsFoundAndDerivedAgain(String spoil) throws Exception {
        try (LogDesk logs = worked()) {
            String before = logs.desk.state();
            assertTrue(checks(logs).check().sound(), () -> checks(logs).check().all().toString());
            logs.desk.database.transaction(() -> logs.desk.database.sql().update(spoil));
            CheckService.Found found = checks(logs).check();
            assertFalse(found.derivable().isEmpty(), spoil);
            assertEquals(List.of(), found.broken());
            assertEquals(List.of(), checks(logs).repair().all());
            assertEquals(before, logs.desk.state());
            assertEquals(1, logs.desk.prospects.search().count("ann lee", 5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE email SET sent_at = 5", "UPDATE email SET state = 'sending'", "UPDATE prospect SET step = 77",
        "UPDATE promise SET settled_at = 5", "INSERT INTO dnc (kind, value, source, at) VALUES ('email', 'Ann@Lee.Example.com', 'rep', 5)"})
    void whatMustHoldIsNamedAndLeftAlone(String spoil) throws Exception {
        try (LogDesk logs = worked()) {
            logs.desk.database.transaction(() -> logs.desk.database.sql().update(spoil));
            assertEquals(1, checks(logs).check().broken().size(), checks(logs).check().toString());
        }
    }

    /// The random acts of a rep, with undo: afterwards everything derived equals what the log says.
    @Test
    void whoWasErasedIsNoDamage() throws Exception {
        try (LogDesk logs = worked()) {
            ErasureService erasure = new ErasureService(logs.desk.database, logs.desk.prospects, logs.desk.clock);
            erasure.erase(erasure.plan(logs.prospect("Ann").id()), true);
            assertEquals(List.of(), checks(logs).check().all());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEmailThatAMergeHandedOverIsNoDamage(boolean erased) throws Exception {
        try (LogDesk logs = new LogDesk(folder)) {
            logs.list(LIST.replaceAll("\\w+@\\w+", "office@halden"));
            Desk desk = logs.desk;
            long ann = logs.prospect("Ann").id();
            long bob = logs.prospect("Bob").id();
            desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
            PersonService edits = new PersonService(desk.database, desk.prospects, desk.cadences, desk.emails,
                new MergeService(desk.database, desk.prospects, desk.promises, desk.emails, desk.clock), desk.clock, () -> desk.settings);
            edits.carryOut(edits.merge(bob, ann).orElseThrow());
            desk.clock.pass(Duration.ofMinutes(5));
            desk.outbox.handOver(desk.outbox.list().getFirst());
            assertEquals("unknown " + bob, desk.text("SELECT state || ' ' || prospect_id FROM email"), "it has left");
            assertEquals(List.of(), checks(logs).check().all());
            if (erased) {
                ErasureService erasure = new ErasureService(desk.database, desk.prospects, desk.clock);
                erasure.erase(erasure.plan(bob), true);
            } else {
                edits.carryOut(edits.merge(logs.prospect("Cal").id(), bob).orElseThrow());
            }
            assertEquals(List.of(), checks(logs).check().all());
            long dot = desk.add("Dot Eames", "+12125550199");
            desk.database.transaction(() -> desk.database.sql().update("UPDATE email SET prospect_id = ?", dot));
            assertEquals(erased ? 0 : 1, checks(logs).check().broken().size());
        }
    }

    @Test
    void afterRandomOperationsAllAgrees() throws Exception {
        try (LogDesk logs = new LogDesk(folder)) {
            logs.importer.importSample();
            Random random = new Random(16);
            Outcome[] outcomes = {Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.GATEKEEPER, Outcome.NOT_INTERESTED, Outcome.WRONG_NUMBER, Outcome.BUSY,
                Outcome.DO_NOT_CALL, Outcome.CONVERSATION};
            for (int i = 0; i < 400; i++) {
                if (random.nextInt(3) == 0) {
                    logs.desk.calls.undo();
                } else if (logs.desk.queue.turn(false) instanceof app.afterbeep.calls.Turn.Prospect(var card, var after)) {
                    logs.desk.log(card, outcomes[random.nextInt(outcomes.length)]);
                }
                logs.desk.clock.pass(java.time.Duration.ofMinutes(random.nextInt(40)));
            }
            assertEquals(List.of(), checks(logs).check().all());
        }
    }
}
