package app.afterbeep.faults;

import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.Turn;
import app.afterbeep.db.DbException;
import app.afterbeep.exports.ExportService;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.util.Random;

/// Works on data files of which sixteen bytes were overwritten: started by [OverwrittenBytesTest] as a process of its own, since a crash or a hang is
/// what is looked for. Says one line for each seed.
public final class OverwrittenBytes {
    private OverwrittenBytes() {}

    /// @param args the sound file, a folder to work in, the first seed, how many
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        Path sound = Path.of(args[0]);
        for (int seed = Integer.parseInt(args[2]); seed < Integer.parseInt(args[2]) + Integer.parseInt(args[3]); seed++) {
            Path folder = Files.createDirectories(Path.of(args[1], "seed-" + seed));
            Files.copy(sound, folder.resolve("afterbeep.db"), StandardCopyOption.REPLACE_EXISTING);
            boolean differs = overwrite(folder.resolve("afterbeep.db"), new Random(seed));
            out.println(seed + " " + (differs ? work(folder) : "the same bytes"));
        }
        out.println("done");
    }

    private static boolean overwrite(Path file, Random random) throws IOException {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long at = random.nextLong(channel.size() - bytes.length);
            ByteBuffer before = ByteBuffer.allocate(bytes.length);
            channel.read(before, at);
            channel.write(ByteBuffer.wrap(bytes), at);
            return !java.util.Arrays.equals(before.array(), bytes);
        }
    }

    /// @return "refused", "found" or "not found", and what was not done as a rep would see it
    private static String work(Path folder) {
        StringBuilder told = new StringBuilder();
        boolean[] opened = {false};
        boolean[] found = {false};
        attempt(told, "open", () -> {
            try (LogDesk desk = new LogDesk(folder)) {
                opened[0] = true;
                attempt(told, "check", () -> found[0] = !Contents.problems(desk.desk).isEmpty());
                attempt(told, "click", () -> {
                    for (int i = 0; i < 3; i++) {
                        if (desk.desk.queue.turn(true) instanceof Turn.Prospect(var card, String after)) {
                            desk.desk.log(card, Outcome.values()[i]);
                        }
                    }
                    desk.desk.calls.undo();
                });
                attempt(told, "search", () -> desk.desk.prospects.search().count("number", 1));
                attempt(told, "export", () -> {
                    desk.exporter.prospects(ExportService.Target.exact(folder.resolve("prospects.csv")));
                    desk.exporter.calls(ExportService.Target.exact(folder.resolve("calls.csv")), LogFilter.all());
                });
            }
        });
        return (!opened[0] ? "refused" : found[0] || told.indexOf("check: words") >= 0 ? "found" : "not found") + told;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void attempt(StringBuilder told, String what, Work work) {
        try {
            work.run();
        } catch (DbException | AppException e) {
            told.append("; ").append(what).append(": words ").append(e.getMessage());
        } catch (Exception | AssertionError e) {
            told.append("; ").append(what).append(": UNEXPECTED ").append(e).append(" at ").append(e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "");
            for (StackTraceElement line : e.getStackTrace()) {
                if (line.getClassName().startsWith("app.afterbeep") && !line.getClassName().contains("OverwrittenBytes")) {
                    told.append(" < ").append(line);
                }
            }
        }
    }
}
