package app.afterbeep.backups;

import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;

/// The number of the latest attempt, in a small file beside the data file: when the data file later knows fewer, attempts were lost, as when
/// somebody has deleted the file `-wal` after a crash. Written after each outcome, off the click, and not forced to the disk: a power cut
/// may leave it behind, never ahead. Any thread, one at a time.
public final class Tally {
    private final Path file;

    /// @param dataFile the one that it stands beside
    public Tally(Path dataFile) {
        file = dataFile.resolveSibling("afterbeep.tally");
    }

    Path path() {
        return file;
    }

    public synchronized void write(long latestAttempt, Instant at) throws IOException {
        OwnerOnly.fill(file, (latestAttempt + " attempts by " + at + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Empty where nothing was written yet, or it can't be read.
    public synchronized OptionalLong read() {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII).split(" ")[0]));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /// How many attempts are missing in a file whose latest is this one.
    public long missing(long latestAttempt) {
        return Math.max(0, read().orElse(0) - latestAttempt);
    }
}
