package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.scripts.Script;
import java.util.List;

/// A cadence and its series as they are proposed: nothing of it is in the file yet.
///
/// @param name     of the series
/// @param steps    at least one; a step's position is its index plus one
/// @param restFrom shortest rest after the last voicemail, in days
/// @param restTo   longest rest, in days, not under restFrom
/// @param texts    in the order of the steps, those of step 0 last; at most one per step and channel
public record SeriesDraft(String name, List<Cadence.Step> steps, int restFrom, int restTo, List<Text> texts) {
    public SeriesDraft {
        steps = List.copyOf(steps);
        texts = List.copyOf(texts);
        if (steps.isEmpty() || restTo < restFrom) {
            throw new IllegalArgumentException("a series has steps and a rest");
        }
    }

    /// One text of the series.
    ///
    /// @param step    the position that it belongs to; 0 for the email after a conversation (email), what to say to somebody who
    ///                calls (call guide) and the line that owns a missed promise (voicemail)
    /// @param name    a few words for its idea
    /// @param subject of an email; else ""
    /// @param body    with its merge fields
    public record Text(int step, Script.Channel channel, String name, String subject, String body) {}
}
