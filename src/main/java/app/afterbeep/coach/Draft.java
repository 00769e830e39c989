package app.afterbeep.coach;

import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A text as it is being written, with what the coach has to know beside it.
///
/// @param channel voicemail, email or call guide
/// @param last    the last message of its series: it promises no next call
/// @param subject of an email; else ""
/// @param body    with its merge fields
/// @param series  the other messages of the same channel in the series
/// @param heard   what the prospect of the preview has heard before, in any series
/// @param values  the merge values of the prospect of the preview: what is spoken is measured with them
/// @param fields  the names of all merge fields that somebody could have a value for; others are unknown
public record Draft(Script.Channel channel, boolean last, String subject, String body, List<Message> series, List<Message> heard,
                    Map<String, String> values, Set<String> fields, Pace pace, Limits limits) {
    public Draft {
        series = List.copyOf(series);
        heard = List.copyOf(heard);
        values = Map.copyOf(values);
        fields = Set.copyOf(fields);
    }

    /// Another message, by its name: what is said must not repeat it.
    public record Message(String name, String body) {}
}
