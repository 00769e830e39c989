package app.afterbeep.start;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a rep sends to whoever is to mend an error: nothing of it says whom the rep calls.
public final class DetailsRules {
    private DetailsRules() {}

    /// @param property the system's properties
    public static String details(Errors.Failure failure, String version, UnaryOperator<@Nullable String> property, Locale locale) {
        return "Afterbeep " + version + "\nError " + failure.code() + (failure.times() > 1 ? ", " + failure.times() + " times" : "")
            + "\nJava " + property.apply("java.runtime.version") + ", " + property.apply("java.vendor")
            + "\nSystem " + property.apply("os.name") + " " + property.apply("os.version") + ", " + property.apply("os.arch")
            + "\nLocale " + locale.toLanguageTag() + "\n\n" + failure.trace();
    }
}
