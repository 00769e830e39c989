package app.afterbeep.lists;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Countries as lists name them: ISO 3166 with two or three letters, the English name, what people say.
final class CountryRules {
    private static final Map<String, String> CODES = codes();

    private CountryRules() {}

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(code, code);
            codes.put(country.getISO3Country(), code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
            codes.put(country.getDisplayCountry(country).toUpperCase(Locale.ROOT), code);
        }
        codes.putAll(Map.of("UNITED STATES OF AMERICA", "US", "AMERICA", "US", "UK", "GB", "GREAT BRITAIN", "GB", "ENGLAND", "GB",
            "SCOTLAND", "GB", "WALES", "GB", "DEUTSCHLAND", "DE", "SOUTH KOREA", "KR", "HOLLAND", "NL"));
        return Map.copyOf(codes);
    }

    /// The two-letter code of a country; empty for a text that names none.
    static Optional<String> code(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace(".", "");
        return Optional.ofNullable(CODES.get(name));
    }
}
