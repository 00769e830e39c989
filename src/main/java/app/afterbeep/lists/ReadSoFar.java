package app.afterbeep.lists;

import app.afterbeep.ui.Progress;

/// How much of a file has been read: rows are counted, the file says how much of it that is.
final class ReadSoFar {
    private final Progress progress;
    private long rows;

    ReadSoFar(Progress progress) {
        this.progress = progress;
    }

    /// One more row is done.
    ///
    /// @param share of the file, 0 when it is not known
    /// @throws java.util.concurrent.CancellationException when it was cancelled
    void row(double share) {
        progress.at(++rows, share);
    }

    /// No further row, but so much of the whole is done.
    ///
    /// @throws java.util.concurrent.CancellationException when it was cancelled
    void at(double share) {
        progress.at(rows, share);
    }
}
