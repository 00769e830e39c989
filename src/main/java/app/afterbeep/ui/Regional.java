package app.afterbeep.ui;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.TimeZone;

/// What the program takes over from the system's region: how times, days and numbers are written, and the time zone. Its words are English, those of the toolkit too,
/// and its digits are 0 to 9, as they are on the keys.
public final class Regional {
    private static final String ZONE = "user.timezone";
    /// Whoever names a zone at the start keeps it.
    private static final boolean ZONE_NAMED = !System.getProperty(ZONE, "").isEmpty();

    private Regional() {}

    /// Before anything else is loaded.
    public static void adopt() {
        Locale region = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(words(region));
        Locale.setDefault(Locale.Category.FORMAT, numbers(region));
    }

    /// Reads anew in which time zone the computer is. Where the system does not name its zone this looks through many files: not on the FX thread.
    public static void readZone() {
        if (!ZONE_NAMED) {
            readComputersZone();
        }
    }

    static void readComputersZone() {
        // Java reads it once, and keeps it in both of these.
        System.clearProperty(ZONE);
        TimeZone.setDefault(null);
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
