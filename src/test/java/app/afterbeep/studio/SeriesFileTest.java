package app.afterbeep.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Cadence.Kind;
import app.afterbeep.scripts.Script;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Series as files: what leaves comes back, and what is wrong is said with its line.
class SeriesFileTest {
    private static final String GOOD = """
        {
          "format": "afterbeep-series",
          "version": 1,
          "snippets": [
            { "name": "pain", "text": "waiting trucks" }
          ],
          "cadences": [
            {
              "name": "Short",
              "rest_from_days": 60,
              "rest_to_days": 90,
              "steps": [
                { "step": 1, "kind": "voicemail", "wait_days": 2 },
                { "step": 2, "kind": "call_only", "wait_days": 3, "off": true },
                { "step": 3, "kind": "last_voicemail", "wait_days": 0 }
              ],
              "series": [
                {
                  "name": "Docks",
                  "next": "Doors",
                  "scripts": [
                    {
                      "step": 1,
                      "channel": "voicemail",
                      "name": "Two docks",
                      "body": "Hi {{first_name|there}}, \\"two\\" docks \u2013 \uD83D\uDE9A."
                    },
                    {
                      "step": 1,
                      "channel": "voicemail",
                      "name": "Two docks, shorter",
                      "body": "Hi."
                    },
                    {
                      "step": 1,
                      "channel": "email",
                      "name": "Mail",
                      "subject": "About docks",
                      "body": "Hi,\\n\\ntwo lines."
                    }
                  ]
                },
                {
                  "name": "Doors",
                  "scripts": []
                }
              ]
            }
          ]
        }
        """;

    @TempDir Path folder;

    private static String refused(String text) {
        return String.valueOf(assertThrows(AppException.class, () -> SeriesFile.parse(text)).getMessage());
    }

    @Test
    void whatIsReadIsWrittenAgain() throws AppException {
        assertEquals(GOOD, SeriesFile.text(SeriesFile.parse(GOOD)));
    }

    @Test
    void exportedImportedAndExportedAgainItIsTheSameToTheByte() throws AppException, IOException {
        Path first = folder.resolve("first.json");
        Path second = folder.resolve("second.json");
        try (StudioDesk one = new StudioDesk(folder.resolve("one"))) {
            one.service.addStep(one.cadence(), Kind.CALL_ONLY, 1, 2);
            one.service.removeStep(one.cadence(), 3);
            one.service.switchStep(one.cadence(), 4, false);
            long variant = one.service.addText(one.first().id(), 1, Script.Channel.VOICEMAIL, "Shorter");
            one.service.saveText(variant, "Shorter", "", "A \"short\" one\twith \\ and \u00fc, \u05e9\u05dc\u05d5\u05dd, \uD83D\uDE9A.");
            one.service.addText(one.first().id(), 2, Script.Channel.VOICEMAIL, "Never written");
            one.service.addSeries(new StudioService.NewSeries("Other steps", one.first(), true, true));
            one.service.saveSnippets(null, List.of(new Snippet(null, "pain", "waiting trucks")));
            SeriesFile.write(first, SeriesFile.text(one.sharing.shared(one.service.load().series().stream().map(StudioSeries::id).toList())));
        }
        try (StudioDesk two = new StudioDesk(folder.resolve("two"))) {
            // A file without any series: the names are free, and so are the numbers.
            two.desk.database.transaction(() -> {
                for (String table : List.of("script_version", "script", "series", "step", "cadence")) {
                    two.desk.database.sql().update("UPDATE series SET next_id = NULL");
                    two.desk.database.sql().update("DELETE FROM " + table);
                }
                return true;
            });
            SharingService.Imported imported = two.sharing.add(SeriesFile.read(first));
            assertEquals(3, imported.series());
            assertEquals(0, imported.renamed());
            SeriesFile.write(second, SeriesFile.text(two.sharing.shared(two.service.load().series().stream().map(StudioSeries::id).toList())));
        }
        assertEquals(Files.readString(first), Files.readString(second));
        assertTrue(Files.readString(first).contains("\u05e9\u05dc\u05d5\u05dd, \uD83D\uDE9A"), "readable as it is");
    }

    @Test
    void anImportChangesNothingThatIsHere() throws AppException {
        try (StudioDesk studio = new StudioDesk(folder)) {
            studio.service.saveSnippets(null, List.of(new Snippet(null, "pain", "mine")));
            String before = studio.state();
            Shared shared = SeriesFile.parse(GOOD.replace("\"Docks\"", "\"First round\""));
            SharingService.Imported imported = studio.sharing.add(shared);
            assertEquals(1, imported.renamed());
            StudioSeries docks = studio.series(imported.first());
            assertEquals("First round 2", docks.name());
            assertEquals("Doors", studio.series(docks.nextId() == null ? 0 : docks.nextId()).name());
            assertEquals(List.of(1, 2), docks.texts(1).stream().filter(text -> text.script().channel() == Script.Channel.VOICEMAIL)
                .map(text -> text.script().variant()).toList());
            assertEquals(List.of("mine"), studio.service.load().snippets().stream().map(Snippet::text).toList());
            assertTrue(docks.lists().isEmpty());
            studio.desk.calls.undo();
            assertEquals(before, studio.state());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "\"kind\": \"call_only\", | ^^ | Line 14: step 2 has no kind. Nothing was imported.",
        "\"call_only\" | \"silent\" | Line 14: the kind of step 2 must be voicemail, call_only, last_voicemail. Nothing was imported.",
        "\"wait_days\": 3 | \"wait_days\": -1 | Line 14: wait_days of step 2 is no whole number from 0 to 365. Nothing was imported.",
        "\"wait_days\": 3 | \"wiat_days\": 3 | Line 14: “wiat_days” means nothing in step 2. It knows step, kind, wait_days, off. Nothing was imported.",
        "\"step\": 3, | \"step\": 4, | Line 15: this is step 3: steps are numbered from 1 in their order. Nothing was imported.",
        "\"rest_to_days\": 90 | \"rest_to_days\": 30 | Line 11: rest_to_days is no whole number from 60 to 365. Nothing was imported.",
        "\"rest_to_days\": 90 | \"rest_to_days\": 90.5 | Line 11: only texts, whole numbers, lists and objects belong here. Nothing was imported.",
        "\"rest_to_days\": 90 | \"rest_to_days\": 99999999999999999999 | Line 11: the number is too large. Nothing was imported.",
        "\"name\": \"Doors\" | \"name\": \"Docks\" | Line 44: two series are named “Docks”. Nothing was imported.",
        "\"next\": \"Doors\" | \"next\": \"Windows\" | Line 20: there is no series named “Windows” in the file. Nothing was imported.",
        "\"body\": \"Hi.\" | \"body\": \"  \" | Line 32: the body of “Two docks, shorter” is empty. Nothing was imported.",
        "\"body\": \"Hi.\" | \"body\": 7 | Line 32: the body of “Two docks, shorter” is no text in quotes. Nothing was imported.",
        "\"body\": \"Hi.\" | \"subject\": \"S\", \"body\": \"Hi.\" | Line 32: only an email has a subject. Nothing was imported.",
        "\"channel\": \"email\" | \"channel\": \"fax\" | Line 36: the channel of a script must be voicemail, email, call_guide. Nothing was imported.",
        "\"name\": \"pain\" | \"name\": \"first_name\" | Line 5: {{first_name}} is a field of its own. Give the snippet another name. Nothing was imported.",
        "\"version\": 1, | \"version\": 2, | This file was written by a newer Afterbeep. Update yours, then import it again.",
        "\"version\": 1, | ^^ | Line 1: the file has no version. Nothing was imported.",
        "\"version\": 1, | \"version\": 1, \"version\": 1, | Line 3: twice the same key: \"version\". Nothing was imported.",
        "afterbeep-series | other | Line 1: this is no file of series: it does not say \"format\": \"afterbeep-series\". Nothing was imported."
    })
    void aFaultIsSaidWithItsLine(String good, String bad, String said) {
        String text = GOOD.replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad));
        assertEquals(said, refused(text));
    }

    @Test
    void aTextOfAStepThatIsNotThereIsRefused() {
        assertEquals("Line 23: there is no step 9: the cadence has 3. Nothing was imported.", refused(GOOD.replaceFirst("\"step\": 1,\\n", "\"step\": 9,\n")));
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsLine() {
        assertTrue(refused(GOOD.replace("\"kind\": \"call_only\",", "\"kind\" \"call_only\",")).startsWith("Line 14: this is no JSON: "), () -> refused(GOOD.replace("\"kind\": \"call_only\",", "\"kind\" \"call_only\",")));
        assertTrue(refused(GOOD.substring(0, 300)).startsWith("Line 1"), () -> refused(GOOD.substring(0, 300)));
        assertTrue(refused("[".repeat(100_000)).startsWith("Line 1"));
        assertTrue(refused("[]").startsWith("Line 1: this is no file of series"));
        assertTrue(refused(GOOD + "{}").endsWith("something follows after the end. Nothing was imported."));
    }

    @Test
    void everyOtherFileIsRefusedInOneSentence() throws IOException {
        Path file = folder.resolve("x.json");
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        for (byte[] bytes : List.of(new byte[0], " \n".getBytes(StandardCharsets.UTF_8), noise, GOOD.getBytes(StandardCharsets.UTF_16), new byte[6_000_000])) {
            Files.write(file, bytes);
            String said = String.valueOf(assertThrows(AppException.class, () -> SeriesFile.read(file)).getMessage());
            assertTrue(said.startsWith("This file is "), said);
        }
        assertTrue(String.valueOf(assertThrows(AppException.class, () -> SeriesFile.read(folder)).getMessage()).contains("is no file"));
        assertThrows(AppException.class, () -> SeriesFile.write(folder, "x"));
        assertThrows(AppException.class, () -> SeriesFile.write(folder.resolve("none/x.json"), "x"));
    }

    @Test
    void aByteOrderMarkIsNoFault() throws AppException, IOException {
        Path file = folder.resolve("bom.json");
        Files.writeString(file, "\uFEFF" + GOOD);
        assertEquals(2, SeriesFile.read(file).count());
    }

    @Test
    void anyPartOfAFileIsEitherTakenOrRefused() {
        Random random = new Random(20261122);
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int cut = 0; cut < 3; cut++) {
                int at = random.nextInt(text.length());
                text.replace(at, Math.min(text.length(), at + random.nextInt(8)), random.nextBoolean() ? "" : String.valueOf("{}[],:\"1x".charAt(random.nextInt(9))));
            }
            try {
                SeriesFile.parse(text.toString());
            } catch (AppException e) {
                assertTrue(String.valueOf(e.getMessage()).matches("(?s)(Line \\d+: |This file was written).*"), e.getMessage());
            }
        }
    }
}
