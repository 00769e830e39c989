package app.afterbeep.prospects;

import java.util.List;

/// What became of a do-not-call file.
///
/// @param added    that were not on the list yet
/// @param known    that were on it already, or came twice
/// @param rejected lines without a number, an address or a domain, or with a number that can't be one
/// @param rows     the first rejected ones
/// @param stopped  the rep stopped it: what was read by then is on the list
public record DncReport(String file, int added, int known, int rejected, List<Rejected> rows, boolean stopped) {
    public DncReport {
        rows = List.copyOf(rows);
    }

    /// @param line   from 1
    /// @param reason for the rep, without a full stop
    public record Rejected(long line, String reason, String text) {}
}
