package app.afterbeep.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the windows of the benchmarks stand: on a display that nobody looks at (Xvfb), where that is installed, drawn without a graphics card. Else on
/// JavaFX's headless platform, which copies every picture pixel by pixel, in Java and on the FX thread: no rep's window does, and it takes longer than
/// all else that the thread does.
final class Screen implements AutoCloseable {
    private final @Nullable Process server;
    private final List<String> flags;
    private final Map<String, String> environment;

    private Screen(@Nullable Process server, List<String> flags, Map<String, String> environment) {
        this.server = server;
        this.flags = flags;
        this.environment = environment;
    }

    static Screen open() throws IOException {
        boolean there = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "Xvfb")));
        if (!there) {
            return new Screen(null, List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true"), Map.of());
        }
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader said = server.inputReader();
        String display = said.readLine();
        // GTK would load the drivers of OpenGL, 44 MiB of them, to ask what they can; nothing is drawn with them here.
        return display == null ? new Screen(server, List.of(), Map.of())
            : new Screen(server, List.of("-Dprism.order=sw"), Map.of("DISPLAY", ":" + display, "GDK_GL", "disable"));
    }

    String words() {
        return server == null ? "headless" : "in a window";
    }

    /// The flags of the program, and those that it needs to be drawn here.
    List<String> with(List<String> more) {
        return Stream.concat(more.stream(), flags.stream()).toList();
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }
}
