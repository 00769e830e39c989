package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.scripts.Script;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A series as the Scripts screen shows it.
///
/// @param nextId    what is heard after the rest; null: the same again
/// @param shared    how many other series go through the same steps
/// @param texts     by step, channel and variant; those of step 0 first
/// @param lists     those whose prospects hear it first
/// @param underWay  prospects in the midst of it
/// @param nextSteps of the prospects in the midst of its cadence, in whatever series: how many wait at which step, by its number, whether it is on
///                  or not
public record StudioSeries(long id, String name, Cadence cadence, @Nullable Long nextId, int shared, List<StudioText> texts, List<StudioList> lists,
                           int underWay, Map<Integer, Integer> nextSteps) {
    public StudioSeries {
        texts = List.copyOf(texts);
        lists = List.copyOf(lists);
        nextSteps = Map.copyOf(nextSteps);
    }

    /// The steps that are shown, in their order: those that are on or switched off.
    public List<Cadence.Step> shown() {
        return cadence.plan().stream().filter(step -> step.state() != Cadence.State.REMOVED).toList();
    }

    /// The texts of a step; of 0 those that belong to none.
    public List<StudioText> texts(int step) {
        return texts.stream().filter(text -> text.script().step() == step).toList();
    }

    /// The message that is offered first at this step, if one is written.
    public Optional<StudioText> message(int step) {
        return texts(step).stream().filter(text -> text.script().channel() == Script.Channel.VOICEMAIL && text.written()).findFirst();
    }

    /// How many prospects in the midst of the cadence have this step still before them: those whom a change of it touches.
    public int touched(int step) {
        int reached = 0;
        for (Cadence.Step earlier : cadence.plan()) {
            reached += nextSteps.getOrDefault(earlier.number(), 0);
            if (earlier.number() == step) {
                break;
            }
        }
        return reached;
    }
}
