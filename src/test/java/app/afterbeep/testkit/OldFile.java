package app.afterbeep.testkit;

import app.afterbeep.db.Database;
import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// A data file of each version that has shipped, as that program made it: a resource of the tests that never changes.
public final class OldFile {
    private OldFile() {}

    /// Puts it into `folder`, which is made where it is missing, in the place of the one that is there.
    public static Path take(int version, Path folder) throws IOException {
        Path file = folder.resolve("afterbeep.db");
        OwnerOnly.folder(folder);
        try (InputStream packed = new GZIPInputStream(Objects.requireNonNull(Database.class.getResourceAsStream("v" + version + ".db.gz"), () -> "no file of version " + version))) {
            OwnerOnly.fill(file, packed.readAllBytes());
        }
        return file;
    }
}
