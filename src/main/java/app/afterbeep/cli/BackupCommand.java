package app.afterbeep.cli;

import app.afterbeep.backups.BackupService;
import app.afterbeep.db.DataFile;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Copies the data file while it may be in use.
@Command(name = "backup", mixinStandardHelpOptions = true, versionProvider = Cli.Version.class,
    description = "Copies the data file, also while the window is open, and checks the copy before it counts.")
final class BackupCommand extends DataCommand {
    @Parameters(paramLabel = "FILE", description = "The copy; it is replaced.")
    private Path target = Path.of("");

    BackupCommand(Cli.Root root) {
        super(root);
    }

    @Override
    public Integer call() throws AppException {
        Path file = root.existing();
        try {
            DataFile.refuse(file);
            if (Files.exists(target) && Files.isSameFile(target, file)) {
                throw new AppException("The copy would overwrite the data file itself. Name another file.", null);
            }
        } catch (IOException e) {
            throw new AppException("The data file can't be read: " + e.getMessage(), e);
        }
        out().println("backed up " + Cli.counts(new BackupService(file, root.clock(), () -> "").copyTo(target)) + ", checked");
        return 0;
    }
}
