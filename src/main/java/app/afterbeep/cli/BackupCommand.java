package app.afterbeep.cli;

import app.afterbeep.backups.BackupService;
import app.afterbeep.db.DataFile;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Copies the data file while it may be in use.
@Command(name = "backup", mixinStandardHelpOptions = true, versionProvider = Cli.Version.class,
    description = "Copies the data file, also while the window is open, and checks the copy before it counts.")
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The copy; it is replaced.")
    private Path target = Path.of("");
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Cli.Root root;

    BackupCommand(Cli.Root root) {
        this.root = root;
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
        spec.commandLine().getOut().println("backed up " + Cli.counts(new BackupService(file, root.clock(), () -> "").copyTo(target)) + ", checked");
        return 0;
    }
}
