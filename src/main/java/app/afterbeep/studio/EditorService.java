package app.afterbeep.studio;

import app.afterbeep.calls.Card;
import app.afterbeep.calls.QueueService;
import app.afterbeep.calls.Turn;
import app.afterbeep.db.Database;
import app.afterbeep.outbox.OutboxService;
import app.afterbeep.prospects.ProspectService;
import app.afterbeep.prospects.Summary;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// What the editor knows beside the texts: whom they are shown for, and the fields there are. On the database thread.
public final class EditorService {
    private static final Set<MergeField> OF_THE_REP = EnumSet.of(MergeField.MY_NAME, MergeField.MY_COMPANY, MergeField.MY_PHONE,
        MergeField.CALLBACK_DAY, MergeField.CALLBACK_TIME);

    private final EditorStore store;
    private final ScriptStore scripts;
    private final QueueService queue;
    private final ProspectService prospects;
    private final OutboxService outbox;
    private final Supplier<Settings> settings;

    public EditorService(Database database, ScriptStore scripts, QueueService queue, ProspectService prospects, OutboxService outbox,
            Supplier<Settings> settings) {
        this.store = new EditorStore(database.sql());
        this.scripts = scripts;
        this.queue = queue;
        this.prospects = prospects;
        this.outbox = outbox;
        this.settings = settings;
    }

    /// Whoever is next in the queue; when nobody can be called now the first of the lists, and somebody made up while there is nobody.
    Person next() {
        if (queue.turn(false) instanceof Turn.Prospect(Card card, String after)) {
            return person(card);
        }
        return store.beside(0, true).map(this::person).orElseGet(this::madeUp);
    }

    /// The prospect with the times of their own next call.
    Person person(long prospectId) {
        return queue.turnOf(prospectId, false) instanceof Turn.Prospect(Card card, String after) ? person(card) : madeUp();
    }

    /// The one after this person in the lists, or before.
    Person beside(Person person, boolean after) {
        return store.beside(person.id(), after).map(this::person).orElseGet(this::madeUp);
    }

    List<Summary> search(String query) {
        return prospects.search(query).rows();
    }

    private Person person(Card card) {
        long id = card.prospect().id();
        return new Person(id, card.prospect().name(), card.prospect().email(), card.allValues(), scripts.heard(id));
    }

    private Person madeUp() {
        Map<String, String> values = new HashMap<>();
        Map.of(MergeField.FIRST_NAME, "Marisol", MergeField.LAST_NAME, "Whitfield", MergeField.FULL_NAME, "Marisol Whitfield",
            MergeField.COMPANY, "Halden Cold Storage", MergeField.TITLE, "Operations Director", MergeField.CITY, "Philadelphia",
            MergeField.EMAIL, "marisol.whitfield@example.com", MergeField.CALLBACK_DAY, "Thursday", MergeField.CALLBACK_TIME, "2:45",
            MergeField.LAST_MESSAGE_DAY, "Tuesday").forEach((field, value) -> values.put(field.field(), value));
        for (Setting mine : List.of(Setting.MY_NAME, Setting.MY_COMPANY, Setting.MY_PHONE, Setting.MY_PROBLEM, Setting.MY_RESULT)) {
            values.put(mine.key(), settings.get().text(mine));
        }
        return new Person(0, "Marisol Whitfield", "marisol.whitfield@example.com", values, List.of());
    }

    /// What stands below every email.
    String foot() {
        return outbox.foot();
    }

    /// Every field that somebody could have a value for: the program's own, snippets, and the extra columns of the newest prospects.
    List<FieldChoice> fields() {
        List<FieldChoice> choices = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (MergeField field : MergeField.values()) {
            choices.add(new FieldChoice(field.field(), field.says(), !OF_THE_REP.contains(field)));
            known.add(MergeText.normal(field.field()));
        }
        store.snippets().stream().filter(name -> known.add(MergeText.normal(name))).forEach(name -> choices.add(new FieldChoice(name, "A snippet of the list", true)));
        // A name with braces or a bar in it can't stand between braces.
        store.columns().stream().filter(name -> !name.isBlank() && name.chars().noneMatch(c -> "{}|\n\r".indexOf(c) >= 0) && known.add(MergeText.normal(name)))
            .forEach(name -> choices.add(new FieldChoice(name, "A column of your lists", true)));
        return choices;
    }
}
