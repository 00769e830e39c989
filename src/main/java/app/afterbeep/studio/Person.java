package app.afterbeep.studio;

import app.afterbeep.coach.Draft;
import java.util.List;
import java.util.Map;

/// Whom a text is shown for.
///
/// @param id     0 for somebody made up, while there is nobody in the lists
/// @param values of all merge fields, those of the next call too
/// @param heard  what they have heard before
record Person(long id, String name, String email, Map<String, String> values, List<Draft.Message> heard) {
    Person {
        values = Map.copyOf(values);
        heard = List.copyOf(heard);
    }
}
