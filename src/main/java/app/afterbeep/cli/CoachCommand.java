package app.afterbeep.cli;

import app.afterbeep.coach.Coach;
import app.afterbeep.coach.Draft;
import app.afterbeep.coach.Finding;
import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.coach.Limits;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script.Channel;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What the coach finds in files, one finding a line. Measured at the pace and with the thresholds that the program starts with, and
/// with typical values, so that every machine says the same.
@Command(name = "coach", mixinStandardHelpOptions = true, versionProvider = Cli.Version.class,
    description = {"Reads scripts and says what to mend: FILE:LINE:COLUMN: severity rule: sentence.",
        "Exit code 1 if anything is an error, 2 if a file can't be read.", "",
        "A FILE is plain text: a voicemail, or several with a line --- between them, which are compared. A first line \"# Name\" names a message; "
            + "with the word last in it, it is the last of its series. A line \"Subject: ...\" makes it an email. Or it is a series as JSON.", ""})
final class CoachCommand implements Callable<Integer> {
    private static final Map<String, String> TYPICAL = Map.ofEntries(Map.entry("first_name", "Marisol"), Map.entry("last_name", "Whitfield"),
        Map.entry("full_name", "Marisol Whitfield"), Map.entry("company", "Halden Cold Storage"), Map.entry("title", "Operations Manager"),
        Map.entry("city", "Philadelphia"), Map.entry("state", "Pennsylvania"), Map.entry("zip", "19147"), Map.entry("country", "United States"),
        Map.entry("email", "marisol@example.com"), Map.entry("my_name", "Dana Reyes"), Map.entry("my_company", "Northline"),
        Map.entry("my_phone", "+1 215 555 0142"), Map.entry("my_problem", "trucks waiting at the dock"),
        Map.entry("my_result", "turned trucks around eleven minutes faster"), Map.entry("callback_day", "Thursday"),
            Map.entry("callback_time", "2:45"),
        Map.entry("last_message_day", "Tuesday"));

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The scripts.")
    private List<Path> files = List.of();
    @Option(names = "--field", paramLabel = "NAME", description = "A column of your own lists that scripts may use as {{NAME}}.")
    private List<String> columns = List.of();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// What a finding is about, in the file.
    private record Line(ScriptFile.Place place, Finding finding) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        long errors = 0;
        List<String> unread = new ArrayList<>();
        for (Path file : files) {
            try {
                ScriptFile scripts = ScriptFile.read(file);
                List<Line> lines = scripts.texts().stream().flatMap(text -> Coach.read(draft(text, scripts.texts())).stream()
                        .filter(f -> f.severity() != Severity.GOOD).map(f -> new Line(scripts.place(at(text, f)), f)))
                    .sorted(Comparator.comparingInt((Line l) -> l.place().line()).thenComparingInt(l -> l.place().column())).toList();
                lines.forEach(line -> out.println(file + ":" + line.place().line() + ":" + line.place().column()
                    + ": " + line.finding().severity() + " "
                    + line.finding().rule() + ": " + line.finding().title() + ". " + line.finding().sentence()));
                errors += lines.stream().filter(line -> line.finding().severity() == Severity.ERROR).count();
            } catch (AppException e) {
                unread.add(String.valueOf(e.getMessage()));
            }
        }
        out.flush();
        if (!unread.isEmpty() || errors > 0) {
            spec.commandLine().getErr().println("afterbeep: " + (!unread.isEmpty() ? String.join(" ", unread)
                : errors == 1 ? "1 finding is an error: mend it." : errors + " findings are errors: mend them."));
        }
        return !unread.isEmpty() ? 2 : errors > 0 ? 1 : 0;
    }

    private static int at(ScriptFile.Text text, Finding finding) {
        return (finding.part() == Finding.Part.SUBJECT ? text.subjectAt() : text.bodyAt()).applyAsInt(finding.from());
    }

    private Draft draft(ScriptFile.Text text, List<ScriptFile.Text> all) {
        List<Draft.Message> others = all.stream().filter(t -> t != text && t.series() == text.series() && t.channel() == text.channel()
            && text.channel() != Channel.CALL_GUIDE).map(t -> new Draft.Message(t.name(), t.body())).toList();
        Map<String, String> values = new HashMap<>(TYPICAL);
        columns.forEach(column -> values.put(column, column.replace('_', ' ')));
        Set<String> fields = new HashSet<>(MergeField.names());
        fields.addAll(columns);
        Settings settings = Settings.initial();
        return new Draft(text.channel(), text.last(), text.subject(), text.body(), others, List.of(), values, fields,
            new Pace(settings.number(Setting.WORDS_PER_MINUTE), false), Limits.of(settings));
    }
}
