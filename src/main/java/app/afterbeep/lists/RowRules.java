package app.afterbeep.lists;

import app.afterbeep.cadence.Round;
import app.afterbeep.exports.CellRules;
import app.afterbeep.prospects.Kept;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.PlaceRules;
import app.afterbeep.prospects.PlaceRules.Clues;
import app.afterbeep.prospects.PlaceRules.Where;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore.Draft;
import app.afterbeep.prospects.Reach;
import app.afterbeep.lists.HeaderRules.Columns;
import app.afterbeep.lists.HeaderRules.Field;
import app.afterbeep.lists.HeaderRules.PhoneColumn;
import app.afterbeep.lists.HeaderRules.PhoneKind;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads one row of a list: what it says about a person, or why it can't be used. A value that finds no place in a prospect
/// (an unknown column, a second email, a phone cell without a number) stays as a merge field under its header.
///
/// @param country for numbers of rows that name no country, ISO 3166
/// @param here    the rep's zone, for people who could be anywhere
/// @param now     when the import runs; decides what a UTC offset means
/// @param anybody also who has no number: they can't be added, but what the row says can be taken over
/// @param ours    reads a file of prospects that we exported; null for any other list
record RowRules(Columns columns, String country, ZoneId here, Instant now, boolean anybody, @Nullable ProspectRowRules ours) {
    /// How the reason begins for a row with something in its phone columns that is no number.
    static final String UNUSABLE = "no usable phone number";
    /// Several values in one cell: Google's ` ::: `, or what people type.
    static final Pattern SEVERAL = Pattern.compile("\\s+:::\\s+");
    private static final Pattern TYPED_TOGETHER = Pattern.compile("\\s*(?:[;,|/\\n]|\\bor\\b)\\s*");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+|\\s{2,}");
    private static final Pattern BETWEEN_EMAILS = Pattern.compile("[\\s;,|<>]+|:::");
    private static final Pattern EXTENSION = Pattern.compile("(?i)(?:ext?\\.?|#)?\\s*\\d{1,7}");
    /// What stands beside a number and says no more than that it is one; letters among the digits are the number itself.
    private static final Pattern NO_REMARK = Pattern.compile("(?iu)\\b(?:extension|ext|x|telephone|telefon|tel|phone|ph|or)(?![\\p{L}])|[\\d-][\\p{L}-]+\\b");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
    private static final Pattern FLOAT_EXTENSION = Pattern.compile("^(\\d{1,7})\\.0$");
    private static final Pattern FLOAT = Pattern.compile("(\\d{7,15})\\.0");
    static final Pattern ROUNDED = Pattern.compile("\\d[.,]?\\d*[eE]\\+?\\d+");

    RowRules(Columns columns, String country, ZoneId here, Instant now) {
        this(columns, country, here, now, false, null);
    }

    /// What became of a row.
    sealed interface Result {}

    /// A person to add, or to recognise as known.
    ///
    /// @param reach  how they can be reached; unknown where the row does not say so
    /// @param remark what of the row was not understood, or ""
    /// @param kept   where they stand, from a file of ours; null from any other list
    record Person(Draft draft, boolean doNotCall, Reach reach, String remark, @Nullable Kept kept) implements Result {
        /// Whether the row asks for it: a file of ours also says of whoever stood on the list that they did, and by which entries.
        boolean asksNotToBeCalled() {
            return doNotCall && (kept == null || kept.status() != Prospect.Status.DNC);
        }
    }

    record Rejected(String reason) implements Result {}

    /// The list and the cadence that the people enter.
    record Target(long listId, Round round) {
        /// For rows that are only looked at.
        static final Target NONE = new Target(0, new Round(0, 0, 1));
    }

    private record Number(PhoneKind kind, PhoneNumbers.Parsed parsed) {}

    Result read(List<String> row, Target target) {
        if (ours != null) {
            return ours.read(row, target);
        }
        List<String> cells = row.stream().map(RowRules::clean).toList();
        if (cells.stream().allMatch(String::isEmpty)) {
            return new Rejected("the row is empty");
        }
        Optional<String> named = CountryRules.code(first(cells, Field.COUNTRY));
        Map<String, String> extra = extra(cells);
        List<Number> numbers = numbers(cells, named.orElse(country), extra);
        List<String> emails = emails(cells, extra);
        if (numbers.isEmpty() && !(anybody && (!emails.isEmpty() || !first(cells, Field.EXTERNAL_ID).isEmpty()))) {
            return new Rejected(noNumber(cells));
        }
        String[] name = name(cells);
        Where where = where(cells, named, numbers.isEmpty() ? PhoneNumbers.NONE : numbers.getFirst().parsed());
        Optional<Reach> reach = Reach.find(first(cells, Field.REACH));
        if (reach.isEmpty()) {
            // Another system's word for something else.
            columns.of(Field.REACH).forEach(column -> keep(extra, columns.headers().get(column), cell(cells, column)));
        }
        return new Person(new Draft(target.listId(), target.round().cadenceId(), target.round().seriesId(), target.round().step(), name[0], name[1],
            line(first(cells, Field.TITLE)), line(first(cells, Field.COMPANY)), emails.isEmpty() ? "" : emails.getFirst(),
            line(first(cells, Field.CITY)), line(first(cells, Field.STATE)), line(first(cells, Field.ZIP)),
            named.orElse(line(first(cells, Field.COUNTRY))), line(first(cells, Field.EXTERNAL_ID)), json(extra), first(cells, Field.NOTE),
            where.place(), where.source(), phones(numbers)), SilenceRules.isSilenced(first(cells, Field.DO_NOT_CALL)),
            reach.orElse(Reach.UNKNOWN), remark(first(cells, Field.DO_NOT_CALL), first(cells, Field.TIME_ZONE), where), null);
    }

    /// Takes off what spreadsheets put on: blanks, and the apostrophe that keeps a cell from being a formula.
    static String clean(String cell) {
        String text = cell.replace('\u00a0', ' ').strip();
        return CellRules.withoutApostrophe(text).strip();
    }

    private static String line(String text) {
        return CONTROL.matcher(text).find() ? CONTROL.matcher(text).replaceAll(" ").strip() : text;
    }

    private String cell(List<String> cells, int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    private String first(List<String> cells, Field field) {
        return columns.of(field).stream().map(c -> cell(cells, c)).filter(text -> !text.isEmpty()).findFirst()
            .orElse(columns.defaults().getOrDefault(field, ""));
    }

    private Map<String, String> extra(List<String> cells) {
        Map<String, String> extra = new LinkedHashMap<>();
        for (int column : columns.extra()) {
            keep(extra, columns.headers().get(column), cell(cells, column));
        }
        for (int column = columns.headers().size(); column < cells.size(); column++) {
            keep(extra, "Column " + (column + 1), cells.get(column));
        }
        return extra;
    }

    private static void keep(Map<String, String> extra, String header, String text) {
        if (!text.isEmpty()) {
            extra.put(header, text);
        }
    }

    private List<Number> numbers(List<String> cells, String home, Map<String, String> extra) {
        String code = first(cells, Field.PHONE_CODE).replaceAll("\\D", "");
        List<Number> numbers = new ArrayList<>();
        for (PhoneColumn column : columns.phones()) {
            String text = cell(cells, column.column());
            Optional<PhoneKind> kind = HeaderRules.kind(SEVERAL.split(cell(cells, column.labelColumn()), 2)[0], column.kind());
            List<PhoneNumbers.Parsed> parsed = text.isEmpty() || kind.isEmpty() ? List.of() : parse(withExtension(text, cells, column), code, home);
            parsed.forEach(p -> numbers.add(new Number(kind.orElseThrow(), p)));
            if (parsed.isEmpty() || saysMore(text)) {
                keep(extra, columns.headers().get(column.column()), text);
            }
        }
        numbers.sort(Comparator.comparing(Number::kind));
        Set<String> seen = new java.util.HashSet<>();
        return numbers.stream().filter(n -> seen.add(n.parsed().e164() + " " + n.parsed().extension())).toList();
    }

    /// "DNC 212 555 0134", "212 555 0126, not before noon": what the number does not hold would be lost.
    private static boolean saysMore(String cell) {
        return cell.chars().anyMatch(Character::isLetter) && WORD.matcher(NO_REMARK.matcher(cell).replaceAll(" ")).find();
    }

    /// With the digits of a column beside it.
    private String withExtension(String text, List<String> cells, PhoneColumn column) {
        String extension = FLOAT_EXTENSION.matcher(cell(cells, column.extensionColumn())).replaceFirst("$1");
        return EXTENSION.matcher(extension).matches() && !SEVERAL.matcher(text).find() ? text + " ext. " + extension.replaceAll("\\D", "") : text;
    }

    private static List<PhoneNumbers.Parsed> parse(String cell, String code, String home) {
        List<PhoneNumbers.Parsed> parsed = new ArrayList<>();
        for (String text : SEVERAL.split(cell)) {
            Optional<PhoneNumbers.Parsed> whole = one(text, code, home);
            if (whole.isPresent()) {
                parsed.add(whole.get());
            } else {
                TYPED_TOGETHER.splitAsStream(text).flatMap(part -> one(part, code, home).stream()).forEach(parsed::add);
            }
        }
        return parsed;
    }

    private static Optional<PhoneNumbers.Parsed> one(String text, String code, String home) {
        if (ROUNDED.matcher(text).matches()) {
            return Optional.empty(); // 9.19E+09: a spreadsheet has thrown the last digits away
        }
        String number = FLOAT.matcher(text).replaceFirst("$1");
        Optional<PhoneNumbers.Parsed> abroad = code.isEmpty() || number.startsWith("+") ? Optional.empty()
            : PhoneNumbers.parse("+" + code + " " + number, home);
        return abroad.or(() -> PhoneNumbers.parse(number, home));
    }

    private String noNumber(List<String> cells) {
        return columns.phones().stream().filter(c -> !cell(cells, c.column()).isEmpty()).findFirst()
            .map(c -> UNUSABLE + ": ‘" + shortened(line(cell(cells, c.column()))) + "’ in column "
                + columns.headers().get(c.column()))
            .orElse("no phone number");
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static List<Phone> phones(List<Number> numbers) {
        List<Phone> phones = new ArrayList<>();
        for (Number number : numbers) {
            PhoneNumbers.Parsed parsed = number.parsed();
            phones.add(new Phone(0, phones.size() + 1, parsed.e164(), parsed.extension(), number.kind().label(), parsed.type(), parsed.valid(), false, false,
                false));
        }
        return phones;
    }

    private List<String> emails(List<String> cells, Map<String, String> extra) {
        for (int column : columns.of(Field.EMAIL)) {
            String text = cell(cells, column);
            List<String> found = BETWEEN_EMAILS.splitAsStream(text)
                .filter(Predicate.not(String::isEmpty)).filter(RowRules::isEmail).toList();
            if (found.size() != 1 || !found.getFirst().equals(text)) {
                keep(extra, columns.headers().get(column), text);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static boolean isEmail(String text) {
        int at = text.indexOf('@');
        return at > 0 && at == text.lastIndexOf('@') && at < text.length() - 1 && text.length() <= 254
            && text.chars().noneMatch(Character::isISOControl);
    }

    /// First and last name. A full name is split before its last word, or at its comma.
    private String[] name(List<String> cells) {
        String first = line(first(cells, Field.FIRST_NAME));
        String last = line(first(cells, Field.LAST_NAME));
        String full = line(first(cells, Field.FULL_NAME));
        if (!first.isEmpty() || !last.isEmpty() || full.isEmpty()) {
            return new String[] {first, last};
        }
        int comma = full.indexOf(',');
        if (comma > 0) {
            return new String[] {full.substring(comma + 1).strip(), full.substring(0, comma).strip()};
        }
        int blank = full.lastIndexOf(' ');
        return blank < 0 ? new String[] {full, ""} : new String[] {full.substring(0, blank), full.substring(blank + 1)};
    }

    /// Who a row is about, whatever else is wrong with it.
    String shownName(List<String> row) {
        if (ours != null) {
            return ours.shownName(row);
        }
        return String.join(" ", name(row.stream().map(RowRules::clean).toList())).strip();
    }

    /// The time zone column says it best, then the state or the postal code, then the number.
    private Where where(List<String> cells, Optional<String> named, PhoneNumbers.Parsed number) {
        Clues clues = new Clues(named.orElse(""), country, first(cells, Field.STATE), first(cells, Field.ZIP), number);
        String zone = first(cells, Field.TIME_ZONE);
        return PlaceRules.where(clues, zone.isEmpty() ? List.of() : TimeZoneRules.zones(zone, PlaceRules.possible(clues, now), now), here, now);
    }

    /// What was not plain about these two cells; else "".
    static String remark(String doNotCall, String zone, Where where) {
        return Stream.of(SilenceRules.remark(shortened(line(doNotCall))), zoneRemark(zone, where)).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String zoneRemark(String zone, Where where) {
        return zone.isEmpty() || where.source() == Place.Source.IMPORTED || where.source() == Place.Source.EDITED ? ""
            : "there is no time zone ‘" + shortened(line(zone)) + "’: " + where.place().zone().getId()
                + (where.source() == Place.Source.NUMBER ? " is taken from the number" : where.source() == Place.Source.STATE ? " is taken from the address"
                    : " is taken instead");
    }

    /// What makes two people of one number or address the same: the name without case, accents, blanks and punctuation; ""
    /// for no name.
    static String nameKey(String firstName, String lastName) {
        String text = Normalizer.normalize(firstName + lastName, Normalizer.Form.NFKD);
        StringBuilder key = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).map(c -> Character.toLowerCase(Character.toUpperCase(c))).forEach(key::appendCodePoint);
        return key.toString();
    }

    static String json(Map<String, String> fields) {
        return fields.entrySet().stream().map(RowRules::member).collect(Collectors.joining(",", "{", "}"));
    }

    private static String member(Entry<String, String> field) {
        return quoted(field.getKey()) + ":" + quoted(field.getValue());
    }

    /// As a text in JSON.
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < ' ') {
                json.append("\\u%04x".formatted(c));
            } else {
                json.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
