package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.coach.Draft;
import app.afterbeep.scripts.Script;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text of a series as the editor opens it, with what has to be known beside it.
///
/// @param last   the last message of its series: it promises no next call
/// @param uses   how often this version was spoken or queued
/// @param series the other messages of its channel in the series
/// @param thread the email that this one answers; null when it begins a thread or is no email
record EditorText(Script script, boolean last, int uses, List<Draft.Message> series, @Nullable Thread thread) {
    EditorText {
        series = List.copyOf(series);
    }

    /// An email that is answered.
    ///
    /// @param ordinal which step of the cadence it belongs to, from 1
    record Thread(String subject, int ordinal) {}

    /// Those of the chosen step: messages first, then emails, then what to say live.
    static List<EditorText> of(Selection chosen) {
        Cadence cadence = chosen.series().cadence();
        boolean last = chosen.step() != null && chosen.step().kind() == Cadence.Kind.LAST_VOICEMAIL;
        return Stream.of(Script.Channel.values()).flatMap(channel -> chosen.texts().stream().filter(text -> text.script().channel() == channel))
            .map(text -> new EditorText(text.script(), last, text.uses(), others(chosen, text.script(), cadence),
                text.script().channel() == Script.Channel.EMAIL ? thread(chosen, cadence) : null)).toList();
    }

    /// Of the steps that are on; another variant of the same step is heard instead of this one.
    private static List<Draft.Message> others(Selection chosen, Script script, Cadence cadence) {
        return chosen.others().stream().filter(StudioText::written).map(StudioText::script)
            .filter(other -> other.channel() == script.channel() && cadence.steps().stream().anyMatch(step -> step.number() == other.step()))
            .map(other -> new Draft.Message(other.name(), other.body())).toList();
    }

    /// A follow-up answers the first email of its series.
    private static @Nullable Thread thread(Selection chosen, Cadence cadence) {
        for (Cadence.Step step : cadence.steps()) {
            if (step.number() == chosen.number()) {
                return null;
            }
            Optional<StudioText> first = chosen.others().stream().filter(StudioText::written)
                .filter(text -> text.script().step() == step.number() && text.script().channel() == Script.Channel.EMAIL).findFirst();
            if (first.isPresent()) {
                return new Thread(first.get().script().subject(), cadence.ordinal(step.number()));
            }
        }
        return null;
    }

    boolean email() {
        return script.channel() == Script.Channel.EMAIL;
    }

    /// As its tab says it.
    String tab() {
        String kind = switch (script.channel()) {
            case VOICEMAIL -> script.step() == 0 ? "Missed promise" : "Voicemail";
            case EMAIL -> script.step() == 0 ? "After a talk" : "Email";
            case CALL_GUIDE -> script.step() == 0 ? "If they call" : "If they answer";
        };
        return script.variant() == 1 ? kind : kind + " " + script.variant();
    }

    /// "v3, spoken 41 times".
    String versionWords() {
        String what = email() ? "queued" : "spoken";
        String times = script.channel() == Script.Channel.CALL_GUIDE ? "" : uses == 0 ? ", not " + what + " yet"
            : ", " + what + (uses == 1 ? " once" : uses == 2 ? " twice" : " " + uses + " times");
        return "v" + script.version() + times;
    }
}
