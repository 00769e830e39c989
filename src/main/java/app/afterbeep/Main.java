package app.afterbeep;

import app.afterbeep.cli.Cli;
import app.afterbeep.start.LogFile;
import app.afterbeep.ui.Regional;

/// Starts the program. Does not extend `Application`, so that JavaFX may stand on the class path.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        StartLog log = new StartLog();
        log.done("program");
        Regional.adopt();
        LogFile.quiet();
        App app = new App(new Opening.Start(log, painted -> {}));
        if (Cli.opensWindow(args)) {
            app.begin();
        }
        System.exit(Cli.run(args, app::open));
    }
}
