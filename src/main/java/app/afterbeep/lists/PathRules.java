package app.afterbeep.lists;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/// A path as people paste it.
final class PathRules {
    private PathRules() {}

    /// The path that a text names: in quotes or not, from the home folder (`~/`), as the address of a file (`file:///…`); empty when it names none.
    static Optional<Path> path(String text, String home) {
        String bare = text.strip().replaceFirst("^([\"'“])(.*)[\"'”]$", "$2").strip();
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (bare.startsWith("file:")) {
                return Optional.of(Path.of(URI.create(bare.replace(" ", "%20"))));
            }
            return Optional.of(Path.of(bare.startsWith("~/") && !home.isEmpty() ? home + bare.substring(1) : bare).toAbsolutePath());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
