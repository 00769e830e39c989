package app.afterbeep.lists;

import app.afterbeep.lists.FileLook.Certainty;
import app.afterbeep.lists.FileLook.ColumnLook;
import app.afterbeep.lists.HeaderRules.Columns;
import app.afterbeep.lists.HeaderRules.Field;
import app.afterbeep.lists.HeaderRules.PhoneColumn;
import app.afterbeep.lists.HeaderRules.PhoneKind;
import app.afterbeep.ui.AppException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the columns of a list are, from their headers and their values together. Each column is told by one word, as a [ColumnLook] has it, and from
/// these words follows how rows are read: whoever chooses words reads the same as whoever is guessed for.
final class ColumnRules {
    private static final String PHONE = "phone";
    private static final int SAMPLES = 5;

    private ColumnRules() {}

    /// All words that a column can be told by, for a choice.
    static List<String> words() {
        Stream<String> fields = Arrays.stream(Field.values()).filter(field -> field != Field.PHONE).map(Field::toString);
        Stream<String> phones = Arrays.stream(PhoneKind.values()).map(ColumnRules::word).distinct();
        return Stream.of(fields, phones, Stream.of(ColumnLook.EXTRA, ColumnLook.IGNORED)).flatMap(all -> all).toList();
    }

    private static String word(PhoneKind kind) {
        return kind == PhoneKind.PLAIN ? PHONE : PHONE + ":" + kind.label().replace(' ', '_');
    }

    /// The words of columns that are found out.
    static List<String> words(Columns columns) {
        String[] words = new String[columns.headers().size()];
        Arrays.fill(words, ColumnLook.EXTRA);
        columns.columns().forEach((field, found) -> found.forEach(column -> words[column] = field.toString()));
        columns.phones().forEach(phone -> words[phone.column()] = word(phone.kind()));
        return List.of(words);
    }

    /// What values add to the words of the headers: fields that no header names, and headers that their values contradict.
    static List<String> withValues(List<String> headers, List<String> words, List<List<String>> values, ValueRules rules) {
        List<String> better = new ArrayList<>(words);
        Map<String, String> meanings = SourceRules.meanings(headers);
        for (int column = 0; column < better.size(); column++) {
            boolean phone = isPhone(better.get(column));
            if (phone && rules.emails(values.get(column))) {
                better.set(column, Field.EMAIL.toString());
            } else if (better.get(column).equals(Field.EMAIL.toString()) && rules.phones(values.get(column))) {
                better.set(column, PHONE);
            }
            String meaning = meanings.isEmpty() ? null : meanings.get(HeaderRules.normal(headers.get(column)));
            if (meaning != null) {
                better.set(column, meaning);
            }
        }
        if (better.stream().noneMatch(ColumnRules::isPhone)) {
            IntStream.range(0, better.size()).filter(c -> better.get(c).equals(ColumnLook.EXTRA) && !HeaderRules.isMachine(headers.get(c)) && rules.phones(values.get(c))).findFirst()
                .ifPresent(column -> better.set(column, PHONE));
        }
        for (int column = 0; column < better.size(); column++) {
            boolean open = better.get(column).equals(ColumnLook.EXTRA) && !SourceRules.isKnownExtra(headers.get(column));
            Optional<Field> guess = open ? rules.guess(values.get(column), fields(better)) : Optional.empty();
            guess.filter(field -> !fields(better).contains(field)).map(Field::toString).ifPresent(new Setter(better, column)::set);
        }
        return better;
    }

    private record Setter(List<String> words, int column) {
        void set(String word) {
            words.set(column, word);
        }
    }

    private static boolean isPhone(String word) {
        return word.equals(PHONE) || word.startsWith(PHONE + ":");
    }

    private static Set<Field> fields(List<String> words) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        Arrays.stream(Field.values()).filter(field -> words.contains(field.toString())).forEach(fields::add);
        return fields;
    }

    /// How the rows of a file are read whose columns are told by these words; a column too many stays a merge field.
    ///
    /// @param defaults field to value
    /// @throws AppException for a word that is none
    static Columns columns(List<String> headers, List<String> words, Map<String, String> defaults) throws AppException {
        List<String> normal = headers.stream().map(HeaderRules::normal).toList();
        Map<Field, List<Integer>> columns = new EnumMap<>(Field.class);
        List<PhoneColumn> phones = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            String word = column < words.size() ? words.get(column) : ColumnLook.EXTRA;
            if (isPhone(word)) {
                phones.add(HeaderRules.phone(normal, column, kind(word, normal.get(column))));
            } else if (!word.equals(ColumnLook.EXTRA) && !word.equals(ColumnLook.IGNORED)) {
                columns.computeIfAbsent(HeaderRules.named(word), f -> new ArrayList<>()).add(column);
            }
        }
        columns.forEach((field, found) -> found.sort(Comparator.comparingInt(c -> HeaderRules.rank(field, normal.get(c)))));
        phones.sort(Comparator.comparing(PhoneColumn::kind));
        List<Integer> extra = HeaderRules.extra(headers.size(), columns, phones).stream()
            .filter(c -> c >= words.size() || !words.get(c).equals(ColumnLook.IGNORED)).toList();
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Entry<String, String> value : defaults.entrySet()) {
            values.put(HeaderRules.named(value.getKey()), value.getValue().strip());
        }
        return new Columns(headers, columns, phones, extra, values);
    }

    private static PhoneKind kind(String word, String normal) throws AppException {
        String label = word.equals(PHONE) ? "" : word.substring(PHONE.length() + 1).replace('_', ' ');
        if (label.equals(PhoneKind.LAST.label()) && HeaderRules.kind(normal).filter(PhoneKind.LAST::equals).isPresent()) {
            return PhoneKind.LAST;
        }
        return Arrays.stream(PhoneKind.values()).filter(kind -> kind.label().equals(label)).findFirst()
            .orElseThrow(() -> new AppException("There is no kind of number “" + label + "”. The kinds are mobile, direct, main_line and other.", null));
    }

    /// What the columns look like to the rep.
    ///
    /// @param words   what they are taken for
    /// @param guessed what they would be taken for
    /// @param chosen  the rep has said all of `words`, with this file or an earlier one
    static List<ColumnLook> looks(List<String> headers, List<String> words, List<String> guessed, boolean chosen, List<List<String>> values,
                                  ValueRules rules) {
        List<String> normal = headers.stream().map(HeaderRules::normal).toList();
        Set<Integer> aboutPhones = aboutPhones(normal);
        // What a program that is known writes besides is known not to be more.
        boolean source = !SourceRules.name(headers).isEmpty();
        Map<String, String> meanings = SourceRules.meanings(headers);
        List<ColumnLook> looks = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            String word = column < words.size() ? words.get(column) : ColumnLook.EXTRA;
            boolean meant = aboutPhones.contains(column) || word.equals(meanings.get(normal.get(column)))
                || source && word.equals(ColumnLook.EXTRA);
            Certainty certainty = chosen || !word.equals(guessed.get(column)) ? Certainty.CHOSEN
                : meant ? Certainty.SURE : certainty(headers.get(column), word, values.get(column), rules);
            looks.add(new ColumnLook(headers.get(column), word, certainty, samples(values.get(column))));
        }
        return looks;
    }

    static List<String> samples(List<String> values) {
        return values.stream().distinct().limit(SAMPLES).toList();
    }

    /// The columns with the kind or the extension of a number in another one.
    private static Set<Integer> aboutPhones(List<String> normal) {
        return IntStream.range(0, normal.size()).filter(c -> HeaderRules.kind(normal.get(c)).isPresent())
            .mapToObj(c -> HeaderRules.phone(normal, c, PhoneKind.PLAIN)).flatMap(phone -> Stream.of(phone.labelColumn(), phone.extensionColumn()))
            .collect(java.util.stream.Collectors.toSet());
    }

    private static Certainty certainty(String header, String word, List<String> values, ValueRules rules) {
        if (word.equals(ColumnLook.EXTRA)) {
            boolean known = SourceRules.isKnownExtra(header) || HeaderRules.field(header).isPresent();
            return known ? Certainty.SURE : Certainty.UNKNOWN;
        }
        if (isPhone(word)) {
            boolean said = HeaderRules.kind(header).isPresent();
            return said && (values.isEmpty() || rules.phones(values)) ? Certainty.SURE : Certainty.LIKELY;
        }
        Optional<Field> said = HeaderRules.field(header).filter(field -> field.toString().equals(word));
        return said.isPresent() && rules.fit(said.get(), values) ? Certainty.SURE : Certainty.LIKELY;
    }
}
