package app.afterbeep.lists;

import app.afterbeep.lists.ImportService.TakenBack;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/// An import that goes as the test has it, for what a real one does too seldom: takes long, fails half way, has a million rows.
final class ImportScript implements ImportWork {
    FileLook look = new FileLook(Path.of("x"), "CSV, commas, UTF-8", "", 1, List.of());
    final List<String> asked = new ArrayList<>();
    List<PreviewRow> preview = List.of();
    AppException failure;
    RuntimeException bug;
    Supplier<Past> imported = () -> past(1, 497, 2, 1);
    Runnable meanwhile = () -> {};
    private Past last = past(1, 0, 0, 0);

    static Past past(long id, long imported, long duplicates, long rejected) {
        return new Past(id, Instant.EPOCH, "people.csv", "people", false, false, imported, 0, duplicates, 0, rejected, 0);
    }

    private void fail() throws AppException {
        if (failure != null) {
            throw failure;
        }
        if (bug != null) {
            throw bug;
        }
    }

    @Override
    public FileLook look(Path file, ImportOptions options) throws AppException {
        asked.add("look " + file.getFileName());
        fail();
        return new FileLook(file, look.kind(), look.source(), look.headerLine(), look.columns());
    }

    @Override
    public FileLook guess(Path file, ImportOptions options) throws AppException {
        asked.add("guess");
        return look(file, options);
    }

    @Override
    public List<PreviewRow> preview(Path file, ImportOptions options) throws AppException {
        asked.add("preview " + String.join(",", options.columns()));
        fail();
        return preview;
    }

    @Override
    public Past importFile(Path file, ImportOptions options, Progress progress) throws AppException {
        asked.add("import " + options);
        meanwhile.run();
        fail();
        progress.at(0, 0);
        last = imported.get();
        return last;
    }

    @Override
    public List<ListSize> lists() {
        return List.of(new ListSize("Autumn leads", 497));
    }

    @Override
    public List<Past> earlier(int limit) {
        return List.of();
    }

    @Override
    public List<Row> rows(long importId, Kind kind, long from, int limit) {
        asked.add("rows " + kind + " " + from);
        return LongStream.range(from, Math.min(last.of(kind), from + limit)).mapToObj(n -> new Row(n + 2, "", "no number", List.of("x"))).toList();
    }

    @Override
    public Past find(long importId) {
        return last;
    }

    @Override
    public long saveRejects(long importId, Path file) throws AppException {
        fail();
        return last.duplicates() + last.rejected();
    }

    @Override
    public TakenBack takeBack(long importId, Progress progress) throws AppException {
        asked.add("take back " + importId);
        fail();
        last = new Past(last.id(), last.at(), last.file(), last.list(), false, true, last.imported(), 0, last.duplicates(), 0, last.rejected(), 0);
        return new TakenBack(last.file(), 490, 7);
    }
}
