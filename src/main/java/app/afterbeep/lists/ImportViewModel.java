package app.afterbeep.lists;

import app.afterbeep.lists.ImportOptions.Match;
import app.afterbeep.lists.ImportOptions.Mode;
import app.afterbeep.lists.ImportWork.Past;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Progress;
import app.afterbeep.ui.Reading;
import app.afterbeep.ui.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The import of one list, step by step: the file, its columns, what became of its rows. One at a time; while it runs the rep may go on
/// dialing. On the FX thread.
public final class ImportViewModel {
    private static final int EARLIER = 20;

    private final ImportWork work;
    private final Background background;
    private final Notices notices;
    private final Clock clock;
    private final Reading looking;
    private final ColumnsViewModel columns;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(Choosing.NOTHING);
    private final ReadOnlyObjectWrapper<Choices> choices = new ReadOnlyObjectWrapper<>(Choices.NONE);
    private final ReadOnlyObjectWrapper<List<ImportWork.ListSize>> lists = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Past>> earlier = new ReadOnlyObjectWrapper<>(List.of());
    private final ImportedViewModel results;
    private @Nullable Progress progress;

    /// How far the import is.
    public sealed interface State {}

    /// Step 1: the rep chooses a file.
    ///
    /// @param file    null until one is chosen
    /// @param looked  what it looks like; null while it is being looked at, or when that failed
    /// @param problem why it can't be imported, or ""
    public record Choosing(@Nullable Path file, @Nullable Looked looked, String problem) implements State {
        static final Choosing NOTHING = new Choosing(null, null, "");

        public boolean looking() {
            return file != null && looked == null && problem.isEmpty();
        }
    }

    /// Step 2: the rep says what its columns are.
    ///
    /// @param problem why the import has just failed, or ""
    public record Mapping(Looked looked, String problem) implements State {}

    /// Step 3, under way.
    public record Running(Looked looked, String listName, Progress.State progress) implements State {}

    /// Step 3, over; or an earlier import.
    public record Done(Past past) implements State {}

    /// A file that was looked at.
    ///
    /// @param rows about how many it has; 0 when that can't be said
    /// @param log  it is a call log that this program wrote: it is restored
    public record Looked(FileLook look, long rows, boolean log) {
        /// Whether this program wrote it: its columns are known, and nothing is to be said about it.
        public boolean restored() {
            return log || look.ours();
        }

        public Path file() {
            return look.file();
        }

        public String name() {
            return String.valueOf(file().getFileName());
        }
    }

    /// What the rep wants to become of the file.
    ///
    /// @param defaults field to value, in the order in which they were added
    public record Choices(String listName, String country, Map<String, String> defaults, Mode mode, Match match) {
        static final Choices NONE = new Choices("", "", Map.of(), Mode.CREATE_AND_UPDATE, Match.ANY);

        public Choices withListName(String name) {
            return new Choices(name, country, defaults, mode, match);
        }

        public Choices withCountry(String typed) {
            return new Choices(listName, typed, defaults, mode, match);
        }

        public Choices withDefaults(Map<String, String> values) {
            return new Choices(listName, country, values, mode, match);
        }

        public Choices withMode(Mode now) {
            return new Choices(listName, country, defaults, now, match);
        }

        public Choices withMatch(Match now) {
            return new Choices(listName, country, defaults, mode, now);
        }

        /// Why they can't be used; "" when they can.
        public String problem() {
            return country.isBlank() || CountryRules.code(country).isPresent() ? ""
                : "“" + country.strip() + "” is not a country. Type its name or its two letters, as in US.";
        }
    }

    public ImportViewModel(ImportWork work, Background background, Notices notices, Clock clock) {
        this.clock = clock;
        this.work = work;
        this.background = background;
        this.notices = notices;
        looking = Reading.ofFiles(background);
        columns = new ColumnsViewModel(work, background, this::options);
        results = new ImportedViewModel(work, background, notices, this::replace);
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Choices> choices() {
        return choices.getReadOnlyProperty();
    }

    /// The lists there are.
    public ReadOnlyObjectProperty<List<ImportWork.ListSize>> lists() {
        return lists.getReadOnlyProperty();
    }

    /// The latest imports.
    public ReadOnlyObjectProperty<List<Past>> earlier() {
        return earlier.getReadOnlyProperty();
    }

    /// When an import was: "Tue 2:45 pm".
    public String when(Past past) {
        return Times.dated(past.at(), clock.getZone(), clock.instant());
    }

    public ImportedViewModel results() {
        return results;
    }

    public ColumnsViewModel columns() {
        return columns;
    }

    public boolean running() {
        return state.get() instanceof Running;
    }

    /// Begins anew, unless an import runs.
    public void begin() {
        if (!running()) {
            state.set(Choosing.NOTHING);
            choices.set(Choices.NONE);
        }
        refresh();
    }

    /// Reads anew which lists and earlier imports there are.
    public void refresh() {
        background.db(work::lists, lists::set);
        background.db(() -> work.earlier(EARLIER), earlier::set);
    }

    /// Looks at a file; its name is offered as the name of the list.
    public void choose(Path file) {
        if (running()) {
            notices.show(Notice.problem("One list at a time: " + file.getFileName() + " can be imported when the one that runs is in."));
            return;
        }
        choices.set(Choices.NONE);
        state.set(new Choosing(file, null, ""));
        looking.ask(() -> look(file), looked -> {
            if (awaits(file)) {
                choices.set(choices.get().withListName(listName(file)));
                columns.show(looked.look(), false);
                state.set(new Choosing(file, looked, ""));
            }
        }, e -> {
            if (awaits(file)) {
                state.set(new Choosing(file, null, problem(e, file.getFileName() + " can’t be read")));
            }
        });
    }

    /// As [#choose(Path)], of what was dropped or pasted.
    public void choose(List<Path> files) {
        if (files.size() == 1 || running()) {
            choose(files.getFirst());
        } else if (!files.isEmpty()) {
            state.set(new Choosing(null, null, "%,d files at once. One at a time goes: drop one, and the next when it is in.".formatted(files.size())));
        }
    }

    /// As [#choose(Path)], of a path that was typed or pasted, also in quotes or as an address of a file.
    public void choose(String typed) {
        PathRules.path(typed, System.getProperty("user.home", "")).ifPresentOrElse(this::choose,
            () -> state.set(new Choosing(null, null, typed.isBlank() ? "" : "“" + typed.strip() + "” is not the path of a file.")));
    }

    private boolean awaits(Path file) {
        return state.get() instanceof Choosing(Path asked, Looked looked, String problem) && file.equals(asked);
    }

    private Looked look(Path file) throws AppException {
        if (Files.isDirectory(file)) {
            throw new AppException("“" + file.getFileName() + "” is a folder. Choose one file in it.", null);
        }
        if (!Files.exists(file)) {
            throw new AppException("There is no file " + file + ". Check its name and folder.", null);
        }
        FileLook look = work.look(file, ImportOptions.none());
        List<String> headers = look.columns().stream().map(FileLook.ColumnLook::header).toList();
        return new Looked(look, RowGuess.rows(file, look.headerLine()), LogRowRules.isLog(headers));
    }

    private static String listName(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
    }

    private static String problem(Exception e, String what) {
        return e instanceof AppException ? String.valueOf(e.getMessage()).replace(Layout.ON_THE_COMMAND_LINE, "") : what + ": " + Optional.ofNullable(e.getMessage()).orElse(e.toString());
    }

    public void change(UnaryOperator<Choices> how) {
        choices.set(how.apply(choices.get()));
    }

    /// On to the columns; what this program wrote has none to be asked about and is restored.
    public void next() {
        if (state.get() instanceof Choosing(Path file, Looked looked, String problem) && looked != null && choices.get().problem().isEmpty()) {
            if (looked.restored()) {
                run(looked);
            } else {
                state.set(new Mapping(looked, ""));
                columns.read();
            }
        }
    }

    /// From the columns back to the file.
    public void back() {
        if (state.get() instanceof Mapping(Looked looked, String problem)) {
            state.set(new Choosing(looked.file(), looked, ""));
        }
    }

    /// The columns as the file alone suggests them.
    public void guessAnew() {
        if (state.get() instanceof Mapping(Looked looked, String problem)) {
            looking.ask(() -> work.guess(looked.file(), options()), look -> {
                if (state.get() instanceof Mapping) {
                    columns.show(look, true);
                    columns.read();
                }
            }, e -> state.set(new Mapping(looked, problem(e, "The file can’t be read again"))));
        }
    }

    /// Imports the file; pressed twice it is imported once.
    public void run() {
        if (state.get() instanceof Mapping(Looked looked, String problem) && why().isEmpty()) {
            run(looked);
        }
    }

    /// Why the file can't be imported as its columns stand; "" when it can.
    public String why() {
        return columns.columns().get().dialable() || choices.get().mode() == Mode.UPDATE_ONLY ? "" : "No column is a phone number. Say which one has the numbers; people without any can’t be called.";
    }

    private ImportOptions options() {
        Choices now = choices.get();
        return new ImportOptions(now.listName().strip(), CountryRules.code(now.country()).orElse(""), Map.of(), columns.columns().get().fields(),
            now.defaults(), now.mode(), now.match());
    }

    private void run(Looked looked) {
        State before = state.get();
        String list = choices.get().listName().isBlank() ? listName(looked.file()) : choices.get().listName().strip();
        state.set(new Running(looked, list, Progress.State.START));
        Progress now = new Progress(how -> background.fx().execute(() -> {
            if (running()) {
                state.set(new Running(looked, list, how));
            }
        }));
        progress = now;
        ImportOptions options = looked.restored() ? new ImportOptions(list, CountryRules.code(choices.get().country()).orElse(""), Map.of()) : options();
        background.lasting(() -> work.importFile(looked.file(), options, now), past -> {
            results.open(past);
            state.set(new Done(past));
        }, e -> {
            String problem = e instanceof CancellationException ? "Cancelled. Nothing was imported." : problem(e, "Nothing was imported");
            state.set(before instanceof Mapping ? new Mapping(looked, problem) : new Choosing(looked.file(), looked, problem));
        });
    }

    /// Stops an import that runs: nothing of it is kept.
    public void cancel() {
        if (progress != null) {
            progress.cancel();
        }
    }

    /// The import that is shown has changed.
    private void replace(Past past) {
        if (state.get() instanceof Done) {
            state.set(new Done(past));
        }
    }

    /// The import that is shown may have been taken back by an undo elsewhere.
    public void reread() {
        if (state.get() instanceof Done(Past past) && past.id() != 0) {
            background.db(() -> work.find(past.id()), found -> {
                if (state.get() instanceof Done(Past shown) && shown.id() == found.id() && !shown.equals(found)) {
                    show(found);
                }
            });
        }
    }

    /// Shows an import that was done earlier.
    public void show(Past past) {
        if (!running()) {
            background.db(() -> work.find(past.id()), found -> {
                results.open(found);
                state.set(new Done(found));
            });
        }
    }
}
