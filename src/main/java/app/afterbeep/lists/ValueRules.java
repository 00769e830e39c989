package app.afterbeep.lists;

import app.afterbeep.lists.HeaderRules.Field;
import app.afterbeep.prospects.Reach;
import app.afterbeep.prospects.StateRules;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What the values of a column look like, whatever stands above it.
///
/// @param country for numbers without a country code
/// @param now     for time zones
record ValueRules(String country, Instant now) {
    /// So many of the values have to be alike; the others may be mistakes.
    static final double MOST = 0.7;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern DATE = Pattern.compile("(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|(?:19|20)\\d{6}"
        + "|\\d{1,2} \\p{L}{3,9}\\.? \\d{4}|\\p{L}{3,9} \\d{1,2}, \\d{4})(?:[ T]\\d{1,2}:\\d{2}.*)?");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,]+%?");
    private static final Pattern URL = Pattern.compile("(?i)(?:https?://|www\\.)\\S+");
    private static final Pattern ZIP = Pattern.compile("(?i)\\d{3,5}(?:-\\d{3,4})?|\\d{6}|[a-z]\\d[a-z] ?\\d[a-z]\\d|[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}|\\d{4} ?[a-z]{2}|\\d{2}-\\d{3}|\\d{8}");
    private static final Pattern US_ZIP = Pattern.compile("\\d{5}(?:-\\d{4})?|(?i)[a-z]\\d[a-z] ?\\d[a-z]\\d");
    private static final Pattern DIAL_CODE = Pattern.compile("\\+?\\d{1,4}");
    private static final Set<String> YES_NO = Set.of("true", "false", "yes", "no", "0", "1", "x", "y", "n", "t", "f", "on", "off", "dnc", "do not call",
        "ja", "nein", "nee", "oui", "non", "si", "sí");
    /// What these fields hold looks like nothing in particular: only what is clearly something else speaks against them.
    private static final Set<Field> WORDS = Set.of(Field.FIRST_NAME, Field.LAST_NAME, Field.FULL_NAME, Field.COMPANY, Field.TITLE, Field.CITY, Field.STATE);

    private double share(List<String> values, Predicate<String> test) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(test).count() / values.size();
    }

    boolean phones(List<String> values) {
        return share(values, this::isPhone) >= MOST;
    }

    private boolean isPhone(String value) {
        String first = RowRules.SEVERAL.split(value, 2)[0];
        return !DATE.matcher(first).matches() && HeaderRules.looksLikePhone(first, country);
    }

    boolean emails(List<String> values) {
        return share(values, value -> EMAIL.matcher(value).matches()) >= MOST;
    }

    /// Whether the values fit what the header says; also when there are none.
    boolean fit(Field field, List<String> values) {
        OptionalDouble share = fitting(field, values);
        return values.isEmpty() || share.isEmpty() || share.getAsDouble() >= MOST;
    }

    private OptionalDouble fitting(Field field, List<String> values) {
        if (WORDS.contains(field)) {
            return OptionalDouble.of(share(values, v -> !EMAIL.matcher(v).matches() && !DATE.matcher(v).matches() && !NUMBER.matcher(v).matches()
                && !URL.matcher(v).matches() && !isPhone(v)));
        }
        return switch (field) {
            case EMAIL -> OptionalDouble.of(share(values, v -> v.contains("@")));
            case ZIP -> OptionalDouble.of(share(values, v -> ZIP.matcher(v).matches()));
            case COUNTRY -> OptionalDouble.of(share(values, v -> CountryRules.code(v).isPresent()));
            case TIME_ZONE -> OptionalDouble.of(share(values, this::isZone));
            case PHONE_CODE -> OptionalDouble.of(share(values, v -> DIAL_CODE.matcher(v).matches()));
            case DO_NOT_CALL -> OptionalDouble.of(share(values, v -> YES_NO.contains(v.toLowerCase(Locale.ROOT))));
            case REACH -> OptionalDouble.of(share(values, v -> Reach.find(v).isPresent()));
            default -> OptionalDouble.empty();
        };
    }

    private boolean isZone(String value) {
        return !TimeZoneRules.zones(value, List.of(), now).isEmpty();
    }

    /// The field that the values alone speak for, apart from phones.
    ///
    /// @param besides the fields that other columns hold: five digits are a postal code only beside a place
    Optional<Field> guess(List<String> values, Set<Field> besides) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (emails(values)) {
            return Optional.of(Field.EMAIL);
        }
        boolean words = share(values, v -> v.chars().anyMatch(Character::isLetter)) >= MOST;
        if (words && share(values, this::isZone) >= MOST) {
            return Optional.of(Field.TIME_ZONE);
        }
        double states = share(values, StateRules::isState);
        double countries = share(values, v -> CountryRules.code(v).isPresent());
        if (words && Math.max(states, countries) >= MOST) {
            return Optional.of(states >= countries && !(countries >= MOST && values.stream().distinct().count() == 1) ? Field.STATE : Field.COUNTRY);
        }
        boolean place = besides.contains(Field.STATE) || besides.contains(Field.CITY);
        return place && share(values, v -> US_ZIP.matcher(v).matches()) >= MOST ? Optional.of(Field.ZIP) : Optional.empty();
    }
}
