package app.afterbeep.prospects;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What can be done to many prospects at once.
public sealed interface Deed {
    /// What it is called in the undo notice: "To list “Autumn”".
    String label();

    /// To a list of this name, which is made when there is none.
    record ToList(String name) implements Deed {
        @Override
        public String label() {
            return "To list “" + name + "”";
        }
    }

    /// To another series.
    ///
    /// @param keepStep whoever is under way goes on at the step where they are; else everybody starts at step 1
    record ToSeries(long seriesId, String name, boolean keepStep) implements Deed {
        @Override
        public String label() {
            return "To series “" + name + "”";
        }
    }

    /// Rest.
    ///
    /// @param until the day on which they return; null for the cadence's own span, spread
    record ToRest(@Nullable LocalDate until) implements Deed {
        @Override
        public String label() {
            return "Rest";
        }
    }

    /// Never again: numbers and address go on the do-not-call list.
    record ToDnc() implements Deed {
        @Override
        public String label() {
            return "Do not call";
        }
    }
}
