package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence.Kind;
import app.afterbeep.cadence.Cadence.Step;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.Script;
import app.afterbeep.studio.StudioService.Counts;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the Scripts screen shows and does. On the FX thread.
public final class StudioViewModel {
    private final StudioService service;
    private final SharingService sharing;
    private final Background background;
    private final Reading reading;
    private final Reading counting;
    private final Notices notices;
    private final Runnable undo;
    private final ReadOnlyObjectWrapper<@Nullable Studio> studio = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Selection> selected = new ReadOnlyObjectWrapper<>();
    /// How many prospects stand where, as it was counted last; null until then.
    private @Nullable Counts counts;
    private long seriesId;
    /// The number of the chosen step; 0 for the texts of none, -1 until one is chosen.
    private int number = -1;

    /// @param undo takes the latest action back
    public StudioViewModel(StudioService service, SharingService sharing, Background background, Notices notices, Runnable undo) {
        this.service = service;
        this.sharing = sharing;
        this.background = background;
        this.reading = new Reading(background);
        this.counting = Reading.beside(background);
        this.notices = notices;
        this.undo = undo;
    }

    /// Null until it is read.
    public ReadOnlyObjectProperty<@Nullable Studio> studio() {
        return studio.getReadOnlyProperty();
    }

    /// The chosen step of the chosen series, with its texts; null until it is read. It is set anew after every change of what it shows.
    public ReadOnlyObjectProperty<@Nullable Selection> selected() {
        return selected.getReadOnlyProperty();
    }

    /// The chosen series; null until it is read.
    public @Nullable StudioSeries series() {
        return selected.get() == null ? null : selected.get().series();
    }

    /// Reads everything again: on coming to the front and after a change of the data. What is chosen stays chosen.
    public void refresh() {
        if (counts != null) {
            load();
        }
        // Beside the clicks; what was typed is read in turn with what is saved, so that no older text comes after a newer one.
        counting.ask(service::counts, counted -> {
            if (!counted.equals(counts)) {
                counts = counted;
                load();
            }
        });
    }

    private void load() {
        Counts with = Objects.requireNonNull(counts);
        reading.ask(() -> service.load(with), this::show);
    }

    private void show(Studio now) {
        if (!now.equals(studio.get())) {
            studio.set(now);
        }
        // Another choice may have been made since the same was read.
        select(now);
    }

    private void select(Studio now) {
        // At first the one that new lists begin with: the rep's own, once there is one.
        StudioSeries series = now.find(seriesId).or(() -> now.series().stream().filter(StudioSeries::starts).findFirst())
            .orElse(now.series().getFirst());
        seriesId = series.id();
        List<Step> shown = series.shown();
        Step step = number == 0 ? null : shown.stream().filter(one -> one.number() == number).findFirst().orElseGet(() -> nearest(series));
        number = step == null ? 0 : step.number();
        Selection next = Selection.of(series, step, now.pace());
        if (!next.equals(selected.get())) {
            selected.set(next);
        }
    }

    /// Where the chosen step was, when it is gone: the one that took its place.
    private Step nearest(StudioSeries series) {
        List<Step> plan = series.cadence().plan();
        List<Integer> numbers = plan.stream().map(Step::number).toList();
        int place = Math.max(0, numbers.indexOf(number));
        List<Step> shown = series.shown();
        return shown.stream().filter(step -> plan.indexOf(step) >= place).findFirst().orElse(shown.getLast());
    }

    public void chooseSeries(long id) {
        seriesId = id;
        number = -1;
        if (studio.get() != null) {
            select(studio.get());
        }
    }

    /// Chooses a step by its number; 0 for the texts that belong to none.
    public void choose(int step) {
        number = step;
        if (studio.get() != null) {
            select(studio.get());
        }
    }

    /// Chooses the step above (-1) or below (1), as they are shown: the steps, then the texts of none.
    public void chooseNext(int by) {
        StudioSeries series = series();
        if (series != null) {
            List<Integer> entries = Stream.concat(series.shown().stream().map(Step::number), Stream.of(0)).toList();
            choose(entries.get(Math.clamp((long) entries.indexOf(number) + by, 0, entries.size() - 1)));
        }
    }

    // Steps -----------------------------------------------------------------------------------------------------------------

    private interface Change {
        void on(StudioSeries series, Step step) throws AppException;
    }

    /// Adds a step behind the chosen one, and chooses it.
    ///
    /// @param waitBefore working days between the two
    public void addStep(Kind kind, int waitBefore) {
        StudioSeries series = series();
        if (series != null) {
            Step after = selected.get() == null ? null : selected.get().step();
            run(() -> service.addStep(series.cadence().id(), kind, waitBefore, after == null || after.kind() == Kind.LAST_VOICEMAIL ? 0 : after.number()), added -> {
                number = added;
                said("Step added. " + UseRules.touched(series, after == null ? 0 : after.number()));
            });
        }
    }

    public boolean moveStep(int by) {
        StudioSeries shown = series();
        // Whoever has the later of the two before them has both.
        int later = shown == null || number <= 0 || by < 0 ? number : PlanRules.neighbour(shown.cadence().plan(), number, by).number();
        return change("Step moved", later, (series, step) -> service.moveStep(series.cadence().id(), step.number(), by));
    }

    /// Adds a copy behind the chosen step, and chooses it.
    public boolean copyStep() {
        Selection now = selected.get();
        if (now == null || now.step() == null) {
            return false;
        }
        int copied = now.step().number();
        run(() -> service.copyStep(now.series().cadence().id(), copied), copy -> {
            number = copy;
            said("Step copied. Change its words: nobody hears the same message twice");
        });
        return true;
    }

    /// Switches the chosen step off, or on again.
    public boolean switchStep() {
        boolean on = selected.get() != null && selected.get().step() != null && selected.get().step().on();
        return change(on ? "Step switched off" : "Step switched on", (series, step) -> service.switchStep(series.cadence().id(), step.number(), !on));
    }

    public boolean removeStep() {
        return change("Step removed", (series, step) -> service.removeStep(series.cadence().id(), step.number()));
    }

    public void changeStep(Kind kind, int waitBefore) {
        change("Step changed", (series, step) -> service.changeStep(series.cadence().id(), step.number(), kind, waitBefore));
    }

    /// Does it to the chosen step and says how many that touches; false when none is chosen.
    private boolean change(String done, Change change) {
        return change(done, number, change);
    }

    /// @param reached the last step that the change touches
    private boolean change(String done, int reached, Change change) {
        Selection now = selected.get();
        if (now == null || now.step() == null) {
            return false;
        }
        Step step = now.step();
        run(() -> {
            change.on(now.series(), step);
            return true;
        }, changed -> said(done + ". " + UseRules.touched(now.series(), reached)));
        return true;
    }

    // Texts: what the editor does -------------------------------------------------------------------------------------------

    /// Estimated seconds of a message, at the rep's pace.
    public int seconds(Script script) {
        Studio now = Objects.requireNonNull(studio.get());
        return now.pace().seconds(MergeText.of(script.body(), now.samples()).text());
    }

    /// Adds an empty text to the chosen step, another variant where it has one of this channel.
    ///
    /// @param added gets the id of its script
    public void addText(Script.Channel channel, Consumer<Long> added) {
        Selection now = selected.get();
        if (now != null) {
            long there = now.texts().stream().filter(text -> text.script().channel() == channel).count();
            String name = switch (channel) {
                case VOICEMAIL -> "New message";
                case EMAIL -> "New email";
                case CALL_GUIDE -> "If they answer";
            };
            run(() -> service.addText(now.series().id(), now.number(), channel, there == 0 ? name : name + " " + (there + 1)), added);
        }
    }

    public void removeText(Script script) {
        run(() -> {
            service.removeText(script);
            return true;
        }, done -> said("“" + script.name() + "” removed. Results still name it"));
    }

    // Series ----------------------------------------------------------------------------------------------------------------

    /// The rest after the series, and what is heard then.
    ///
    /// @param nextId null: the same again
    void saveRest(StudioSeries series, int from, int to, @Nullable Long nextId) {
        run(() -> {
            service.saveRest(series, from, to, nextId);
            return true;
        }, done -> said("Rest changed; it counts from the next rest on"));
    }

    /// Its name, whether new lists begin with it, and the lists that are to hear another series.
    ///
    /// @param saved  runs when all of it is in the file
    /// @param failed gets what went wrong in words
    void saveSeries(StudioSeries series, String name, boolean starts, Map<StudioList, Long> lists, Runnable saved, Consumer<String> failed) {
        int fresh = lists.keySet().stream().mapToInt(StudioList::fresh).sum();
        run(() -> {
            service.saveSeries(series, name, starts, lists);
            return true;
        }, done -> {
            saved.run();
            if (!lists.isEmpty()) {
                said(UseRules.prospects(fresh) + (fresh == 1 ? " begins" : " begin") + " with another series now");
            }
        }, e -> failed.accept(String.valueOf(e.getMessage())));
    }

    /// Removes the series; its lists hear what follows it, or the first other one.
    void removeSeries(StudioSeries series) {
        Studio now = Objects.requireNonNull(studio.get());
        StudioSeries instead = Stream.concat(series.nextId() == null ? Stream.of() : now.find(series.nextId()).stream(),
            now.series().stream()).filter(other -> other.id() != series.id()).findFirst().orElse(series);
        run(() -> {
            service.removeSeries(series, instead.id());
            return true;
        }, done -> said("“" + series.name() + "” removed." + (series.lists().isEmpty() ? "" : " Its lists begin with “" + instead.name() + "”.")
            + (series.underWay() == 0 ? "" : " " + UseRules.prospects(series.underWay()) + " under way stay in it until their rest.")));
    }

    /// Adds a series and shows it.
    void addSeries(StudioService.NewSeries wish, Runnable added, Consumer<String> failed) {
        run(() -> service.addSeries(wish), id -> {
            added.run();
            opened(id, "Added “" + wish.name().strip() + "”. No list uses it yet");
        }, e -> failed.accept(String.valueOf(e.getMessage())));
    }

    /// Adds a series that was drafted, with steps of its own, and shows it.
    ///
    /// @param added gets it when it is in the file and on the screen
    public void add(SeriesDraft draft, Consumer<StudioSeries> added) {
        Counts with = counts == null ? new Counts(List.of()) : counts;
        run(() -> {
            long id = service.add(draft);
            return Map.entry(id, service.load(with));
        }, made -> {
            seriesId = made.getKey();
            number = -1;
            show(made.getValue());
            said("Added “" + draft.name() + "”. New lists begin with it");
            made.getValue().find(made.getKey()).ifPresent(added);
        });
    }

    void saveSnippets(@Nullable Long listId, List<Snippet> snippets, Runnable saved, Consumer<String> failed) {
        run(() -> {
            service.saveSnippets(listId, snippets);
            return true;
        }, done -> saved.run(), e -> failed.accept(String.valueOf(e.getMessage())));
    }

    // Files -----------------------------------------------------------------------------------------------------------------

    /// The name that the file is offered.
    String fileName(boolean all) {
        StudioSeries series = series();
        String name = all || series == null ? "all" : series.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return "afterbeep-series-" + (name.isEmpty() ? "one" : name) + ".json";
    }

    /// Writes the chosen series, or all of them, into a file for a colleague.
    void export(boolean all, Path file) {
        Studio now = studio.get();
        if (now != null) {
            List<Long> ids = all ? now.series().stream().map(StudioSeries::id).toList() : List.of(seriesId);
            background.db(() -> sharing.shared(ids), shared -> background.io(() -> {
                SeriesFile.write(file, SeriesFile.text(shared));
                return shared.count();
            }, count -> notices.show(Notice.done((count == 1 ? "1 series" : count + " series") + " exported to " + file))));
        }
    }

    /// Adds the series of a file and shows the first; a file with a fault is refused as a whole, with its line and the reason.
    void importFile(Path file) {
        background.io(() -> SeriesFile.read(file), shared -> run(() -> sharing.add(shared), imported -> opened(imported.first(),
            (imported.series() == 1 ? "1 series" : imported.series() + " series") + " imported. No list uses " + (imported.series() == 1 ? "it" : "them") + " yet"
                + (imported.renamed() == 0 ? "" : ". " + imported.renamed() + " got another name, as theirs was taken"))),
            e -> notices.show(Notice.problem(file.getFileName() + ": " + e.getMessage())));
    }

    /// Shows a series that was just made.
    private void opened(long id, String words) {
        seriesId = id;
        number = -1;
        refresh();
        said(words);
    }

    private <T> void run(Callable<T> work, Consumer<T> done) {
        run(work, done, e -> notices.show(Notice.problem(String.valueOf(e.getMessage()))));
    }

    /// @param failed gets what went wrong in words
    private <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        background.db(work, result -> {
            done.accept(result);
            refresh();
        }, failed);
    }

    private void said(String words) {
        notices.show(Notice.undoable(words, undo));
    }
}
