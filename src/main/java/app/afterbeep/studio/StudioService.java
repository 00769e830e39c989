package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.Cadence.Kind;
import app.afterbeep.cadence.Cadence.State;
import app.afterbeep.cadence.Cadence.Step;
import app.afterbeep.db.Database;
import app.afterbeep.db.Reader;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the rep does to cadences and series. Every method that changes something is one action, and one undo takes all of it back. On the
/// database thread.
///
/// Whoever is under way goes on from their next step in the steps as they are then: nobody is ever left without one, and whoever was told of a
/// call gets it ([Cadence#isGoodbye]).
public final class StudioService implements AutoCloseable {
    static final int MOST_DAYS = 365;
    private static final int NAME_LENGTH = 80;

    private final Database database;
    private final Reader reader;
    private final StudioStore store;
    private final TextStore texts;
    private final ScriptStore scripts;
    private final Supplier<Settings> settings;

    public StudioService(Database database, StudioStore store, ScriptStore scripts, Supplier<Settings> settings) {
        this.database = database;
        this.reader = database.reader();
        this.store = store;
        this.texts = store.texts();
        this.scripts = scripts;
        this.settings = settings;
    }

    /// How many prospects stand where.
    public record Counts(List<StudioStore.Count> all) {}

    /// Looks at all prospects. Any thread: beside the clicks, on a connection of its own.
    public Counts counts() {
        return reader.read(sql -> new Counts(StudioStore.counts(sql)));
    }

    public Studio load() {
        return load(counts());
    }

    /// With the prospects as they were counted.
    public Studio load(Counts counts) {
        List<Snippet> snippets = texts.snippets();
        StudioStore.Overview overview = store.overview(counts.all());
        return new Studio(overview.series(), overview.lists(), snippets,
            Pace.learned(scripts.timedMessages(), settings.get().number(Setting.WORDS_PER_MINUTE)), samples(snippets));
    }

    /// A value of usual length for each field.
    public Map<String, String> samples() {
        return samples(texts.snippets());
    }

    private Map<String, String> samples(List<Snippet> snippets) {
        Settings now = settings.get();
        Map<String, String> samples = new HashMap<>();
        for (MergeField field : MergeField.values()) {
            samples.put(field.field(), sample(field));
        }
        for (Setting mine : List.of(Setting.MY_NAME, Setting.MY_COMPANY, Setting.MY_PHONE, Setting.MY_PROBLEM, Setting.MY_RESULT)) {
            if (!now.text(mine).isEmpty()) {
                samples.put(mine.key(), now.text(mine));
            }
        }
        snippets.forEach(snippet -> samples.putIfAbsent(snippet.name(), snippet.text()));
        return samples;
    }

    /// Of usual length, for the estimate; "" where the script's own fallback is the best guess.
    private static String sample(MergeField field) {
        return switch (field) {
            case FIRST_NAME -> "Marisol";
            case LAST_NAME -> "Quintero";
            case FULL_NAME -> "Marisol Quintero";
            case COMPANY -> "Harbor Light Foods";
            case TITLE -> "Operations Director";
            case CITY -> "Baltimore";
            case STATE -> "Maryland";
            case ZIP -> "21201";
            case COUNTRY -> "United States";
            case EMAIL -> "marisol@example.com";
            case MY_NAME -> "Dana Reyes";
            case MY_COMPANY -> "Northline";
            case MY_PHONE -> "410 555 0142";
            case CALLBACK_DAY -> "Thursday";
            case CALLBACK_TIME -> "10:15";
            case LAST_MESSAGE_DAY -> "Tuesday";
            default -> "";
        };
    }

    // Steps -----------------------------------------------------------------------------------------------------------------

    /// Adds a step without texts.
    ///
    /// @param waitBefore working days after the step before it
    /// @param after      the step that it follows; 0 for the end, before the last voicemail
    /// @return its number
    public int addStep(long cadenceId, Kind kind, int waitBefore, int after) {
        return database.action("Added a step", null, () -> {
            List<Step> plan = store.cadence(cadenceId).plan();
            store.savePlan(cadenceId, PlanRules.added(plan, kind, waitBefore, after));
            return PlanRules.freeNumber(plan);
        });
    }

    /// Moves the step up (-1) or down (1). Whoever has both before them hears both, in the new order.
    public void moveStep(long cadenceId, int number, int by) {
        Cadence cadence = store.cadence(cadenceId);
        int other = PlanRules.neighbour(cadence.plan(), number, by).number();
        int earlier = by < 0 ? other : number;
        int later = by < 0 ? number : other;
        database.action("Moved a step", null, () -> {
            // Those whose next step is off stand where it led them to; past the end it led them nowhere.
            List<Step> plan = cadence.plan();
            plan.stream().filter(step -> !step.on() && plan.indexOf(cadence.step(step.number())) > plan.indexOf(step))
                .forEach(step -> store.shift(cadenceId, step.number(), cadence.step(step.number()).number()));
            if (earlier != later) {
                store.shift(cadenceId, earlier, later);
            }
            store.savePlan(cadenceId, PlanRules.moved(plan, number, by));
            return true;
        });
    }

    /// Adds a step like this one behind it, with copies of its texts in every series of the cadence.
    ///
    /// @return its number
    public int copyStep(long cadenceId, int number) {
        return database.action("Copied a step", null, () -> {
            Cadence cadence = store.cadence(cadenceId);
            Step step = cadence.plan().stream().filter(one -> one.number() == number).findFirst().orElseThrow();
            int copy = PlanRules.freeNumber(cadence.plan());
            store.savePlan(cadenceId, PlanRules.added(cadence.plan(), step.kind(), Math.max(1, step.waitDays()), number));
            for (long series : store.sharing(cadenceId)) {
                texts.of(series).stream().filter(text -> text.step() == number)
                    .forEach(text -> texts.add(series, copy, text.channel(), text.name(), text.subject(), text.body()));
            }
            return copy;
        });
    }

    /// @throws AppException when it is the last step that is on
    public void switchStep(long cadenceId, int number, boolean on) throws AppException {
        change(on ? "Switched a step on" : "Switched a step off", cadenceId, number, step -> PlanRules.state(step, on ? State.ON : State.OFF));
    }

    /// @throws AppException when it is the last step that is on
    public void removeStep(long cadenceId, int number) throws AppException {
        change("Removed a step", cadenceId, number, step -> PlanRules.state(step, State.REMOVED));
    }

    public void changeStep(long cadenceId, int number, Kind kind, int waitBefore) throws AppException {
        Step before = PlanRules.before(store.cadence(cadenceId).plan(), number);
        days(waitBefore, 1);
        database.action("Changed a step", null, () -> {
            List<Step> plan = PlanRules.with(store.cadence(cadenceId).plan(), number, step -> PlanRules.kind(step, kind));
            store.savePlan(cadenceId, before == null ? plan : PlanRules.with(plan, before.number(), step -> PlanRules.waiting(step, waitBefore)));
            return true;
        });
    }

    private void change(String label, long cadenceId, int number, UnaryOperator<Step> change) throws AppException {
        List<Step> plan = PlanRules.with(store.cadence(cadenceId).plan(), number, change);
        if (plan.stream().noneMatch(Step::on)) {
            throw new AppException("A cadence needs one step that is on. Add another step first.", null);
        }
        database.action(label, null, () -> {
            store.savePlan(cadenceId, plan);
            return true;
        });
    }

    /// @param nextId the series after the rest; null: the same again
    public void saveRest(StudioSeries series, int from, int to, @Nullable Long nextId) throws AppException {
        days(from, 1);
        days(to, from);
        database.action("Changed the rest", null, () -> {
            store.saveRest(series.cadence().id(), from, to);
            store.saveNext(series.id(), nextId);
            return true;
        });
    }

    private static void days(int days, int least) throws AppException {
        if (days < least || days > MOST_DAYS) {
            throw new AppException("Write a number of days from " + least + " to " + MOST_DAYS + ".", null);
        }
    }

    // Series ----------------------------------------------------------------------------------------------------------------

    /// What a new series begins with.
    ///
    /// @param copyOf    the series whose texts it copies, or whose steps it gets
    /// @param texts     with copies of the texts, else without texts
    /// @param ownSteps  with steps of its own, so that a change of one series' steps does not touch the other
    public record NewSeries(String name, StudioSeries copyOf, boolean texts, boolean ownSteps) {}

    /// @return the id of the series
    public long addSeries(NewSeries wish) throws AppException {
        String name = name(wish.name(), 0);
        Cadence cadence = wish.copyOf().cadence();
        return database.action("Added “" + name + "”", null, () -> {
            long into = wish.ownSteps() ? store.addCadence(name, cadence.plan(), cadence.restFrom(), cadence.restTo()) : cadence.id();
            long series = store.addSeries(into, name);
            // The line that owns a missed promise and its like are needed, whatever the series says.
            texts.of(wish.copyOf().id()).stream().filter(text -> wish.texts() || text.step() == 0)
                .forEach(text -> texts.add(series, text.step(), text.channel(), text.name(), text.subject(), text.body()));
            return series;
        });
    }

    /// Its name, whether new lists begin with it, and what the lists hear first: their prospects who have been called already stay in theirs until
    /// their rest.
    ///
    /// @param starts new lists begin with it; false leaves that as it is
    /// @param lists  those that are to hear another series first, with its id
    public void saveSeries(StudioSeries series, String name, boolean starts, Map<StudioList, Long> lists) throws AppException {
        String plain = name(name, series.id());
        database.action("Changed “" + plain + "”", null, () -> {
            if (!plain.equals(series.name())) {
                store.rename(series.id(), plain);
            }
            if (starts && !series.starts()) {
                store.startWith(series.id());
            }
            lists.forEach((list, first) -> store.saveListSeries(list.id(), first));
            return true;
        });
    }

    private String name(String name, long except) throws AppException {
        String plain = name.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty() || plain.length() > NAME_LENGTH) {
            throw new AppException("Write a name of 1 to " + NAME_LENGTH + " letters.", null);
        }
        if (store.nameTaken(plain, except)) {
            throw new AppException("There is a series named “" + plain + "” already. Write another name.", null);
        }
        return plain;
    }

    /// No longer offers the series. Whoever is in the midst of it stays in it until their rest.
    ///
    /// @param instead what its lists, and those who rest until it begins, hear
    public void removeSeries(StudioSeries series, long instead) throws AppException {
        if (series.id() == instead) {
            throw new AppException("This is the only series. Add another one first.", null);
        }
        database.action("Removed “" + series.name() + "”", null, () -> {
            store.removeSeries(series.id(), instead);
            return true;
        });
    }

    /// Adds a series with steps of its own, with which new lists begin: what a rep has drafted is what they want to say.
    ///
    /// @return the id of the series
    public long add(SeriesDraft draft) {
        return database.action("Added “" + draft.name() + "”", null, () -> {
            String name = store.freeName(draft.name());
            long series = store.addSeries(store.addCadence(name, draft.steps(), draft.restFrom(), draft.restTo()), name);
            store.startWith(series);
            draft.texts().forEach(text -> texts.add(series, text.step(), text.channel(), text.name(), text.subject(), text.body()));
            return series;
        });
    }

    // Texts -----------------------------------------------------------------------------------------------------------------

    /// A text as it was typed; what is typed into one text without a longer pause is one action. Once a version was spoken, queued or rehearsed an edit makes a new one: results refer to what was said.
    public void saveText(long scriptId, String name, String subject, String body) throws AppException {
        Script script = texts.find(scriptId).orElseThrow(() -> new AppException("This text was removed. Press Ctrl+Z to bring it back.", null));
        String plain = name.strip().replaceAll("\\s+", " ");
        String named = plain.isEmpty() ? script.name() : plain.substring(0, Math.min(plain.length(), NAME_LENGTH));
        database.ongoing("Edited “" + named + "”", "script " + scriptId, () -> {
            texts.save(script, named, subject.strip().replaceAll("\\s+", " "), plain(body));
            return true;
        });
    }

    private static String plain(String body) {
        return shown(body.replace("\r\n", "\n").replace('\r', '\n')).strip();
    }

    /// With blanks for what a screen can't show and nobody can say: whatever the clipboard brought.
    static String shown(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }

    /// Adds an empty text: another variant where the step has one of this channel.
    ///
    /// @return the id of the script
    public long addText(long seriesId, int step, Script.Channel channel, String name) {
        return database.action("Added “" + name + "”", null, () -> texts.add(seriesId, step, channel, name, "", ""));
    }

    public void removeText(Script script) {
        database.action("Removed “" + script.name() + "”", null, () -> {
            texts.remove(script.scriptId());
            return true;
        });
    }

    /// These are the snippets of a list, or with null of all lists; lines without a text are left out.
    ///
    /// @throws AppException when a name is none, is given twice or belongs to a field that a snippet can't stand for
    public void saveSnippets(@Nullable Long listId, List<Snippet> typed) throws AppException {
        List<Snippet> snippets = new ArrayList<>();
        for (Snippet snippet : typed) {
            if (!snippet.text().isBlank()) {
                String name = SnippetRules.name(snippet.name());
                if (snippets.stream().anyMatch(other -> other.name().equals(name))) {
                    throw new AppException("“" + name + "” is there twice. Give one of the two another name.", null);
                }
                snippets.add(new Snippet(listId, name, snippet.text().strip().replaceAll("\\s+", " ")));
            }
        }
        database.action("Changed snippets", null, () -> {
            texts.saveSnippets(listId, snippets);
            return true;
        });
    }

    @Override
    public void close() {
        reader.close();
    }
}
