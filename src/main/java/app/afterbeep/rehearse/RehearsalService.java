package app.afterbeep.rehearse;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.db.Database;
import app.afterbeep.rehearse.Rehearsal.Part;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.scripts.SpeechRules;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Rehearses the messages of a series. On the database thread.
public final class RehearsalService {

    private final Database database;
    private final RehearsalStore takes;
    private final ScriptStore scripts;
    private final CadenceStore cadences;
    private final Supplier<Map<String, String>> samples;
    private final Clock clock;
    private final Supplier<Settings> settings;

    /// @param samples merge values of nobody real, by field
    public RehearsalService(Database database, RehearsalStore takes, ScriptStore scripts, CadenceStore cadences, Supplier<Map<String, String>> samples,
                            Clock clock, Supplier<Settings> settings) {
        this.database = database;
        this.takes = takes;
        this.scripts = scripts;
        this.cadences = cadences;
        this.samples = samples;
        this.clock = clock;
        this.settings = settings;
    }

    /// The messages of a series in their order, those of steps that are on, with the takes of this sitting.
    ///
    /// @param since when it began
    Rehearsal of(long seriesId, Instant since) {
        List<Pace.Message> timed = scripts.timedMessages();
        Pace pace = Pace.learned(timed, settings.get().number(Setting.WORDS_PER_MINUTE));
        Cadence cadence = cadences.ofSeries(seriesId);
        List<Script> messages = scripts.messages(seriesId);
        List<RehearsalStore.Take> spoken = takes.since(since);
        Map<String, String> values = samples.get();
        List<Part> parts = cadence.steps().stream().map(Cadence.Step::number)
            .flatMap(step -> messages.stream().filter(message -> message.step() == step)).map(message -> {
                MergeText text = MergeText.of(message.body(), values);
                return new Part((cadence.isGoodbye(message.step()) ? "Last voicemail" : "Voicemail " + cadence.ordinal(message.step()) + " of "
                    + cadence.steps().size()) + (message.variant() > 1 ? ", version " + message.variant() : ""), message, text, pace.seconds(text.text()),
                    spoken.stream().filter(take -> take.versionId() == message.versionId()).map(RehearsalStore.Take::seconds).toList());
            }).toList();
        return new Rehearsal(cadences.seriesName(seriesId), parts, pace, timed.size());
    }

    /// Keeps a take: the pace learns from it.
    void keep(Part part, int seconds) {
        database.action("Rehearsed – " + part.script().name(), null, () -> {
            takes.add(clock.instant(), part.script().versionId(), SpeechRules.millis(part.text().text()), seconds);
            return part;
        });
    }
}
