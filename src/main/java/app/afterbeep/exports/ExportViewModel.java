package app.afterbeep.exports;

import app.afterbeep.calls.LogFilter;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.exports.ExportService.Exported;
import app.afterbeep.exports.ExportService.Target;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Exports from the window, one at a time, while the rep goes on dialing. On the FX thread.
public final class ExportViewModel {
    private final ExportService exporter;
    private final Background background;
    private final Notices notices;
    private final Supplier<Settings> settings;
    private final Consumer<Map<Setting, String>> remember;
    private final ReadOnlyObjectWrapper<@Nullable Running> running = new ReadOnlyObjectWrapper<>();
    private @Nullable Progress progress;

    /// What is to be written: these calls, or all prospects.
    ///
    /// @param filter which calls; null for all prospects
    /// @param words  what they are, for the sheet: "Yesterday, Mon Nov 23 · 12 calls"
    /// @param name   of the file, without format and ending: "afterbeep-calls-2026-11-23"
    public record Wish(@Nullable LogFilter filter, String words, String name) {
        /// All prospects, as they are today.
        public static Wish everybody(LocalDate today) {
            return new Wish(null, "Everybody, with numbers, standing and the extra columns of your lists", "afterbeep-prospects-" + today);
        }

        public boolean calls() {
            return filter != null;
        }
    }

    /// An export under way.
    public record Running(Path file, Progress.State state) {}

    /// @param remember keeps a setting
    public ExportViewModel(ExportService exporter, Background background, Notices notices, Supplier<Settings> settings,
                           Consumer<Map<Setting, String>> remember) {
        this.exporter = exporter;
        this.background = background;
        this.notices = notices;
        this.settings = settings;
        this.remember = remember;
    }

    /// Null while none runs.
    public ReadOnlyObjectProperty<@Nullable Running> running() {
        return running.getReadOnlyProperty();
    }

    /// The format that is offered: the one of the last export, if it can take what is wished for.
    public CsvFormat format(Wish wish) {
        return CsvFormat.of(settings.get().text(Setting.EXPORT_FORMAT)).filter(format -> wish.calls() || format.takesAnything())
            .orElse(CsvFormat.AFTERBEEP);
    }

    /// The name that the file is offered: "afterbeep-calls-2026-11-23-hubspot.csv".
    public static String fileName(Wish wish, CsvFormat format) {
        return wish.name() + (format == CsvFormat.AFTERBEEP ? "" : "-" + format) + ".csv";
    }

    /// Writes all that is wished for, and says how many rows and where. While an export runs, no other begins.
    public void run(Wish wish, CsvFormat format, Path file) {
        if (running.get() != null) {
            return;
        }
        if (!settings.get().text(Setting.EXPORT_FORMAT).equals(format.toString())) {
            remember.accept(Map.of(Setting.EXPORT_FORMAT, format.toString()));
        }
        Progress now = new Progress(state -> background.fx().execute(() -> {
            if (running.get() != null) {
                running.set(new Running(file, state));
            }
        }));
        progress = now;
        running.set(new Running(file, Progress.State.START));
        background.lasting(() -> {
            Target target = new Target(file, format, now);
            return wish.filter() == null ? exporter.prospects(target) : exporter.calls(target, wish.filter());
        }, exported -> {
            ended();
            notices.show(Notice.done(words(exported, wish, format) + " exported to " + file + withoutId(exported)));
        }, e -> {
            ended();
            notices.show(e instanceof CancellationException ? Notice.done("Cancelled. Nothing was written.")
                : Notice.problem(e instanceof AppException ? String.valueOf(e.getMessage()) : "Nothing was exported: " + e.getMessage()));
        });
    }

    private void ended() {
        running.set(null);
        progress = null;
    }

    private static String words(Exported exported, Wish wish, CsvFormat format) {
        String one = wish.calls() ? "call" : "prospect";
        return "%,d %s".formatted(exported.rows(), exported.rows() == 1 ? one : one + "s")
            + (format == CsvFormat.AFTERBEEP ? "" : " for " + format.label());
    }

    private static String withoutId(Exported exported) {
        return exported.withoutId() == 0 ? "" : ". %,d %s no id, so WhoId is empty there".formatted(exported.withoutId(),
            exported.withoutId() == 1 ? "has" : "have");
    }

    /// Ends the export that runs; no file is left of it, and what stood under its name still does.
    public void cancel() {
        if (progress != null) {
            progress.cancel();
        }
    }
}
