package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script.Channel;
import app.afterbeep.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The voicemails of `corpus.txt`, with what each must get. Its main method prints precision and recall of every rule.
public final class Corpus {
    static final Map<String, String> VALUES = Map.of("first_name", "Marisol", "company", "Halden Cold Storage", "my_name", "Dana Reyes",
        "my_company", "Northline", "my_phone", "+1 215 555 0142", "callback_day", "Thursday", "callback_time", "2:45", "last_message_day",
            "Tuesday",
        "my_problem", "trucks waiting at the dock", "my_result", "turned trucks around eleven minutes faster");
    private static final Pattern ENTRY = Pattern.compile("^## (\\d+) \\|([^|\\n]*)\\|([^|\\n]*)(?:\\|([^|\\n]*))?(?:\\| beside ([\\d ]+))?\\n(.*?)(?=\\n\\n## |\\s*\\z)",
        Pattern.MULTILINE | Pattern.DOTALL);

    private Corpus() {}

    record Entry(int number, String trade, Set<String> expected, boolean last, List<Integer> beside, String body) {
        boolean tuned() {
            return number % 2 == 0;
        }
    }

    /// How often a rule was right.
    record Score(int right, int tooMuch, int missed) {
        double precision() {
            return right + tooMuch == 0 ? 1 : right / (double) (right + tooMuch);
        }

        double recall() {
            return right + missed == 0 ? 1 : right / (double) (right + missed);
        }
    }

    static List<Entry> read() {
        try (InputStream in = Corpus.class.getResourceAsStream("corpus.txt")) {
            Matcher matcher = ENTRY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return matcher.results().map(m -> new Entry(Integer.parseInt(m.group(1)), m.group(2).strip(), words(m.group(3)),
                "last".equals(m.group(4) == null ? "" : m.group(4).strip()),
                words(m.group(5)).stream().map(Integer::valueOf).toList(), m.group(6))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String text) {
        return text == null || text.isBlank() ? Set.of() : new TreeSet<>(Arrays.asList(text.strip().split("\\s+")));
    }

    static Draft draft(Entry entry, List<Entry> all) {
        List<Draft.Message> series = entry.beside().stream().map(n -> all.get(n - 1)).map(e -> new Draft.Message(e.trade(), e.body())).toList();
        return new Draft(Channel.VOICEMAIL, entry.last(), "", entry.body(), series, List.of(), VALUES, MergeField.names(), new Pace(150, false),
            Limits.of(Settings.initial()));
    }

    /// The rules of the errors and warnings that the coach gives.
    static Set<String> given(Entry entry, List<Entry> all) {
        return Coach.read(draft(entry, all)).stream().filter(f -> f.severity() == Severity.ERROR
            || f.severity() == Severity.WARNING).map(Finding::rule)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /// By rule, for one half.
    static Map<String, Score> scores(boolean tuned) {
        List<Entry> all = read();
        Map<String, Score> scores = new TreeMap<>();
        for (Entry entry : all.stream().filter(e -> e.tuned() == tuned).toList()) {
            Set<String> given = given(entry, all);
            Set<String> either = new TreeSet<>(given);
            either.addAll(entry.expected());
            for (String rule : either) {
                boolean expected = entry.expected().contains(rule);
                boolean found = given.contains(rule);
                scores.merge(rule, new Score(expected && found ? 1 : 0, expected ? 0 : 1, found ? 0 : 1),
                    (a, b) -> new Score(a.right() + b.right(), a.tooMuch() + b.tooMuch(), a.missed() + b.missed()));
            }
        }
        return scores;
    }

    static Score sum(Map<String, Score> scores) {
        return scores.values().stream().reduce(new Score(0, 0, 0), (a, b) -> new Score(a.right() + b.right(), a.tooMuch() + b.tooMuch(),
            a.missed() + b.missed()));
    }

    public static void main(String[] args) {
        Map<String, Score> tuned = scores(true);
        Map<String, Score> held = scores(false);
        Set<String> rules = new TreeSet<>(tuned.keySet());
        rules.addAll(held.keySet());
        System.out.println("| rule | tuned: right, too much, missed | precision | recall | held out: right, too much, missed | precision | recall |");
        System.out.println("|---|---|---|---|---|---|---|");
        rules.forEach(rule -> System.out.println(row(rule, tuned.getOrDefault(rule, new Score(0, 0, 0)), held.getOrDefault(rule, new Score(0,
            0, 0)))));
        System.out.println(row("all", sum(tuned), sum(held)));
        List<Entry> all = read();
        boolean both = args.length > 0;
        all.stream().filter(e -> e.tuned() || both).filter(e -> !given(e, all).equals(e.expected()))
            .forEach(e -> System.out.println(e.number() + " " + e.trade() + ": must " + e.expected() + ", got " + given(e, all)));
    }

    private static String row(String rule, Score tuned, Score held) {
        return "| %s | %d, %d, %d | %.0f %% | %.0f %% | %d, %d, %d | %.0f %% | %.0f %% |".formatted(rule, tuned.right(), tuned.tooMuch(),
            tuned.missed(),
            100 * tuned.precision(), 100 * tuned.recall(), held.right(), held.tooMuch(), held.missed(), 100 * held.precision(),
                100 * held.recall());
    }
}
