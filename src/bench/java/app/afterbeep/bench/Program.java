package app.afterbeep.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// What is started for a window: the program as the package has it, with its runtime and its cache, or the classes as they lie here.
///
/// @param command of its JVM
/// @param flags   that it runs with
/// @param path    the class path
record Program(String name, String command, List<String> flags, String path) {
    /// As the launcher of the package has it: the window does without the second compiler.
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";
    private static final Path PACKAGE = Path.of("target", "dist", "afterbeep", "lib");
    private static final String CACHE = "afterbeep.aot";
    private static final String PATH = "java.class.path";

    static Program classes() {
        List<String> flags = new ArrayList<>(Measured.flags());
        flags.add(FIRST_COMPILER);
        return new Program("class path", ProcessHandle.current().info().command().orElse("java"), List.copyOf(flags), System.getProperty(PATH));
    }

    /// A copy of the package that `mvn -Pdist package` has left in `target`, as the cache asks for: with the same jars in the same order, of the same
    /// times, in one folder, and the classes that measure behind them. Empty when there is none.
    static Optional<Program> packaged(Ground ground) throws IOException {
        Path launcher = PACKAGE.resolveSibling("bin").resolve("afterbeep");
        if (Files.notExists(PACKAGE.resolve("app").resolve(CACHE)) || Files.notExists(launcher)) {
            return Optional.empty();
        }
        Path app = ground.fresh();
        try (Stream<Path> files = Files.list(PACKAGE.resolve("app"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, app.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Path measuring = app.resolve("bench.jar");
        jar(Path.of(BareWindow.class.getProtectionDomain().getCodeSource().getLocation().getPath()), measuring);
        String path = Files.readString(launcher).replaceFirst("(?s).*-cp \"([^\"]*)\".*", "$1").replace("$app", app.toString());
        List<String> flags = new ArrayList<>(Measured.flags());
        flags.addAll(List.of(FIRST_COMPILER, "-Xlog:disable", "-XX:AOTCache=" + app.resolve(CACHE), "-Dorg.sqlite.lib.path=" + app));
        return Optional.of(new Program("package", PACKAGE.resolve("runtime/bin/java").toAbsolutePath().toString(), List.copyOf(flags),
            path + File.pathSeparator + measuring));
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar)); Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    /// Starts `main` on a screen, and waits for its end.
    Measured start(Screen screen, Path folder, String main, Object... args) throws IOException, InterruptedException {
        return Measured.java(command, screen.with(flags), path, screen.environment(), folder, main, args);
    }
}
