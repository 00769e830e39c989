package app.afterbeep.lists;

import app.afterbeep.lists.ImportService.TakenBack;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What the import window asks for. Never on the FX thread; some on a thread of their own.
public interface ImportWork {
    FileLook look(Path file, ImportOptions options) throws AppException;

    /// As `look`, without what is remembered of earlier files with these headers.
    FileLook guess(Path file, ImportOptions options) throws AppException;

    List<PreviewRow> preview(Path file, ImportOptions options) throws AppException;

    /// Imports the file and says what it came to. On a thread for lasting work.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress was cancelled; nothing is changed
    Past importFile(Path file, ImportOptions options, Progress progress) throws Exception;

    /// The lists there are, by name. On the database thread.
    List<ListSize> lists();

    /// The latest imports, the last one first. On the database thread.
    List<Past> earlier(int limit);

    /// One import as it is now. On the database thread.
    Past find(long importId);

    /// Rows of one kind, in the order of the file. On the database thread.
    List<Row> rows(long importId, Kind kind, long from, int limit);

    /// Writes the rows that were not imported, each with line and reason; returns how many.
    long saveRejects(long importId, Path file) throws AppException;

    /// Takes back a whole import; whoever was called since stays. On a thread for lasting work.
    TakenBack takeBack(long importId, Progress progress) throws AppException;

    /// One list.
    record ListSize(String name, long prospects) {}

    /// One import that was done.
    ///
    /// @param list       "" for a call log
    /// @param log        a call log that was restored
    /// @param remarks    how many of the imported rows have one
    /// @param suppressed how many are on the do-not-call list
    record Past(long id, Instant at, String file, String list, boolean log, boolean takenBack, long imported, long updated, long duplicates, long suppressed,
                long rejected, long remarks) {
        /// "497 new, 2 duplicates, 1 rejected": without what there is none of.
        public String words() {
            String words = Arrays.stream(Kind.values()).filter(kind -> kind != Kind.REMARK && of(kind) > 0)
                .map(kind -> "%,d %s".formatted(of(kind), kind.words(of(kind)))).collect(Collectors.joining(", "));
            return words.isEmpty() ? "no rows" : words;
        }

        /// The list that the people are in, or what else it is.
        public String into() {
            return log ? "calls restored" : list;
        }

        public long of(Kind kind) {
            return switch (kind) {
                case NEW -> imported;
                case UPDATED -> updated;
                case DUPLICATE -> duplicates;
                case SUPPRESSED -> suppressed;
                case REJECTED -> rejected;
                case REMARK -> remarks;
            };
        }
    }

    /// What a row can have ended as, in the order in which the counts stand.
    enum Kind {
        NEW("new", "new"), UPDATED("updated", "updated"), DUPLICATE("duplicate", "duplicates"),
        SUPPRESSED("on do-not-call list", "on do-not-call list"), REJECTED("rejected", "rejected"), REMARK("with a remark", "with remarks");

        private final String one;
        private final String many;

        Kind(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /// "duplicates".
        public String words(long count) {
            return count == 1 ? one : many;
        }
    }

    /// One row.
    ///
    /// @param line   in the file; 0 when it is not kept
    /// @param who    the prospect that it became, changed or repeats; "" for none
    /// @param reason "" where there is nothing to say
    /// @param cells  as in the file, or what is known of the prospect
    record Row(long line, String who, String reason, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
