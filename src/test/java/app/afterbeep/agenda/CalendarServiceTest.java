package app.afterbeep.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Outcome;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalendarServiceTest extends DeskTest {
    private AgendaService agenda;
    private CalendarService calendar;
    private int numbers = 101;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        AgendaStore store = new AgendaStore(desk.database.sql());
        agenda = new AgendaService(desk.database, store, desk.prospects, desk.promises, desk.attempts, desk.cards, desk.clock);
        calendar = new CalendarService(store, Background.direct(), folder, desk.clock);
    }

    private void agreed(String name, Outcome outcome, String time) throws AppException {
        ZonedDateTime at = ZonedDateTime.parse(time);
        long id = desk.addAt(at.getZone().getId(), name, "", "+1312555" + "%04d".formatted(numbers++));
        desk.calls.log(desk.card(id), outcome, new CallService.Details(null, new Slot(at.toInstant(), at.getZone()), ""));
    }

    private List<VEvent> export() throws Exception {
        Path file = folder.resolve("all.ics");
        calendar.export(file);
        ICalendar read = Biweekly.parse(file.toFile()).first();
        assertTrue(read.validate(biweekly.ICalVersion.V2_0).isEmpty(), () -> read.validate(biweekly.ICalVersion.V2_0).toString());
        return read.getEvents();
    }

    @Test
    void everythingAgreedIsThereAtItsInstantWithWhoAndNumber() throws Exception {
        agreed("Ann Lee", Outcome.MEETING_BOOKED, "2026-11-25T14:45:00-06:00[America/Chicago]");
        agreed("Bob Ray", Outcome.CALLBACK_REQUESTED, "2026-11-24T16:00:00-05:00[America/New_York]");
        desk.log(desk.card(desk.add("Cleo Fox", "+12125550199")), Outcome.LEFT_VOICEMAIL);
        desk.log(desk.card(desk.add("Dee Due", "+12125550198")), Outcome.NO_ANSWER);
        List<VEvent> events = export();
        assertEquals(List.of("Call Bob Ray, Halden Cold Storage, +1 312 555 0102", "Meeting with Ann Lee, Halden Cold Storage, +1 312 555 0101",
            "Call Cleo Fox, Halden Cold Storage, +1 212 555 0199"), events.stream().map(e -> e.getSummary().getValue()).toList());
        assertEquals(Instant.parse("2026-11-25T20:45:00Z"), events.get(1).getDateStart().getValue().toInstant());
        assertEquals("Meeting at 2:45 pm there (Central)", events.get(1).getDescription().getValue());
        assertTrue(Files.readString(folder.resolve("all.ics")).contains("DTSTART:20261125T204500Z\r\n"));
    }

    @Test
    void anEventKeepsItsIdWhenItIsMovedAndReadAgain() throws Exception {
        agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-25T11:00:00-05:00[America/New_York]");
        agreed("Bob Ray", Outcome.CALLBACK_REQUESTED, "2026-11-26T11:00:00-05:00[America/New_York]");
        VEvent before = export().getFirst();
        for (String time : List.of("2026-11-25T15:00:00Z", "2026-11-25T15:30:00Z")) {
            agenda.move(agenda.load().entries().getFirst(), new Slot(Instant.parse(time), desk.clock.getZone()));
        }
        VEvent after = export().getFirst();
        assertEquals(before.getUid().getValue(), after.getUid().getValue());
        assertEquals(2, after.getSequence().getValue());
        assertEquals(Instant.parse("2026-11-25T15:30:00Z"), after.getDateStart().getValue().toInstant());
        assertNotEquals(after.getUid().getValue(), export().get(1).getUid().getValue());
    }

    @Test
    void aNameIsTextWhateverStandsInIt() throws Exception {
        agreed("Ann;X,Y\\ Lee\r\nATTENDEE:evil@example.com", Outcome.CALLBACK_REQUESTED, "2026-11-25T11:00:00-05:00[America/New_York]");
        List<VEvent> events = export();
        assertEquals(1, events.size());
        assertTrue(events.getFirst().getAttendees().isEmpty());
        assertTrue(events.getFirst().getSummary().getValue().contains("Ann;X,Y\\ Lee"), events.getFirst().getSummary().getValue());
    }

    @Test
    void whatIsMissedOrDroppedIsNotExported() throws Exception {
        agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00-05:00[America/New_York]");
        agreed("Bob Ray", Outcome.CALLBACK_REQUESTED, "2026-11-26T11:00:00-05:00[America/New_York]");
        desk.clock.set("2026-11-25T09:00:00-05:00[America/New_York]");
        assertEquals(1, export().size());
        agenda.drop(agenda.load().entries().stream().filter(e -> e.name().equals("Bob Ray")).findFirst().orElseThrow());
        assertThrows(AppException.class, this::export, "an empty calendar is no calendar");
    }

    @Test
    void oneEntryIsForThisUserOnly() throws Exception {
        agreed("Ann Lee", Outcome.MEETING_BOOKED, "2026-11-25T11:00:00-05:00[America/New_York]");
        desk.log(desk.card(desk.add("Dee Due", "+12125550198")), Outcome.NO_ANSWER);
        for (AgendaEntry entry : agenda.load().entries()) {
            Path file = calendar.one(entry);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertEquals(1, Biweekly.parse(file.toFile()).first().getEvents().size());
            Files.delete(file);
        }
    }

    @Test
    void whatWasHandedOverGoesWithTheProgramAndWhatAKilledOneLeftWithALaterStart() throws Exception {
        agreed("Ann Lee", Outcome.MEETING_BOOKED, "2026-11-25T11:00:00-05:00[America/New_York]");
        Path mine = calendar.one(agenda.load().entries().getFirst());
        Path old = Files.createTempFile(folder, "afterbeep-entry-", ".ics");
        Files.setLastModifiedTime(old, FileTime.from(Files.getLastModifiedTime(mine).toInstant().minusSeconds(4_000)));
        Path ofAnotherWindow = Files.createTempFile(folder, "afterbeep-entry-", ".ics");
        Path ofSomebody = Files.writeString(folder.resolve("entry.ics"), "");
        Files.setLastModifiedTime(ofSomebody, FileTime.fromMillis(0));
        calendar.cleanUp();
        assertEquals(List.of(false, false, true, true), Stream.of(mine, old, ofAnotherWindow, ofSomebody).map(Files::exists).toList());
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAndLeavesNothing() throws IOException {
        assertThrows(AppException.class, () -> calendar.export(folder));
        assertThrows(AppException.class, () -> calendar.export(folder.resolve("nowhere/all.ics")));
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".tmp")));
        }
    }
}
