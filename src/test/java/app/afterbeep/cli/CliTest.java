package app.afterbeep.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.db.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CliTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /// Thanksgiving.
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T15:00:00Z"), NEW_YORK);

    @TempDir
    private Path folder;
    private final List<Cli.Options> opened = new ArrayList<>();
    private String out = "";
    private String err = "";
    private String data = "";
    private String list = "";

    @BeforeEach
    void list() throws Exception {
        data = folder.resolve("data").toString();
        list = Files.writeString(folder.resolve("people.csv"), """
            name,phone,do not call
            Ann Lee,918 555 0142,
            Bob Ray,12,
            Ann Lee,(918) 555-0142,
            Cid Moe,918 555 0144,yes
            """).toString();
    }

    private int run(String... args) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        int code = Cli.run(args, options -> {
            opened.add(options);
            return 7;
        }, CLOCK, new PrintWriter(stdout, true), new PrintWriter(stderr, true));
        out = stdout.toString().strip();
        err = stderr.toString();
        return code;
    }

    private void refused(int code, String message, String... args) {
        assertEquals(code, run(args), err);
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.startsWith("afterbeep: "), err);
        assertTrue(err.contains(message), err);
        assertEquals("", out);
    }

    @Test
    void aStartThatNamesNothingOpensTheUsersOwnData() {
        assertEquals(7, run());
        assertEquals(List.of(new Cli.Options(DataFolder.ofThisUser(), CLOCK, false, false)), opened);
    }

    @Test
    void theWindowIsBegunEarlyForAllButWhatEndsWithoutOne() {
        run("--help");
        List<String> commands = Pattern.compile("(?m)^  ([a-z]+) {2,}").matcher(out.substring(out.indexOf("Commands:"))).results()
            .map(found -> found.group(1)).toList();
        assertTrue(commands.containsAll(List.of("import", "check")), out);
        assertAll(commands.stream().map(command -> () -> assertFalse(Cli.opensWindow(new String[] {"--data-dir", data, command}), command)));
        assertFalse(Cli.opensWindow(new String[] {"--version"}));
        assertTrue(Cli.opensWindow(new String[0]));
        assertTrue(Cli.opensWindow(new String[] {"--data-dir", data, list}));
    }

    @Test
    void importPrintsItsCountsAndWritesWhatWasLeft() throws Exception {
        Path rejects = folder.resolve("rejects.csv");
        assertEquals(0, run("import", list, "--data-dir", data, "--rejects", rejects.toString()), err);
        assertEquals("imported 2, updated 0, duplicates 1, rejected 1", out);
        assertEquals("""
            line,result,reason,name,phone,do not call\r
            3,rejected,no usable phone number: ‘12’ in column phone,Bob Ray,12,\r
            4,duplicate,+1 918 555 0142 is already known,Ann Lee,(918) 555-0142,\r
            """, Files.readString(rejects));
    }

    @Test
    void anImportThatWasKilledIsTakenBackByTheNextOne() throws Exception {
        run("import", list, "--data-dir", data);
        Path other = Files.writeString(folder.resolve("other.csv"), "name,phone\nDee Fox,918 555 0148\n");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + Path.of(data, DataFolder.FILE)); var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE import SET state = 'running'");
        }
        assertEquals(0, run("import", other.toString(), "--data-dir", data), err);
        assertEquals("imported 1, updated 0, duplicates 0, rejected 0", out);
        assertEquals("afterbeep: The import of people.csv was interrupted. Nothing of it was kept: import it again.", err.strip());
        Path csv = folder.resolve("out.csv");
        run("export", "prospects", csv.toString(), "--data-dir", data);
        assertEquals("exported 1", out);
    }

    @Test
    void importTakesListMappingAndCountry() throws Exception {
        Path strange = Files.writeString(folder.resolve("strange.csv"), "Wer,Firmenname,Nummer\nAnn,A=B,030 901820\n");
        assertEquals(0, run("--data-dir", data, "import", "--list", "Mine", "--map", "phone=Nummer", "--map", "first_name=Wer", "--map",
            "company=Firmenname", "--country", "de", strange.toString()), err);
        Path csv = folder.resolve("out.csv");
        assertEquals(0, run("--data-dir", data, "export", "prospects", csv.toString()), err);
        assertTrue(Files.readString(csv).contains("Ann,,,A=B,+4930901820,"), Files.readString(csv));
        assertTrue(Files.readString(csv).contains(",Mine,active,1,"), Files.readString(csv));
    }

    @Test
    void optionsForAllStandBeforeOrAfterTheCommand() throws Exception {
        assertEquals(0, run("--data-dir", data, "--now", "2026-11-24T09:00:00-05:00", "import", list), err);
        Path csv = folder.resolve("out.csv");
        assertEquals(0, run("export", "prospects", csv.toString(), "--data-dir", data), err);
        assertEquals("exported 2", out);
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + Path.of(data, DataFolder.FILE));
             var statement = connection.createStatement(); var row = statement.executeQuery("SELECT created_at FROM prospect LIMIT 1")) {
            long seconds = java.time.Duration.between(java.time.Instant.parse("2026-11-24T14:00:00Z"), java.time.Instant.ofEpochMilli(row.getLong(1))).toSeconds();
            assertTrue(seconds >= 0 && seconds < 60, "created " + seconds + " s after --now");
        }
    }

    @Test
    void exportKnowsTheFormats() throws Exception {
        run("import", list, "--data-dir", data);
        Path csv = folder.resolve("out.csv");
        assertEquals(0, run("export", "prospects", csv.toString(), "--format", "excel", "--data-dir", data), err);
        assertTrue(Files.readString(csv).startsWith("\uFEFFfirst_name,"));
        assertEquals(0, run("export", "calls", csv.toString(), "--format", "hubspot", "--data-dir", data), err);
        assertTrue(Files.readString(csv).startsWith("hs_timestamp,"));
        assertEquals(0, run("export", "calls", csv.toString(), "--format", "salesforce", "--from", "2026-11-01", "--to", "2026-11-30", "--data-dir", data), err);
        assertEquals("exported 0", out);
        refused(1, "Salesforce takes calls only. Use afterbeep or excel.", "export", "prospects", csv.toString(), "--format", "salesforce", "--data-dir", data);
    }

    @Test
    void anExportedLogIsImportedAgain() throws Exception {
        Path log = Files.writeString(folder.resolve("calls.csv"), """
            attempt_id,at,direction,outcome,first_name,last_name,company,phone,list,step,script,message_seconds,promised_at,promise,next_call_at,email,note
            7,2026-11-23T10:00:00-05:00,outbound,no_answer,Ann,Lee,,+12125550144,Old,1,,,,,2026-11-27T10:00:00-05:00,,fine
            """);
        assertEquals(0, run("import", log.toString(), "--data-dir", data), err);
        assertEquals("imported 1, updated 0, duplicates 0, rejected 0", out);
        assertEquals(0, run("import", log.toString(), "--data-dir", data), err);
        assertEquals("imported 0, updated 0, duplicates 1, rejected 0", out);
        assertEquals(0, run("check", "--data-dir", data), err);
        assertEquals("ok: 1 prospects, 1 attempts, 0 emails", out);
    }

    @Test
    void checkCountsOrSaysWhatIsWrong() throws Exception {
        run("import", list, "--data-dir", data);
        assertEquals(0, run("check", "--data-dir", data), err);
        assertEquals("ok: 2 prospects, 0 attempts, 0 emails", out);
        try (Database database = Database.open(Path.of(data, "afterbeep.db"), CLOCK, Runnable::run)) {
            database.sql().update("INSERT INTO hourly VALUES ('2026-11-25', 3, 10, 'outbound', 'no_answer', 3, 0)");
        }
        refused(1, "the summary of 2026-11-25 differs from the log for no_answer", "check", "--data-dir", data);
    }

    @Test
    void checkRepairsWhatIsDerived() throws Exception {
        run("import", list, "--data-dir", data);
        try (Database database = Database.open(Path.of(data, "afterbeep.db"), CLOCK, Runnable::run)) {
            database.sql().update("INSERT INTO hourly VALUES ('2026-11-25', 3, 10, 'outbound', 'no_answer', 3, 0)");
        }
        assertEquals(0, run("check", "--repair", "--data-dir", data), err);
        assertTrue(err.contains("mended: the summary of 2026-11-25"), err);
        assertTrue(out.endsWith("ok: 2 prospects, 0 attempts, 0 emails"), out);
        assertEquals(0, run("check", "--data-dir", data), err);
        assertEquals(1, Objects.requireNonNull(Path.of(data, "backups").toFile().list((folder, name) -> name.endsWith(".db"))).length, "a backup came first");
    }

    @Test
    void aBackupIsRestoredWithCountsBeforeAndAfter() {
        run("import", list, "--data-dir", data);
        String copy = folder.resolve("copy.db").toString();
        assertEquals(0, run("backup", copy, "--data-dir", data), err);
        assertEquals("backed up 2 prospects, 0 attempts, 0 emails, checked", out);
        refused(1, "would overwrite the data file itself", "backup", Path.of(data, "afterbeep.db").toString(), "--data-dir", data);
        refused(1, "There is no file", "restore", folder.resolve("none.db").toString(), "--data-dir", data);
        refused(1, "not Afterbeep's", "restore", list, "--data-dir", data);
        assertEquals(0, run("restore", copy, "--data-dir", data), err);
        assertTrue(out.startsWith("before: 2 prospects, 0 attempts, 0 emails, set aside as ") && out.endsWith("restored: 2 prospects, 0 attempts, 0 emails"), out);
        assertEquals(0, run("restore", copy, "--data-dir", folder.resolve("elsewhere").toString()), err);
        assertEquals("restored: 2 prospects, 0 attempts, 0 emails", out);
    }

    @Test
    void commandsThatReadDoNotMakeADataFile() {
        refused(1, "There is no data file", "check", "--data-dir", data);
        refused(1, "There is no data file", "export", "calls", folder.resolve("x.csv").toString(), "--data-dir", data);
        assertFalse(Files.exists(Path.of(data)));
        assertFalse(Files.exists(folder.resolve("x.csv")));
    }

    @Test
    void wrongUsageIsOneLineAndTwo() {
        refused(2, "--shoe", "--shoe");
        refused(2, "FILE", "import", "--data-dir", data);
        refused(2, "-now yesterday", "--now", "yesterday");
        refused(2, "-now yesterday", "check", "--now", "yesterday", "--data-dir", data);
        refused(2, "no time with a zone", "--now", "2026-11-24T09:00:00");
        refused(2, "no time with a zone", "--now", "+999999999-12-31T23:59:59-18:00");
        refused(2, "shoes", "export", "shoes", "x.csv", "--data-dir", data);
        refused(2, "Use afterbeep, excel, salesforce or hubspot.", "export", "calls", "x.csv", "--format", "numbers", "--data-dir", data);
        refused(2, "'--from': 'soon' is no day; write it like 2026-11-24", "export", "calls", "x.csv", "--from", "soon", "--data-dir", data);
        refused(2, "--from 2026-11-24 is after --to 2026-11-23", "export", "calls", "x.csv", "--from", "2026-11-24", "--to", "2026-11-23", "--data-dir", data);
        refused(2, "for calls and emails", "export", "prospects", "x.csv", "--from", "2026-11-01", "--data-dir", data);
        refused(2, "--mode some", "import", list, "--mode", "some", "--data-dir", data);
        refused(2, "--country XX", "import", list, "--country", "XX", "--data-dir", data);
        refused(2, "nonsense", "import", list, "--map", "nonsense", "--data-dir", data);
        refused(2, "overwrite", "import", list, "--rejects", list, "--data-dir", data);
        refused(2, "frob", "frob");
        assertTrue(opened.isEmpty());
    }

    @Test
    void expectedFailureIsOneLineAndOne() throws Exception {
        refused(1, "There is no file", "import", folder.resolve("no.csv").toString(), "--data-dir", data);
        refused(1, "is a folder", "import", folder.toString(), "--data-dir", data);
        refused(1, "no field “shoe”", "import", list, "--map", "shoe=name", "--data-dir", data);
        Files.writeString(Path.of(data, "afterbeep.db"), "not a database, but long enough to be looked at ".repeat(20));
        refused(1, "damaged", "import", list, "--data-dir", data);
    }

    @Test
    void withoutACommandTheWindowOpens() {
        assertEquals(7, run("--data-dir", data));
        Cli.Options options = opened.getFirst();
        assertAll(
            () -> assertEquals(Path.of(data), options.dataDir()),
            () -> assertEquals(CLOCK, options.clock()),
            () -> assertFalse(options.clockShown()),
            () -> assertFalse(options.demo()));
    }

    @Test
    void demoIsOnAWorkingMorningInATemporaryFolder() throws Exception {
        assertEquals(7, run("--demo"));
        Cli.Options options = opened.getFirst();
        assertTrue(options.demo());
        assertTrue(options.clockShown());
        assertTrue(Files.isDirectory(options.dataDir()));
        assertEquals("2026-11-27T09:30-05:00[America/New_York]", ZonedDateTime.now(options.clock()).toString(), "the day after Thanksgiving");
        Files.delete(options.dataDir());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:00:00-05:00, America/New_York",
        "2026-11-24T14:00:00Z, Z",
        "2026-11-24T09:00-05:00[America/Panama], America/Panama",
        "2026-07-24T09:00:00-05:00, -05:00",
        "2026-07-24T09:00:00-04:00, America/New_York"})
    void nowSetsTheClockAndItsZone(String now, String zone) {
        assertEquals(7, run("--now", now, "--data-dir", data), err);
        Clock clock = opened.getFirst().clock();
        assertEquals(ZoneId.of(zone), clock.getZone());
        assertEquals(ZonedDateTime.parse(now).toInstant(), clock.instant());
        assertTrue(opened.getFirst().clockShown());
    }

    @Test
    void setClockTicks() {
        Clock machine = Clock.systemUTC();
        Clock clock = ClockRules.startingAt("2026-11-24T09:00:00Z", machine).orElseThrow();
        Instant first = clock.instant();
        Instant before = machine.instant();
        while (machine.instant().equals(before)) {
            Thread.onSpinWait();
        }
        assertTrue(clock.instant().isAfter(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "import --help", "export --help", "coach --help", "check --help"})
    void helpSaysHow(String args) {
        assertEquals(0, run(args.split(" ")), err);
        assertTrue(out.contains("Usage: afterbeep"), out);
        assertTrue(out.contains("--data-dir"), out);
    }

    @Test
    void versionNamesTheProgram() {
        assertEquals(0, run("--version"));
        assertTrue(out.startsWith("Afterbeep "), out);
    }
}
