package app.afterbeep.prospects;

import app.afterbeep.prospects.DncReport.Rejected;
import java.io.IOException;
import java.util.List;

/// A do-not-call file while it is read, a part at a time. Not on the database thread.
public interface DncFile extends AutoCloseable {
    /// The entries of the next lines.
    ///
    /// @param share of the file that is read so far, from 0 to 1
    /// @param last  nothing follows
    record Part(List<Kept.Entry> entries, List<Rejected> rejected, double share, boolean last) {}

    Part next() throws IOException;

    @Override
    void close() throws IOException;
}
