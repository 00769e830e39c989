package app.afterbeep.agenda;

/// When something on the agenda is to be done, the most urgent first.
public enum AgendaGroup {
    /// Agreed for a day that is over.
    MISSED("Missed"),
    /// To be done: a promise from 2 minutes before its time to the end of its day, a cadence step from its time on.
    DUE_NOW("Due now"),
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
