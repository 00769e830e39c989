package app.afterbeep.ui;

import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// What the program takes over from the system's region: how times, days and numbers are written. Its words are English, those of the toolkit too,
/// and its digits are 0 to 9, as they are on the keys.
public final class Regional {
    private Regional() {}

    /// Before anything else is loaded.
    public static void adopt() {
        Locale region = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(words(region));
        Locale.setDefault(Locale.Category.FORMAT, numbers(region));
    }

    /// English, in the rep's country.
    static Locale words(Locale region) {
        return new Locale.Builder().setLanguage("en").setRegion(region.getCountry()).build();
    }

    static Locale numbers(Locale region) {
        return DecimalFormatSymbols.getInstance(region).getZeroDigit() == '0' ? region
            : new Locale.Builder().setLocale(region).setUnicodeLocaleKeyword("nu", "latn").build();
    }
}
