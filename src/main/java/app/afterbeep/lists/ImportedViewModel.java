package app.afterbeep.lists;

import app.afterbeep.lists.ImportWork.Kind;
import app.afterbeep.lists.ImportWork.Past;
import app.afterbeep.lists.ImportWork.Row;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Progress;
import app.afterbeep.ui.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One import that is over: its counts, the rows behind each a page at a time, and taking it back. On the FX thread.
public final class ImportedViewModel {
    /// So many rows are in memory at once, however many the import has.
    static final int PAGE = 500;

    private final ImportWork work;
    private final Background background;
    private final Notices notices;
    private final Consumer<Past> changed;
    private final Reading reading;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.NONE);
    private final ReadOnlyObjectWrapper<Progress.@Nullable State> leaving = new ReadOnlyObjectWrapper<>();

    /// Some of the rows of one kind.
    ///
    /// @param from how many of the kind come before them
    public record Page(Past past, Kind kind, long from, List<Row> rows) {
        static final Page NONE = new Page(new Past(0, Instant.EPOCH, "", "", false, false, 0, 0, 0, 0, 0, 0), Kind.NEW, 0, List.of());

        public boolean more() {
            return from + rows.size() < past.of(kind) && rows.size() == PAGE;
        }

        /// "1 to 500 of 12,431"; empty where all are shown.
        public String words() {
            return from == 0 && !more() ? "" : "%,d to %,d of %,d".formatted(from + 1, from + rows.size(), past.of(kind));
        }
    }

    /// @param changed is told when the import that is shown has changed
    ImportedViewModel(ImportWork work, Background background, Notices notices, Consumer<Past> changed) {
        this.work = work;
        this.background = background;
        this.notices = notices;
        this.changed = changed;
        reading = new Reading(background);
    }

    public ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /// How far taking it back is; null while it is not.
    public ReadOnlyObjectProperty<Progress.@Nullable State> leaving() {
        return leaving.getReadOnlyProperty();
    }

    /// Shows an import: first what needs a look, else who is new.
    void open(Past past) {
        Kind first = List.of(Kind.REJECTED, Kind.DUPLICATE, Kind.UPDATED, Kind.NEW).stream().filter(kind -> past.of(kind) > 0).findFirst().orElse(Kind.NEW);
        page.set(new Page(past, first, 0, List.of()));
        read(first, 0);
    }

    /// Shows the rows of one kind.
    public void show(Kind kind) {
        read(kind, 0);
    }

    public void next() {
        if (page.get().more()) {
            read(page.get().kind(), page.get().from() + PAGE);
        }
    }

    public void before() {
        read(page.get().kind(), Math.max(0, page.get().from() - PAGE));
    }

    private void read(Kind kind, long from) {
        Past past = page.get().past();
        reading.ask(() -> past.takenBack() && kind == Kind.NEW ? List.<Row>of() : work.rows(past.id(), kind, from, PAGE), rows -> {
            if (page.get().past().id() == past.id()) {
                page.set(new Page(page.get().past(), kind, from, rows));
            }
        });
    }

    /// The name that the rows which were not imported are offered.
    public String rejectsName() {
        return (page.get().past().log() ? "calls" : page.get().past().list()) + " - not imported.csv";
    }

    /// Writes the rows that were not imported, each with its line and reason, to be mended and imported again.
    public void saveRejects(Path file) {
        Past past = page.get().past();
        background.io(() -> work.saveRejects(past.id(), file), rows -> notices.show(Notice.done("%,d %s saved to %s".formatted(rows, rows == 1 ? "row" : "rows", file))),
            e -> notices.show(Notice.problem(e instanceof AppException ? String.valueOf(e.getMessage()) : "The rows were not saved: " + e.getMessage())));
    }

    /// Whether it can be taken back: calls that were restored stay.
    public boolean canTakeBack() {
        Past past = page.get().past();
        return past.id() != 0 && !past.takenBack() && !past.log() && past.imported() + past.updated() + past.suppressed() > 0;
    }

    /// Takes the whole import back; pressed twice it is taken back once.
    public void takeBack() {
        Past past = page.get().past();
        if (leaving.get() != null || !canTakeBack()) {
            return;
        }
        leaving.set(Progress.State.START);
        Progress now = new Progress(how -> background.fx().execute(() -> {
            if (leaving.get() != null) {
                leaving.set(how);
            }
        }));
        background.lasting(() -> work.takeBack(past.id(), now), taken -> background.db(() -> work.find(past.id()), left -> {
            leaving.set(null);
            if (page.get().past().id() == past.id()) {
                open(left);
                changed.accept(left);
            }
            notices.show(Notice.done(taken.words()));
        }), e -> {
            leaving.set(null);
            notices.show(Notice.problem(e instanceof AppException ? String.valueOf(e.getMessage()) : "The import was not taken back: " + e.getMessage()));
        });
    }

    /// The kinds that a count is shown of: remarks only where there are some.
    public static List<Kind> kinds(Past past) {
        return Arrays.stream(Kind.values()).filter(kind -> kind != Kind.REMARK || past.remarks() > 0).toList();
    }
}
