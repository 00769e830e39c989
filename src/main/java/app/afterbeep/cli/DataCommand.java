package app.afterbeep.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that does something with the data. It gets the root, which has the options that all share, and speaks to the rep's terminal.
abstract class DataCommand implements Callable<Integer> {
    final Cli.Root root;
    @Spec
    private CommandSpec spec = CommandSpec.create(); // picocli puts the real one here

    DataCommand(Cli.Root root) {
        this.root = root;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /// One line about something that is not as it should be.
    final void warn(String sentence) {
        spec.commandLine().getErr().println("afterbeep: " + sentence);
    }

    /// The arguments make no sense.
    final ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
