package app.afterbeep;

import app.afterbeep.cli.Cli;

/// Starts the program. Does not extend `Application`, so that JavaFX may stand on the class path.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        StartLog start = new StartLog();
        start.done("program");
        System.exit(Cli.run(args, options -> App.open(options, start)));
    }
}
