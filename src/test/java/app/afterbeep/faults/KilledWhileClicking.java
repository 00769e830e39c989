package app.afterbeep.faults;

import app.afterbeep.testkit.Desk;
import app.afterbeep.ui.AppException;
import java.io.PrintStream;
import java.nio.file.Path;

/// A rep who clicks without a pause: started by [KilledWhileClickingTest] as a process of its own, and killed by it. Says a line as soon as an
/// action is done.
public final class KilledWhileClicking {
    private KilledWhileClicking() {}

    /// @param args the folder of the data, the number of the first action
    public static void main(String[] args) throws AppException {
        PrintStream out = System.out;
        long start = System.nanoTime();
        try (Desk desk = new Desk(Path.of(args[0]))) {
            out.println("opened " + (System.nanoTime() - start) / 1_000_000);
            // Until it is killed, or nobody listens any more.
            for (int n = Integer.parseInt(args[1]); !out.checkError(); n++) {
                out.println(n + " " + RandomDay.act(desk, n));
            }
        }
    }
}
