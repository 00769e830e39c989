package app.afterbeep.lists;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a file, one at a time, in bounded memory.
interface ListRows extends Closeable {
    /// One row as it stands in the file.
    ///
    /// @param line    where it begins, from 1
    /// @param cells   for a row that can't be read its text, shortened
    /// @param problem why it can't be read, or ""
    record Row(long line, List<String> cells, String problem) {}

    /// The next row, or null at the end. Empty rows are skipped.
    @Nullable Row next() throws IOException;

    /// How much of the file has been read, 0 to 1; 0 where that is not known.
    double share();
}
