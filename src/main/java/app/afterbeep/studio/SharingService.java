package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.Cadence.State;
import app.afterbeep.cadence.Cadence.Step;
import app.afterbeep.db.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Series on their way to a colleague and back. On the database thread.
public final class SharingService {
    private final Database database;
    private final StudioStore store;

    public SharingService(Database database, StudioStore store) {
        this.database = database;
        this.store = store;
    }

    /// These series with their cadences, and the snippets for all lists. Texts that nobody has written yet, and steps that were removed, are left out.
    public Shared shared(List<Long> seriesIds) {
        List<StudioSeries> chosen = store.series().stream().filter(series -> seriesIds.contains(series.id())).toList();
        Map<Long, String> names = new HashMap<>();
        chosen.forEach(series -> names.put(series.id(), series.name()));
        Map<Cadence, List<Shared.Part>> plans = new LinkedHashMap<>();
        for (StudioSeries series : chosen) {
            plans.computeIfAbsent(series.cadence(), cadence -> new ArrayList<>()).add(new Shared.Part(series.name(),
                series.nextId() == null ? "" : Objects.requireNonNullElse(names.get(series.nextId()), ""), texts(series)));
        }
        List<Shared.Plan> cadences = plans.entrySet().stream().map(entry -> new Shared.Plan(entry.getKey().name(), entry.getKey().restFrom(),
            entry.getKey().restTo(), numbered(entry.getKey()), entry.getValue())).toList();
        return new Shared(cadences, store.texts().snippets().stream().filter(snippet -> snippet.listId() == null).toList());
    }

    private static List<Step> numbered(Cadence cadence) {
        List<Step> steps = new ArrayList<>();
        cadence.plan().stream().filter(step -> step.state() != State.REMOVED)
            .forEach(step -> steps.add(new Step(steps.size() + 1, step.kind(), step.waitDays(), step.state())));
        return steps;
    }

    /// By the new numbers of their steps, those of no step first.
    private static List<SeriesDraft.Text> texts(StudioSeries series) {
        List<SeriesDraft.Text> texts = new ArrayList<>(texts(series, 0, 0));
        List<Step> shown = series.shown();
        for (int i = 0; i < shown.size(); i++) {
            texts.addAll(texts(series, shown.get(i).number(), i + 1));
        }
        return texts;
    }

    private static List<SeriesDraft.Text> texts(StudioSeries series, int from, int to) {
        return series.texts(from).stream().filter(StudioText::written).map(StudioText::script)
            .map(script -> new SeriesDraft.Text(to, script.channel(), script.name(), script.subject(), script.body())).toList();
    }

    /// What an import has brought.
    ///
    /// @param first   the id of the first series
    /// @param series  how many
    /// @param renamed how many got another name, as theirs was taken
    public record Imported(long first, int series, int renamed) {}

    /// Adds all of it, with names that nothing here has yet; no list uses it until the rep says so. A snippet that is here already stays as it is.
    public Imported add(Shared shared) {
        return database.action("Imported series", null, () -> {
            Map<String, Long> ids = new LinkedHashMap<>();
            int renamed = 0;
            for (Shared.Plan plan : shared.cadences()) {
                long cadence = store.addCadence(plan.name(), plan.steps(), plan.restFrom(), plan.restTo());
                for (Shared.Part part : plan.series()) {
                    String name = store.freeName(part.name());
                    renamed += name.equals(part.name()) ? 0 : 1;
                    long series = store.addSeries(cadence, name);
                    part.texts().forEach(text -> store.texts().add(series, text.step(), text.channel(), text.name(), text.subject(), text.body()));
                    ids.put(part.name(), series);
                }
            }
            shared.cadences().forEach(plan -> plan.series().stream().filter(part -> !part.next().isEmpty())
                .forEach(part -> store.saveNext(Objects.requireNonNull(ids.get(part.name())), Objects.requireNonNull(ids.get(part.next())))));
            List<Snippet> all = new ArrayList<>(store.texts().snippets().stream().filter(snippet -> snippet.listId() == null).toList());
            shared.snippets().stream().filter(snippet -> all.stream().noneMatch(here -> here.name().equals(snippet.name()))).forEach(all::add);
            store.texts().saveSnippets(null, all);
            return new Imported(ids.values().iterator().next(), ids.size(), renamed);
        });
    }
}
