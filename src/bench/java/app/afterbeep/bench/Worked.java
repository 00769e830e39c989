package app.afterbeep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much processor time one thread of this process has had: other work on the machine makes it wait longer, but not work longer. Only Linux says it.
public final class Worked {
    private final Path schedule;

    private Worked(Path schedule) {
        this.schedule = schedule;
    }

    /// Of the thread that asks.
    public static Worked mine() throws IOException {
        Path thread = Path.of("/proc/thread-self");
        return new Worked(Files.exists(thread) ? Path.of("/proc").resolve(Files.readSymbolicLink(thread)).resolve("schedstat") : thread);
    }

    /// In nanoseconds; 0 where the operating system does not say.
    public long nanos() {
        try {
            return Long.parseLong(Files.readString(schedule).split(" ", 2)[0]);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
