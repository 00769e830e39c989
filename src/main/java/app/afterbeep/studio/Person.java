package app.afterbeep.studio;

import app.afterbeep.coach.Draft;
import app.afterbeep.scripts.ScriptStore;
import java.util.List;
import java.util.Map;

/// Whom a text is shown for.
///
/// @param id     0 for somebody made up, while there is nobody in the lists
/// @param values of all merge fields, those of the next call too
/// @param heard  what they have heard before
record Person(long id, String name, String email, Map<String, String> values, List<ScriptStore.Heard> heard) {
    Person {
        values = Map.copyOf(values);
        heard = List.copyOf(heard);
    }

    /// What a text must not repeat. Not its own earlier versions: whoever has heard one is not offered it again, and the rep may mend a text
    /// that somebody knows.
    List<Draft.Message> heardBeside(long scriptId) {
        return heard.stream().filter(message -> message.scriptId() != scriptId).map(message -> new Draft.Message(message.name(), message.body())).toList();
    }
}
