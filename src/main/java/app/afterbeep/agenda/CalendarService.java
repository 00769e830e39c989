package app.afterbeep.agenda;

import app.afterbeep.files.OwnerOnly;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Hands the agenda to a calendar, on a thread for files; what it writes is read in turn with the clicks. Files for the calendar program lie in the
/// temporary folder, readable by this user only, until the program ends; what a killed one has left, a later start removes.
public final class CalendarService {
    private static final Instant ALWAYS = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final String PREFIX = "afterbeep-entry-";
    private static final String SUFFIX = ".ics";
    /// Another window may just have handed one over.
    private static final Duration OLD = Duration.ofHours(1);

    private final AgendaStore agenda;
    private final Background background;
    private final Path temporary;
    private final Clock clock;
    private final List<Path> handedOver = new ArrayList<>();

    public CalendarService(AgendaStore agenda, Background background, Clock clock) {
        this(agenda, background, Path.of(System.getProperty("java.io.tmpdir")), clock);
    }

    CalendarService(AgendaStore agenda, Background background, Path temporary, Clock clock) {
        this.agenda = agenda;
        this.background = background;
        this.temporary = temporary;
        this.clock = clock;
    }

    /// Writes all promises, callbacks and meetings that are open and not missed. The file appears complete under its name or not
    /// at all.
    ///
    /// @return how many
    public int export(Path file) throws Exception {
        Path target = file.toAbsolutePath();
        if (target.getParent() == null || !Files.isDirectory(target.getParent()) || Files.isDirectory(target)) {
            throw new AppException(file + " can't be written: it is a folder, or its folder does not exist. Choose another name.", null);
        }
        List<CalendarFile.Entry> entries = background.inTurn(() -> agenda.agreed(ALWAYS, NEVER, clock.instant()).stream().map(this::entry).toList());
        if (entries.isEmpty()) {
            throw new AppException("Nothing is agreed: there is nothing to export. Promises, callbacks and meetings come from your calls.", null);
        }
        try {
            OwnerOnly.write(target, CalendarFile.bytes(entries, clock.instant()));
        } catch (IOException e) {
            throw new AppException(file + " can't be written: " + reason(e) + ". Make room or choose another folder.", e);
        }
        return entries.size();
    }

    /// Writes one entry into a temporary file for the calendar program.
    public Path one(AgendaEntry entry) throws Exception {
        CalendarFile.Entry whole = background.inTurn(() -> entry(entry));
        try {
            Path file = OwnerOnly.temporary(temporary, PREFIX, SUFFIX);
            synchronized (handedOver) {
                handedOver.add(file);
            }
            OwnerOnly.fill(file, CalendarFile.bytes(List.of(whole), clock.instant()));
            return file;
        } catch (IOException e) {
            throw new AppException("The calendar entry can't be written to the temporary folder: " + reason(e) + ". Make room there.", e);
        }
    }

    /// Removes what was handed over since the start, and what earlier runs have left. What can't be removed now is so at a later start.
    public void cleanUp() {
        synchronized (handedOver) {
            handedOver.forEach(CalendarService::remove);
            handedOver.clear();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(temporary, PREFIX + "*" + SUFFIX)) {
            Instant old = now().minus(OLD);
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    remove(file);
                }
            }
        } catch (IOException e) {
            System.getLogger(CalendarService.class.getName()).log(System.Logger.Level.DEBUG, "old calendar entries are left for a later start", e);
        }
    }

    /// The time of the files, which is not that of a clock that is set.
    private Instant now() throws IOException {
        Path probe = OwnerOnly.temporary(temporary, PREFIX, SUFFIX);
        Instant now = Files.getLastModifiedTime(probe).toInstant();
        Files.delete(probe);
        return now;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(CalendarService.class.getName()).log(System.Logger.Level.DEBUG, "a calendar entry is left for a later start", e);
        }
    }

    private CalendarFile.Entry entry(AgendaEntry entry) {
        return new CalendarFile.Entry(entry, entry.agreed() ? agenda.origin(entry.promiseId())
            : new AgendaStore.Origin(-entry.prospectId(), entry.at(), 0));
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException || e instanceof NoSuchFileException ? "access is denied" : String.valueOf(e.getMessage());
    }
}
