import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.css.Stylesheet;

/// Builds the package of the system that it runs on: `mvn -q -Pdist package` starts it with what Maven has put into `target/`. See decision 0027.
public final class Dist {
    /// Asked of jdeps, less what no path of the program reaches (RMI, scripting, the compiler), and what is only found at run time: other
    /// alphabets, other languages, `Unsafe`.
    private static final String MODULES = "java.base,java.desktop,java.logging,java.management,java.naming,java.security.sasl,java.sql,java.xml,"
        + "jdk.charsets,jdk.jfr,jdk.localedata,jdk.unsupported";
    /// What a class path is made of may not be younger than the cache that was made with it, and keeps its time through every packing.
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean LINUX = OS.contains("linux");
    private static final boolean WINDOWS = OS.contains("win");
    /// No warning of the JVM may reach the output of a command: a cache that is missing or refused only makes the start slower.
    private static final List<String> QUIET = List.of("-Xlog:disable");

    private final Path target;
    private final Path source;
    private final Path work;
    private final String version;
    private final List<String> flags;

    private Dist(Path target, String version, List<String> flags) {
        this.target = target;
        this.source = target.resolveSibling("src").resolve("dist");
        this.work = target.resolve("dist");
        this.version = version;
        this.flags = flags;
    }

    /// @param args the folder `target`, the version, and the flags that the program runs with
    public static void main(String[] args) throws IOException, InterruptedException {
        new Dist(Path.of(args[0]).toAbsolutePath(), args[1], Arrays.asList(args).subList(2, args.length)).build();
    }

    private void build() throws IOException, InterruptedException {
        remove(work);
        Files.createDirectories(work);
        Path runtime = work.resolve("runtime");
        tool("jlink", "--add-modules", MODULES, "--strip-debug", "--no-header-files", "--no-man-pages", "--compress", "zip-0",
            "--output", runtime.toString());
        Path input = Files.createDirectories(work.resolve("input"));
        program(input);
        Path image = image(runtime, input);
        Path app = image.resolve(WINDOWS ? "app" : OS.contains("mac") ? "Contents/app" : "lib/app");
        Path java = image.resolve(WINDOWS ? "runtime/bin/java.exe" : OS.contains("mac") ? "Contents/runtime/Contents/Home/bin/java" : "lib/runtime/bin/java");
        for (Path file : all(app)) {
            Files.setLastModifiedTime(file, TIME);
        }
        train(java, app);
        if (LINUX) {
            script(image);
        }
        remove(runtime);
        remove(input);
        installer(image);
    }

    /// The program and its libraries, with the native code of this system beside them instead of in them.
    private void program(Path input) throws IOException {
        Path styled = input.resolve("afterbeep.jar");
        repack(target.resolve("afterbeep.jar"), styled, input);
        for (Path jar : files(target.resolve("lib"))) {
            // JavaFX has an empty jar beside the one for the system.
            if (Files.size(jar) > 1_000) {
                repack(jar, input.resolve(jar.getFileName()), input);
            }
        }
        for (Path more : Stream.of("licenses.txt", "bom.json").map(target.resolve("about")::resolve).filter(Files::exists).toList()) {
            Files.copy(more, input.resolve(more.getFileName()));
        }
    }

    /// Copies a jar without its native libraries; those of this system are put beside it, where they are found without being unpacked at each
    /// start. Style sheets get their compiled form. Nothing is compressed: the installer does that once, each start would undo it.
    private static void repack(Path from, Path to, Path natives) throws IOException {
        try (JarFile jar = new JarFile(from.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                boolean library = name.endsWith(".so") || name.endsWith(".dll") || name.endsWith(".dylib") || name.endsWith(".jnilib");
                if (library || entry.isDirectory()) {
                    if (library && (!name.contains("org/sqlite/native") || name.contains(sqlite()))) {
                        Files.write(natives.resolve(name.substring(name.lastIndexOf('/') + 1)), bytes(jar, entry));
                    }
                    continue;
                }
                byte[] content = bytes(jar, entry);
                put(out, name, entry.getTime(), name.endsWith(".class") ? cacheable(content, from) : content);
                if (name.startsWith("app/afterbeep/") && name.endsWith(".css")) {
                    put(out, name.replaceFirst("css$", "bss"), entry.getTime(), compiled(bytes(jar, entry)));
                }
            }
        }
    }

    /// The cache takes no classes of a format before Java 6 (picocli's), which are then read and verified anew at each start: the same code is
    /// written in a format of today, with the stack maps that this one asks for.
    private static byte[] cacheable(byte[] bytes, Path jar) throws IOException {
        ClassModel old = ClassFile.of().parse(bytes);
        if (old.majorVersion() >= ClassFile.JAVA_6_VERSION) {
            return bytes;
        }
        try (URLClassLoader types = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            ClassFile format = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(types).orElse(ClassHierarchyResolver.defaultResolver())));
            ClassTransform newer = (to, part) -> {
                if (part instanceof ClassFileVersion) {
                    to.withVersion(ClassFile.JAVA_8_VERSION, 0);
                } else if (part instanceof MethodModel method) {
                    to.transformMethod(method, MethodTransform.transformingCode((code, instruction) -> code.with(instruction)));
                } else {
                    to.with(part);
                }
            };
            return format.transformClass(old, newer);
        }
    }

    private static String sqlite() {
        String arch = System.getProperty("os.arch").replace("amd64", "x86_64");
        return "native/" + (LINUX ? "Linux" : WINDOWS ? "Windows" : "Mac") + "/" + arch + "/";
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static void put(OutputStream to, String name, long time, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time);
        ZipOutputStream out = (ZipOutputStream) to;
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static byte[] compiled(byte[] css) throws IOException {
        Path source = Files.createTempFile("style", ".css");
        Path binary = Files.createTempFile("style", ".bss");
        try {
            Files.write(source, css);
            Stylesheet.convertToBinary(source.toFile(), binary.toFile());
            return Files.readAllBytes(binary);
        } finally {
            Files.delete(source);
            Files.delete(binary);
        }
    }

    private Path image(Path runtime, Path input) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", LINUX ? "afterbeep" : "Afterbeep", "--app-version", number(),
            "--vendor", "Afterbeep", "--description", "A companion for a sales rep's dialing block", "--icon", icon().toString(),
            "--input", input.toString(), "--main-jar", "afterbeep.jar", "--main-class", "app.afterbeep.Main", "--runtime-image", runtime.toString(),
            "--dest", work.toString()));
        if (!LINUX) {
            Stream.of(flags.stream(), QUIET.stream(), Stream.of("-Dorg.sqlite.lib.path=$APPDIR", "-XX:AOTCache=$APPDIR/afterbeep.aot")).flatMap(s -> s)
                .forEach(flag -> arguments.addAll(List.of("--java-options", flag)));
        }
        tool("jpackage", arguments.toArray(String[]::new));
        try (Stream<Path> made = Files.list(work)) {
            return made.filter(path -> path.getFileName().toString().toLowerCase(Locale.ROOT).startsWith("afterbeep")).findFirst().orElseThrow();
        }
    }

    /// Windows and macOS want a version that begins with 1 or more.
    private String number() {
        return LINUX || !version.startsWith("0.") ? version : "1" + version.substring(1);
    }

    private Path icon() throws IOException {
        Path png = target.resolveSibling("assets").resolve("icon-256.png");
        if (LINUX) {
            return png;
        }
        Path icon = work.resolve(WINDOWS ? "afterbeep.ico" : "afterbeep.icns");
        Files.write(icon, WINDOWS ? Icons.ico(Files.readAllBytes(png)) : Icons.icns(Files.readAllBytes(png)));
        return icon;
    }

    /// A start in which every screen is shown once and the first outcomes are pressed, without a display, records what the cache then holds: with the
    /// compilers that the window has, since counts that only the other one reads lie in memory all day. It is made by the collector that can put
    /// objects into it; the program reads them with any.
    private void train(Path java, Path app) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("afterbeep-tour-");
        Path list = Files.writeString(data.resolve("list.csv"), """
            first_name,last_name,company,phone,email
            Ann,Lee,Halden Cold Storage,(212) 555-0142,ann.lee@example.com
            """);
        Path record = work.resolve("tour.aotconf");
        try {
            run(java, app, List.of(LINUX ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation", "-XX:AOTMode=record", "-XX:AOTConfiguration=" + record, "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-Djava.awt.headless=true", "-Dorg.sqlite.lib.path=" + app), "app.afterbeep.Tour", "--demo", "--data-dir", data.toString(), list.toString());
            run(java, app, List.of("-XX:-UseSerialGC", "-XX:+UseG1GC", "-XX:AOTMode=create", "-XX:AOTConfiguration=" + record,
                "-XX:AOTCache=" + app.resolve("afterbeep.aot")));
        } finally {
            remove(data);
            Files.deleteIfExists(record);
        }
    }

    private void run(Path java, Path app, List<String> more, String... program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(flags);
        command.addAll(QUIET);
        command.addAll(more);
        command.addAll(List.of("-cp", String.join(System.getProperty("path.separator"), classPath(app).stream().map(Path::toString).toList())));
        command.addAll(List.of(program));
        call(command);
    }

    /// In the order of jpackage: the cache is valid for no other.
    private static List<Path> classPath(Path app) throws IOException {
        Path main = app.resolve("afterbeep.jar");
        return Stream.concat(Stream.of(main), files(app).stream().filter(file -> file.toString().endsWith(".jar") && !file.equals(main))).toList();
    }

    /// On Linux jpackage's launcher asks dpkg and rpm, twice, whose it is before it starts anything: a few lines of shell do without.
    private void script(Path image) throws IOException {
        Path app = image.resolve("lib/app");
        String path = String.join(":", classPath(app).stream().map(jar -> "$app/" + jar.getFileName()).toList());
        Path launcher = image.resolve("bin/afterbeep");
        Files.writeString(launcher, Files.readString(source.resolve("linux/launcher.sh")).replace("@FLAGS@", String.join(" ", flags) + " " + String.join(" ", QUIET))
            .replace("@CLASSPATH@", path));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.deleteIfExists(image.resolve("lib/libapplauncher.so"));
        Files.deleteIfExists(app.resolve("afterbeep.cfg"));
    }

    private void installer(Path image) throws IOException, InterruptedException {
        if (LINUX) {
            deb(image);
            return;
        }
        List<String> arguments = new ArrayList<>(List.of("--type", WINDOWS ? "msi" : "dmg", "--name", "Afterbeep", "--app-version", number(),
            "--vendor", "Afterbeep", "--app-image", image.toString(), "--dest", work.toString(),
            "--description", "A companion for a sales rep's dialing block", "--file-associations", source.resolve("csv.properties").toString()));
        if (WINDOWS) {
            arguments.addAll(List.of("--win-menu", "--win-shortcut", "--win-per-user-install", "--win-upgrade-uuid", "5b0f4a52-6f0e-4a54-9a53-6d1c7a3f8b21"));
        }
        tool("jpackage", arguments.toArray(String[]::new));
    }

    /// Not by jpackage: it gives every file the time of the packing, after which the cache would be refused, and its menu entry takes no file. Without
    /// scripts of its own the package leaves nothing behind; Debian's triggers see to menu, icons and file types.
    private void deb(Path image) throws IOException, InterruptedException {
        Path root = work.resolve("deb");
        Path share = root.resolve("usr/share");
        copy(image, Files.createDirectories(root.resolve("opt/afterbeep")));
        Files.createSymbolicLink(Files.createDirectories(root.resolve("usr/bin")).resolve("afterbeep"), Path.of("/opt/afterbeep/bin/afterbeep"));
        Files.writeString(Files.createDirectories(share.resolve("applications")).resolve("afterbeep.desktop"),
            Files.readString(source.resolve("linux/afterbeep.desktop")));
        Path assets = target.resolveSibling("assets");
        for (int size : List.of(32, 64, 256)) {
            Files.copy(assets.resolve("icon-" + size + ".png"),
                Files.createDirectories(share.resolve("icons/hicolor/" + size + "x" + size + "/apps")).resolve("afterbeep.png"));
        }
        Files.copy(assets.resolve("icon.svg"), Files.createDirectories(share.resolve("icons/hicolor/scalable/apps")).resolve("afterbeep.svg"));
        Path doc = Files.createDirectories(share.resolve("doc/afterbeep"));
        Files.copy(target.resolveSibling("LICENSE"), doc.resolve("copyright"));
        for (String about : List.of("licenses.txt", "bom.json")) {
            Files.copy(target.resolve("about").resolve(about), doc.resolve(about));
        }
        long size = 0;
        for (Path file : all(root)) {
            size += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        String arch = System.getProperty("os.arch").replace("aarch64", "arm64");
        Files.writeString(Files.createDirectories(root.resolve("DEBIAN")).resolve("control"), Files.readString(source.resolve("linux/control"))
            .replace("@VERSION@", version).replace("@ARCH@", arch).replace("@SIZE@", Long.toString(size >> 10)));
        call(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", root.toString(), work.resolve("afterbeep_" + version + "_" + arch + ".deb").toString()));
        remove(root);
    }

    private static void call(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(4, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
    }

    private static void tool(String name, String... arguments) {
        int code = ToolProvider.findFirst(name).orElseThrow(() -> new IllegalStateException("this JDK has no " + name)).run(System.out, System.err, arguments);
        if (code != 0) {
            throw new IllegalStateException(name + " ended with " + code);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : all(from)) {
            Path copied = to.resolve(from.relativize(file).toString());
            if (!Files.isDirectory(file)) {
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static void remove(Path path) throws IOException {
        if (Files.exists(path)) {
            for (Path file : all(path).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
