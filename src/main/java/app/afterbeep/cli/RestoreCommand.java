package app.afterbeep.cli;

import app.afterbeep.backups.RestoreService;
import app.afterbeep.ui.AppException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Puts a backup in the place of the data file.
@Command(name = "restore", mixinStandardHelpOptions = true, versionProvider = Cli.Version.class,
    description = {"Puts a backup in the place of the data file. Close the window before.",
        "What was there is set aside first in the folder backups, and can be restored in its turn. Emails that may have left since the backup are "
            + "“Perhaps sent” afterwards and never leave by themselves; do-not-call entries made since are kept.", ""})
final class RestoreCommand extends DataCommand {
    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path backup = Path.of("");

    RestoreCommand(Cli.Root root) {
        super(root);
    }

    @Override
    public Integer call() throws AppException {
        if (!Files.isRegularFile(backup)) {
            throw new AppException("There is no file " + backup + ".", null);
        }
        RestoreService.Restored restored = new RestoreService(root.folder().resolve(DataFolder.FILE), root.clock()).restore(backup);
        if (restored.setAside() != null) {
            out().println("before: " + (restored.before() == null ? "can't be read" : Cli.counts(restored.before())) + ", set aside as " + restored.setAside());
        }
        out().println("restored: " + Cli.counts(restored.after()) + (restored.held() == 0 ? "" : "; perhaps sent since: " + restored.held() + " emails")
            + (restored.dnc() == 0 ? "" : "; kept: " + restored.dnc() + " do-not-call entries made since"));
        return 0;
    }
}
