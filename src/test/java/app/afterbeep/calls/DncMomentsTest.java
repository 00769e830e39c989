package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.faults.Fault;
import app.afterbeep.outbox.Email;
import app.afterbeep.prospects.DncListStore;
import app.afterbeep.prospects.DncService;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.testkit.LogDeskTest;
import app.afterbeep.ui.AppException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The do-not-call list holds at each of four moments: on import, in the queue, at the moment of dialing and at the moment of sending.
@Fault(value = 18, how = "a number on the do-not-call list: imported again in other notations, under another name, after deletion; dialed; written to",
    then = "never offered, never dialed, never written to")
class DncMomentsTest extends LogDeskTest {
    private DncService dnc;

    @BeforeEach
    void fill() {
        desk.now("2026-11-24T10:00:00");
        dnc = new DncService(desk.desk.database, desk.desk.prospects, new DncListStore(desk.desk.database.sql(), desk.desk.clock, desk.desk.prospects.dnc()),
            () -> "US");
    }

    private void list(String row) throws Exception {
        desk.list("First Name,Last Name,Company,Phone,Email\n" + row + "\n");
    }

    private boolean offered() {
        return desk.desk.queue.turn(true) instanceof Turn.Prospect;
    }

    @ParameterizedTest
    @ValueSource(strings = {"(212) 555-0144", "ann@mail.example.com", "mail.example.com", "example.com"})
    void onImport(String entry) throws Exception {
        dnc.add(entry, "");
        list("Ann,Lee,Oak,+1 212 555 0144,Ann@Mail.Example.com");
        assertFalse(offered());
        assertEquals(0, desk.desk.number("SELECT reachable FROM prospect"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(212) 555-0144", "ANN@mail.example.com", "example.com"})
    void inTheQueue(String entry) throws Exception {
        list("Ann,Lee,Oak,+1 212 555 0144,Ann@Mail.Example.com");
        assertTrue(offered());
        dnc.add(entry, "");
        assertFalse(offered());
        desk.desk.calls.undo();
        assertTrue(offered());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(212) 555-0144", "ANN@mail.example.com", "example.com"})
    void whatWasAgreedIsLetGoAndComesBackWithTheUndo(String entry) throws Exception {
        list("Ann,Lee,Oak,+1 212 555 0144,Ann@Mail.Example.com");
        desk.desk.log(desk.desk.next(), Outcome.LEFT_VOICEMAIL);
        dnc.add(entry, "");
        assertEquals("released", desk.desk.text("SELECT state FROM promise"));
        desk.desk.calls.undo();
        assertEquals("open", desk.desk.text("SELECT state FROM promise"));
    }

    @Test
    void whatWasPromisedStaysWhileAnotherNumberMayBeCalledAndWhatWasMissedStaysMissed() throws Exception {
        desk.list("First Name,Last Name,Company,Phone,Phone 2\nAnn,Lee,Oak,+1 212 555 0144,+1 212 555 0145\n");
        desk.desk.log(desk.desk.next(), Outcome.LEFT_VOICEMAIL);
        dnc.add("(212) 555-0144", "");
        assertEquals("open", desk.desk.text("SELECT state FROM promise"));
        desk.desk.clock.pass(Duration.ofDays(30));
        dnc.add("(212) 555-0145", "");
        assertEquals("missed", desk.desk.text("SELECT state FROM promise"));
    }

    private Prospect ann() {
        return desk.prospect("Ann");
    }

    private void takeAllOff() throws Exception {
        for (DncListStore.Dnc entry : dnc.find("", null).rows()) {
            dnc.remove(entry.id(), "Signed up again");
        }
    }

    @Test
    void aPersonWhomNothingHoldsForAnyMoreGoesOnWhereTheyStood() throws Exception {
        list("Ann,Lee,Oak,+1 212 555 0144,Ann@Mail.Example.com");
        dnc.addPerson(ann().id(), "");
        String before = desk.desk.state();
        dnc.remove(dnc.find("", null).rows().getFirst().id(), "The address only");
        assertEquals(Prospect.Status.DNC, ann().status(), "the number is still on the list");
        takeAllOff();
        assertEquals("active fresh", ann().status() + " " + ann().due());
        assertTrue(offered());
        desk.desk.calls.undo();
        desk.desk.calls.undo();
        assertEquals(before, desk.desk.state());
    }

    @Test
    void whoWasCalledBeforeGoesOnInTheirCadenceAndNotSoonerThanTheLastCallHadSaid() throws Exception {
        list("Ann,Lee,Oak,+1 212 555 0144,Ann@Mail.Example.com");
        desk.desk.log(desk.desk.next(), Outcome.LEFT_VOICEMAIL);
        Prospect promised = ann();
        dnc.addPerson(ann().id(), "");
        takeAllOff();
        assertEquals(promised.asOf(Prospect.Status.ACTIVE, promised.seriesId(), promised.step(), Prospect.Due.STEP, promised.nextCallAt()), ann());
        desk.desk.clock.set("2026-12-08T10:00:00-05:00[America/New_York]");
        desk.desk.log(desk.desk.next(), Outcome.DO_NOT_CALL);
        takeAllOff();
        assertEquals("active step", ann().status() + " " + ann().due());
        desk.desk.clock.set("2026-12-09T10:00:00-05:00[America/New_York]");
        assertTrue(offered());
    }

    @Test
    void whoOneHasTalkedWithIsNotPutBackIntoTheCadence() throws Exception {
        list("Ann,Lee,Oak,+1 212 555 0144,Ann@Mail.Example.com");
        desk.desk.log(desk.desk.next(), Outcome.CONVERSATION);
        dnc.addPerson(ann().id(), "");
        takeAllOff();
        assertEquals(Prospect.Status.TALKING, ann().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(212) 555-0144", "ann@mail.example.com", "example.com"})
    void whatWasLetGoDoesNotComeBackAsAPromise(String entry) throws Exception {
        list("Ann,Lee,Oak,+1 212 555 0144,Ann@Mail.Example.com");
        desk.desk.log(desk.desk.next(), Outcome.LEFT_VOICEMAIL);
        dnc.add(entry, "");
        takeAllOff();
        assertEquals("active step", ann().status() + " " + ann().due());
        desk.desk.calls.undo();
        desk.desk.calls.undo();
        assertEquals("open promise", desk.desk.text("SELECT state FROM promise") + " " + ann().due());
    }

    @Test
    void whoWaitedForANumberIsDueWhenOneComesOffTheList() throws Exception {
        desk.list("First Name,Last Name,Company,Phone,Phone 2\nAnn,Lee,Oak,+1 212 555 0144,+1 212 555 0145\n");
        dnc.add("(212) 555-0145", "");
        desk.desk.log(desk.desk.next(), Outcome.WRONG_NUMBER);
        takeAllOff();
        desk.desk.clock.pass(Duration.ofDays(1));
        assertTrue(offered());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(212) 555-0144", "ann@mail.example.com", "example.com"})
    void atTheMomentOfDialing(String entry) throws Exception {
        list("Ann,Lee,Oak,+1 212 555 0144,Ann@Mail.Example.com");
        Card card = desk.desk.next();
        dnc.add(entry, "");
        AppException refused = assertThrows(AppException.class, () -> desk.desk.calls.dial(card, card.prospect().phones().getFirst()));
        assertTrue(String.valueOf(refused.getMessage()).contains("do-not-call list"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@mail.example.com", "example.com"})
    void atTheMomentOfSending(String entry) throws Exception {
        list("Ann,Lee,Oak,+1 212 555 0144,Ann@Mail.Example.com");
        desk.desk.log(desk.desk.next(), Outcome.LEFT_VOICEMAIL);
        Email email = desk.desk.emails.list(0).getFirst();
        desk.desk.clock.pass(Duration.ofMinutes(10));
        // Behind the back of whoever withdraws what waits: only the check at the moment of sending is left.
        desk.desk.database.transaction(() -> desk.desk.database.sql().update("INSERT INTO dnc (kind, value, source, at) VALUES (?, ?, 'rep', 0)",
            entry.contains("@") ? "email" : "domain", entry));
        assertThrows(AppException.class, () -> desk.desk.outbox.handOver(email));
        assertEquals("withdrawn", desk.desk.text("SELECT state FROM email"));
    }

    @Test
    void whatWaitsForADomainIsWithdrawnAtOnceAndComesBackWithUndo() throws Exception {
        list("Ann,Lee,Oak,+1 212 555 0144,Ann@Mail.Example.com");
        desk.desk.log(desk.desk.next(), Outcome.LEFT_VOICEMAIL);
        dnc.add("example.com", "");
        assertEquals("withdrawn", desk.desk.text("SELECT state FROM email"));
        desk.desk.calls.undo();
        assertEquals("waiting", desk.desk.text("SELECT state FROM email"));
    }

    /// Fault 18 of the list of faults.
    @ParameterizedTest
    @ValueSource(strings = {"2125550144", "(212) 555-0144", "+1-212-555-0144", "001 212 555 0144", "1.212.555.0144 x 12"})
    void aNumberThatIsImportedAgainIsNeverOffered(String notation) throws Exception {
        list("Ann,Lee,Oak,212-555-0144,");
        desk.desk.log(desk.desk.next(), Outcome.DO_NOT_CALL);
        desk.desk.database.bulk(() -> {
            // As if everybody had been deleted: the list does not hang on them.
            desk.desk.database.sql().update("UPDATE phone SET e164 = '+19995550100'");
            return true;
        });
        list("Berta,Stone,Elm," + notation + ",berta@example.org");
        assertInstanceOf(Turn.Nobody.class, desk.desk.queue.turn(true));
        assertEquals(0, desk.desk.number("SELECT reachable FROM prospect WHERE first_name = 'Berta'"));
    }

    @Test
    void undoFreesAColleagueWhoCameInBetween() throws Exception {
        list("Ann,Lee,Oak,212-555-0144,ann@example.com");
        desk.desk.log(desk.desk.next(), Outcome.DO_NOT_CALL);
        desk.desk.add("Berta Stone", "+12125550144");
        assertFalse(offered());
        desk.desk.calls.undo();
        assertEquals(2, desk.desk.number("SELECT count(*) FROM prospect WHERE reachable = 1"));
    }

    @Test
    void whatHoldsForSomebodyIsTheSameForAnAddressAndForAPerson() throws Exception {
        list("Ann,Lee,Oak,212-555-0144,ann@a.b.example.com\nBen,Ode,Oak,212-555-0145,ben@example.com\nCy,Poe,Oak,212-555-0146,cy@notexample.com\nDi,Roe,Oak,212-555-0147,");
        for (String domain : new String[] {"example.com", "b.example.com", "a.b.example.com", "notexample.com", "c.example.com"}) {
            dnc.add(domain, "");
            desk.desk.prospects.each(p -> assertEquals(!p.email().isEmpty() && desk.desk.prospects.dnc().emailSuppressed(p.email()),
                desk.desk.prospects.dnc().personSuppressed(p.id()), domain + " " + p.email()));
            assertEquals(0, desk.desk.number("SELECT count(*) FROM prospect JOIN reachable_now r ON r.id = prospect.id WHERE r.reachable <> prospect.reachable"));
            desk.desk.calls.undo();
        }
        assertEquals(4, desk.desk.number("SELECT count(*) FROM prospect WHERE reachable = 1"));
    }
}
