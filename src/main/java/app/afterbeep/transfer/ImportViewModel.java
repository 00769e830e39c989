package app.afterbeep.transfer;

import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Progress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The import of one list, from the choice of the file to its report. On the FX thread.
public final class ImportViewModel {
    private final ImportService importer;
    private final ExportService exporter;
    private final Background background;
    private final Notices notices;
    private @Nullable Progress progress;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(Choosing.NOTHING);

    /// How far the import is.
    public sealed interface State {}

    /// The rep chooses.
    ///
    /// @param file      null until one is chosen
    /// @param problem   why it could not be imported, or ""
    /// @param askColumn the file does not say which column has the numbers
    public record Choosing(@Nullable Path file, String listName, String problem, boolean askColumn) implements State {
        static final Choosing NOTHING = new Choosing(null, "", "", false);
    }

    public record Running(Path file, String listName, Progress.State progress) implements State {}

    public record Done(ImportReport report) implements State {}

    public ImportViewModel(ImportService importer, ExportService exporter, Background background, Notices notices) {
        this.importer = importer;
        this.exporter = exporter;
        this.background = background;
        this.notices = notices;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Begins anew, unless an import runs.
    public void begin() {
        if (!(state.get() instanceof Running)) {
            state.set(Choosing.NOTHING);
        }
    }

    /// The file to import; its name is offered as the name of the list.
    public void choose(Path file) {
        if (!(state.get() instanceof Running)) {
            state.set(new Choosing(file, String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", ""), "", false));
        }
    }

    /// Imports the chosen file.
    ///
    /// @param listName    "" for the file's name
    /// @param phoneColumn the header of the column with the numbers, "" when the file says it itself
    public void run(String listName, String phoneColumn) {
        if (!(state.get() instanceof Choosing chosen) || chosen.file() == null) {
            return;
        }
        Path file = chosen.file();
        state.set(new Running(file, listName, Progress.State.START));
        Progress now = new Progress(how -> background.fx().execute(() -> {
            if (state.get() instanceof Running) {
                state.set(new Running(file, listName, how));
            }
        }));
        progress = now;
        var options = new ImportOptions(listName, "", phoneColumn.isBlank() ? Map.of() : Map.of("phone", phoneColumn.strip()));
        background.lasting(() -> importer.importBeside(file, options, now, background), report -> state.set(new Done(report)), e -> {
            if (e instanceof CancellationException) {
                state.set(new Choosing(file, listName, "Cancelled. Nothing was imported.", false));
                return;
            }
            String message = String.valueOf(e.getMessage());
            boolean ask = !phoneColumn.isBlank() || message.contains(Layout.ON_THE_COMMAND_LINE);
            state.set(new Choosing(file, listName, message.replace(Layout.ON_THE_COMMAND_LINE, ""), ask));
        });
    }

    /// Stops an import that runs: nothing of it is kept.
    public void cancel() {
        if (progress != null) {
            progress.cancel();
        }
    }

    /// The name that the rows which were not imported are offered.
    public String rejectsName() {
        return state.get() instanceof Done(ImportReport report) ? report.listName() + " - not imported.csv" : "not imported.csv";
    }

    /// Writes the rows that were not imported, each with its line and reason, to be mended and imported again.
    public void saveRejects(Path file) {
        if (state.get() instanceof Done(ImportReport report)) {
            background.io(() -> exporter.rejects(file, report.importId()), rows -> notices.show(Notice.done("%,d %s saved to %s".formatted(rows, rows == 1 ? "row" : "rows", file))), this::problem);
        }
    }

    private void problem(Exception e) {
        notices.show(Notice.problem(e instanceof AppException ? e.getMessage() : "The rows were not saved: " + e));
    }
}
