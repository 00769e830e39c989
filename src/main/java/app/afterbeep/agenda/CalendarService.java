package app.afterbeep.agenda;

import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Hands the agenda to a calendar. On the database thread.
public final class CalendarService {
    private static final Instant ALWAYS = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final AgendaStore agenda;
    private final Clock clock;

    public CalendarService(AgendaStore agenda, Clock clock) {
        this.agenda = agenda;
        this.clock = clock;
    }

    /// Writes all promises, callbacks and meetings that are open and not missed. The file appears complete under its name or not
    /// at all.
    ///
    /// @return how many
    public int export(Path file) throws AppException {
        Path target = file.toAbsolutePath();
        if (target.getParent() == null || !Files.isDirectory(target.getParent()) || Files.isDirectory(target)) {
            throw new AppException(file + " can't be written: it is a folder, or its folder does not exist. Choose another name.", null);
        }
        List<CalendarFile.Entry> entries = agenda.agreed(ALWAYS, NEVER, clock.instant()).stream().map(this::entry).toList();
        if (entries.isEmpty()) {
            throw new AppException("Nothing is agreed: there is nothing to export. Promises, callbacks and meetings come from your calls.", null);
        }
        try {
            Path temporary = Files.createTempFile(target.getParent(), ".afterbeep-", ".tmp");
            try {
                CalendarFile.write(temporary, entries, clock.instant());
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new AppException(file + " can't be written: " + reason(e) + ". Make room or choose another folder.", e);
        }
        return entries.size();
    }

    /// Writes one entry into a temporary file that only this user can read, for the calendar program; it goes with the program.
    public Path one(AgendaEntry entry) throws AppException {
        try {
            Path file = Files.createTempFile("afterbeep-", ".ics");
            file.toFile().deleteOnExit();
            CalendarFile.write(file, List.of(entry(entry)), clock.instant());
            return file;
        } catch (IOException e) {
            throw new AppException("The calendar entry can't be written to the temporary folder: " + reason(e) + ". Make room there.", e);
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
