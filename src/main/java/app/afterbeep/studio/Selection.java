package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.scripts.Pace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The step that is chosen on the Scripts screen, with all its texts.
///
/// @param step   null for the texts that belong to no step: the email after a conversation, what to say to somebody who calls, the line that owns
///               a missed promise
/// @param texts  those of the step: all channels and variants
/// @param others all other texts of the series
/// @param pace   what their seconds are estimated at: a rehearsal changes it
public record Selection(StudioSeries series, Cadence.@Nullable Step step, List<StudioText> texts, List<StudioText> others, Pace pace) {
    public Selection {
        texts = List.copyOf(texts);
        others = List.copyOf(others);
    }

    static Selection of(StudioSeries series, Cadence.@Nullable Step step, Pace pace) {
        int number = step == null ? 0 : step.number();
        return new Selection(series, step, series.texts(number), series.texts().stream().filter(text -> text.script().step() != number).toList(), pace);
    }

    /// The number of the step that the texts belong to, 0 for none.
    public int number() {
        return step == null ? 0 : step.number();
    }
}
