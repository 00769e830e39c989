package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Fix;
import app.afterbeep.coach.Finding.Part;
import app.afterbeep.coach.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The subject decides whether an email is opened, and whether it arrives.
final class Subjects implements Rule {
    private static final String RULE = "subject";
    private static final Phrases SPAM = new Phrases("subject.txt");
    private static final int LONGEST = 60;
    private static final Pattern FAKE = Pattern.compile("^\\s*(?:(?:re|fwd?|aw|wg)\\s*:\\s*)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHOUTS = Pattern.compile("!+|\\b\\p{Lu}{4,}(?:\\s+\\p{Lu}{2,})*\\b");

    @Override
    public List<Finding> read(Reading reading) {
        if (!reading.email()) {
            return List.of();
        }
        String subject = reading.draft().subject();
        if (subject.isBlank()) {
            return List.of(new Finding(RULE, Severity.ERROR, Part.SUBJECT, 0, 0, "No subject",
                "Without one it is taken for junk. Say in a few words what is inside.",
                Optional.empty()));
        }
        List<Finding> found = new ArrayList<>();
        Matcher fake = FAKE.matcher(subject);
        if (fake.find()) {
            boolean all = fake.end() == subject.length();
            found.add(new Finding(RULE, Severity.WARNING, Part.SUBJECT, fake.start(), fake.end(), "Pretends to be an answer",
                "An answer gets its \u201cRe:\u201d by itself; a false one costs their trust.",
                all ? Optional.empty() : Optional.of(new Fix("Remove", 0, fake.end(), ""))));
        }
        int length = reading.subject().filled().text().strip().length();
        if (length > LONGEST) {
            found.add(new Finding(RULE, Severity.WARNING, Part.SUBJECT, 0, subject.length(), "A long subject",
                length + " characters; a phone shows about 40, a screen " + LONGEST + ".", Optional.empty()));
        }
        Matcher shouts = SHOUTS.matcher(subject);
        if (shouts.find()) {
            boolean marks = shouts.group().startsWith("!");
            String calm = marks ? "" : shouts.group().charAt(0) + shouts.group().substring(1).toLowerCase(Locale.ROOT);
            found.add(new Finding(RULE, Severity.WARNING, Part.SUBJECT, shouts.start(), shouts.end(), "Shouts",
                "Filters and people sort such subjects out.",
                marks && subject.replace("!", "").isBlank() ? Optional.empty() : Optional.of(new Fix("Say it calmly", shouts.start(),
                    shouts.end(), calm))));
        }
        reading.subject().sentences().stream().flatMap(s -> SPAM.in(reading.subject(), s).stream()).findFirst()
            .ifPresent(m -> found.add(new Reading.Where(Part.SUBJECT, reading.subject()).finding(RULE, Severity.WARNING, m.first(), m.last(),
                "Sounds like advertising",
                "\u201c" + reading.subject().quoted(m.first(), m.last()) + "\u201d: " + m.group().why(), Optional.empty())));
        return found;
    }
}
