package app.afterbeep.start;

import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Who may read the data folder: its owner. A folder that holds nothing but ours is ours as a whole; in one that the rep has chosen and keeps other things
/// in, only our files are.
final class DataRights {
    private static final String OURS = "(\\.?afterbeep|window)\\..*|backups|logs";

    private DataRights() {}

    /// Takes the rights of all others off what is ours.
    ///
    /// @return whether anybody else had some
    static boolean tighten(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> all = Files.list(folder)) {
            inside = all.toList();
        }
        if (inside.stream().allMatch(DataRights::ours)) {
            return OwnerOnly.tighten(folder);
        }
        boolean wide = false;
        for (Path each : inside) {
            wide |= ours(each) && OwnerOnly.tighten(each);
        }
        return wide;
    }

    private static boolean ours(Path path) {
        return path.getFileName().toString().matches(OURS);
    }
}
