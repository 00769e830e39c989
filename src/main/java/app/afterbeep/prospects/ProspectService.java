package app.afterbeep.prospects;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// What the rep looks up about prospects. On the database thread.
public final class ProspectService {
    /// Nobody reads further down: more words find sooner.
    public static final int LIMIT = 200;
    /// So far it is counted how many there are: a letter that a million names have is counted for longer than a caller waits.
    public static final int COUNTED = 5_000;

    private final ProspectStore prospects;
    private final BiFunction<Long, ZoneId, List<Touch>> history;

    /// @param history all touches of a prospect, with the times in a zone
    public ProspectService(ProspectStore prospects, BiFunction<Long, ZoneId, List<Touch>> history) {
        this.prospects = prospects;
        this.history = history;
    }

    /// What a search found.
    ///
    /// @param rows  the first [#LIMIT]
    /// @param found how many there are in all, [#COUNTED] for so many or more
    public record Found(String query, List<Summary> rows, long found) {}

    /// @param query words or a number as the rep types them; "" for all
    public Found search(String query) {
        List<Summary> rows = prospects.search().find(query, LIMIT);
        return new Found(query, rows, rows.size() < LIMIT ? rows.size() : prospects.search().count(query, COUNTED));
    }

    /// All about one person.
    ///
    /// @param attempt which of the steps that are on comes next, from 1
    public record Person(Prospect prospect, int attempt, List<Touch> touches) {}

    /// Who was merged is shown as the one who stands for them.
    public Optional<Person> person(long asked) {
        long id = prospects.survivor(asked);
        return prospects.find(id).map(prospect -> new Person(prospect, prospects.nextStep(id),
            Stream.concat(history.apply(id, prospect.place().zone()).stream(), prospects.origins(id).stream())
                .sorted(Comparator.comparing(Touch::at).reversed()).toList()));
    }
}
