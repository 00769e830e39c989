package app.afterbeep.prospects;

import app.afterbeep.db.Database;
import app.afterbeep.prospects.DncListStore.Dnc;
import app.afterbeep.prospects.DncListStore.Removed;
import app.afterbeep.prospects.DncRules.Item;
import app.afterbeep.prospects.DncRules.Kind;
import app.afterbeep.ui.AppException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the rep does with the do-not-call list. On the database thread.
public final class DncService {
    /// Nobody reads further down: more letters find sooner.
    public static final int LIMIT = 200;
    private static final int PEOPLE = 6;
    private static final int LONGEST = 300;

    private final Database database;
    private final ProspectStore prospects;
    private final DncListStore list;
    private final Supplier<String> country;

    /// @param country the rep's, for numbers without a country code
    public DncService(Database database, ProspectStore prospects, DncListStore list, Supplier<String> country) {
        this.database = database;
        this.prospects = prospects;
        this.list = list;
        this.country = country;
    }

    /// The do-not-call list as far as it was asked for.
    ///
    /// @param rows the first [#LIMIT]
    public record Found(String query, List<Dnc> rows) {}

    /// @param kind null for every kind
    public Found find(String query, @Nullable Kind kind) {
        return new Found(query, list.list(query, kind, PhoneNumbers.callingCode(country.get()), LIMIT));
    }

    /// How many entries there are.
    public long count() {
        return prospects.dnc().count();
    }

    /// What came off the list, the latest first.
    public List<Removed> removed() {
        return list.removed(LIMIT);
    }

    /// What was typed, as an entry.
    ///
    /// @param people who is meant when it is a name
    public record Meant(Optional<Item> item, List<Summary> people) {}

    /// What `typed` can mean: a number, an address, a domain; else the people of that name.
    public Meant meant(String typed) {
        Optional<Item> item = DncRules.item(typed, country.get());
        return new Meant(item, item.isPresent() || typed.isBlank() || DncRules.isNumberLike(typed.strip()) ? List.of() : prospects.search().find(typed, PEOPLE));
    }

    /// Puts what was typed on the list; undo takes it off again.
    ///
    /// @return the entry
    /// @throws AppException when it is neither number, address nor domain, or is on the list already
    public Item add(String typed, String note) throws AppException {
        Item item = DncRules.item(typed, country.get()).orElseThrow(() -> new AppException(typed.isBlank()
            ? "Type a number, an email address, a domain such as example.com, or a name."
            : "“" + typed.strip() + "” is no whole number, address or domain. Write the number with its area code, or choose a person.", null));
        boolean added = database.action("Do not call – " + item.shown(), null, () -> list.add(item, "rep", shortened(note)));
        if (!added) {
            throw new AppException(item.shown() + " is on the do-not-call list already.", null);
        }
        return item;
    }

    /// Puts a person on the list, with all numbers and the address; undo takes it back.
    ///
    /// @return the name
    public String addPerson(long prospectId, String note) {
        Prospect prospect = prospects.find(prospectId).orElseThrow();
        // Of nobody: taking it back must not give this prospect the turn.
        return database.action("Do not call – " + prospect.name(), null, () -> {
            prospects.dnc().suppress(prospect, "rep", shortened(note));
            return prospect.name();
        });
    }

    /// Takes an entry off the list, to be undone; why is kept.
    ///
    /// @throws AppException without a reason, or when it is not there any more
    public Dnc remove(long id, String reason) throws AppException {
        if (reason.isBlank()) {
            throw new AppException("Say why it comes off the list: the reason is kept.", null);
        }
        Dnc entry = list.find(id).orElseThrow(() -> new AppException("This entry is no longer on the list.", null));
        String shown = new Item(entry.kind(), entry.value()).shown();
        database.action("May be called again – " + shown, null, () -> {
            list.remove(entry, shortened(reason));
            return entry;
        });
        return entry;
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    /// Begins to take in a do-not-call file; its entries come with [#addAll].
    ///
    /// @return the id of the import
    public long beginImport(String file) {
        return database.transaction(() -> list.addImport(file));
    }

    /// Puts a part of a file on the list: each part is a transaction, so that no click waits for a whole file.
    ///
    /// @return how many were not there yet
    public int addAll(long importId, List<Kept.Entry> entries) {
        return database.transaction(() -> list.addAll(entries, importId));
    }

    public void endImport(long importId, int added, int known, int rejected) {
        database.transaction(() -> {
            list.endImport(importId, added, known, rejected);
            return true;
        });
    }
}
