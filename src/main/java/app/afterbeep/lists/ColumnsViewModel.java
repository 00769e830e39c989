package app.afterbeep.lists;

import app.afterbeep.lists.FileLook.Certainty;
import app.afterbeep.lists.FileLook.ColumnLook;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What each column of a file is taken for, and how its first rows read because of it. On the FX thread.
public final class ColumnsViewModel {
    private final ImportWork work;
    private final Supplier<ImportOptions> options;
    private final Reading reading;
    private final ReadOnlyObjectWrapper<Columns> columns = new ReadOnlyObjectWrapper<>(Columns.NONE);
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(Preview.NONE);

    /// The columns as they stand.
    ///
    /// @param remembered they were mapped by the rep with an earlier file
    /// @param said       the rep has said what they are, or that what is remembered does not hold
    public record Columns(Path file, List<ColumnLook> all, boolean remembered, boolean said) {
        static final Columns NONE = new Columns(Path.of(""), List.of(), false, false);

        /// Whether one of them has numbers.
        public boolean dialable() {
            return all.stream().anyMatch(column -> FieldWords.phone(column.field()));
        }

        /// "14 columns: 9 sure, 2 likely, 3 not recognised".
        public String words() {
            List<String> parts = new ArrayList<>();
            for (Certainty certainty : Certainty.values()) {
                long count = all.stream().filter(column -> column.certainty() == certainty).count();
                if (count > 0) {
                    parts.add("%,d %s".formatted(count, FieldWords.words(certainty)));
                }
            }
            return "%,d %s".formatted(all.size(), all.size() == 1 ? "column" : "columns") + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
        }

        /// As they are to be imported; empty while the rep has said nothing, so that only what was said is remembered.
        List<String> fields() {
            return said ? all.stream().map(ColumnLook::field).toList() : List.of();
        }
    }

    /// How the first rows read.
    ///
    /// @param stale it is being read anew
    public record Preview(List<PreviewRow> rows, boolean stale, String problem) {
        static final Preview NONE = new Preview(List.of(), false, "");

        /// Whether most rows have a number that can't be read: a list from another country looks so.
        boolean otherCountry() {
            return rows.stream().filter(row -> row.problem().startsWith(RowRules.UNUSABLE)).count() * 2 > rows.size();
        }
    }

    /// @param options how the list is to be imported, but for its columns
    ColumnsViewModel(ImportWork work, Background background, Supplier<ImportOptions> options) {
        this.work = work;
        this.options = options;
        reading = Reading.ofFiles(background);
    }

    public ReadOnlyObjectProperty<Columns> columns() {
        return columns.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Preview> preview() {
        return preview.getReadOnlyProperty();
    }

    /// @param anew what was remembered of earlier files does not count
    void show(FileLook look, boolean anew) {
        columns.set(new Columns(look.file(), look.columns(), look.columns().stream().anyMatch(column -> column.certainty() == Certainty.CHOSEN), anew));
        preview.set(Preview.NONE);
    }

    /// Says what a column is.
    ///
    /// @param field as a [ColumnLook] names it
    public void choose(int column, String field) {
        Columns now = columns.get();
        if (column < 0 || column >= now.all().size()) {
            return;
        }
        ColumnLook before = now.all().get(column);
        if (before.field().equals(field) && before.certainty() == Certainty.CHOSEN) {
            return;
        }
        List<ColumnLook> all = new ArrayList<>(now.all());
        all.set(column, new ColumnLook(before.header(), field, Certainty.CHOSEN, before.samples()));
        columns.set(new Columns(now.file(), List.copyOf(all), now.remembered(), true));
        read();
    }

    /// Reads the first rows with the columns and options as they are now.
    void read() {
        Path file = columns.get().file();
        ImportOptions now = options.get();
        preview.set(new Preview(preview.get().rows(), true, ""));
        reading.ask(() -> work.preview(file, now), rows -> preview.set(new Preview(rows, false, "")),
            e -> preview.set(new Preview(List.of(), false, e instanceof AppException ? String.valueOf(e.getMessage()) : "These rows can’t be read: " + e)));
    }
}
