package app.afterbeep.prospects;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What our own file says of a prospect and no other list can: where they stand, since when they are here, who must not be called.
///
/// @param list       "" for the one that the file is imported into
/// @param cadence    by name, outranked by `series`
/// @param series     by name
/// @param nextCallAt as in [Prospect]
/// @param dnc        the entries of the do-not-call list that hold for them
public record Kept(String list, String cadence, String series, Prospect.Status status, int step, Prospect.Due due, @Nullable Instant nextCallAt,
                   Instant createdAt, List<Entry> dnc) {
    public Kept {
        dnc = List.copyOf(dnc);
    }

    /// One entry of the do-not-call list.
    ///
    /// @param kind phone, email or domain
    public record Entry(String kind, String value, String source, Instant at, String note) {}
}
