package app.afterbeep.lists;

import java.nio.file.Path;
import java.util.List;

/// What a file looks like before it is imported: its columns, and what they are taken for.
///
/// @param kind       as the rep would say it: "CSV, semicolons, Windows-1252", "Excel, sheet “Leads”", "vCards"
/// @param source     whose file it is ("HubSpot", "VICIdial, by position"), or ""
/// @param headerLine the line of the header row; 0 when there is none
/// @param columns    in the order of the file
/// @param ours       prospects that Afterbeep has exported: its columns are known, and everybody stands afterwards where they stood
public record FileLook(Path file, String kind, String source, long headerLine, List<ColumnLook> columns, boolean ours) {
    public FileLook {
        columns = List.copyOf(columns);
    }

    /// Any other list.
    public FileLook(Path file, String kind, String source, long headerLine, List<ColumnLook> columns) {
        this(file, kind, source, headerLine, columns, false);
    }

    /// One column of a file.
    ///
    /// @param header    the file's own, or "Column 3" where it has none
    /// @param field     what it is taken for: the name of a field (`first_name`), `phone:mobile` for a number of a kind, [#EXTRA] for what stays a
    ///                  merge field, [#IGNORED] for what is left out
    /// @param certainty how sure that is
    /// @param samples   the first few values that are not empty
    public record ColumnLook(String header, String field, Certainty certainty, List<String> samples) {
        public static final String EXTRA = "extra";
        public static final String IGNORED = "ignored";

        public ColumnLook {
            samples = List.copyOf(samples);
        }
    }

    /// How sure the meaning of a column is.
    public enum Certainty {
        /// The header says it, and the values do not say otherwise.
        SURE,
        /// Only the header or only the values say it, or they do not quite agree.
        LIKELY,
        /// Nothing says it: it stays a merge field.
        UNKNOWN,
        /// The rep has said it, now or with an earlier file with these headers.
        CHOSEN
    }
}
