package app.afterbeep.cli;
import java.nio.file.Path;
import java.time.*;
import java.util.function.ToIntFunction;
public final class Cli {
    public record Options(Path dataDir, Clock clock, boolean clockShown, boolean demo) {}
    public static int run(String[] args, ToIntFunction<Options> window) {
        ZonedDateTime now = ZonedDateTime.parse("2026-11-24T09:30:00-05:00[America/New_York]");
        return window.applyAsInt(new Options(Path.of(args[0]), Clock.offset(Clock.system(now.getZone()), Duration.between(Instant.now(), now)), true, false));
    }
    private Cli() {}
}
