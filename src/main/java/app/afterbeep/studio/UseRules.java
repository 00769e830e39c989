package app.afterbeep.studio;

/// Who uses a series, and whom a change of it touches, in words. Pure functions.
final class UseRules {
    private UseRules() {}

    /// "used by 3 lists, 412 prospects under way"
    static String usedBy(StudioSeries series) {
        int lists = series.lists().size();
        return (lists == 0 ? "used by no list" : lists == 1 ? "used by “" + series.lists().getFirst().name() + "”" : "used by " + lists + " lists")
            + ", " + prospects(series.underWay()) + " under way";
    }

    static String prospects(int count) {
        return count == 1 ? "1 prospect" : "%,d prospects".formatted(count);
    }

    /// Whom a change of this step would touch: "Changes apply to 412 prospects under way from their next step on".
    static String touches(StudioSeries series, int step) {
        return touches(series, step, "Changes apply to ");
    }

    /// Whom a change of this step has touched: "It applies to 412 prospects…".
    static String touched(StudioSeries series, int step) {
        return touches(series, step, "It applies to ");
    }

    private static String touches(StudioSeries series, int step, String lead) {
        int touched = series.touched(step);
        return touched == 0 ? "Nobody under way has this step before them" : lead + prospects(touched) + " under way from their next step on";
    }
}
