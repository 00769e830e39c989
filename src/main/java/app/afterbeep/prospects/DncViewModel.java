package app.afterbeep.prospects;

import app.afterbeep.prospects.DncListStore.Dnc;
import app.afterbeep.prospects.DncListStore.Removed;
import app.afterbeep.prospects.DncReport.Rejected;
import app.afterbeep.prospects.DncRules.Kind;
import app.afterbeep.prospects.DncService.Found;
import app.afterbeep.prospects.DncService.Meant;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Reading;
import app.afterbeep.ui.Times;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The do-not-call list on the screen: found, added to, taken off, read from a file. On the FX thread.
public final class DncViewModel {
    private static final int MOST_REJECTED = 1000;

    private final DncService service;
    private final Files files;
    private final Background background;
    private final Notices notices;
    private final Runnable undo;
    private final Clock clock;
    private final Reading reading;
    private final Reading meaning;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(new Found("", List.of()));
    private final ReadOnlyObjectWrapper<List<Removed>> removed = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Long> all = new ReadOnlyObjectWrapper<>(0L);
    private final ReadOnlyObjectWrapper<Meant> meant = new ReadOnlyObjectWrapper<>(NOBODY);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Work> work = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DncReport> report = new ReadOnlyObjectWrapper<>();
    private String query = "";
    private @Nullable Kind kind;
    private boolean stopping;

    private static final Meant NOBODY = new Meant(Optional.empty(), List.of());

    /// Reads and writes files of the list, not on the database thread.
    public interface Files {
        DncFile open(Path file) throws AppException;

        /// @return how many entries were written
        long export(Path file) throws AppException;
    }

    /// A file that is being read.
    public record Work(String file, double share, int added, int known, int rejected) {}

    /// @param undo takes the latest action back
    public DncViewModel(DncService service, Files files, Background background, Notices notices, Runnable undo, Clock clock) {
        this.service = service;
        this.files = files;
        this.background = background;
        this.notices = notices;
        this.undo = undo;
        this.clock = clock;
        this.reading = new Reading(background);
        this.meaning = new Reading(background);
    }

    public ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Removed>> removed() {
        return removed.getReadOnlyProperty();
    }

    /// How many entries there are.
    public ReadOnlyObjectProperty<Long> all() {
        return all.getReadOnlyProperty();
    }

    /// What is typed to be added, as it is understood.
    public ReadOnlyObjectProperty<Meant> meant() {
        return meant.getReadOnlyProperty();
    }

    /// Why nothing was added or taken off, or "".
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// Null while no file is read.
    public ReadOnlyObjectProperty<@Nullable Work> work() {
        return work.getReadOnlyProperty();
    }

    /// What became of the file that was read last; null once that was seen.
    public ReadOnlyObjectProperty<@Nullable DncReport> report() {
        return report.getReadOnlyProperty();
    }

    public void seen() {
        report.set(null);
    }

    /// Reads everything on the screen anew.
    public void refresh() {
        read();
        background.db(() -> {
            long count = service.count();
            List<Removed> off = service.removed();
            background.fx().execute(() -> {
                all.set(count);
                removed.set(off);
            });
            return count;
        }, count -> {}, this::failed);
    }

    /// Searches for what was typed.
    public void search(String typed) {
        query = typed;
        read();
    }

    /// Shows one kind of entries only; null for all.
    public void show(@Nullable Kind wanted) {
        kind = wanted;
        read();
    }

    private void read() {
        String asked = query;
        Kind wanted = kind;
        reading.ask(() -> service.find(asked, wanted), found::set, this::failed);
    }

    /// Says what is typed can mean.
    public void typed(String text) {
        problem.set("");
        meaning.ask(() -> service.meant(text), meant::set, this::failed);
    }

    /// Puts what was typed on the list, also the one person of that name; `done` runs when it is there.
    public void add(String text, String note, Runnable done) {
        List<Summary> named = meant.get().people();
        if (named.size() == 1 && named.getFirst().name().equalsIgnoreCase(text.strip())) {
            addPerson(named.getFirst().id(), note, done);
            return;
        }
        change(() -> {
            DncRules.Item added = service.add(text, note);
            return added.kind() == Kind.PHONE ? added.shown() + " is not called again, whoever has it"
                : (added.kind() == Kind.DOMAIN ? "Everybody at " : "Whoever has ") + added.shown() + " is neither called nor emailed again";
        }, done);
    }

    /// Puts a person on the list.
    public void addPerson(long prospectId, String note, Runnable done) {
        change(() -> service.addPerson(prospectId, note) + " is neither called nor emailed again", done);
    }

    /// Takes an entry off the list, and keeps the reason.
    public void remove(Dnc entry, String reason, Runnable done) {
        change(() -> new DncRules.Item(entry.kind(), service.remove(entry.id(), reason).value()).shown() + " is off the list", done);
    }

    private void change(Callable<String> action, Runnable done) {
        background.db(action, words -> {
            problem.set("");
            done.run();
            refresh();
            notices.show(Notice.undoable(words, undo));
        }, e -> {
            if (e instanceof AppException) {
                problem.set(String.valueOf(e.getMessage()));
            } else {
                failed(e);
            }
        });
    }

    /// What was said about the last input is past.
    public void forget() {
        problem.set("");
        meant.set(NOBODY);
    }

    /// Reads a do-not-call file in parts, each on its own, so that the session goes on meanwhile.
    public void importFile(Path file) {
        if (work.get() != null) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        stopping = false;
        report.set(null);
        work.set(new Work(name, 0, 0, 0, 0));
        background.lasting(() -> files.open(file), opened -> background.db(() -> service.beginImport(name),
            id -> part(new Taking(opened, id, name, new ArrayList<>())), this::broken), this::broken);
    }

    private record Taking(DncFile file, long id, String name, List<Rejected> rejected) {}

    private void part(Taking taking) {
        background.lasting(() -> taking.file().next(), part -> background.db(() -> service.addAll(taking.id(), part.entries()), added -> {
            Work before = work.get();
            int room = Math.max(0, MOST_REJECTED - taking.rejected().size());
            taking.rejected().addAll(part.rejected().subList(0, Math.min(room, part.rejected().size())));
            Work now = new Work(taking.name(), part.share(), added + (before == null ? 0 : before.added()),
                part.entries().size() - added + (before == null ? 0 : before.known()), part.rejected().size() + (before == null ? 0 : before.rejected()));
            work.set(now);
            if (part.last() || stopping) {
                end(taking, now);
            } else {
                part(taking);
            }
        }, this::broken), this::broken);
    }

    private void end(Taking taking, Work now) {
        background.lasting(() -> {
            taking.file().close();
            return true;
        }, closed -> {}, this::failed);
        background.db(() -> {
            service.endImport(taking.id(), now.added(), now.known(), now.rejected());
            return true;
        }, kept -> {
            work.set(null);
            report.set(new DncReport(taking.name(), now.added(), now.known(), now.rejected(), taking.rejected(), stopping));
            refresh();
        }, this::broken);
    }

    /// Stops reading: what was read by now stays on the list.
    public void stop() {
        stopping = true;
    }

    private void broken(Exception e) {
        work.set(null);
        refresh();
        notices.show(Notice.problem(e instanceof IOException ? "The file can't be read any further: " + e.getMessage() + ". What was read is on the list."
            : String.valueOf(e.getMessage())));
    }

    /// Writes the whole list into a CSV file.
    public void export(Path file) {
        background.lasting(() -> files.export(file), rows -> notices.show(Notice.done("%,d %s saved to %s".formatted(rows, rows == 1 ? "entry" : "entries", file))),
            this::failed);
    }

    private void failed(Exception e) {
        notices.show(Notice.problem(String.valueOf(e.getMessage())));
    }

    /// Where an entry comes from, in words.
    static String source(Dnc entry) {
        String from = switch (entry.source()) {
            case "outcome" -> "said so on a call";
            case "import" -> "came with a list";
            case "file" -> "from a file";
            default -> "added by you";
        };
        return entry.note().isEmpty() ? from : from + ": " + entry.note();
    }

    static String kind(Kind kind) {
        return switch (kind) {
            case PHONE -> "Number";
            case EMAIL -> "Address";
            case DOMAIN -> "Domain";
        };
    }

    String since(Instant at) {
        return Times.moment(at, clock.getZone(), clock.instant());
    }
}
