package app.afterbeep.lists;

import app.afterbeep.exports.CellRules;
import app.afterbeep.exports.ProspectColumns;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the columns stand in a file of prospects that we exported. They are read by their place, so that an extra column may have any header.
///
/// @param way     the delimiter or the sheet
/// @param headers as in the file
/// @param ours    the first of [ProspectColumns#OURS]
/// @param list    of the first row, or ""
/// @param exact   an apostrophe belongs to the text; a file for spreadsheets has one before what would be a formula, and the rep's local times
record ProspectLayout(ListFile.Way way, long headerLine, List<String> headers, int ours, String list, boolean exact) {
    ProspectLayout {
        headers = List.copyOf(headers);
    }

    /// The layout of our own file, also when a spreadsheet has saved it as a workbook or with another delimiter; empty for any other file.
    static Optional<ProspectLayout> find(ListFile file) throws IOException {
        for (ListFile.Way way : file.ways()) {
            try (ListRows rows = way.opening().open()) {
                ListRows.Row header = rows.next();
                int ours = header == null || !header.problem().isEmpty() ? -1 : start(header.cells());
                if (header != null && ours >= 0) {
                    return Optional.of(of(way, header, ours, rows.next()));
                }
            }
        }
        return Optional.empty();
    }

    private static ProspectLayout of(ListFile.Way way, ListRows.Row header, int ours, ListRows.@Nullable Row first) {
        List<String> cells = first == null ? List.of() : first.cells();
        int createdAt = ours + ProspectColumns.OURS.indexOf("created_at");
        boolean exact = createdAt >= cells.size() || cells.get(createdAt).indexOf('T') > 0;
        int list = ours - ProspectColumns.AFTER_PHONES.size() + ProspectColumns.AFTER_PHONES.indexOf("list");
        return new ProspectLayout(way, header.line(), exact ? header.cells() : header.cells().stream().map(CellRules::withoutApostrophe).toList(), ours,
            list >= cells.size() ? "" : exact ? cells.get(list) : CellRules.withoutApostrophe(cells.get(list)), exact);
    }

    private static int start(List<String> headers) {
        int ours = Collections.indexOfSubList(headers, ProspectColumns.OURS);
        int after = ours - ProspectColumns.AFTER_PHONES.size();
        boolean whole = after > ProspectColumns.BEFORE_PHONES.size() && headers.subList(after, ours).equals(ProspectColumns.AFTER_PHONES)
            && headers.subList(0, ProspectColumns.BEFORE_PHONES.size()).equals(ProspectColumns.BEFORE_PHONES);
        return whole ? ours : -1;
    }

    int phones() {
        return ours - ProspectColumns.AFTER_PHONES.size() - ProspectColumns.BEFORE_PHONES.size();
    }
}
