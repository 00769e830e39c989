package app.afterbeep.lists;

import app.afterbeep.lists.HeaderRules.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whose file it is, by headers that only that program writes, and where those mean something else than they say.
final class SourceRules {
    /// VICIdial's lead file has no header row.
    static final String BY_POSITION = "VICIdial, by position";
    /// The program that this is.
    static final String OURS = "Afterbeep";
    static final List<String> VICIDIAL_COLUMNS = List.of("vendor_lead_code", "source_id", "list_id", "phone_code", "phone_number", "title", "first_name",
        "middle_initial", "last_name", "address1", "address2", "address3", "city", "state", "province", "postal_code", "country_code", "gender",
        "date_of_birth", "alt_phone", "email", "security_phrase", "comments", "rank", "owner");
    /// Older versions end before rank and owner.
    private static final int LEAST_COLUMNS = 23;
    private static final Pattern DIGITS = Pattern.compile("\\d*");
    private static final Pattern SHORT = Pattern.compile("\\d{1,4}");
    private static final Pattern COUNTRY = Pattern.compile("\\p{L}{0,3}");

    private static final List<Source> SOURCES = List.of(
        new Source("Afterbeep, call log", "attempt id; direction; outcome; phone"),
        new Source(OURS, "next call at; wrong numbers; external id"),
        // The agent stands there with a full name, not the prospect.
        new Source("VICIdial, call export", Map.of("full name", "extra"), "call date; phone number dialed"),
        new Source("VICIdial", Map.of("full name", "extra"), "vendor lead code; phone code; phone number"),
        new Source("HubSpot", "hs object id", "hs lead status", "lifecyclestage", "record id; lifecycle stage", "record id; lead status", "record id; contact owner",
            "record id; associated company", "record id contact"),
        // The lead is the company, its contact the person.
        new Source("Close", Map.of("display name", "company"), "display name; primary contact name", "primary contact primary phone"),
        new Source("Google", "given name; family name; group membership", "phone 1 value; labels", "phone 1 value; phone 1 label", "phone 1 value; phone 1 type"),
        new Source("LinkedIn", "first name; last name; url; connected on"),
        new Source("Apollo", "person linkedin url; seniority", "company name for emails", "apollo contact id", "work direct phone; corporate phone"),
        new Source("ZoomInfo", "zoom info contact id", "company hq phone"),
        new Source("Outlook", "business phone; job title; email address; company; middle name", "business street; business phone; email address"),
        new Source("ACT!", "phone ext; web site; company"),
        new Source("Salesforce", "account name; mailing city", "account name; mailing state", "account name; mailing state province", "account name; lead source",
            "contact id; account name", "lead id; lead source", "lead id; lead owner", "lead id; company account", "account id; last name"));

    private SourceRules() {}

    /// @param meanings what columns of these headers are, where that is not what they say
    /// @param signs    each enough: all of its headers are there
    private record Source(String name, Map<String, String> meanings, List<Set<String>> signs) {
        Source(String name, String... signs) {
            this(name, Map.of(), signs);
        }

        Source(String name, Map<String, String> meanings, String... signs) {
            this(name, meanings, Arrays.stream(signs).map(sign -> Set.of(sign.split("; "))).toList());
        }
    }

    private static Optional<Source> source(List<String> headers) {
        Set<String> normal = headers.stream().map(HeaderRules::normal).collect(Collectors.toCollection(HashSet::new));
        return SOURCES.stream().filter(source -> source.signs().stream().anyMatch(normal::containsAll)).findFirst();
    }

    /// The program that writes these headers; "" for any other.
    static String name(List<String> headers) {
        boolean pipedrive = headers.stream().anyMatch(header -> header.strip().matches("(?:Person|Organization) - .+"));
        return pipedrive ? "Pipedrive" : source(headers).map(Source::name).orElse("");
    }

    /// From a header, as [HeaderRules#normal] has it, to what its column is in the file of that program, where that is not what it says.
    static Map<String, String> meanings(List<String> headers) {
        return source(headers).map(Source::meanings).orElse(Map.of());
    }

    /// Whether rows without a header are VICIdial's: so wide, with the numbers, the dial code and the country where they belong.
    static boolean isVicidial(List<List<String>> rows, String country) {
        return !rows.isEmpty() && rows.stream().filter(row -> isVicidialRow(row, country)).count() >= ValueRules.MOST * rows.size();
    }

    private static boolean isVicidialRow(List<String> row, String country) {
        return row.size() >= LEAST_COLUMNS && row.size() <= VICIDIAL_COLUMNS.size()
            && SHORT.matcher(at(row, "phone_code")).matches() && HeaderRules.looksLikePhone(at(row, "phone_number"), country)
            && DIGITS.matcher(at(row, "list_id")).matches() && COUNTRY.matcher(at(row, "country_code")).matches()
            && at(row, "gender").length() <= 1 && (at(row, "email").isEmpty() || at(row, "email").contains("@"));
    }

    private static String at(List<String> row, String column) {
        return row.get(VICIDIAL_COLUMNS.indexOf(column)).strip();
    }

    /// Headers that are known to stay merge fields.
    static boolean isKnownExtra(String header) {
        return HeaderRules.isKnownExtra(header) || VICIDIAL_COLUMNS.contains(header) && HeaderRules.field(header).filter(f -> f != Field.TITLE).isEmpty();
    }
}
