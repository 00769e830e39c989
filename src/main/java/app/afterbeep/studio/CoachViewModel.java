package app.afterbeep.studio;

import app.afterbeep.coach.Coach;
import app.afterbeep.coach.Draft;
import app.afterbeep.coach.Finding;
import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.coach.Limits;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script;
import app.afterbeep.studio.FieldRules.Edited;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the coach says of the text that is being written, anew with every key: a reading takes less than a frame, so it happens at once and
/// the marks never lag behind the words. On the FX thread.
public final class CoachViewModel {
    private final Supplier<Limits> limits;
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);
    private final ReadOnlyIntegerWrapper held = new ReadOnlyIntegerWrapper(-1);
    private Set<String> fields = MergeField.names();
    private Set<String> keys = FieldRules.keys(fields);
    private Pace pace = new Pace(150, false);

    public CoachViewModel(Supplier<Limits> limits) {
        this.limits = limits;
    }

    /// @param findings errors first, then in the order of the text
    /// @param seconds  how long the message takes to say; 0 for what is not spoken into a mailbox
    record Said(List<Finding> findings, int seconds, Pace pace, Limits limits, String text) {
        static final Said NOTHING = new Said(List.of(), 0, new Pace(150, false), new Limits(20, 30, 15, 25, 60), "");

        /// Why nothing has to be mended; empty when something has.
        Optional<Finding> good() {
            return findings.stream().filter(finding -> finding.rule().equals("nothing-to-mend")).findFirst();
        }

        /// The number of the key that mends this finding, from 1; 0 when nothing does.
        int key(Finding finding) {
            return finding.fix().isEmpty() ? 0 : findings.stream().filter(f -> f.fix().isPresent()).toList().indexOf(finding) + 1;
        }

        /// The words that the finding is about; where it is about all of them none is marked.
        boolean marks(Finding finding) {
            return finding.severity() != Severity.GOOD && finding.to() > finding.from();
        }
    }

    /// Reads a few words, so that the first reading that somebody waits for is as fast as the next ones: the coach learns its word lists then. Any
    /// thread.
    static void warmUp() {
        Coach.read(new Draft(Script.Channel.VOICEMAIL, false, "", "Hi {{first_name|there}}, one idea. I'll call you {{callback_day}}.", List.of(), List.of(),
            Map.of(), MergeField.names(), Said.NOTHING.pace(), Said.NOTHING.limits()));
    }

    ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    /// Which of the findings is about the words that the caret stands in; -1 for none.
    ReadOnlyIntegerProperty held() {
        return held.getReadOnlyProperty();
    }

    void fields(List<FieldChoice> known) {
        fields = known.stream().map(FieldChoice::name).collect(Collectors.toUnmodifiableSet());
        keys = FieldRules.keys(fields);
    }

    /// Whether somebody could have a value for the field.
    boolean known(String field) {
        return keys.contains(MergeText.normal(field));
    }

    void pace(Pace measured) {
        pace = measured;
    }

    /// @param begun where the field begins that is just being chosen, which nothing is said of; -1 for none
    void read(EditorText text, String subject, String body, Person person, int begun) {
        Script.Channel channel = text.script().channel();
        Limits now = limits.get();
        // The line that owns a missed promise is part of a message and none of its own.
        boolean message = channel == Script.Channel.VOICEMAIL && text.script().step() > 0;
        if (channel == Script.Channel.VOICEMAIL && !message) {
            said.set(new Said(List.of(), 0, pace, now, body));
            return;
        }
        List<Finding> findings = Coach.read(new Draft(channel, text.last(), subject, body, text.series(), channel == Script.Channel.VOICEMAIL
            ? person.heardBeside(text.script().scriptId()) : List.of(), person.values(), fields, pace, now)).stream()
            .filter(finding -> begun < 0 || finding.part() != Finding.Part.BODY || finding.from() != begun || !finding.rule().equals("unresolved-field"))
            .sorted(Comparator.comparing(Finding::severity).thenComparing(f -> f.part()).thenComparingInt(f -> f.to() > f.from() ? f.from() : Integer.MAX_VALUE))
            .toList();
        int seconds = message && !body.isBlank() ? pace.seconds(MergeText.of(body, person.values()).text()) : 0;
        said.set(new Said(findings, seconds, pace, now, body));
    }

    /// There is no text.
    void nothing() {
        said.set(Said.NOTHING);
    }

    void caret(int caret) {
        List<Finding> findings = said.get().findings();
        int found = -1;
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (found < 0 && said.get().marks(finding) && finding.part() == Finding.Part.BODY && finding.from() <= caret && caret <= finding.to()) {
                found = i;
            }
        }
        held.set(found);
    }

    /// A text that was mended.
    ///
    /// @param subject what it is now when it was the subject that was mended, else null
    record Fixed(Edited body, @Nullable String subject) {}

    /// What stands there after the proposal of this number; empty when there is none.
    Optional<Fixed> fix(int number, Edited body, String subject) {
        return said.get().findings().stream().filter(finding -> finding.fix().isPresent()).skip(Math.max(0, number - 1L)).limit(Math.min(1, Math.max(0, number))).findFirst().map(finding -> {
            Finding.Fix fix = finding.fix().orElseThrow();
            if (finding.part() == Finding.Part.SUBJECT) {
                return new Fixed(body, replaced(subject, fix));
            }
            // Where the words were mended is where the eyes are.
            return new Fixed(new Edited(replaced(body.text(), fix), Math.clamp(fix.from(), 0, body.text().length()) + fix.replacement().length()), null);
        });
    }

    private static String replaced(String text, Finding.Fix fix) {
        int from = Math.clamp(fix.from(), 0, text.length());
        int to = Math.clamp(fix.to(), from, text.length());
        return text.substring(0, from) + fix.replacement() + text.substring(to);
    }
}
