package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Fix;
import app.afterbeep.coach.Finding.Part;
import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.Script.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// A draft read once, for all rules.
record Reading(Draft draft, Passage subject, Passage body) {
    /// What says something of the prospect; a name alone does not.
    private static final Set<String> ABOUT = Set.of("company", "title", "city", "state", "zip", "country");

    static Reading of(Draft draft) {
        boolean lines = draft.channel() != Channel.VOICEMAIL;
        return new Reading(draft, new Passage(draft.channel() == Channel.EMAIL ? draft.subject() : "", draft.values(), true),
            new Passage(draft.body(), draft.values(), lines));
    }

    boolean voicemail() {
        return draft.channel() == Channel.VOICEMAIL;
    }

    boolean email() {
        return draft.channel() == Channel.EMAIL;
    }

    /// A field of the prospect that says more than a name: the company, the city, or a column of the rep's own list.
    static boolean aboutThem(Token token) {
        return token.isField() && (ABOUT.contains(token.field()) || !MergeField.names().contains(token.field()));
    }

    /// What `find` has to say about each sentence, of the subject too.
    List<Finding> eachSentence(BiFunction<Where, Passage.Sentence, Optional<Finding>> find) {
        return List.of(new Where(Part.SUBJECT, subject), new Where(Part.BODY, body)).stream()
            .flatMap(where -> where.passage().sentences().stream().flatMap(s -> find.apply(where, s).stream())).toList();
    }

    /// One of the two texts of a draft.
    record Where(Part part, Passage passage) {
        Finding finding(String rule, Severity severity, int firstToken, int lastToken, String title, String sentence, Optional<Fix> fix) {
            return new Finding(rule, severity, part, passage.tokens().get(firstToken).from(), passage.tokens().get(lastToken).to(), title,
                sentence, fix);
        }
    }

    /// A finding about the whole body.
    static Finding whole(String rule, Severity severity, String title, String sentence, Optional<Fix> fix) {
        return new Finding(rule, severity, Part.BODY, 0, 0, title, sentence, fix);
    }

    /// As [#whole], with a text that is put in at `at`.
    static Fix insert(String label, int at, String text) {
        return new Fix(label, at, at, text);
    }

    Map<String, String> values() {
        return draft.values();
    }
}
