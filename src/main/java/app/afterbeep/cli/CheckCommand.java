package app.afterbeep.cli;

import app.afterbeep.backups.Backup;
import app.afterbeep.backups.BackupService;
import app.afterbeep.backups.CheckService;
import app.afterbeep.db.Database;
import app.afterbeep.db.Pace;
import app.afterbeep.ui.AppException;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Looks for damage in the data file, and mends what can be derived.
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Cli.Version.class,
    description = {"Looks for damage in the data file: what SQLite knows about it, whether summaries, the queue and the search agree with the log, "
        + "and what must hold between calls, promises and emails. Changes nothing.", "",
        "With --repair, what is derived from the log is derived again, after a backup: summaries, indexes, the last outcomes, who can be called, the search. "
            + "The log itself is never changed; what is damaged there is mended by a backup: afterbeep restore.", ""})
final class CheckCommand extends DataCommand {
    @Option(names = "--repair", description = "Derive again what is derived from the log.")
    private boolean repair;

    CheckCommand(Cli.Root root) {
        super(root);
    }

    @Override
    public Integer call() throws AppException {
        Clock clock = root.clock();
        Path file = root.existing();
        try (Database database = root.open(file)) {
            CheckService service = new CheckService(database, clock);
            CheckService.Found found = service.check();
            if (repair && !found.derivable().isEmpty() && found.broken().isEmpty()) {
                new BackupService(file, clock, () -> "").before(Backup.Kind.REGULAR, database.changes(), Pace.atOnce());
                int mended = found.derivable().size();
                found.derivable().forEach(line -> warn("mended: " + line));
                found = service.repair();
                if (found.sound()) {
                    out().println("repaired: " + mended + (mended == 1 ? " finding" : " findings"));
                }
            }
            found.broken().forEach(this::warn);
            found.derivable().forEach(problem -> warn(problem + "; --repair derives it again"));
            if (found.sound()) {
                out().println("ok: " + Cli.counts(database.contents()));
            }
            return found.sound() ? 0 : 1;
        }
    }
}
