package app.afterbeep.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a rep is asked for when something is to be mended, and what the licences of the parts ask for.
///
/// @param version  as the command line says it
/// @param system   the Java and the system that it runs on
/// @param folder   where the data lie
/// @param licences the file that comes with a package
record About(String version, String system, Path folder, Optional<Path> licences) {
    /// @param property the system's properties
    static String system(UnaryOperator<@Nullable String> property) {
        return "Java " + property.apply("java.version") + ", JavaFX " + property.apply("javafx.version") + ", " + property.apply("os.name") + " "
            + property.apply("os.version") + ", " + property.apply("os.arch");
    }

    String parts() {
        return licences.map(Path::toString).orElse("licenses.txt, which comes with every package of Afterbeep");
    }

    /// All of it as plain text.
    String text() {
        return version + "\n" + system + "\nData folder " + folder + "\nMIT licence, https://opensource.org/license/mit"
            + "\nTypeface Inter, SIL Open Font License, https://openfontlicense.org\nOther parts: " + parts() + "\n";
    }
}
