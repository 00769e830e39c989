package app.afterbeep.lists;

import app.afterbeep.lists.FileLook.Certainty;
import app.afterbeep.lists.FileLook.ColumnLook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a column of a file can be, in words.
final class FieldWords {
    /// In the order in which they are offered: people first, then numbers, then the rest.
    private static final List<Choice> CHOICES = List.of(
        new Choice("first_name", "First name", "given forename"), new Choice("last_name", "Last name", "family surname"),
        new Choice("full_name", "Full name", "contact person"), new Choice("company", "Company", "account organization employer"),
        new Choice("title", "Job title", "position role"), new Choice("phone", "Phone", "number telephone"),
        new Choice("phone:mobile", "Mobile phone", "cell number"), new Choice("phone:direct", "Direct phone", "number line"),
        new Choice("phone:main_line", "Company’s main line", "phone number office"), new Choice("phone:other", "Other phone", "number second home"),
        new Choice("phone_code", "Calling code of the country", "phone dial"), new Choice("email", "Email", "mail address"),
        new Choice("city", "City", "town"), new Choice("state", "State", "province region"), new Choice("zip", "Postal code", "zip"),
        new Choice("country", "Country", ""), new Choice("time_zone", "Time zone", "utc offset"),
        new Choice("do_not_call", "Do not call, yes or no", "dnc suppress"), new Choice("external_id", "External id", "record key"),
        new Choice("note", "Note", "comment remarks"), new Choice("reach", "Reach", "answers assistant never"),
        new Choice(ColumnLook.EXTRA, "Keep as merge field", "extra"), new Choice(ColumnLook.IGNORED, "Leave out", "ignore skip none"));

    private FieldWords() {}

    /// One meaning that a column can have.
    ///
    /// @param field as a [ColumnLook] names it
    /// @param also  other words that it is found by
    record Choice(String field, String label, String also) {
        /// Whether all words that were typed begin one of its own.
        boolean matches(String typed) {
            List<String> own = Stream.of(label.split("\\P{L}+"), also.split(" ")).flatMap(Arrays::stream).map(FieldWords::lower).toList();
            return Arrays.stream(typed.strip().split("\\s+")).map(FieldWords::lower).allMatch(word -> own.stream().anyMatch(o -> o.startsWith(word)));
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static List<Choice> choices() {
        return CHOICES;
    }

    /// Those that a value can be given for where a row has none.
    static List<Choice> withDefault() {
        return CHOICES.stream().filter(choice -> !phone(choice.field()) && !List.of(ColumnLook.EXTRA, ColumnLook.IGNORED, "external_id", "email", "phone_code")
            .contains(choice.field())).toList();
    }

    /// What fits what was typed; those whose first word does come first.
    static List<Choice> matching(String typed) {
        String begun = lower(typed.strip());
        Stream<Choice> first = CHOICES.stream().filter(choice -> choice.matches(typed) && lower(choice.label()).startsWith(begun));
        return Stream.concat(first, CHOICES.stream().filter(choice -> choice.matches(typed))).distinct().toList();
    }

    /// "First name"; a field that has no words here is called by its name.
    static String label(String field) {
        return CHOICES.stream().filter(choice -> choice.field().equals(field)).findFirst().map(Choice::label)
            .orElseGet(() -> phone(field) ? "Phone, " + field.substring(field.indexOf(':') + 1) : capital(field.replace('_', ' ')));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static boolean phone(String field) {
        return field.equals("phone") || field.startsWith("phone:");
    }

    static String words(Certainty certainty) {
        return switch (certainty) {
            case SURE -> "sure";
            case LIKELY -> "likely";
            case UNKNOWN -> "not recognised";
            case CHOSEN -> "your choice";
        };
    }
}
