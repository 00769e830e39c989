package app.afterbeep.results;

import app.afterbeep.ui.Times;
import app.afterbeep.ui.controls.Controls;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import javafx.scene.control.Label;

/// What each figure means, in the words that stand below it.
final class Definitions {
    /// "Monday to Sunday", or as weeks are where the rep lives.
    static final String WEEK = name(Times.firstDay()) + " to " + name(Times.firstDay().minus(1));
    static final String OVERVIEW = """
        Kept: called within 15 minutes of the time that your message announced. Late: later on that day there. Missed: not on that day. \
        The rate is kept out of kept, late and missed; promises that you moved before their time, or that ended because you reached the \
        prospect first, count for neither side. Attempt: a call that you placed. Connect: you reached the prospect themselves; a gatekeeper \
        is not one. Conversation: a connect in which the prospect talked with you, meetings included. Calls that prospects made are a bonus \
        and in none of these. Days are yours, weeks run from\s""" + WEEK + ".";
    static final String STEPS = """
        Next attempt became a connect: of the calls after which there was another attempt with the same prospect, whoever called, those \
        whose next one reached the prospect themselves. A call counts for the day on which it was placed; one that nothing followed yet is \
        not in the rate. Fewer than 10 give no rate.""";
    static final String HOURS = """
        Each field is one hour by the prospect's clock: how many of the calls that you placed then were connects, you reached the prospect \
        themselves. The stronger the colour, the higher the rate; fewer than 10 calls give no rate and no colour. The days are yours.""";
    static final String PROMISES = """
        A promise stands on your day of the time that your message announced, in the state that it has now; an open one whose day is over at \
        the prospect's place is missed. Callbacks are times that prospects asked for; they are not in the rate.""";

    private Definitions() {}

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static Label label(String id, String text) {
        Label label = Controls.wrapped(Controls.label(text, "text-muted", "text-small", "definitions"));
        label.setId(id);
        return label;
    }
}
