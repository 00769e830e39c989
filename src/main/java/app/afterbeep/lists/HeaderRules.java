package app.afterbeep.lists;

import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.ui.AppException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds out what the columns of a list are, from the headers that other systems write: VICIdial, Salesforce, HubSpot, Close,
/// Pipedrive, Google, Outlook, Apollo, ZoomInfo, LinkedIn, ACT!, and hand-made ones. Compared without regard to case, blanks,
/// punctuation and camel case.
final class HeaderRules {
    private HeaderRules() {}

    /// What a column can be. All but PHONE take the first column that has a value, in the order of their synonyms.
    enum Field {
        FIRST_NAME("first name", "firstname", "given name", "forename", "fname", "first", "person first name", "contact first name",
            "lead first name"),
        LAST_NAME("last name", "lastname", "family name", "surname", "lname", "last", "person last name", "contact last name",
            "lead last name"),
        FULL_NAME("full name", "fullname", "primary contact name", "contact name", "person name", "contact person", "contact",
            "prospect name", "prospect", "name", "display name"),
        COMPANY("company", "company name", "account name", "organization", "organization name", "organisation", "organisation name",
            "associated company", "person organization", "account", "business name", "employer", "firm", "business", "company name for emails"),
        TITLE("job title", "jobtitle", "position", "organization title", "primary contact title", "person job title", "person title", "occupation",
            "role", "title"),
        PHONE(),
        PHONE_CODE("phone code", "dial code", "calling code", "country calling code"),
        EMAIL("email", "email address", "emailaddress", "email value", "primary email", "primary contact primary email", "work email",
            "business email", "person email work", "person email", "email work", "person email home", "person email other", "contact email", "mail", "secondary email", "personal email"),
        CITY("city", "town", "mailing city", "business city", "address city", "person city", "company city", "home city", "other city"),
        STATE("state", "province", "state province", "region", "state region", "mailing state", "mailing state province",
            "business state", "address region", "person state", "company state", "home state", "other state"),
        ZIP("zip", "zip code", "zipcode", "postal code", "postalcode", "postcode", "zip postal code", "mailing zip postal code", "person zip code",
            "mailing postal code", "business postal code", "address postal code", "company postal code", "company zip code", "home postal code"),
        COUNTRY("country", "country code", "country region", "mailing country", "business country region", "address country",
            "person country", "company country", "home country region"),
        TIME_ZONE("time zone", "timezone", "tz", "utc offset", "gmt offset", "gmt offset now", "hs timezone"),
        DO_NOT_CALL("do not call", "donotcall", "dnc", "do not contact", "do not phone"),
        EXTERNAL_ID("external id", "vendor lead code", "id", "record id", "record id contact", "hs object id",
            "contact id", "person id", "lead id", "salesforce id", "apollo contact id", "zoom info contact id"),
        NOTE("note", "notes", "comments", "comment", "description", "note content", "remarks"),
        REACH("reach");

        private final List<String> synonyms;

        Field(String... synonyms) {
            this.synonyms = List.of(synonyms);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Headers without a place of their own in a prospect: they stay merge fields, but tell a header row from data.
    private static final Set<String> ALSO_KNOWN = Set.of("status", "status label", "stage", "lead status", "hs lead status", "linkedin",
        "person linkedin url", "url", "website", "web", "web site", "industry", "seniority", "department", "county", "address", "street",
        "middle name", "middle initial", "salutation", "suffix", "fax", "connected on", "list id", "source id", "gender", "birthday",
        "categories", "labels", "tags", "nickname");

    /// Beside one of these, `title` is Mr or Ms: VICIdial and Outlook.
    private static final Set<String> SALUTATION_BESIDE = Set.of("middle initial", "phone code", "job title");

    /// Which of a prospect's numbers is dialed first: in this order, then as the columns stand.
    enum PhoneKind {
        MOBILE("mobile"), DIRECT("direct"), PLAIN(""), MAIN_LINE("main line"), OTHER("other"), LAST("other");

        private final String label;

        PhoneKind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private static final Pattern TOGETHER = Pattern.compile("\\b(mobile|cell|work|business|office|home|direct|company|main|other)phone\\b");
    private static final Set<String> PHONE_WORDS = Set.of("phone", "phones", "telephone", "mobile", "cell", "cellphone", "callback");
    private static final Set<String> PLAIN_PHONES =
        Set.of("number", "numbers", "tel", "tel no", "tel number", "home tel", "work tel", "business tel", "contact number", "dial", "direct dial", "direct line",
            "direct number", "direct tel", "work number", "office number", "main number", "main line", "switchboard", "landline");
    /// Nobody answers there.
    private static final Set<String> MACHINES = Set.of("fax", "telefax", "pager", "isdn", "telex", "tty");
    /// What makes a column about a phone, not a phone.
    private static final Set<String> NOT_DIALED = Set.of("ext", "extension", "type", "label",
        "code", "status", "valid", "source", "carrier", "consent", "opt", "date", "time", "count", "call", "calls", "last", "wrong",
        "bad", "not", "country", "extensions", "confidence", "score", "verified", "notes", "note");

    private static final Pattern HUMPS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?(?=\\P{L}|$)");
    private static final Pattern NO_WORDS = Pattern.compile("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})|[^\\p{L}\\d]+");
    private static final Pattern E_MAIL = Pattern.compile("\\be mail\\b");
    private static final Pattern NO_NAME = Pattern.compile("\\d+|\\bvalue\\b");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("['\\s]*[+(\\d][\\d\\s().+/–-]*(?:\\s*(?:x|ext\\.?)\\s*\\d+)?\\s*");
    /// No header that is known is as long.
    private static final int LONG = 200;
    /// From each synonym to the first field that has it.
    private static final Map<String, Field> BY_SYNONYM = Arrays.stream(Field.values()).flatMap(f -> f.synonyms.stream().map(name -> Map.entry(name, f)))
        .collect(Collectors.toMap(Entry::getKey, Entry::getValue, (a, b) -> a));

    /// A column with a number.
    ///
    /// @param labelColumn     where the kind of number stands (Google: `Phone 1 - Label`), or -1
    /// @param extensionColumn where the digits after it stand (ACT!: `Phone Ext-`), or -1
    record PhoneColumn(int column, PhoneKind kind, int labelColumn, int extensionColumn) {}

    /// What each column of a list is.
    ///
    /// @param headers the file's own, one a column, without two that are the same
    /// @param columns for each field the columns to look in, best first
    /// @param phones  in the order of dialing
    /// @param extra   the columns that stay merge fields
    /// @param defaults for fields that a row says nothing of
    record Columns(List<String> headers, Map<Field, List<Integer>> columns, List<PhoneColumn> phones, List<Integer> extra,
                   Map<Field, String> defaults) {
        List<Integer> of(Field field) {
            return columns.getOrDefault(field, List.of());
        }
    }

    /// How many cells of a row are headers that are known or named in `mapping`; 0 for a row with a number or an address, which
    /// is data.
    static int known(List<String> row, Map<String, String> mapping, String country) {
        if (row.stream().anyMatch(cell -> looksLikePhone(cell, country) || cell.contains("@"))) {
            return 0;
        }
        Set<String> asked = mapping.values().stream().map(HeaderRules::normal).collect(Collectors.toSet());
        return (int) row.stream().filter(cell -> cell.length() < LONG).map(HeaderRules::normal).distinct()
            .filter(cell -> asked.contains(cell) || field(cell).isPresent() || kind(cell).isPresent() || ALSO_KNOWN.contains(plain(cell)))
            .count();
    }

    static boolean looksLikePhone(String cell, String country) {
        return cell.length() < 40 && cell.chars().filter(Character::isDigit).count() >= 7
            && NUMBER.matcher(cell).matches()
            && PhoneNumbers.parse(cell, country).isPresent();
    }

    /// The columns of a list with this header row.
    ///
    /// @param mapping what the rep said: field to header; outranks the synonyms
    /// @throws AppException when the mapping names a field or a header that does not exist
    static Columns columns(List<String> row, Map<String, String> mapping) throws AppException {
        List<String> headers = distinct(row);
        List<String> normal = row.stream().map(HeaderRules::normal).toList();
        Map<Field, List<Integer>> chosen = chosen(headers, normal, mapping);
        Set<Integer> taken = chosen.values().stream().flatMap(List::stream).collect(Collectors.toCollection(HashSet::new));

        List<Optional<Field>> fields = normal.stream().map(HeaderRules::field).toList();
        Map<Field, List<Integer>> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            columns.put(field, chosen.containsKey(field) ? chosen.get(field) : byRank(field, normal, fields, taken));
        }
        if (columns.get(Field.COMPANY).isEmpty() && normal.contains("primary contact name") && normal.contains("display name")) {
            // Close: the lead is the company, its contact the person.
            int company = normal.indexOf("display name");
            columns.put(Field.COMPANY, List.of(company));
            columns.put(Field.FULL_NAME, columns.get(Field.FULL_NAME).stream().filter(c -> c != company).toList());
        }
        List<PhoneColumn> phones = phones(normal, columns, chosen.containsKey(Field.PHONE));
        return new Columns(headers, columns, phones, extra(row.size(), columns, phones), Map.of());
    }

    /// The columns that stay merge fields: all that no field takes at first.
    static List<Integer> extra(int width, Map<Field, List<Integer>> columns, List<PhoneColumn> phones) {
        Set<Integer> used = columns.values().stream().filter(c -> !c.isEmpty()).map(List::getFirst).collect(Collectors.toSet());
        phones.forEach(phone -> used.add(phone.column()));
        if (!columns.getOrDefault(Field.FIRST_NAME, List.of()).isEmpty() || !columns.getOrDefault(Field.LAST_NAME, List.of()).isEmpty()) {
            used.removeAll(columns.getOrDefault(Field.FULL_NAME, List.of()));
        }
        return IntStream.range(0, width).filter(c -> !used.contains(c)).boxed().toList();
    }

    private static Map<Field, List<Integer>> chosen(List<String> headers, List<String> normal, Map<String, String> mapping)
            throws AppException {
        Map<Field, List<Integer>> chosen = new EnumMap<>(Field.class);
        for (Entry<String, String> entry : mapping.entrySet()) {
            Field field = named(entry.getKey());
            int column = headers.indexOf(entry.getValue()) >= 0 ? headers.indexOf(entry.getValue()) : normal.indexOf(normal(entry.getValue()));
            if (column < 0) {
                throw new AppException("The file has no column “" + entry.getValue() + "”. Its columns are " + shown(headers) + ".", null);
            }
            chosen.put(field, List.of(column));
        }
        return chosen;
    }

    /// The field of this name: "first_name".
    ///
    /// @throws AppException for a name that is none
    static Field named(String name) throws AppException {
        String code = normal(name).replace(' ', '_');
        return Arrays.stream(Field.values()).filter(f -> f.toString().equals(code)).findFirst()
            .orElseThrow(() -> new AppException("There is no field “" + name + "”. The fields are "
                + Arrays.stream(Field.values()).map(Field::toString).collect(Collectors.joining(", ")) + ".", null));
    }

    private static List<Integer> byRank(Field field, List<String> normal, List<Optional<Field>> fields, Set<Integer> taken) {
        return IntStream.range(0, normal.size()).filter(c -> !taken.contains(c) && fields.get(c).equals(Optional.of(field)))
            .filter(c -> field != Field.TITLE || !normal.get(c).equals("title") || normal.stream().noneMatch(SALUTATION_BESIDE::contains))
            .boxed().sorted(Comparator.comparingInt((Integer c) -> rank(field, normal.get(c))).thenComparing(c -> c)).toList();
    }

    /// The lower the better a header says what it is; -1 when it does not say this field.
    static int rank(Field field, String normal) {
        int exact = field.synonyms.indexOf(normal);
        return exact >= 0 ? exact : field.synonyms.indexOf(plain(normal));
    }

    private static List<PhoneColumn> phones(List<String> normal, Map<Field, List<Integer>> columns, boolean chosen) {
        Set<Integer> taken = columns.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        List<PhoneColumn> phones = new ArrayList<>();
        for (int c = 0; c < normal.size(); c++) {
            if (!taken.contains(c)) {
                int column = c;
                kind(normal.get(c)).ifPresent(kind -> phones.add(phone(normal, column, kind)));
            }
        }
        phones.sort(Comparator.comparing(PhoneColumn::kind));
        if (chosen) {
            // What the rep named is dialed first; the others stay as second numbers.
            int column = columns.getOrDefault(Field.PHONE, List.of()).getFirst();
            phones.addFirst(phone(normal, column, kind(normal.get(column)).orElse(PhoneKind.PLAIN)));
        }
        return phones;
    }

    /// A column with a number, and those that say more about it.
    ///
    /// @param normal all headers
    static PhoneColumn phone(List<String> normal, int column, PhoneKind kind) {
        String name = normal.get(column).replaceFirst(" value$", "");
        int extension = Math.max(normal.indexOf(name + " ext"), normal.indexOf(name + " extension"));
        boolean first = IntStream.range(0, column).noneMatch(c -> kind(normal.get(c)).filter(PhoneKind.PLAIN::equals).isPresent());
        if (extension < 0 && kind == PhoneKind.PLAIN && first) {
            extension = Math.max(normal.indexOf("ext"), normal.indexOf("extension"));
        }
        return new PhoneColumn(column, kind, Math.max(normal.indexOf(name + " label"), normal.indexOf(name + " type")), extension);
    }

    /// The field that a header names, apart from phones.
    static Optional<Field> field(String header) {
        String exact = normal(header);
        return Optional.ofNullable(BY_SYNONYM.get(exact)).or(() -> Optional.ofNullable(BY_SYNONYM.get(plain(exact))));
    }

    /// The kind of number that a header or a label names; empty when it does not name one to dial.
    static Optional<PhoneKind> kind(String header) {
        String name = TOGETHER.matcher(plain(normal(header))).replaceAll("$1 phone");
        Set<String> words = new HashSet<>(List.of(name.split(" ")));
        boolean phone = PLAIN_PHONES.contains(name) || words.size() <= 6 && words.stream().anyMatch(PHONE_WORDS::contains);
        if (!phone || words.stream().anyMatch(NOT_DIALED::contains) || words.stream().anyMatch(MACHINES::contains)) {
            return Optional.empty();
        }
        return Optional.of(kindOf(words));
    }

    /// A fax or its like, whatever its numbers look like.
    static boolean isMachine(String header) {
        return Arrays.stream(plain(normal(header)).split(" ")).anyMatch(MACHINES::contains);
    }

    private static PhoneKind kindOf(Set<String> words) {
        if (words.contains("callback") || words.contains("assistant") || words.contains("asst")) {
            return PhoneKind.LAST;
        }
        if (words.contains("mobile") || words.contains("cell") || words.contains("cellphone")) {
            return PhoneKind.MOBILE;
        }
        if (words.contains("direct")) {
            return PhoneKind.DIRECT;
        }
        if (words.contains("company") || words.contains("corporate") || words.contains("hq") || words.contains("main") || words.contains("switchboard")) {
            return PhoneKind.MAIN_LINE;
        }
        return words.contains("alt") || words.contains("alternate") || words.contains("other") || words.contains("home")
            || words.contains("car") || words.contains("radio") ? PhoneKind.OTHER : PhoneKind.PLAIN;
    }

    /// The kind that the cell beside a number gives it ("Mobile", "Work Fax"); `otherwise` for an empty cell, empty for a fax.
    static Optional<PhoneKind> kind(String label, PhoneKind otherwise) {
        return label.isBlank() ? Optional.of(otherwise) : kind(label + " phone");
    }

    /// Lower case, words apart: "firstName", "First_Name" and "FIRST NAME" are "first name"; "phone1" is "phone 1".
    static String normal(String header) {
        String apart = HUMPS.matcher(header).replaceAll(" ").toLowerCase(Locale.ROOT);
        return E_MAIL.matcher(NO_WORDS.matcher(POSSESSIVE.matcher(apart).replaceAll("")).replaceAll(" ")).replaceAll("email").strip();
    }

    /// In English, without numbers and the word that says that it is the value: "phone 1 value" and "telefon 2" are "phone".
    private static String plain(String normal) {
        return LanguageRules.english(BLANKS.matcher(NO_NAME.matcher(normal).replaceAll(" ")).replaceAll(" ").strip());
    }

    /// A header that is known, of what has no place of its own in a prospect.
    static boolean isKnownExtra(String header) {
        return ALSO_KNOWN.contains(plain(normal(header)));
    }

    /// Every header once: the second "Note" is "Note 2", a missing one "Column 7".
    static List<String> distinct(List<String> row) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> headers = new ArrayList<>();
        for (String cell : row) {
            String name = cell.isBlank() ? "Column " + (headers.size() + 1) : cell.strip();
            int count = seen.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
            headers.add(count == 1 ? name : name + " " + count);
        }
        return headers;
    }

    /// For a message: the headers, shortened.
    static String shown(List<String> headers) {
        String all = headers.stream().map(h -> h.length() > 40 ? h.substring(0, 40) + "…" : h).limit(40).collect(Collectors.joining(", "));
        return headers.size() > 40 ? all + ", …" : all;
    }
}
