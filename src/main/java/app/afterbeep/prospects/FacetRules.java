package app.afterbeep.prospects;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How many prospects each value of each facet has. Everything is counted from one table of groups, so that choosing a value reads nothing again.
public final class FacetRules {
    /// No number that may be called; shown instead of where the prospect stands.
    public static final String NO_NUMBER = "no_number";
    /// Not called yet.
    public static final String NOT_CALLED = "";

    private FacetRules() {}

    /// So many prospects that have the same value in every facet.
    ///
    /// @param step  which of the steps that are on comes next, from 1; 0 for who is in no cadence
    /// @param place id of the place
    public record Group(long list, String status, int step, long place, String outcome, long count) {}

    /// What the groups are named by.
    ///
    /// @param groups of all that the words find
    /// @param lists  names by id
    /// @param zones  the zone of each place by its id
    public record Table(List<Group> groups, Map<Long, String> lists, Map<Long, String> zones) {}

    /// One value of a facet.
    ///
    /// @param count how many would be found with it, were no other value of this facet chosen
    public record Value(String code, String label, long count) {}

    /// Every value that anybody has or that is chosen, in an order that a rep expects: the largest lists and zones first, the others as they follow
    /// each other.
    public static Map<Facet, List<Value>> values(Table table, Filter filter) {
        Map<Facet, List<Value>> values = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Map<String, Long> counts = new HashMap<>();
            filter.values(facet).forEach(code -> counts.put(code, 0L));
            for (Group group : table.groups()) {
                String code = code(facet, group, table);
                if (!code.equals("-") && holds(group, filter, facet, table)) {
                    counts.merge(code, group.count(), Long::sum);
                }
            }
            List<Value> list = new ArrayList<>();
            counts.forEach((code, count) -> list.add(new Value(code, label(facet, code, table.lists()), count)));
            list.sort(order(facet));
            values.put(facet, list);
        }
        return values;
    }

    /// How many the whole filter finds.
    public static long found(Table table, Filter filter) {
        return table.groups().stream().filter(group -> holds(group, filter, null, table)).mapToLong(Group::count).sum();
    }

    private static boolean holds(Group group, Filter filter, @org.jspecify.annotations.Nullable Facet but, Table table) {
        return filter.chosen().entrySet().stream()
            .allMatch(chosen -> chosen.getKey() == but || chosen.getValue().contains(code(chosen.getKey(), group, table)));
    }

    private static String code(Facet facet, Group group, Table table) {
        return switch (facet) {
            case LIST -> Long.toString(group.list());
            case STATUS -> group.status();
            case STEP -> group.step() == 0 ? "-" : Integer.toString(group.step());
            case ZONE -> table.zones().getOrDefault(group.place(), "-");
            case OUTCOME -> group.outcome();
        };
    }

    private static Comparator<Value> order(Facet facet) {
        return switch (facet) {
            case LIST, ZONE -> Comparator.comparingLong(Value::count).reversed().thenComparing(Value::label);
            case STEP -> Comparator.comparingInt(value -> Integer.parseInt(value.code()));
            case STATUS -> Comparator.comparingInt(value -> status(value.code()));
            case OUTCOME -> Comparator.comparing((Value value) -> !value.code().equals(NOT_CALLED)).thenComparing(Comparator.comparingLong(Value::count).reversed());
        };
    }

    private static int status(String code) {
        return code.equals(NO_NUMBER) ? Prospect.Status.values().length : Prospect.Status.of(code).ordinal();
    }

    /// What a value is called.
    public static String label(Facet facet, String code, Map<Long, String> lists) {
        return switch (facet) {
            case LIST -> lists.getOrDefault(Long.parseLong(code), "List " + code);
            case STATUS -> code.equals(NO_NUMBER) ? "No number to call" : Prospect.Status.of(code).label();
            case STEP -> "Step " + code;
            case ZONE -> PlaceRules.label(ZoneId.of(code));
            case OUTCOME -> outcome(code);
        };
    }

    /// As the buttons of a session call it; the codes are the log's, which this package does not know.
    private static String outcome(String code) {
        return switch (code) {
            case NOT_CALLED -> "Not called yet";
            case "no_answer" -> "No answer";
            case "callback_requested" -> "Call me later";
            case "called_back" -> "They called back";
            default -> code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('_', ' ');
        };
    }

    /// The numbers of the steps of a cadence, in their order.
    ///
    /// @param on those that are not on are passed over
    public record Step(long cadence, int number, boolean on) {}

    /// Which of the steps that are on each step stands for, from 1: itself, or the next one that is, past the end the last.
    public static Map<Long, Integer> ordinals(List<Step> plan) {
        Map<Long, Integer> ordinals = new HashMap<>();
        Map<Long, Integer> passed = new HashMap<>();
        Map<Long, Long> all = new HashMap<>();
        plan.stream().filter(Step::on).forEach(step -> all.merge(step.cadence(), 1L, Long::sum));
        for (Step step : plan) {
            int before = passed.getOrDefault(step.cadence(), 0);
            ordinals.put(key(step.cadence(), step.number()), (int) Math.min(before + 1L, all.getOrDefault(step.cadence(), 1L)));
            if (step.on()) {
                passed.put(step.cadence(), before + 1);
            }
        }
        return ordinals;
    }

    /// One number for a step of a cadence.
    public static long key(long cadence, int step) {
        return cadence * 10_000 + step;
    }

    /// The keys of the steps that stand for one of these.
    static List<Long> keys(Map<Long, Integer> ordinals, Set<String> chosen) {
        return ordinals.entrySet().stream().filter(entry -> chosen.contains(entry.getValue().toString())).map(Map.Entry::getKey).sorted().toList();
    }
}
