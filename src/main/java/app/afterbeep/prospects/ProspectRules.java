package app.afterbeep.prospects;

import app.afterbeep.ui.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a list of prospects says about one of them.
public final class ProspectRules {
    private ProspectRules() {}

    /// When the next call is, at the prospect's place: "Thu 2:45 pm there", "Due", "First attempt", or "" for never.
    ///
    /// @param here the rep's zone
    static String nextCall(Summary prospect, ZoneId here, Instant now) {
        Instant at = prospect.nextCallAt();
        if (at == null) {
            return "";
        }
        if (prospect.due() == Prospect.Due.FRESH) {
            return "First attempt";
        }
        if (!at.isAfter(now)) {
            return "Due";
        }
        ZoneId there = prospect.place().zone();
        return Times.moment(at, there, now) + (PlaceRules.sameClock(here, there, at) ? "" : " there");
    }

    /// ". The promise stays 10:15 am there" when somebody was put under another clock and the promised call with them; else "".
    public static String promiseStays(Prospect before, Prospect after, Instant now) {
        Instant at = after.nextCallAt();
        return at == null || at.equals(before.nextCallAt()) || after.due() != Prospect.Due.PROMISE ? ""
            : ". The promise stays " + Times.moment(at, after.place().zone(), now) + " there";
    }

    /// The hours that were set for somebody: "10:00 am to 12:00 pm", or "".
    public static String hours(Place place) {
        return HoursRules.span(place.hours()).map(HoursRules::words).orElse("");
    }

    /// What is said once it was set how somebody can be reached.
    public static String reachSet(Prospect prospect, Reach reach) {
        return "Reach – " + prospect.name() + ": " + (reach == Reach.UNKNOWN ? "as the log suggests" : reach.label().toLowerCase(Locale.ROOT));
    }

    /// What is to be known of a number: "mobile · wrong number".
    public static String marks(Phone phone) {
        StringBuilder marks = new StringBuilder(kind(phone));
        add(marks, phone.dnc(), "do not call");
        add(marks, phone.bad(), "wrong number");
        add(marks, phone.shared(), "shared number");
        add(marks, !phone.valid(), "may not exist");
        return marks.toString();
    }

    /// What the list calls a number, and what the number itself tells: "direct · landline". A cell phone that the list calls so needs no second word.
    public static String kind(Phone phone) {
        StringBuilder kind = new StringBuilder(phone.label());
        add(kind, !phone.type().isEmpty() && !phone.label().contains(phone.type()), phone.type().equals("fixed") ? "landline" : phone.type().replace('_', '-'));
        return kind.toString();
    }

    /// A note that was changed in two places: what stands in both, and nothing that was written in either is lost.
    ///
    /// @param before what both began with
    public static String note(String before, String mine, String theirs) {
        if (mine.equals(before)) {
            return theirs;
        }
        String more = theirs.lines().filter(line -> !mine.contains(line) && !before.contains(line)).collect(Collectors.joining("\n"));
        return more.isEmpty() ? mine : (mine.stripTrailing() + "\n" + more).strip();
    }

    private static void add(StringBuilder marks, boolean holds, String mark) {
        if (holds) {
            marks.append(marks.isEmpty() ? "" : " · ").append(mark);
        }
    }
}
