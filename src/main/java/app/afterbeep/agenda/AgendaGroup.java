package app.afterbeep.agenda;

/// When something on the agenda is to be done, the most urgent first.
public enum AgendaGroup {
    /// Agreed for a day that is over.
    MISSED("Missed"),
    /// Due earlier today, or a cadence step of an earlier day.
    OVERDUE("Overdue"),
    TODAY("Today"), TOMORROW("Tomorrow"),
    /// After tomorrow, to Sunday.
    THIS_WEEK("This week"), LATER("Later"),
    /// Resting, and back after today.
    RECYCLING("Recycling");

    private final String title;

    AgendaGroup(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// `this-week`, for ids.
    public String id() {
        return title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }
}
