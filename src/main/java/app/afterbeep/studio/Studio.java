package app.afterbeep.studio;

import app.afterbeep.scripts.Pace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that the Scripts screen shows.
///
/// @param series  at least one, in the order in which they were made
/// @param samples values for the merge fields, of a prospect who does not exist
public record Studio(List<StudioSeries> series, List<StudioList> lists, List<Snippet> snippets, Pace pace, Map<String, String> samples) {
    public Studio {
        series = List.copyOf(series);
        lists = List.copyOf(lists);
        snippets = List.copyOf(snippets);
        samples = Map.copyOf(samples);
    }

    public Optional<StudioSeries> find(long seriesId) {
        return series.stream().filter(one -> one.id() == seriesId).findFirst();
    }
}
