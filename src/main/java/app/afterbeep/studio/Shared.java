package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence.Step;
import java.util.List;

/// Cadences with their series and texts as one rep shares them with another: without prospects, lists and what was heard.
///
/// @param snippets those for all lists
public record Shared(List<Plan> cadences, List<Snippet> snippets) {
    public Shared {
        cadences = List.copyOf(cadences);
        snippets = List.copyOf(snippets);
    }

    /// A cadence.
    ///
    /// @param steps  numbered from 1 in their order, at least one of them on
    /// @param series at least one
    public record Plan(String name, int restFrom, int restTo, List<Step> steps, List<Part> series) {
        public Plan {
            steps = List.copyOf(steps);
            series = List.copyOf(series);
        }
    }

    /// A series.
    ///
    /// @param next  the name of the one after the rest, which is in the file too; "" for the same again
    /// @param texts by step; of several for one step and channel the first is offered first
    public record Part(String name, String next, List<SeriesDraft.Text> texts) {
        public Part {
            texts = List.copyOf(texts);
        }
    }

    /// How many series there are.
    public int count() {
        return cadences.stream().mapToInt(plan -> plan.series().size()).sum();
    }
}
