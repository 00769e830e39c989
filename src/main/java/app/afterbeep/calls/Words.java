package app.afterbeep.calls;

import app.afterbeep.coach.Draft;
import app.afterbeep.scripts.Script;
import app.afterbeep.scripts.ScriptStore;
import java.util.List;
import java.util.Optional;

/// What can be said and written in this attempt, and which of it was chosen. Immutable.
///
/// @param messages what can be left, the first is offered first. Where the step's own messages were all heard: unheard ones of other steps, none of
///                 which is offered before the rep asks for one
/// @param chosen   which of them is left; negative for a call without a message
/// @param heardAll the step's own messages were all heard
/// @param guide    what to say if somebody answers
/// @param opening  the line that owns the promise that was missed; empty when none was
/// @param owns     the message and its email say that line
/// @param heard    what this person has heard, the latest first
/// @param series   all messages of the series, as the coach compares them
public record Words(List<Message> messages, int chosen, boolean heardAll, Optional<Script> guide, Optional<Script> opening, boolean owns,
                    List<ScriptStore.Heard> heard, List<Draft.Message> series) {
    public Words {
        messages = List.copyOf(messages);
        heard = List.copyOf(heard);
        series = List.copyOf(series);
    }

    /// The message that is left; empty for a call without one.
    public Optional<Message> message() {
        return chosen < 0 ? Optional.empty() : Optional.of(messages.get(chosen));
    }

    /// The line that is spoken for the missed promise; empty when there is none or the rep leaves it out.
    public Optional<Script> owned() {
        return opening.filter(line -> owns);
    }

    /// There is something else to choose.
    public boolean choice() {
        return messages.size() > (heardAll ? 0 : 1);
    }

    /// The next of the messages; where none of them is the step's own, after the last one none again.
    Words other() {
        return !choice() ? this : choosing(chosen + 1 < messages.size() ? chosen + 1 : heardAll ? -1 : 0);
    }

    Words choosing(int message) {
        return new Words(messages, message, heardAll, guide, opening, owns, heard, series);
    }

    Words owning(boolean yes) {
        return new Words(messages, chosen, heardAll, guide, opening, yes, heard, series);
    }

    /// With what the rep chose in an earlier drawing of the same prospect's card, as far as it is still there.
    Words like(Words before) {
        Words owning = before.opening.equals(opening) ? owning(before.owns) : this;
        if (before.chosen < 0) {
            return heardAll ? owning.choosing(-1) : owning;
        }
        long script = before.messages.get(before.chosen).script().scriptId();
        int same = messages.stream().map(message -> message.script().scriptId()).toList().indexOf(script);
        return same < 0 ? owning : owning.choosing(same);
    }
}
