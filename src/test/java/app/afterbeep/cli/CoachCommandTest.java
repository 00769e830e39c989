package app.afterbeep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The coach on the command line: for a team that keeps its scripts in a repository.
final class CoachCommandTest {
    private static final String GOOD = "Hi {{first_name|there}}, {{my_name}} from {{my_company}}. Your dock is slowest on Mondays. Ask the first driver why. "
        + "I'll call you {{callback_day}} at {{callback_time}}.";

    @TempDir
    private Path folder;
    private List<String> out = List.of();
    private String err = "";

    private int coach(String... args) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        String[] all = Stream.concat(Stream.of("coach"), Arrays.stream(args)).toArray(String[]::new);
        int code = Cli.run(all, options -> 7, Clock.systemUTC(), new PrintWriter(stdout, true), new PrintWriter(stderr, true));
        out = stdout.toString().lines().map(line -> line.replace(folder + java.io.File.separator, "")).toList();
        err = stderr.toString().replace(folder + java.io.File.separator, "").strip();
        return code;
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void aGoodScriptSaysNothing() throws IOException {
        assertEquals(0, coach(file("good.txt", GOOD)));
        assertEquals(List.of(), out);
        assertEquals("", err);
    }

    @Test
    void aFindingHasItsLineAndColumn() throws IOException {
        assertEquals(1, coach(file("bad.txt", GOOD.replace(" Ask the", "\nPlease call me back.\nAsk the"))));
        assertEquals(List.of("bad.txt:2:1: error asks-for-callback: Asks for a callback. Nobody owes one. End on the time you will call."), out);
        assertEquals("afterbeep: 1 finding is an error: mend it.", err);
        assertEquals(1, coach(folder.resolve("bad.txt").toString(), folder.resolve("bad.txt").toString()));
        assertEquals("afterbeep: 2 findings are errors: mend them.", err);
        assertEquals(0, coach(file("warning.txt", GOOD + " Our solution helps.")));
        assertEquals("", err);
        assertEquals(List.of("warning.txt:1:" + (GOOD.length() + 2) + ": warning pitches: Pitches. \u201cOur solution\u201d: what you sell can wait for the conversation; talk about their day."), out);
    }

    @Test
    void severalMessagesAreOneSeries() throws IOException {
        String again = "Hello {{first_name|there}}, {{my_name}} with {{my_company}}. On Mondays your dock is slowest. Ask the first driver why. I'll ring {{callback_day}} at {{callback_time}}.";
        String last = "Hi {{first_name|there}}, {{my_name}}. One thing to keep: your crew counts what your board shows. All the best.";
        assertEquals(0, coach(file("series.txt", "# Mondays\n" + GOOD + "\n---\n\n" + again + "\r\n---\r\n# The last one\n" + last + "\n")));
        assertEquals(List.of("series.txt:2", "series.txt:5"), out.stream().map(line -> line.substring(0, 12)).toList());
        assertTrue(out.get(0).contains("warning repeats: Repeats \u201cmessage 2\u201d"), out::toString);
        assertTrue(out.get(1).contains("warning repeats: Repeats \u201cMondays\u201d"), out::toString);
        assertEquals(1, coach(file("promises.txt", "# Last\n" + last + " I'll call you {{callback_day}}.")));
        assertTrue(out.getFirst().startsWith("promises.txt:2:" + (last.length() + 2) + ": error last-promises"), out::toString);
    }

    @Test
    void aSubjectMakesAnEmail() throws IOException {
        assertEquals(0, coach(file("mail.txt", "# First\nSubject: RE: our talk\n\nHi {{first_name|there}},\n\nYour dock is slow.\n\n{{my_name}}\n")));
        assertEquals(List.of("mail.txt:2:10: warning subject: Pretends to be an answer. An answer gets its \u201cRe:\u201d by itself; a false one costs their trust."), out);
    }

    @Test
    void aSeriesAsJsonIsReadInItsPlace() throws IOException {
        String json = """
            {"cadence": {"steps": [{"position": 1, "kind": "voicemail"}, {"position": 2, "kind": "last_voicemail"}]},
             "series": [{"name": "One", "scripts": [
               {"step": 1, "channel": "voicemail", "name": "Dock", "subject": "",
                "body": "%s"},
               {"step": 2, "channel": "voicemail", "name": "Bye", "body": "{{my_name}}.\\n\\u201cYour\\u201d crew counts. Call me back."},
               {"step": 0, "channel": "voicemail", "name": "Owning", "body": "I said I'd call {{missed_day}}."}]}]}
            """.formatted(GOOD);
        assertEquals(1, coach(file("series.json", json)));
        String line = json.lines().toList().get(4);
        assertEquals(List.of("series.json:5:" + (line.indexOf("Call me") + 1) + ": error asks-for-callback: Asks for a callback. Nobody owes one. End on the time you will call."), out);
    }

    @Test
    void theSeriesOfTheProgramHasNothingToMend() throws IOException {
        try (InputStream in = Cli.class.getResourceAsStream("/app/afterbeep/scripts/default-series.json")) {
            assertEquals(0, coach(file("default.json", new String(in.readAllBytes(), StandardCharsets.UTF_8))));
        }
        assertEquals(List.of(), out);
    }

    @Test
    void theStepsSayWhichMessageIsTheLast() throws IOException {
        assertEquals(0, coach(file("named.json", """
            \ufeff{"steps": [{"step": 1, "kind": "voicemail"}, {"step": 2, "kind": "last_voicemail"}],
             "scripts": [{"step": 1, "channel": "voicemail", "name": "The last signature", "body": "%s"}]}
            """.formatted(GOOD))));
        assertEquals(List.of(), out);
    }

    @Test
    void aByteOrderMarkIsNoColumn() throws IOException {
        assertEquals(1, coach(file("bom.txt", "\ufeffCall me back. " + GOOD + "\r\n")));
        assertEquals(1, out.stream().filter(line -> line.startsWith("bom.txt:1:1: error asks-for-callback")).count(), out::toString);
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() throws IOException {
        for (String content : List.of("", "\ufeff", "\n \n---\n")) {
            assertEquals(0, coach(file("empty.txt", content)));
            assertEquals("empty.txt:1:1: warning empty: Nothing written yet. One idea that they can use, and when you will call.", out.getFirst());
        }
    }

    @Test
    void columnsOfOnesOwnAreNamed() throws IOException {
        String script = file("own.txt", GOOD.replace("Your dock", "Your {{fleet_size|big}} fleet"));
        assertEquals(1, coach(script));
        assertTrue(out.getFirst().contains("error unresolved-field: Unknown field."), out::toString);
        assertEquals(0, coach(script, "--field", "fleet_size"));
        assertEquals(List.of(), out);
    }

    @Test
    void whatCantBeReadIsSaidInOneLineAndTheOthersAreRead() throws IOException {
        String bad = file("bad.txt", "Call me back.");
        assertEquals(2, coach(folder.resolve("none.txt").toString(), bad));
        assertEquals("afterbeep: none.txt is not there. Check the name.", err);
        assertTrue(out.stream().anyMatch(line -> line.startsWith("bad.txt:1:1: error")), out::toString);
        assertEquals(2, coach(folder.resolve("none.txt").toString(), folder.resolve("nor.txt").toString()));
        assertEquals("afterbeep: none.txt is not there. Check the name. nor.txt is not there. Check the name.", err);
        assertEquals(2, coach(folder.toString()));
        assertTrue(err.endsWith("is a folder. Name the files in it."), err);
        assertEquals(2, coach(file("broken.json", "{\"scripts\": [\n{\"step\": }")));
        assertTrue(err.startsWith("afterbeep: broken.json, line 2, is no valid JSON: ") && err.lines().count() == 1, err);
        assertEquals(2, coach(file("cut.json", "{\"series\": [")));
        assertTrue(err.matches("afterbeep: cut.json, line 1, is no valid JSON: [^(\\[]+[a-z]\\."), err);
        assertEquals(2, coach(file("other.json", "{\"a\": 1}")));
        assertTrue(err.startsWith("afterbeep: other.json has no \"scripts\"."), err);
        Files.write(folder.resolve("latin.txt"), new byte[] {'a', (byte) 0xe9, 'b'});
        assertEquals(2, coach(folder.resolve("latin.txt").toString()));
        assertTrue(err.contains("no text in UTF-8"), err);
        assertEquals(2, coach());
        assertTrue(err.contains("FILE"), err);
        assertEquals(0, coach(file("empty.txt", "\n\n")));
    }
}
