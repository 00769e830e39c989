package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Fix;
import app.afterbeep.coach.Finding.Part;
import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.Script.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// A missing value is never spoken or sent as a blank: fields that nobody knows, values that are missing, and places that were
/// to be filled in by hand.
final class Fields implements Rule {
    private static final String RULE = "unresolved-field";
    private static final Pattern BY_HAND = Pattern.compile("\\[[\\p{L}][^\\[\\]\\n{}]{0,38}]|(?<!\\{)\\{[\\p{L}][^{}\\n]{0,38}}(?!})|<[\\p{L}][\\p{L}_ ]{1,28}>"
        + "|_{3,60}|\\bX{3,20}\\b|\\{\\{(?![^{}]{1,200}}})");
    private static final int LONGEST_NAME = 60;
    private static final int FAR = 4;
    private static final Map<String, String> FALLBACKS = Map.of("first_name", "there", "company", "your team", "title", "your role", "city",
        "your area",
        "state", "your state", "my_problem", "small delays that everyone works around",
        "my_result", "got several hours of their week back");
    private static final Set<String> PROSPECT = Set.of("first_name", "last_name", "full_name", "company", "title", "city", "state", "zip",
        "country",
        "email", "last_message_day");

    @Override
    public List<Finding> read(Reading reading) {
        List<Finding> found = new ArrayList<>();
        for (Reading.Where where : List.of(new Reading.Where(Part.SUBJECT, reading.subject()), new Reading.Where(Part.BODY, reading.body()))) {
            for (MergeText.Piece piece : where.passage().filled().pieces()) {
                if (piece.own()) {
                    byHand(reading, where, piece, found);
                } else {
                    field(reading, where, piece).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static void byHand(Reading reading, Reading.Where where, MergeText.Piece piece, List<Finding> found) {
        if (piece.text().chars().noneMatch(c -> "[{<_X".indexOf(c) >= 0)) {
            return;
        }
        Matcher matcher = BY_HAND.matcher(piece.text());
        while (matcher.find()) {
            int from = piece.from() + matcher.start();
            int to = piece.from() + matcher.end();
            String name = matcher.group().replaceAll("[^\\p{L}\\p{N}_ ]", "").strip();
            Optional<Fix> fix = nearest(name, reading.draft().fields()).filter(f -> matcher.group().length() > 2).map(f -> new Fix("Use " + f, from, to, field(f, fallback(f))));
            found.add(new Finding(RULE, Severity.ERROR, where.part(), from, to, "Not filled in",
                "\u201c" + matcher.group() + "\u201d would be " + (reading.email() ? "sent" : "spoken")
                    + " as it stands; a field stands in {{two braces}}.", fix));
        }
    }

    private static Optional<Finding> field(Reading reading, Reading.Where where, MergeText.Piece piece) {
        String name = MergeText.normal(piece.field());
        boolean known = reading.draft().fields().contains(name) || reading.draft().fields().stream().anyMatch(f -> MergeText.normal(f).equals(name));
        if (!known) {
            Optional<String> nearest = nearest(piece.field(), reading.draft().fields());
            String written = where.passage().written(piece.from(), piece.to());
            String fallback = written.indexOf('|') < 0 ? "" : written.substring(written.indexOf('|'), written.length() - 2);
            return Optional.of(new Finding(RULE, Severity.ERROR, where.part(), piece.from(), piece.to(), "Unknown field",
                "Nobody has a value for \u201c" + shortened(piece.field()) + "\u201d." + nearest.map(n -> " Perhaps " + n + "?").orElse(""),
                nearest.map(n -> new Fix("Use " + n, piece.from(), piece.to(), "{{" + n + fallback + "}}"))));
        }
        boolean bare = where.passage().written(piece.from(), piece.to()).indexOf('|') < 0;
        Optional<Fix> fix = Optional.of(fallback(name)).filter(f -> !f.isEmpty())
            .map(f -> new Fix("Fall back to \u201c" + f.substring(1) + "\u201d", piece.from(), piece.to(), field(piece.field(), f)));
        if (piece.missing()) {
            String spaced = name.replace('_', ' ');
            boolean mine = name.startsWith("my_") && MergeField.names().contains(name);
            return Optional.of(new Finding(RULE, Severity.WARNING, where.part(), piece.from(), piece.to(), (mine ? "Not in Settings: " : "No ") + spaced,
                mine ? "Write it in Settings, under Me: what is blank is never spoken."
                    : PROSPECT.contains(name) || !MergeField.names().contains(name) ? "This prospect has none: add words that stand in for it."
                    : "It comes from the call that is scheduled next, and there is none.", fix));
        }
        boolean prospects = PROSPECT.contains(name) || !MergeField.names().contains(name);
        return bare && prospects && reading.draft().channel() != Channel.CALL_GUIDE
            ? Optional.of(new Finding(Finding.NO_FALLBACK, Severity.HINT, where.part(), piece.from(), piece.to(),
                "No words for a missing " + name.replace('_', ' '),
                "Somebody on your list will have none, and is then left out until you write some.", fix)) : Optional.empty();
    }

    private static String field(String name, String fallback) {
        return "{{" + name + fallback + "}}";
    }

    /// With the bar, or "" where nothing fits every script.
    private static String fallback(String name) {
        String words = FALLBACKS.getOrDefault(MergeText.normal(name), "");
        return words.isEmpty() ? "" : "|" + words;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "\u2026" : name;
    }

    /// The field that was probably meant.
    private static Optional<String> nearest(String name, Set<String> fields) {
        String wanted = MergeText.normal(name).replace("_", "");
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        LevenshteinDistance distance = new LevenshteinDistance(Math.min(FAR, Math.max(1, wanted.length() / 3)));
        record Near(String field, int distance) {}
        Stream<Near> alias = switch (wanted) {
            case "name", "fname", "first", "prospect", "prospectname", "contact" -> Stream.of(new Near("first_name", 0));
            case "yourname", "repname", "me", "myfirstname", "sender" -> Stream.of(new Near("my_name", 0));
            case "yourcompany", "companyname", "account" -> Stream.of(new Near(wanted.startsWith("your") ? "my_company" : "company", 0));
            case "day", "date", "callbackdate" -> Stream.of(new Near("callback_day", 0));
            case "time" -> Stream.of(new Near("callback_time", 0));
            default -> Stream.empty();
        };
        return Stream.concat(alias.filter(n -> fields.contains(n.field())),
                fields.stream().sorted().map(f -> new Near(f, distance.apply(wanted, MergeText.normal(f).replace("_", ""))))
                    .filter(n -> n.distance() >= 0))
            .min(Comparator.comparingInt(Near::distance)).map(Near::field);
    }
}
