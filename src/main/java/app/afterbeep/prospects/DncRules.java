package app.afterbeep.prospects;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What can stand on the do-not-call list, and how it is read.
public final class DncRules {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*\\.[\\p{L}\\p{N}]{2,}");
    private static final Pattern DOMAIN = Pattern.compile("(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}{2,}");
    private static final Pattern NUMBER = Pattern.compile("[+\\d\\s().,/x#*-]*(?:ext\\.?\\s*\\d+)?");

    private DncRules() {}

    /// What an entry is.
    public enum Kind {
        PHONE, EMAIL, DOMAIN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// One entry: a number in E.164, an address or a domain in lower case.
    public record Item(Kind kind, String value) {
        /// As a rep reads it.
        public String shown() {
            return kind == Kind.PHONE ? PhoneNumbers.shown(value) : value;
        }
    }

    /// What was typed: an address, a domain (also as "@example.com" or a web address), a number in any notation. Empty when it is none of them.
    ///
    /// @param country ISO 3166, for numbers without a country code
    public static Optional<Item> item(String typed, String country) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "");
        if (text.indexOf('@') > 0) {
            return ADDRESS.matcher(text).matches() ? Optional.of(new Item(Kind.EMAIL, text)) : Optional.empty();
        }
        if (isNumberLike(text)) {
            return PhoneNumbers.parse(text, country).map(parsed -> new Item(Kind.PHONE, parsed.e164()));
        }
        String domain = text.replaceFirst("^(?:https?://|@|\\*\\.)", "").replaceFirst("^www\\.", "").replaceFirst("[/?].*", "");
        return DOMAIN.matcher(domain).matches() ? Optional.of(new Item(Kind.DOMAIN, domain)) : Optional.empty();
    }

    /// Digits and what people write between them.
    static boolean isNumberLike(String text) {
        return text.chars().anyMatch(Character::isDigit) && NUMBER.matcher(text.strip().replaceFirst("^tel:", "")).matches();
    }
}
