package app.afterbeep.settings;

import app.afterbeep.ui.Times;
import java.net.URI;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the rep may set, and how a value is written on the screen.
final class SettingRules {
    private static final int LONGEST = 300;
    private static final String SAMPLE = "+12155550142";

    private SettingRules() {}

    /// What was typed, judged.
    sealed interface Judged {
        /// @param value as it is kept
        record Good(String value) implements Judged {}

        /// @param why says what to type instead
        record Bad(String why) implements Judged {}
    }

    /// Judges `text` as the value of `setting`, beside the other settings as they are.
    static Judged judge(Setting setting, String text, Settings others) {
        String typed = text.strip();
        return switch (setting) {
            case MY_NAME, MY_COMPANY, MY_PHONE, MY_PROBLEM, MY_RESULT, MAIL_USER, POSTAL_ADDRESS -> words(typed);
            case MAIL_HOST -> host(typed);
            case MAIL_PORT -> number(typed, 1, 65_535, "most servers listen on 587 or 465");
            case MAIL_SECURITY -> one(typed, List.of("starttls", "tls"));
            case MAIL_FROM, MAIL_REPLY_TO -> address(typed);
            case MAIL_PACE_SECONDS -> number(typed, 0, 3600, "seconds");
            case MAIL_DAILY_LIMIT -> number(typed, 1, 5000, "emails a day");
            case COUNTRY -> country(typed);
            case LEGAL_FROM, PREFERRED_FROM, MY_FROM -> time(typed, null, others.time(partner(setting)));
            case LEGAL_TO, PREFERRED_TO, MY_TO -> time(typed, others.time(partner(setting)), null);
            case ATTEMPTS_PER_NUMBER -> number(typed, 1, 20, "calls a day");
            case TARGET_SECONDS -> number(typed, 5, Math.min(120, others.number(Setting.LIMIT_SECONDS)), "seconds, not more than the limit");
            case LIMIT_SECONDS -> number(typed, Math.max(5, others.number(Setting.TARGET_SECONDS)), 180, "seconds, not less than the target");
            case WORDS_PER_MINUTE -> number(typed, 60, 300, "words a minute");
            case WHO_WITHIN_WORDS -> number(typed, 5, 100, "words");
            case SENTENCE_WORDS -> number(typed, 8, 100, "words");
            case SIMILAR_PERCENT -> number(typed, 10, 100, "percent");
            case DUE_PER_FRESH -> number(typed, 0, 20, "due calls");
            case UNDO_SECONDS -> number(typed, 0, 3600, "seconds");
            case BLOCK_MINUTES -> number(typed, 5, 480, "minutes");
            case BLOCK_GOAL -> number(typed, 1, 500, "attempts");
            case FONT_SIZE -> number(typed, 9, 36, "");
            case DIAL_PATTERN -> pattern(typed);
            case RECYCLE_NOT_INTERESTED, REMIND_IN_APP, REMIND_SYSTEM, MAIL_AUTOMATIC, ON_TOP -> one(typed, List.of("true", "false"));
            // Which formats there are is the business of `exports`; what is none counts as the first. A folder may be a stick that is not there now.
            case EXPORT_FORMAT, BACKUP_FOLDER -> words(typed);
            // Written by the window itself; what can't be read is as if it had not been.
            case KEYS, WINDOW_PLACE -> new Judged.Good(typed);
            case THEME -> one(typed, List.of("system", "light", "dark", "contrast-light", "contrast-dark"));
        };
    }

    private static Setting partner(Setting setting) {
        String name = setting.name();
        return Setting.valueOf(name.endsWith("_FROM") ? name.replace("_FROM", "_TO") : name.replace("_TO", "_FROM"));
    }

    private static Judged words(String typed) {
        return typed.length() > LONGEST ? new Judged.Bad("Make it shorter: at most " + LONGEST + " characters.")
            : new Judged.Good(typed.replaceAll("\\s+", " "));
    }

    private static Judged host(String typed) {
        return typed.isEmpty() || typed.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}.:-]*") ? new Judged.Good(typed.toLowerCase(Locale.ROOT))
            : new Judged.Bad("Type the name of the server alone, such as smtp.example.com.");
    }

    private static Judged address(String typed) {
        return typed.isEmpty() || AddressRules.valid(typed) ? new Judged.Good(typed)
            : new Judged.Bad("Type one email address, such as dana@example.com.");
    }

    private static Judged one(String typed, List<String> known) {
        return known.contains(typed) ? new Judged.Good(typed) : new Judged.Bad("Choose one of " + String.join(", ", known) + ".");
    }

    private static Judged number(String typed, int from, int to, String unit) {
        String range = "Type a number from " + from + " to " + to + (unit.isEmpty() ? "." : ": " + unit + ".");
        try {
            int number = Integer.parseInt(typed);
            return number < from || number > to ? new Judged.Bad(range) : new Judged.Good(Integer.toString(number));
        } catch (NumberFormatException e) {
            return new Judged.Bad(range);
        }
    }

    private static Judged time(String typed, LocalTime after, LocalTime before) {
        Optional<LocalTime> time = Times.parse(typed);
        if (time.isEmpty()) {
            return new Judged.Bad("Type a time of day, such as " + Times.clock(LocalTime.of(8, 30)) + ".");
        }
        if (after != null && !time.get().isAfter(after)) {
            return new Judged.Bad("The end comes after the beginning, " + Times.clock(after) + ".");
        }
        if (before != null && !time.get().isBefore(before)) {
            return new Judged.Bad("The beginning comes before the end, " + Times.clock(before) + ".");
        }
        return new Judged.Good(time.get().toString());
    }

    private static Judged country(String typed) {
        if (typed.isEmpty()) {
            return new Judged.Good("");
        }
        return Arrays.stream(Locale.getISOCountries())
            .filter(code -> code.equalsIgnoreCase(typed) || countryName(code).equalsIgnoreCase(typed)).findFirst()
            .<Judged>map(Judged.Good::new).orElse(new Judged.Bad("Type a country's name or its two letters, such as US, CA or GB."));
    }

    /// "United States" for US.
    static String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static Judged pattern(String typed) {
        if (typed.isEmpty()) {
            return new Judged.Good("");
        }
        if (!typed.contains("{number}")) {
            return new Judged.Bad("Put {number} where the number belongs.");
        }
        try {
            String scheme = URI.create(typed.replace("{number}", SAMPLE)).getScheme();
            return scheme != null ? new Judged.Good(typed)
                : new Judged.Bad("Begin with the softphone's scheme and a colon, such as tel: or zoomphonecall:.");
        } catch (IllegalArgumentException e) {
            return new Judged.Bad("This is no address: it has a blank or a sign that an address can't have.");
        }
    }

    /// What `pattern` makes of a number.
    static String sample(String pattern) {
        return pattern.replace("{number}", SAMPLE);
    }

    /// The value as it stands in its field.
    static String shown(Setting setting, Settings settings) {
        return switch (setting) {
            case LEGAL_FROM, LEGAL_TO, PREFERRED_FROM, PREFERRED_TO, MY_FROM, MY_TO -> Times.clock(settings.time(setting));
            case ATTEMPTS_PER_NUMBER, TARGET_SECONDS, LIMIT_SECONDS, WORDS_PER_MINUTE, DUE_PER_FRESH, UNDO_SECONDS, BLOCK_MINUTES, BLOCK_GOAL, FONT_SIZE, MAIL_PORT,
                 MAIL_PACE_SECONDS, MAIL_DAILY_LIMIT, WHO_WITHIN_WORDS, SENTENCE_WORDS, SIMILAR_PERCENT ->
                Integer.toString(settings.number(setting));
            case COUNTRY -> settings.text(setting).isEmpty() ? "" : countryName(settings.text(setting));
            default -> settings.text(setting);
        };
    }
}
