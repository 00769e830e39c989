package app.afterbeep.studio;

import app.afterbeep.coach.Draft;
import app.afterbeep.scripts.Script;
import java.util.List;

/// A text of a series as the editor opens it, with what has to be known beside it.
///
/// @param last   the last message of its series: it promises no next call
/// @param used   how often this version was spoken or sent
/// @param series the other messages of its channel in the series
/// @param thread the email that this one answers; null when it begins a thread or is no email
record EditorText(Script script, boolean last, long used, List<Draft.Message> series, @org.jspecify.annotations.Nullable Thread thread) {
    EditorText {
        series = List.copyOf(series);
    }

    /// An email that is answered.
    ///
    /// @param ordinal which step of the cadence it belongs to, from 1
    record Thread(String subject, int ordinal) {}

    boolean email() {
        return script.channel() == Script.Channel.EMAIL;
    }

    /// As its tab says it.
    String tab() {
        String kind = switch (script.channel()) {
            case VOICEMAIL -> script.step() == 0 ? "Owning a missed promise" : "Voicemail";
            case EMAIL -> script.step() == 0 ? "After a conversation" : "Email";
            case CALL_GUIDE -> script.step() == 0 ? "If they call" : "If they answer";
        };
        return script.variant() == 1 ? kind : kind + " " + script.variant();
    }

    /// "version 3, spoken 41 times".
    String versionWords() {
        String what = email() ? "sent" : "spoken";
        String times = script.channel() == Script.Channel.CALL_GUIDE ? "" : used == 0 ? ", not " + what + " yet" : ", " + what + (used == 1 ? " once"
            : used == 2 ? " twice" : " " + used + " times");
        return "version " + script.version() + times;
    }
}
