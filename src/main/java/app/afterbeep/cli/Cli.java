package app.afterbeep.cli;

import app.afterbeep.backups.Backup;
import app.afterbeep.backups.BackupService;
import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.db.DataFile.Contents;
import app.afterbeep.db.Database;
import app.afterbeep.db.DbException;
import app.afterbeep.db.Pace;
import app.afterbeep.exports.CsvFormat;
import app.afterbeep.exports.ExportService;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.lists.ImportOptions;
import app.afterbeep.lists.ImportReport;
import app.afterbeep.lists.ImportService;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.settings.SettingsStore;
import app.afterbeep.start.OneWindow;
import app.afterbeep.start.Program;
import app.afterbeep.start.TraceRules;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Progress;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The program's arguments. Without a subcommand they open the window. Exit code 0; 1 when something went wrong and 2 when the
/// arguments make no sense, each with one line on stderr that says what to do.
public final class Cli {
    /// What ends without a window.
    private static final Set<String> WINDOWLESS = Set.of("import", "export", "coach", "backup", "restore", "check", "--help", "-h", "--version", "-V");

    private final ToIntFunction<Options> window;
    private final Clock machine;

    private Cli(ToIntFunction<Options> window, Clock machine) {
        this.window = window;
        this.machine = machine;
    }

    /// How the window is to be opened.
    ///
    /// @param dataDir    with [DataFolder#FILE] in it, or to be made
    /// @param clock      in the rep's zone, which may change
    /// @param clockShown the clock is not the machine's, which the window says
    /// @param demo       on sample prospects
    /// @param lists      files to be imported, which the window opens with
    /// @param startShown the times of the start are printed
    public record Options(Path dataDir, Clock clock, boolean clockShown, boolean demo, List<Path> lists, boolean startShown) {
        public Options(Path dataDir, Clock clock, boolean clockShown, boolean demo, List<Path> lists) {
            this(dataDir, clock, clockShown, demo, lists, false);
        }

        public Options(Path dataDir, Clock clock, boolean clockShown, boolean demo) {
            this(dataDir, clock, clockShown, demo, List.of());
        }
    }

    /// Whether these arguments are likely to open the window: it can be begun while they are read.
    public static boolean opensWindow(String[] args) {
        return Stream.of(args).noneMatch(WINDOWLESS::contains);
    }

    /// Does what `args` say and returns the exit code.
    ///
    /// @param window opens the window, waits until it is closed and returns the exit code
    public static int run(String[] args, ToIntFunction<Options> window) {
        Charset charset = System.out.charset();
        return run(args, window, new LocalClock(), new PrintWriter(System.out, true, charset),
            new PrintWriter(System.err, true, System.err.charset()));
    }

    static int run(String[] args, ToIntFunction<Options> window, Clock machine, PrintWriter out, PrintWriter err) {
        if (args.length == 0) {
            // A start by double click names nothing, and does not wait for what could be named.
            return opened(window, machine, err);
        }
        Root root = new Root(new Cli(window, machine));
        CommandLine line = new CommandLine(root, new Factory(root));
        line.setOut(out).setErr(err);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler((e, a) -> refuse(err, String.valueOf(e.getMessage()).replace("option option", "option")
            .replaceAll("cannot convert ('.*') to .*LocalDate.*", "$1 is no day; write it like 2026-11-24"), CommandLine.ExitCode.USAGE));
        line.setExecutionExceptionHandler((e, command, parsed) -> refuse(err, sentence(e), CommandLine.ExitCode.SOFTWARE));
        return line.execute(args);
    }

    private static int opened(ToIntFunction<Options> window, Clock machine, PrintWriter err) {
        try {
            return window.applyAsInt(new Options(DataFolder.ofThisUser(), machine, false, false));
        } catch (RuntimeException e) {
            return refuse(err, sentence(e), CommandLine.ExitCode.SOFTWARE);
        }
    }

    private static String sentence(Exception e) {
        return e instanceof AppException || e instanceof DbException ? String.valueOf(e.getMessage())
            : "something went wrong that should not (error " + TraceRules.code(e) + ", " + e.getClass().getSimpleName() + "). Please report it.";
    }

    private static int refuse(PrintWriter err, @Nullable String message, int code) {
        err.println("afterbeep: " + String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " "));
        err.flush();
        return code;
    }

    /// Subcommands get the root, which has the options that all share.
    private record Factory(Root root) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == Import.class) {
                return type.cast(new Import(root));
            }
            if (type == Export.class) {
                return type.cast(new Export(root));
            }
            if (type == BackupCommand.class) {
                return type.cast(new BackupCommand(root));
            }
            if (type == RestoreCommand.class) {
                return type.cast(new RestoreCommand(root));
            }
            return type == CheckCommand.class ? type.cast(new CheckCommand(root)) : CommandLine.defaultFactory().create(type);
        }
    }

    @Command(name = "afterbeep", mixinStandardHelpOptions = true, versionProvider = Version.class,
        subcommands = {Import.class, Export.class, CoachCommand.class, BackupCommand.class, RestoreCommand.class, CheckCommand.class},
        synopsisSubcommandLabel = "[import | export | coach | backup | restore | check]",
        description = "The next prospect, the words to say and one click for the outcome. Without a command the window opens.")
    static final class Root implements Callable<Integer> {
        @Option(names = "--data-dir", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "Keep the data here. Default: the user's data folder of the operating system.")
        private @Nullable Path dataDir;
        @Option(names = "--now", paramLabel = "ISO-TIME", scope = ScopeType.INHERIT,
            description = "Start as if it were this time: 2026-11-24T09:00:00-05:00 or 2026-11-24T09:00-05:00[America/New_York].")
        private @Nullable String now;
        @Option(names = "--demo", description = "Open the window on sample prospects in a temporary folder, on a working morning.")
        private boolean demo;
        @Parameters(paramLabel = "FILE", arity = "0..*", description = "A list that the window opens to import.")
        private List<Path> lists = List.of();
        @Option(names = "--start-times", description = "Print what happened when during the start.")
        private boolean startTimes;
        @Spec
        private CommandSpec spec;

        private final Cli cli;

        Root(Cli cli) {
            this.cli = cli;
            this.spec = CommandSpec.create(); // picocli puts the real one here
        }

        @Override
        public Integer call() {
            for (Path list : lists) {
                if (Files.notExists(list)) {
                    throw new ParameterException(spec.commandLine(), "There is no command and no file “" + list + "”. See afterbeep --help.");
                }
            }
            return cli.window.applyAsInt(new Options(demo && dataDir == null ? temporary() : folder(), clock(), now != null || demo, demo, lists, startTimes));
        }

        Path folder() {
            return dataDir == null ? DataFolder.ofThisUser() : dataDir;
        }

        private Path temporary() {
            try {
                return OwnerOnly.temporaryFolder("afterbeep-demo-");
            } catch (IOException e) {
                throw new DbException("The temporary folder can't be written: " + e.getMessage() + ". Name another one with --data-dir.", e);
            }
        }

        Clock clock() {
            if (now == null) {
                return demo ? ClockRules.workingMorning(cli.machine, Root::isHoliday) : cli.machine;
            }
            return ClockRules.startingAt(now, cli.machine).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "--now " + now + " is no time with a zone. Write it like 2026-11-24T09:00:00-05:00."));
        }

        private static boolean isHoliday(LocalDate day) {
            return HolidayManager.getInstance(ManagerParameters.create("us")).isHoliday(day);
        }

        /// The data file of a command that reads: it is not made.
        Path existing() throws AppException {
            Path file = folder().resolve(DataFolder.FILE);
            if (Files.notExists(file)) {
                throw new AppException("There is no data file " + file + " yet. Import a list first, or name its folder with --data-dir.", null);
            }
            return file;
        }

        Database open(Path file) {
            return Database.open(file, clock(), Runnable::run);
        }
    }

    @Command(name = "import", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Imports a list of prospects from a file. Not while the window is open on the same data; all other commands may run beside it.")
    private static final class Import extends DataCommand {
        @Parameters(paramLabel = "FILE", description = "The list: CSV, .xlsx or .vcf.")
        private Path file = Path.of("");
        @Option(names = "--list", paramLabel = "NAME", description = "The list to import into. Default: the file's name.")
        private String list = "";
        @Option(names = "--map", paramLabel = "FIELD=HEADER", description = "What a column is that is not recognised. Fields: first_name, "
            + "last_name, full_name, company, title, phone, phone_code, email, city, state, zip, country, time_zone, do_not_call, "
            + "external_id, note, reach.")
        private Map<String, String> mapping = Map.of();
        @Option(names = "--country", paramLabel = "CC", description = "The country of numbers without a country code, two letters.")
        private String country = "";
        @Option(names = "--mode", paramLabel = "MODE", description = "create: only add people; update: only complete people who are known; both. Default: both.")
        private String mode = "both";
        @Option(names = "--rejects", paramLabel = "FILE", description = "Write the rows that were not imported here, with line and reason.")
        private @Nullable Path rejects;

        Import(Root root) {
            super(root);
        }

        @Override
        public Integer call() throws AppException {
            if (!country.isEmpty() && !List.of(Locale.getISOCountries()).contains(country.toUpperCase(Locale.ROOT))) {
                throw wrong("--country " + country + " is no country. Use two letters, such as US or DE.");
            }
            ImportOptions.Mode wanted = Map.of("create", ImportOptions.Mode.CREATE, "update", ImportOptions.Mode.UPDATE_ONLY,
                "both", ImportOptions.Mode.CREATE_AND_UPDATE).get(mode);
            if (wanted == null) {
                throw wrong("There is no --mode " + mode + ". Say create, update or both.");
            }
            if (rejects != null && rejects.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
                throw wrong("--rejects would overwrite the list itself. Name another file.");
            }
            OneWindow.alone(root.folder(), () -> run(wanted));
            return 0;
        }

        private void run(ImportOptions.Mode wanted) throws AppException {
            Clock clock = root.clock();
            try (Database database = root.open(root.folder().resolve(DataFolder.FILE))) {
                ImportService service = new ImportService(database, new ProspectStore(database.sql(), clock),
                    new CadenceStore(database.sql(), clock), clock, new SettingsStore(database)::load);
                // Nobody else has the folder: what is unfinished here was interrupted.
                service.recover(Background.direct()).forEach(this::warn);
                new BackupService(root.folder().resolve(DataFolder.FILE), clock, () -> "").before(Backup.Kind.BEFORE_IMPORT, database.changes(), Pace.atOnce());
                ImportReport report = service.importFile(file,
                    new ImportOptions(list, country, mapping, List.of(), Map.of(), wanted, ImportOptions.Match.ANY));
                out().println(report.counts());
                report.remarks().ifPresent(this::warn);
                if (rejects != null) {
                    service.saveRejects(report.importId(), rejects);
                }
            }
        }
    }

    @Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Writes calls, prospects or emails to a CSV file.")
    private static final class Export extends DataCommand {
        @Parameters(index = "0", paramLabel = "calls|prospects|emails", description = "What to write.")
        private String what = "";
        @Parameters(index = "1", paramLabel = "FILE", description = "The CSV file; it is replaced.")
        private Path file = Path.of("");
        @Option(names = "--from", paramLabel = "DATE", description = "First day, yyyy-mm-dd; not for prospects.")
        private @Nullable LocalDate from;
        @Option(names = "--to", paramLabel = "DATE", description = "Last day, yyyy-mm-dd; not for prospects.")
        private @Nullable LocalDate to;
        @Option(names = "--format", paramLabel = "FORMAT", description = "afterbeep (exact, to be imported again; the default), excel, and for calls "
            + "salesforce or hubspot.")
        private String format = CsvFormat.AFTERBEEP.toString();

        Export(Root root) {
            super(root);
        }

        @Override
        public Integer call() throws AppException {
            CsvFormat known = CsvFormat.of(format)
                .orElseThrow(() -> wrong("There is no format “" + format + "”. Use " + CsvFormat.codes() + "."));
            if (!List.of("calls", "prospects", "emails").contains(what)) {
                throw wrong("There is nothing called “" + what + "” to export. Use calls, prospects or emails.");
            }
            if (what.equals("prospects") && (from != null || to != null)) {
                throw wrong("--from and --to are for calls and emails. Leave them out for prospects.");
            }
            if (from != null && to != null && to.isBefore(from)) {
                throw wrong("--from " + from + " is after --to " + to + ". Name the earlier day first.");
            }
            Clock clock = root.clock();
            try (Database database = root.open(root.existing())) {
                ExportService service = new ExportService(database, clock);
                ExportService.Target target = new ExportService.Target(file, known, Progress.unwatched());
                ExportService.Exported exported = switch (what) {
                    case "calls" -> service.calls(target, LogFilter.between(from, to));
                    case "emails" -> service.emails(target, from, to);
                    default -> service.prospects(target);
                };
                out().println(exported.counts());
            }
            return 0;
        }
    }

    /// "214 prospects, 1310 attempts, 420 emails": for people and for scripts.
    static String counts(Contents contents) {
        return contents.prospects() + " prospects, " + contents.attempts() + " attempts, " + contents.emails() + " emails";
    }

    /// "Afterbeep 0.1.0", from the jar.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Program.version()};
        }
    }
}
