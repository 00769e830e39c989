package app.afterbeep.prospects;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who is found by what a rep types or pastes, as a subquery of their ids for the stores that look for people. Words are found by the search index,
/// in the order of adding; numbers by indexes on the numbers themselves, which cost an import a tenth of what their digits would as words.
public final class FoundStore {
    /// Of each way to find a number, at first: who has so many hits types on.
    private static final int FIRST = 2_000;

    private static final String WORDS = "SELECT rowid AS id FROM prospect_search WHERE prospect_search MATCH %1$s";
    private static final String RANGE = "SELECT prospect_id AS id FROM phone WHERE %2$s >= %1$s AND %2$s < %1$s || ':'";
    /// What stands before these digits in a number's last seven, by how many they are: as many seeks as there are such beginnings.
    private static final List<String> BEFORE = List.of(fills(100), fills(10), "[\"\"]");
    private static final int SEVEN = 7;
    private static final String LAST = """
        SELECT prospect_id AS id FROM json_each('%2$s') before CROSS JOIN phone INDEXED BY phone_last_seven
        WHERE substr(e164, -7) = before.value || substr(%1$s, -7) AND substr(e164, -length(%1$s)) = %1$s""";
    private static final String ABROAD = """
        SELECT prospect_id AS id FROM json_each('%2$s') code CROSS JOIN phone INDEXED BY phone_e164
        WHERE e164 >= code.value || %1$s AND e164 < code.value || %1$s || ':'""";

    /// A number, which may stand in words as well: a company may be called 365.
    private static final String NUMBER = "SELECT id FROM (" + WORDS.formatted("(%1$s ->> 0)") + "%3$s) UNION ALL %2$s";

    /// Words beside a number, which is one of the person's or stands in their words as well.
    private static final String BESIDE = """
        SELECT rowid AS id FROM prospect_search WHERE prospect_search MATCH (%1$s ->> 0)
        UNION SELECT id FROM (%2$s) n WHERE EXISTS (SELECT 1 FROM prospect_search s WHERE s.rowid = n.id AND prospect_search MATCH (%1$s ->> 1))""";

    private FoundStore() {}

    /// Whether there is anything to find people by in `query`.
    public static boolean isBlank(String query) {
        return argument(query).isEmpty();
    }

    /// The one argument of [#ids] and [#first]; "" when the query means everybody.
    public static String argument(String query) {
        String number = FindRules.number(query);
        return !number.isEmpty() ? array(FindRules.match(query), number) : FindRules.beside(query)
            .map(b -> array(FindRules.match(query), b.words(), b.number())).orElseGet(() -> FindRules.match(query));
    }

    private static String fills(int count) {
        return IntStream.range(count, 2 * count).mapToObj(n -> '"' + Integer.toString(n).substring(1) + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static String array(String... texts) {
        return Stream.of(texts).map(text -> '"' + text.replace("\"", "\\\"") + '"').collect(Collectors.joining(",", "[", "]"));
    }

    /// Selects the ids of all who are found, as `id`; of a number the same one may come twice.
    ///
    /// @param parameter where its argument stands: "?7"
    public static String ids(String query, String parameter) {
        return ids(query, parameter, "");
    }

    /// The same, but no more than a few thousand of those that a short part of a number finds.
    static String first(String query, String parameter) {
        return ids(query, parameter, " LIMIT " + FIRST);
    }

    private static String ids(String query, String parameter, String limit) {
        String number = FindRules.number(query);
        if (!number.isEmpty()) {
            return NUMBER.formatted(parameter, numbers("(" + parameter + " ->> 1)", number.length(), limit), limit);
        }
        return FindRules.beside(query).map(b -> BESIDE.formatted(parameter, numbers("(" + parameter + " ->> 2)", b.number().length(), limit)))
            .orElseGet(() -> WORDS.formatted(parameter));
    }

    /// A number by its beginning, with the country code or without it; by its last digits, and by the beginning of its last seven or four.
    private static String numbers(String parameter, int digits, String limit) {
        StringBuilder ways = new StringBuilder("SELECT id FROM (" + ABROAD.formatted(parameter, PhoneNumbers.CALLING_CODES) + limit + ")");
        for (int last : List.of(7, 4, 3)) {
            if (digits <= last) {
                ways.append(" UNION ALL SELECT id FROM (").append(RANGE.formatted(parameter, "substr(e164, -" + last + ")")).append(limit).append(')');
            }
        }
        if (digits > 4 && digits != SEVEN) {
            ways.append(" UNION ALL SELECT id FROM (").append(LAST.formatted(parameter, BEFORE.get(Math.min(digits, SEVEN) - 5))).append(limit).append(')');
        }
        return ways.toString();
    }
}
