package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.coach.Coach;
import app.afterbeep.coach.Draft;
import app.afterbeep.coach.Finding;
import app.afterbeep.coach.Limits;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.studio.BuilderAnswers.Question;
import app.afterbeep.studio.SeriesDraft.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The builder: answers, the series that they give, and what the rep changes in it. Nothing gets into the file before [#use]. On the FX thread.
public final class BuilderViewModel {
    private final Supplier<Settings> settings;
    private final Consumer<Use> used;
    private BuilderAnswers answers = BuilderAnswers.NONE;
    private String pasted = "";
    private int variant;
    private final Map<Key, Text> edits = new HashMap<>();
    private final ReadOnlyObjectWrapper<Preview> preview;

    /// Which text of the series.
    public record Key(int step, Script.Channel channel) {
        static Key of(Text text) {
            return new Key(text.step(), text.channel());
        }
    }

    /// A text with what there is to say about it.
    ///
    /// @param edited  by the rep: another draft leaves it as it is
    /// @param seconds that it takes to say; 0 for an email
    /// @param findings errors, warnings and hints of the coach
    public record Line(Text text, boolean edited, int seconds, List<Finding> findings) {}

    /// All of it, as it would be used.
    ///
    /// @param problems what keeps the draft from being used, by question
    /// @param said     how an answer is put, by question
    /// @param left     what became of the parts of the pasted script that are not spoken as they stood
    public record Preview(BuilderAnswers answers, SeriesDraft draft, List<Line> lines, Map<Question, String> problems, Map<Question, String> said,
                          List<String> left) {
        public boolean usable() {
            return problems.isEmpty();
        }

        /// How many findings that must not be spoken or sent so.
        public long errors() {
            return lines.stream().flatMap(line -> line.findings().stream()).filter(finding -> finding.severity() == Finding.Severity.ERROR).count();
        }
    }

    /// What the rep decided on.
    public record Use(SeriesDraft draft, BuilderAnswers answers) {}

    /// @param used writes the series into the file, and the answers into the settings where they are still empty
    public BuilderViewModel(Supplier<Settings> settings, Consumer<Use> used) {
        this.settings = settings;
        this.used = used;
        preview = new ReadOnlyObjectWrapper<>(draft());
    }

    public ReadOnlyObjectProperty<Preview> preview() {
        return preview.getReadOnlyProperty();
    }

    /// Answers what the settings know; what was begun before stays.
    public void begin() {
        Settings known = settings.get();
        answers = answers.or(new BuilderAnswers(known.text(Setting.MY_NAME), known.text(Setting.MY_COMPANY), "", known.text(Setting.MY_PROBLEM),
            known.text(Setting.MY_RESULT)));
        show();
    }

    public void answer(Question question, String text) {
        if (!text.equals(answers.answer(question))) {
            answers = answers.with(question, text);
            show();
        }
    }

    /// Another draft from the same answers; what the rep has edited stays.
    public void again() {
        variant++;
        show();
    }

    /// Starts from a script that the rep has used so far; "" takes it out again. What it answers fills the questions that are still empty.
    public void paste(String script) {
        if (!script.equals(pasted)) {
            pasted = script;
            answers = script.isBlank() ? answers : BuilderPasteRules.read(script, answers).answers();
            show();
        }
    }

    public void edit(Key key, String subject, String body) {
        Line line = line(key);
        if (!line.text().subject().equals(subject) || !line.text().body().equals(body)) {
            edits.put(key, new Text(key.step(), key.channel(), line.text().name(), subject, body));
            show();
        }
    }

    /// Back to the drafted text.
    public void revert(Key key) {
        edits.remove(key);
        show();
    }

    /// Does what a finding offers.
    public void fix(Key key, Finding finding) {
        finding.fix().ifPresent(fix -> {
            Text text = line(key).text();
            boolean subject = finding.part() == Finding.Part.SUBJECT;
            String old = subject ? text.subject() : text.body();
            if (fix.to() <= old.length()) {
                String mended = old.substring(0, fix.from()) + fix.replacement() + old.substring(fix.to());
                edit(key, subject ? mended : text.subject(), subject ? text.body() : mended);
            }
        });
    }

    /// Hands the series over and begins anew.
    ///
    /// @return whether there was one to hand over
    public boolean use() {
        Preview now = preview.get();
        if (!now.usable()) {
            return false;
        }
        answers = BuilderAnswers.NONE;
        pasted = "";
        variant = 0;
        edits.clear();
        show();
        used.accept(new Use(now.draft(), now.answers()));
        return true;
    }

    private Line line(Key key) {
        return preview.get().lines().stream().filter(line -> Key.of(line.text()).equals(key)).findFirst().orElseThrow();
    }

    private void show() {
        preview.set(draft());
    }

    private Preview draft() {
        BuilderPasteRules.Read read = BuilderPasteRules.read(pasted, answers);
        SeriesDraft drafted = BuilderRules.draft(answers, variant, read.own());
        List<Text> texts = drafted.texts().stream().map(text -> edits.getOrDefault(Key.of(text), text)).toList();
        SeriesDraft draft = new SeriesDraft(drafted.name(), drafted.steps(), drafted.restFrom(), drafted.restTo(), texts);
        Map<Question, String> said = new HashMap<>();
        for (Question question : Question.values()) {
            BuilderRules.said(question, answers).ifPresent(words -> said.put(question, words));
        }
        return new Preview(answers, draft, lines(draft), BuilderRules.problems(answers), said, read.left());
    }

    private List<Line> lines(SeriesDraft draft) {
        Settings now = settings.get();
        Pace pace = Pace.learned(List.of(), now.number(Setting.WORDS_PER_MINUTE));
        Limits limits = Limits.of(now);
        Map<String, String> values = BuilderRules.sample(answers);
        List<Line> lines = new ArrayList<>();
        for (Text text : draft.texts()) {
            int seconds = text.channel() == Script.Channel.VOICEMAIL ? pace.seconds(MergeText.of(text.body(), values).text()) : 0;
            lines.add(new Line(text, edits.containsKey(Key.of(text)), seconds, findings(draft, text, values, pace, limits)));
        }
        return List.copyOf(lines);
    }

    /// What the coach finds in one text of the series, good marks left out. The line that owns a missed promise stands inside a message and is
    /// none itself.
    static List<Finding> findings(SeriesDraft draft, Text text, Map<String, String> values, Pace pace, Limits limits) {
        if (text.step() == 0 && text.channel() == Script.Channel.VOICEMAIL) {
            return List.of();
        }
        List<Draft.Message> others = draft.texts().stream().filter(other -> other != text && other.channel() == text.channel() && other.step() > 0)
            .map(other -> new Draft.Message(other.name(), other.body())).toList();
        Set<String> fields = new HashSet<>(MergeField.names());
        fields.addAll(Set.of("missed_day", "missed_time"));
        boolean last = text.step() == 0 || draft.steps().get(text.step() - 1).kind() == Cadence.Kind.LAST_VOICEMAIL;
        return Coach.read(new Draft(text.channel(), last, text.subject(), text.body(), others, List.of(), values, fields, pace, limits)).stream()
            .filter(finding -> finding.severity() != Finding.Severity.GOOD).collect(Collectors.toUnmodifiableList());
    }
}
