package app.afterbeep.lists;

import java.util.List;
import java.util.Optional;

/// What became of every row of a list. All of its rows are read in pages from [ImportService#rows].
///
/// @param importId   by which it is opened and taken back; 0 when nothing is kept of it
/// @param listName   where the imported ones are
/// @param suppressed of how many rows the people are on the do-not-call list
/// @param headers    the columns of the file
/// @param rows       the first rows that there is something to say about, in the order of the file: those that were not imported, that changed
///                   somebody, that were imported with a remark or are on the do-not-call list
/// @param remarked   how many were imported with a remark
public record ImportReport(long importId, String listName, int imported, int updated, int duplicates, int rejected, int suppressed,
                           List<String> headers, List<Row> rows, int remarked) {
    /// No more rows are held here.
    static final int ROWS = 1000;

    public ImportReport {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    public enum Result {
        IMPORTED, UPDATED, DUPLICATE, REJECTED;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// One row that there is something to say about.
    ///
    /// @param line       where it begins in the file, from 1
    /// @param reason     for the rep, without a full stop
    /// @param cells      as in the file
    /// @param prospectId who was imported or updated, or is the one that it repeats; 0 for nobody
    public record Row(long line, Result result, String reason, List<String> cells, long prospectId) {
        public Row {
            cells = List.copyOf(cells);
        }

        public Row(long line, Result result, String reason, List<String> cells) {
            this(line, result, reason, cells, 0);
        }
    }

    /// How many rows are not in the file: duplicates and rejected ones.
    public int leftOut() {
        return duplicates + rejected;
    }

    /// The first rows that are not in the file.
    public List<Row> left() {
        return rows.stream().filter(row -> row.result() == Result.DUPLICATE || row.result() == Result.REJECTED).toList();
    }

    /// What of the imported rows was not understood, in one line; empty when all of it was.
    public Optional<String> remarks() {
        return rows.stream().filter(row -> row.result() == Result.IMPORTED && !row.reason().equals(ListImport.SUPPRESSED)).findFirst()
            .map(first -> "%d imported %s, the first in line %d: %s".formatted(remarked, remarked == 1 ? "row has a remark" : "rows have a remark",
                first.line(), first.reason()));
    }

    /// `imported 497, updated 0, duplicates 2, rejected 1`
    public String counts() {
        return "imported " + imported + ", updated " + updated + ", duplicates " + duplicates + ", rejected " + rejected;
    }
}
