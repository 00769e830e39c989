package app.afterbeep;

import app.afterbeep.cli.Cli;

/// Starts the program. Does not extend `Application`, so that JavaFX may stand on the class path.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        App app = new App(wiring -> {});
        if (Cli.opensWindow(args)) {
            app.begin();
        }
        System.exit(Cli.run(args, app::open));
    }
}
