package app.afterbeep.transfer;

import java.util.List;
import java.util.Optional;

/// What became of every row of a list.
///
/// @param listName where the imported ones are
/// @param headers  the columns of the file
/// @param rows     all rows that there is something to say about, in the order of the file: every one that was not imported, every one that
///                 changed somebody, and those that were imported with a remark
public record ImportReport(String listName, int imported, int updated, int duplicates, int rejected, List<String> headers, List<Row> rows) {
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
    /// @param line   where it begins in the file, from 1
    /// @param reason for the rep, without a full stop
    /// @param cells  as in the file
    public record Row(long line, Result result, String reason, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// The rows that are not in the file: duplicates and rejected ones.
    public List<Row> left() {
        return rows.stream().filter(row -> row.result() == Result.DUPLICATE || row.result() == Result.REJECTED).toList();
    }

    /// What of the imported rows was not understood, in one line; empty when all of it was.
    public Optional<String> remarks() {
        List<Row> remarked = rows.stream().filter(row -> row.result() == Result.IMPORTED).toList();
        return remarked.isEmpty() ? Optional.empty() : Optional.of("%d imported %s, the first in line %d: %s".formatted(remarked.size(),
            remarked.size() == 1 ? "row has a remark" : "rows have a remark", remarked.getFirst().line(), remarked.getFirst().reason()));
    }

    /// `imported 497, updated 0, duplicates 2, rejected 1`
    public String counts() {
        return "imported " + imported + ", updated " + updated + ", duplicates " + duplicates + ", rejected " + rejected;
    }
}
