package app.afterbeep.backups;

import app.afterbeep.backups.Backup.Checked;
import app.afterbeep.backups.Backup.Kind;
import app.afterbeep.backups.BackupRules.Named;
import app.afterbeep.db.DataFile;
import app.afterbeep.db.DataFile.Contents;
import app.afterbeep.db.DbException;
import app.afterbeep.db.Pace;
import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of backups. What was found out about each stands in a small catalog beside them, which holds for a file as long as its size and
/// its time of change are the same; without it they are only not known to be good. Any thread, one at a time.
public final class BackupFolder {
    private static final String CATALOG = "catalog.txt";
    private static final String HALF = ".copy-";

    private final Path folder;
    private final Clock clock;

    /// @param folder need not exist
    public BackupFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// Makes a file that is its owner's, under a name that does not count.
    interface Writing {
        void write(Path file) throws IOException;
    }

    private record Known(long size, long modified, Instant at, @Nullable Contents contents) {
        String line(String name) {
            return String.join("\t", name, Long.toString(size), Long.toString(modified), at.toString(),
                contents == null ? "damaged" : contents.prospects() + " " + contents.attempts() + " " + contents.emails());
        }
    }

    public Path path() {
        return folder;
    }

    /// All backups, the latest first.
    public synchronized List<Backup> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Map<String, Known> known = catalog();
        List<Backup> backups = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Optional<Named> named = BackupRules.read(file.getFileName().toString());
                if (named.isPresent()) {
                    backups.add(backup(file, named.get(), known.get(file.getFileName().toString())));
                }
            }
        }
        backups.sort(Comparator.comparing(Backup::at).thenComparing(Backup::name).reversed());
        return backups;
    }

    private Backup backup(Path file, Named named, @Nullable Known known) throws IOException {
        long size = Files.size(file);
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        Instant at = named.at() == null ? modified : named.at().atZone(clock.getZone()).toInstant();
        if (known == null || known.size() != size || known.modified() != modified.toEpochMilli()) {
            return new Backup(file, named.kind(), at, size, null, named.kind() == Kind.DAMAGED ? Checked.DAMAGED : Checked.NOT_YET);
        }
        return new Backup(file, named.kind(), known.at(), size, known.contents(), known.contents() == null ? Checked.DAMAGED : Checked.GOOD);
    }

    /// Adds one: it is made under another name, checked, brought to the disk, and only then called what it is.
    ///
    /// @throws DbException when what was made is damaged; nothing of it stays
    Backup add(Instant at, Kind kind, Pace pace, Writing writing) throws IOException {
        return add(at, kind, "", pace, writing);
    }

    /// The same.
    ///
    /// @param name that it keeps, unless another has it
    synchronized Backup add(Instant at, Kind kind, String name, Pace pace, Writing writing) throws IOException {
        OwnerOnly.folder(folder);
        sweep();
        Path half = folder.resolve(HALF + Long.toUnsignedString(System.nanoTime(), 36) + ".tmp");
        try {
            writing.write(half);
            List<String> problems = DataFile.check(half, pace);
            if (!problems.isEmpty()) {
                throw new DbException(DbException.Fault.DAMAGED, "The data file is damaged: " + problems.getFirst() + ".", null);
            }
            Contents contents = DataFile.contents(half);
            Path file = !name.isEmpty() && Files.notExists(folder.resolve(name)) ? folder.resolve(name) : free(at, kind);
            DataFile.force(half);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            DataFile.forceFolder(folder);
            remember(file, at, contents);
            return new Backup(file, kind, at, Files.size(file), contents, Checked.GOOD);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /// What a crash has left.
    private void sweep() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path half : files.filter(file -> file.getFileName().toString().startsWith(HALF)).toList()) {
                Files.deleteIfExists(half);
            }
        }
    }

    /// A name that no file has, nor the log of one.
    Path free(Instant at, Kind kind) {
        return IntStream.iterate(1, nth -> nth + 1).mapToObj(nth -> folder.resolve(BackupRules.name(at, clock.getZone(), kind, nth)))
            .filter(file -> Files.notExists(file) && Files.notExists(DataFile.log(file))).findFirst().orElseThrow();
    }

    /// Reads one to its end and keeps what was found.
    synchronized Backup verify(Backup backup) throws IOException {
        Contents contents = DataFile.check(backup.file()).isEmpty() ? DataFile.contents(backup.file()) : null;
        remember(backup.file(), backup.at(), contents);
        return new Backup(backup.file(), backup.kind(), backup.at(), backup.size(), contents, contents == null ? Checked.DAMAGED : Checked.GOOD);
    }

    /// Takes away what is no longer needed.
    ///
    /// @return what went
    synchronized List<Backup> thin() throws IOException {
        List<Backup> superfluous = BackupRules.superfluous(list(), clock.instant(), clock.getZone());
        for (Backup backup : superfluous) {
            Files.deleteIfExists(backup.file());
        }
        return superfluous;
    }

    private void remember(Path file, Instant at, @Nullable Contents contents) throws IOException {
        Map<String, Known> known = catalog();
        known.keySet().removeIf(name -> Files.notExists(folder.resolve(name)));
        known.put(file.getFileName().toString(), new Known(Files.size(file), Files.getLastModifiedTime(file).toMillis(), at, contents));
        Path half = folder.resolve(HALF + "catalog.tmp");
        String lines = known.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> entry.getValue().line(entry.getKey()) + "\n").collect(Collectors.joining());
        OwnerOnly.fill(half, lines.getBytes(StandardCharsets.UTF_8));
        Files.move(half, folder.resolve(CATALOG), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// A line that can't be read is as if it were not there.
    private Map<String, Known> catalog() throws IOException {
        Map<String, Known> known = new HashMap<>();
        Path catalog = folder.resolve(CATALOG);
        if (Files.exists(catalog)) {
            for (String line : new String(Files.readAllBytes(catalog), StandardCharsets.UTF_8).lines().toList()) {
                String[] cells = line.split("\t");
                try {
                    String[] counts = cells[4].split(" ");
                    known.put(cells[0], new Known(Long.parseLong(cells[1]), Long.parseLong(cells[2]), Instant.parse(cells[3]), counts.length < 3 ? null
                        : new Contents(Long.parseLong(counts[0]), Long.parseLong(counts[1]), Long.parseLong(counts[2]))));
                } catch (RuntimeException e) {
                    continue;
                }
            }
        }
        return known;
    }
}
