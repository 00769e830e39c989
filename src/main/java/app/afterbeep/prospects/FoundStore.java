package app.afterbeep.prospects;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who is found by what a rep types or pastes, as a subquery of their ids for the stores that look for people. Words are found by the search index,
/// in the order of adding; numbers by indexes on the numbers themselves, which cost an import a tenth of what their digits would as words.
public final class FoundStore {
    /// Of each way to find a number, at first: who has so many hits types on.
    private static final int FIRST = 2_000;

    private static final String WORDS = "SELECT rowid AS id FROM prospect_search WHERE prospect_search MATCH %1$s";
    private static final String RANGE = "SELECT prospect_id AS id FROM phone WHERE %2$s >= %1$s AND %2$s < %1$s || ':'";
    private static final String ABROAD = """
        SELECT prospect_id AS id FROM json_each('%2$s') code CROSS JOIN phone INDEXED BY phone_e164
        WHERE e164 >= code.value || %1$s AND e164 < code.value || %1$s || ':'""";

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
        return !number.isEmpty() ? number : FindRules.beside(query).map(b -> array(FindRules.match(query), b.words(), b.number()))
            .orElseGet(() -> FindRules.match(query));
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
        if (!FindRules.number(query).isEmpty()) {
            return numbers(parameter, limit);
        }
        return FindRules.beside(query).isEmpty() ? WORDS.formatted(parameter) : BESIDE.formatted(parameter, numbers("(" + parameter + " ->> 2)", limit));
    }

    /// A number by its beginning, with the country code or without it; by its last seven or four digits as they are typed; by its last three.
    private static String numbers(String parameter, String limit) {
        return "SELECT id FROM (" + ABROAD.formatted(parameter, PhoneNumbers.CALLING_CODES) + limit
            + ") UNION ALL SELECT id FROM (" + RANGE.formatted(parameter, "substr(e164, -7)") + limit
            + ") UNION ALL SELECT id FROM (" + RANGE.formatted(parameter, "substr(e164, -4)") + limit
            + ") UNION ALL SELECT id FROM (" + RANGE.formatted(parameter, "substr(e164, -3)") + limit + ")";
    }
}
