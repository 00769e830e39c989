package app.afterbeep.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Outcome;
import app.afterbeep.settings.Setting;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices.Notice;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxViewModelTest extends DeskTest {
    private OutboxViewModel model;
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private int numbers = 100;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        Background background = Background.direct();
        background.onFailure(e -> notices.add(Notice.problem(String.valueOf(e.getMessage()))));
        OutboxSender sender = new OutboxSender(new SendingService(desk.database, desk.emails, desk.clock, () -> desk.settings), new MailSender(),
            new Passwords(Keychain.none()), background, desk.clock, () -> desk.settings);
        model = new OutboxViewModel(desk.outbox, background, new Handoff(opened::add), notices::add, desk.clock, desk.calls::undo,
            new SendingViewModel(sender, desk.outbox, background, notices::add, desk.clock, () -> desk.settings), () -> desk.settings);
    }

    private void voicemail(String... names) {
        for (String name : names) {
            long id = desk.add(name, "+1212555" + "%04d".formatted(numbers++));
            desk.log(desk.card(id), Outcome.LEFT_VOICEMAIL);
            desk.clock.pass(Duration.ofSeconds(1));
        }
        model.refresh();
    }

    private void untilReady() {
        desk.clock.pass(Duration.ofMinutes(2));
        model.tick();
    }

    private Email selected() {
        Email email = model.selected().get();
        assertNotNull(email);
        return email;
    }

    private String state() {
        return desk.text("SELECT group_concat(state) FROM (SELECT state FROM email ORDER BY id)");
    }

    @Test
    void anEmailWaitsOutItsUndoWindowAndThenIsReadyByItself() {
        voicemail("Ann Lee");
        assertEquals(Email.State.WAITING, selected().state());
        assertEquals("Waiting until 10:02 am", model.state(selected()));
        assertEquals("Leaves the undo window in 1:59.", model.reason(selected()));
        assertFalse(model.canOpen(selected()));
        desk.clock.pass(Duration.ofSeconds(118));
        model.tick();
        assertEquals(Email.State.WAITING, selected().state());
        desk.clock.pass(Duration.ofSeconds(1));
        model.tick();
        assertEquals(Email.State.READY, selected().state());
        assertEquals("", model.reason(selected()));
        assertTrue(model.canOpen(selected()));
        assertEquals(1, OutboxFilter.READY.count(model.outbox().get().counts()));
    }

    @Test
    void sendGoesOnToTheNextAndWhatHasLeftDoesNotTakeTheSelectionAlong() throws Exception {
        desk.settings = desk.settings.with(Setting.MAIL_HOST, "localhost").with(Setting.MAIL_PORT, "1").with(Setting.MAIL_FROM, "dana@example.com");
        voicemail("Ann Lee", "Bob Ray", "Cleo Fox");
        untilReady();
        model.select(model.rows().getFirst());
        model.send();
        assertEquals("Bob Ray", selected().name());
        model.send();
        assertEquals("Cleo Fox", selected().name());
        model.select(model.rows().get(1));
        desk.outbox.markSent(selected());
        model.refresh();
        assertEquals("Cleo Fox", selected().name(), "Bob's place");
    }

    @Test
    void aWaitingEmailIsNotOpenedAndTheNoticeSaysWhy() {
        voicemail("Ann Lee");
        model.open();
        assertEquals(List.of(), opened);
        assertTrue(notices.getLast().problem());
        assertEquals("Not opened. Leaves the undo window in 1:59.", notices.getLast().text());
    }

    @Test
    void openedInTheMailProgramNobodyKnowsWhetherItHasLeftBeforeTheRepSaysSo() {
        voicemail("Ann Lee");
        untilReady();
        model.open();
        assertEquals(1, opened.size());
        assertTrue(opened.getFirst().startsWith("mailto:ann.lee@example.com?subject="), opened.getFirst());
        assertEquals("unknown", state());
        assertEquals("Opened in your mail program. Has it left there?", model.reason(selected()));
        model.open();
        model.send();
        assertEquals(1, opened.size(), "not a second time by itself");
        model.markSent();
        assertEquals("sent", state());
        assertEquals(desk.clock.instant().toEpochMilli(), desk.number("SELECT sent_at FROM email"));
        assertEquals("Sent 10:02 am", model.state(model.rows().getFirst()));
        desk.calls.undo();
        assertEquals("unknown", state(), "the mark is taken back, and nothing else");
        app.afterbeep.db.DbException refused = org.junit.jupiter.api.Assertions.assertThrows(app.afterbeep.db.DbException.class, desk.calls::undo);
        assertTrue(refused.getMessage().contains("email"), refused.getMessage());
    }

    @Test
    void anEmailThatHasNotLeftTheMailProgramIsReadyAgainWhenTheRepSaysSo() {
        voicemail("Ann Lee");
        untilReady();
        model.open();
        model.notLeft();
        assertEquals(Email.State.READY, selected().state());
        assertEquals("", model.reason(selected()));
        model.open();
        assertEquals(2, opened.size());
    }

    @Test
    void whereNoMailProgramCanBeOpenedTheEmailIsReadyAsBefore() {
        desk.settings = desk.settings.with(Setting.MAIL_FROM, "dana@example.com");
        Background background = Background.direct();
        OutboxViewModel broken = new OutboxViewModel(desk.outbox, background, new Handoff(address -> {
            throw new IllegalArgumentException("no program");
        }), notices::add, desk.clock, () -> {}, model.sending(), () -> desk.settings);
        voicemail("Ann Lee");
        untilReady();
        broken.refresh();
        broken.open();
        assertTrue(notices.getLast().problem());
        assertEquals("waiting", state());
    }

    @Test
    void anEditStaysOnThisEmailAndIsTakenBack() {
        voicemail("Ann Lee");
        String before = desk.state();
        String script = desk.text("SELECT group_concat(body) FROM script_version");
        model.edit(selected(), "ann@example.com", "Another subject", "Hi Ann,\n\nmy own words.");
        assertEquals("Another subject", model.subject(selected()));
        assertTrue(model.letter(selected()).text().startsWith("Hi Ann,\n\nmy own words.\n\n-- \nDana Reyes, Northline"), model.letter(selected()).text());
        assertEquals("ann@example.com", selected().to());
        assertEquals(script, desk.text("SELECT group_concat(body) FROM script_version"));
        assertEquals("Changed the email – Ann Lee", notices.getLast().text());
        desk.calls.undo();
        assertEquals(before, desk.state());
    }

    @Test
    void nothingChangedIsNoEdit() {
        voicemail("Ann Lee");
        Email email = selected();
        model.edit(email, email.to(), model.editable(email), email.body());
        assertEquals(0, desk.number("SELECT edited FROM email"));
    }

    @Test
    void aMissingValueCanBeWrittenInByHand() {
        desk.settings = desk.settings.with(Setting.MY_NAME, "");
        voicemail("Ann Lee");
        untilReady();
        Email email = selected();
        model.edit(email, email.to(), model.editable(email), email.body().replace("{{my_name}}", "Dana"));
        assertEquals(Email.State.READY, selected().state());
        assertEquals("", selected().problem());
        model.edit(selected(), email.to(), model.editable(email), "Hi {{first_name}}");
        assertEquals("No value for first name", selected().problem());
        assertEquals(Email.State.WAITING, selected().state());
        assertTrue(model.reason(selected()).endsWith("Press E and write it in."), model.reason(selected()));
    }

    @Test
    void withoutAMailAccountSendSaysWhatToDo() {
        voicemail("Ann Lee");
        untilReady();
        model.send();
        model.sendAll();
        assertEquals("Set up your mail account in Settings, Email. Until then M opens an email in your mail program.", notices.getLast().text());
        assertEquals(0, desk.number("SELECT count(*) FROM email WHERE asked_at IS NOT NULL"));
    }

    @Test
    void aSavedFileHasTheHeadersAndCountsAsHandedOver() throws java.io.IOException {
        desk.settings = desk.settings.with(Setting.MAIL_FROM, "dana@example.com").with(Setting.POSTAL_ADDRESS, "12 Dock Road");
        voicemail("Ann Lee");
        assertFalse(model.mayBeSaved());
        assertEquals("Not saved. Leaves the undo window in 1:59.", notices.getLast().text());
        untilReady();
        assertEquals("Ann Lee.eml", model.fileName());
        model.save(folder.resolve("Ann Lee.eml"));
        String file = java.nio.file.Files.readString(folder.resolve("Ann Lee.eml"));
        for (String part : List.of("X-Unsent: 1", "From: Dana Reyes <dana@example.com>", "To: Ann Lee <ann.lee@example.com>", "multipart/alternative", "12 Dock Road")) {
            assertTrue(file.contains(part), part + " in " + file);
        }
        assertEquals("unknown", state());
        model.notLeft();
        model.save(folder.resolve("no such folder/x.eml"));
        assertTrue(notices.getLast().problem());
        assertEquals("waiting", state(), "what could not be saved is ready as before");
    }

    @Test
    void anEmailThatWasWithdrawnMeanwhileIsNotOpened() {
        voicemail("Ann Lee");
        untilReady();
        desk.database.sql().update("UPDATE email SET state = 'withdrawn'");
        model.open();
        assertEquals(List.of(), opened);
        assertEquals("Not opened: this email is withdrawn by now.", notices.getLast().text());
    }

    @Test
    void withdrawnComesBackByUndoAndNobodysTurnWithIt() {
        voicemail("Ann Lee");
        String before = desk.state();
        model.withdraw();
        assertEquals("withdrawn", state());
        Notice notice = notices.getLast();
        assertEquals("Withdrew the email – Ann Lee", notice.text());
        assertNull(desk.database.undoable().orElseThrow().prospectId());
        assertNotNull(notice.undo());
        notice.undo().run();
        assertEquals(before, desk.state());
        model.refresh();
        assertEquals(Email.State.WAITING, model.rows().getFirst().state());
    }

    @Test
    void aSentEmailIsNeitherWithdrawnNorSentAgain() {
        voicemail("Ann Lee");
        untilReady();
        model.markSent();
        model.withdraw();
        model.markSent();
        model.open();
        assertEquals("sent", state());
        assertEquals(List.of(), opened);
    }

    @Test
    void theNextEmailIsSelectedWhenOneIsDone() {
        voicemail("Ann Lee", "Bob Ray", "Cleo Fox");
        untilReady();
        model.select(model.rows().get(1));
        model.markSent();
        assertEquals("Cleo Fox", selected().name());
        model.withdraw();
        assertEquals("waiting,sent,withdrawn", state());
    }

    @Test
    void theFiltersListTheirStatesAndCountThem() {
        voicemail("Ann Lee", "Bob Ray", "Cleo Fox");
        untilReady();
        model.markSent();
        model.select(model.rows().getFirst());
        model.withdraw();
        desk.settings = desk.settings.with(Setting.MY_NAME, "");
        voicemail("Dan Poe");
        desk.settings = desk.settings.with(Setting.MY_NAME, "Dana Reyes");
        voicemail("Eve Orr");
        voicemail("Flo Kim");
        desk.database.sql().update("UPDATE email SET state = 'failed', problem = 'No such mailbox' WHERE to_address = 'flo.kim@example.com'");
        model.refresh();
        Map<OutboxFilter, String> expected = Map.of(OutboxFilter.ALL, "Cleo Fox, Dan Poe, Eve Orr, Flo Kim, Bob Ray, Ann Lee", OutboxFilter.READY, "Cleo Fox",
            OutboxFilter.SENT, "Ann Lee", OutboxFilter.WITHDRAWN, "Bob Ray", OutboxFilter.FAILED, "Flo Kim", OutboxFilter.WAITING, "Dan Poe, Eve Orr");
        expected.forEach((filter, names) -> {
            model.choose(filter);
            assertEquals(names, String.join(", ", model.rows().stream().map(Email::name).toList()), filter.title());
            assertEquals(model.rows().size(), model.total(), filter.title());
        });
    }

    @Test
    void anEmailThatLacksTheRepsNameSaysSoAndIsFilledInOnceItIsKnown() {
        desk.settings = desk.settings.with(Setting.MY_NAME, "");
        voicemail("Ann Lee");
        assertEquals("Waiting: no value for my name", model.state(selected()));
        assertTrue(model.reason(selected()).startsWith("No value for my name."), model.reason(selected()));
        assertTrue(model.letter(selected()).text().contains("[my name]"), "marked, not blank");
        assertTrue(model.lacksMine(selected()));
        untilReady();
        model.open();
        assertEquals(List.of(), opened);
        desk.outbox.fillIn(Map.of("my_name", "Dana Reyes"));
        model.refresh();
        assertEquals(Email.State.READY, selected().state());
        assertTrue(model.letter(selected()).text().contains("Dana Reyes"));
        assertFalse(model.lacksMine(selected()));
    }

    @Test
    void nothingInAnEmailGetsIntoAnotherHeader() {
        Email email = new Email(1, 1, "Ann Lee", "", "ann+vip@example.com?bcc=eve@example.com",
            "Quotes\r\nBcc: eve@example.com &cc=eve@example.com #1 50%", "Line one & two\nline three + four\r\n=é", Email.State.READY, "",
            Instant.EPOCH, Instant.EPOCH, null, Email.Journey.NONE);
        URI uri = OutboxService.mailto(LetterRules.letter(email, app.afterbeep.settings.Settings.initial(), "", Instant.EPOCH));
        String[] parts = uri.toASCIIString().substring("mailto:".length()).split("[?]");
        assertEquals(2, parts.length, "one question mark: " + uri);
        assertEquals("ann+vip@example.com?bcc=eve@example.com", URLDecoder.decode(parts[0].replace("+", "%2B"), StandardCharsets.UTF_8));
        String[] fields = parts[1].split("&");
        assertEquals(2, fields.length, "subject and body only: " + uri);
        assertTrue(fields[0].startsWith("subject=") && fields[1].startsWith("body="), uri.toString());
        assertFalse(fields[0].toUpperCase().contains("%0A") || fields[0].toUpperCase().contains("%0D"), "a subject is one line: " + uri);
        assertFalse(parts[1].contains("+"), "a plus sign is a plus sign in a mail address, not a blank: " + uri);
        assertEquals("Quotes Bcc: eve@example.com &cc=eve@example.com #1 50%", URLDecoder.decode(fields[0].substring(8), StandardCharsets.UTF_8));
        assertTrue(URLDecoder.decode(fields[1].substring(5), StandardCharsets.UTF_8).startsWith("Line one & two\r\nline three + four\r\n=é\r\n\r\n-- \r\n"));
    }
}
