package app.afterbeep.backups;

import app.afterbeep.db.DataFile.Contents;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One copy of the data file.
///
/// @param at       when it was made
/// @param contents null while it is not known
public record Backup(Path file, Kind kind, Instant at, long size, @Nullable Contents contents, Checked checked) {
    /// Why it was made.
    public enum Kind {
        REGULAR(""), BEFORE_IMPORT("before-import"), BEFORE_RESTORE("before-restore"), BEFORE_VERSION("before-version"), DAMAGED("damaged");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As it stands in the file's name; "" for the one that is made day by day.
        String word() {
            return word;
        }
    }

    /// Whether it was read to its end and found sound since it was last written.
    public enum Checked { GOOD, NOT_YET, DAMAGED }

    /// Whether the other one, in another folder, is a copy of this one: of two that were made in the same minute by two computers each has its own.
    boolean same(Backup other) {
        return size == other.size && (name().equals(other.name()) || kind == other.kind && at.equals(other.at));
    }

    public boolean good() {
        return checked == Checked.GOOD;
    }

    public String name() {
        return file.getFileName().toString();
    }
}
