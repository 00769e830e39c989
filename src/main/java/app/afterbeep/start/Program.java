package app.afterbeep.start;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/// Which Afterbeep this is, and what came with it.
public final class Program {
    private static final String LICENCES = "licenses.txt";

    private Program() {}

    /// "0.1.0", from the jar; "development" outside of one.
    public static String number() {
        String number = Program.class.getPackage().getImplementationVersion();
        return number == null ? "development" : number;
    }

    /// "Afterbeep 0.1.0": the same words on the command line and in the window.
    public static String version() {
        return "Afterbeep " + number();
    }

    /// The licences of all parts, which lie beside the program in a package.
    public static Optional<Path> licences() {
        CodeSource code = Program.class.getProtectionDomain().getCodeSource();
        try {
            return code == null ? Optional.empty() : licences(Path.of(code.getLocation().toURI()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// @param program the jar, or the folder of classes
    static Optional<Path> licences(Path program) {
        return Stream.of(program.resolveSibling(LICENCES), program.resolveSibling("about").resolve(LICENCES)).filter(Files::isRegularFile).findFirst();
    }
}
