package app.afterbeep.rehearse;

import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script;
import java.util.List;

/// A series that is being rehearsed.
///
/// @param timed so many messages were timed so far, called or rehearsed
public record Rehearsal(String series, List<Part> parts, Pace pace, int timed) {
    /// So often each message is spoken.
    public static final int TAKES = 3;

    public Rehearsal {
        parts = List.copyOf(parts);
    }

    /// One message of it.
    ///
    /// @param place    "Voicemail 2 of 5"
    /// @param text     with the values of nobody real
    /// @param estimate in seconds, at the rep's pace
    /// @param takes    how long it took in this sitting, in seconds, in the order in which it was spoken
    public record Part(String place, Script script, MergeText text, int estimate, List<Integer> takes) {
        public Part {
            takes = List.copyOf(takes);
        }

        public boolean done() {
            return takes.size() >= TAKES;
        }

        /// The average of the takes beside the estimate: "2 s more than estimated"; "" before the first.
        public String difference() {
            if (takes.isEmpty()) {
                return "";
            }
            long more = Math.round(takes.stream().mapToInt(Integer::intValue).average().orElse(0)) - estimate;
            return more == 0 ? "as estimated" : Math.abs(more) + " s " + (more > 0 ? "more" : "less") + " than estimated";
        }
    }
}
