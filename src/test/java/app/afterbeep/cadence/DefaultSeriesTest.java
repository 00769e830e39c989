package app.afterbeep.cadence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.db.Database;
import app.afterbeep.db.Sql;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.OpeningRules;
import app.afterbeep.scripts.SpeechRules;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.testkit.OldFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The texts that the program brings: what every message has to be, and that they get into every file once.
class DefaultSeriesTest {
    private static final Map<String, String> KNOWN = Map.of("first_name", "Marisol", "company", "Halden Cold Storage", "my_name", "Dana Reyes",
        "my_company", "Northline", "my_problem", "trucks waiting at the dock", "my_result", "turned trucks around eleven minutes faster",
        "callback_day", "Thursday", "callback_time", "2:45", "missed_day", "yesterday", "missed_time", "10:15");
    private static final Map<String, String> LEAST = Map.of("my_name", "Dana Reyes", "my_company", "Northline", "callback_day", "Thursday",
        "callback_time", "2:45", "missed_day", "yesterday", "missed_time", "10:15");

    @TempDir Path folder;
    private final MovableClock clock = new MovableClock("2026-11-24T10:00:00-05:00[America/New_York]");

    private record Text(int series, int step, String channel, String subject, String body) {
        boolean message() {
            return channel.equals("voicemail") && step > 0;
        }
    }

    private Database open() {
        Database database = Database.open(folder.resolve("afterbeep.db"), clock, Runnable::run);
        database.transaction(new CadenceStore(database.sql(), clock)::first);
        return database;
    }

    private static List<Text> texts(Sql sql) {
        return sql.list("""
            SELECT series.position, step, channel, subject, body FROM script_version JOIN script ON script.id = script_id
              JOIN series ON series.id = series_id ORDER BY series.position, step, channel""",
            r -> new Text(r.integer("position"), r.integer("step"), r.text("channel"), r.text("subject"), r.text("body")));
    }

    @Test
    void bothSeriesHaveEveryTextOfTheCadence() {
        try (Database database = open()) {
            List<Text> texts = texts(database.sql());
            for (int series : List.of(1, 2)) {
                assertEquals("0 call_guide, 0 email, 0 voicemail, 1 email, 1 voicemail, 2 email, 2 voicemail, 3 call_guide, 4 email, 4 voicemail, 5 email, 5 voicemail",
                    texts.stream().filter(t -> t.series() == series).map(t -> t.step() + " " + t.channel()).collect(Collectors.joining(", ")));
            }
        }
    }

    @Test
    void everyMessageIsShortSaysWhoCallsAndPromisesButTheLast() {
        try (Database database = open()) {
            for (Text text : texts(database.sql()).stream().filter(Text::message).toList()) {
                for (Map<String, String> values : List.of(KNOWN, LEAST)) {
                    MergeText spoken = MergeText.of(text.body(), values);
                    String said = text.series() + "." + text.step() + ": " + spoken.text();
                    assertEquals(List.of(), spoken.missing(), said);
                    int millis = SpeechRules.millis(spoken.text());
                    assertTrue(millis < 20_000 && spoken.words() >= 40, millis + " ms for " + said);
                    assertTrue(spoken.text().indexOf("Northline") < 60, said);
                    assertEquals(text.step() != 5, said.contains("Thursday at 2:45"), said);
                    assertTrue(text.body().contains("{{company|"), "about them: " + said);
                }
            }
        }
    }

    /// What the standard pace means; the screen calls it 150 words a minute.
    @Test
    void aHundredAndFiftyOfTheirWordsTakeAMinute() {
        try (Database database = open()) {
            List<String> spoken = texts(database.sql()).stream().filter(Text::message)
                .flatMap(text -> Stream.of(KNOWN, LEAST).map(values -> MergeText.of(text.body(), values).text())).toList();
            int words = spoken.stream().mapToInt(text -> text.split("\\s+").length).sum();
            int millis = spoken.stream().mapToInt(SpeechRules::millis).sum();
            assertEquals(SpeechRules.STANDARD, words * 60_000.0 / millis, 2);
        }
    }

    @Test
    void nothingAsksForACallbackPitchesOrIsEmptyTalk() {
        List<String> never = List.of("call me", "call back", "get back to me", "return my call", "checking in", "touch base", "following up", "our product",
            "our solution", "demo", "discount", "schedule a", "if you're interested", "\u2014");
        try (Database database = open()) {
            for (Text text : texts(database.sql())) {
                String said = (text.subject() + " " + text.body()).toLowerCase(Locale.ROOT);
                never.forEach(phrase -> assertFalse(said.contains(phrase), phrase + " in " + said));
            }
        }
    }

    @Test
    void noTextRepeatsAnother() {
        try (Database database = open()) {
            List<Text> texts = texts(database.sql()).stream().filter(t -> t.step() > 0).toList();
            for (Text one : texts) {
                for (Text other : texts) {
                    if (one != other && one.channel().equals(other.channel())) {
                        Set<String> shared = runs(one.body());
                        shared.retainAll(runs(other.body()));
                        assertEquals(Set.of(), shared, one.series() + "." + one.step() + " and " + other.series() + "." + other.step());
                    }
                }
            }
        }
    }

    /// Every five words in a row, merge fields left out: what two messages may share is a greeting.
    private static Set<String> runs(String body) {
        List<String> words = Arrays.stream(body.replaceAll("\\{\\{[^}]*}}", " # ").toLowerCase(Locale.ROOT).split("[^a-z'#]+")).filter(w -> !w.isEmpty()).toList();
        return java.util.stream.IntStream.range(0, Math.max(0, words.size() - 4)).mapToObj(i -> words.subList(i, i + 5))
            .filter(run -> run.stream().noneMatch(w -> w.equals("#"))).map(run -> String.join(" ", run)).collect(Collectors.toSet());
    }

    @Test
    void theOpeningLineFitsIntoEveryMessageAndEmail() {
        try (Database database = open()) {
            List<Text> texts = texts(database.sql());
            for (Text line : texts.stream().filter(t -> t.step() == 0 && t.channel().equals("voicemail")).toList()) {
                assertTrue(MergeText.of(line.body(), KNOWN).words() <= 15, line.body());
                List<String> spoken = new ArrayList<>();
                texts.stream().filter(t -> t.series() == line.series() && t.message())
                    .forEach(t -> spoken.add(MergeText.of(OpeningRules.spoken(t.body(), line.body()), KNOWN).text()));
                spoken.forEach(said -> assertTrue(said.indexOf("yesterday at 10:15") < 110 && said.indexOf("yesterday") > said.indexOf("Northline"), said));
            }
        }
    }

    @Test
    void aFileOfVersionOneGetsWhatItLacksOnceAndKeepsItsOwnTexts() throws IOException {
        OldFile.take(1, folder);
        List<Text> before;
        try (Database database = Database.open(folder.resolve("afterbeep.db"), clock, Runnable::run)) {
            before = texts(database.sql());
        }
        List<Text> after;
        try (Database database = open()) {
            after = texts(database.sql());
            assertEquals(List.of(), database.check());
            assertEquals(2L, new CadenceStore(database.sql(), clock).next(1).seriesId());
        }
        assertEquals(10, before.size());
        assertEquals(24, after.size());
        assertTrue(after.containsAll(before));
        try (Database again = open()) {
            assertEquals(after, texts(again.sql()));
        }
    }
}
