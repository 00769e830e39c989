package app.afterbeep.bench;

import app.afterbeep.coach.Coach;
import app.afterbeep.coach.Draft;
import app.afterbeep.coach.Limits;
import app.afterbeep.db.Sql;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script.Channel;
import app.afterbeep.settings.Settings;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Measures how long the coach takes: one voicemail as on every keystroke, a series of five messages and five emails, each against
/// the others and ten that somebody has heard, and a text of 20,000 characters.
public final class CoachBench {
    private static final int WARM = 500;
    private static final int TIMES = 2_000;
    private static final int MESSAGES = 5;
    private static final int LONG = 20_000;
    private static final Map<String, String> VALUES = Map.of("first_name", "Marisol", "company", "Halden Cold Storage", "my_name", "Dana Reyes",
        "my_company", "Northline", "callback_day", "Thursday", "callback_time", "2:45", "last_message_day", "Tuesday");

    private CoachBench() {}

    private record Text(Channel channel, String subject, String body) {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("afterbeep-bench");
        List<Text> all;
        try (Desk desk = new Desk(folder, new MovableClock("2026-11-24T12:00:00-05:00[America/New_York]"))) {
            all = texts(desk.database.sql());
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> file.toFile().delete());
            }
            Files.delete(folder);
        }
        List<Draft> series = Stream.of(Channel.VOICEMAIL, Channel.EMAIL).flatMap(channel -> drafts(all, channel).stream()).toList();
        String words = all.stream().map(Text::body).collect(Collectors.joining(" ")).repeat(4);
        Draft big = draft(new Text(Channel.VOICEMAIL, "", words.substring(0, LONG)), series.getFirst().series(), series.getFirst().heard());
        System.out.println("p50 / p99 in ms");
        print("one voicemail", List.of(series.getFirst()));
        print("a series, " + series.size() + " texts", series);
        print("20,000 characters", List.of(big));
    }

    private static void print(String what, List<Draft> drafts) {
        Samples samples = new Samples();
        for (int i = 0; i < WARM + TIMES; i++) {
            if (i < WARM) {
                read(drafts);
            } else {
                samples.time(() -> read(drafts));
            }
        }
        System.out.println("%-20s | %s".formatted(what, samples));
    }

    private static int read(List<Draft> drafts) {
        return drafts.stream().mapToInt(draft -> Coach.read(draft).size()).sum();
    }

    private static List<Draft> drafts(List<Text> all, Channel channel) {
        List<Text> texts = all.stream().filter(t -> t.channel() == channel).limit(MESSAGES).toList();
        List<Draft.Message> messages = all.stream().map(t -> new Draft.Message(t.body().substring(0, 20), t.body())).toList();
        return texts.stream().map(text -> draft(text,
            texts.stream().filter(t -> t != text).map(t -> new Draft.Message(t.body().substring(0, 20), t.body())).toList(),
            messages.reversed().subList(0, 2 * MESSAGES))).toList();
    }

    private static Draft draft(Text text, List<Draft.Message> series, List<Draft.Message> heard) {
        return new Draft(text.channel(), false, text.subject(), text.body(), series, heard, VALUES, MergeField.names(), new Pace(150, false),
            Limits.of(Settings.initial()));
    }

    private static List<Text> texts(Sql sql) {
        return sql.list("SELECT channel, subject, body FROM script_version JOIN script ON script.id = script_id WHERE step > 0 ORDER BY script.id",
            r -> new Text(Channel.valueOf(r.text("channel").toUpperCase(Locale.ROOT)), r.text("subject"), r.text("body")));
    }
}
