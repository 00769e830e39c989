package app.afterbeep.calls;

import app.afterbeep.calls.PeopleStore.Tally;
import app.afterbeep.prospects.Deed;
import app.afterbeep.ui.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said before something is done to many prospects.
final class PeopleRules {
    private PeopleRules() {}

    /// @param first when the first of them returns from the rest, null when nobody rests
    static List<String> consequences(Deed deed, Tally t, @Nullable LocalDate first, @Nullable LocalDate last) {
        List<String> said = new ArrayList<>();
        long free = t.people() - t.dnc();
        switch (deed) {
            case Deed.ToList(String name) -> {
                said.add(people(t.people() - t.inList(), "goes", "go") + " to the list “" + name + "”."
                    + (t.inList() > 0 ? " " + people(t.inList(), "is", "are") + " in it already." : ""));
                said.add("Their steps, promises and emails stay as they are.");
            }
            case Deed.ToSeries(long id, String name, boolean keep) when keep -> {
                said.add(people(t.underWay(), "goes on", "go on") + " with “" + name + "” at the step where they are; next calls and promises stay.");
                rest(said, free - t.underWay(), "is not in a cadence and stays", "are not in a cadence and stay");
                stays(said, t);
            }
            case Deed.ToSeries(long id, String name, boolean keep) -> {
                said.add(people(free - t.meetings(), "starts", "start") + " with “" + name + "” at step 1, on their next turn. What you promised stays promised.");
                rest(said, free - t.meetings() - t.underWay(), "was out of the cadence and comes back into it", "were out of the cadence and come back into it");
                rest(said, t.meetings(), "has a meeting booked and stays", "have a meeting booked and stay");
                stays(said, t);
            }
            case Deed.ToRest rest -> {
                said.add(first == null || last == null ? "Nobody is left who can rest."
                    : people(free, "will rest", "will rest") + " until " + Times.date(first) + (first.equals(last) ? "." : " to " + Times.date(last) + "."));
                pending(said, t);
                rest(said, t.meetings(), "has a meeting booked, which is released too", "have a meeting booked, which is released too");
                stays(said, t);
            }
            case Deed.ToDnc dnc -> {
                said.add(people(free, "is", "are") + " never called or emailed again: every number and address goes on the do-not-call list, for all who share it.");
                pending(said, t);
                rest(said, t.dnc(), "is on it already", "are on it already");
            }
        }
        return said;
    }

    private static void pending(List<String> said, Tally t) {
        List<String> parts = new ArrayList<>();
        if (t.promises() > 0) {
            parts.add("%,d %s released".formatted(t.promises(), t.promises() == 1 ? "promise is" : "promises are"));
        }
        if (t.emails() > 0) {
            parts.add("%,d %s withdrawn".formatted(t.emails(), t.emails() == 1 ? "email is" : "emails are"));
        }
        if (!parts.isEmpty()) {
            said.add(String.join(", ", parts) + ".");
        }
    }

    private static void stays(List<String> said, Tally t) {
        rest(said, t.dnc(), "is on your do-not-call list and stays there", "are on your do-not-call list and stay there");
    }

    private static void rest(List<String> said, long count, String one, String many) {
        if (count > 0) {
            said.add(people(count, one, many) + ".");
        }
    }

    static String people(long count, String one, String many) {
        return count == 1 ? "1 person " + one : "%,d people ".formatted(count) + many;
    }
}
