package app.afterbeep.transfer;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.prospects.KeptStore;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.ProspectStore.Draft;
import app.afterbeep.prospects.ProspectStore.Known;
import app.afterbeep.prospects.Reach;
import app.afterbeep.transfer.ImportReport.Result;
import app.afterbeep.transfer.RowRules.Person;
import app.afterbeep.transfer.RowRules.Rejected;
import app.afterbeep.transfer.RowRules.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One import of a list, while it runs. Who is known already is not added again, but what a row knows and the file does not is taken over:
/// a further number, an empty field. Nothing that stands there is overwritten; within one file the first row of a person wins.
final class ListImport {
    private final ProspectStore prospects;
    private final String list;
    private final Layout layout;
    private final RowRules rules;
    private final @Nullable ProspectRowRules ours;
    private final KeptStore kept;
    private final Target target;
    /// The names that are known for a number or an address, each with the first who has it; asked of the file once, then kept up row by row.
    private final Map<String, Map<String, Long>> names = new HashMap<>();
    private final Set<Long> updatedIds = new HashSet<>();
    private final List<ImportReport.Row> noted = new ArrayList<>();
    private long firstId;
    private long lastId;
    private int imported;
    private int updated;
    private int duplicates;
    private int rejected;

    /// @param ours for a file that we exported, else null
    ListImport(ProspectStore prospects, KeptStore kept, CadenceStore cadences, String list, Layout layout, RowRules rules, @Nullable ProspectRowRules ours) {
        this.prospects = prospects;
        this.kept = kept;
        this.ours = ours;
        this.list = list;
        this.layout = layout;
        this.rules = rules;
        long listId = prospects.list(list, cadences.first().seriesId());
        this.target = new Target(listId, cadences.roundOf(listId));
    }

    ImportReport all(CsvRows rows, ReadSoFar soFar) throws IOException {
        CsvRows.Row row = rows.next();
        while (row != null) {
            take(row);
            soFar.row();
            row = rows.next();
        }
        prospects.index(firstId, lastId);
        return new ImportReport(list, imported, updated, duplicates, rejected, layout.columns().headers(), noted);
    }

    private void take(CsvRows.Row row) {
        if (row.line() <= layout.headerLine()) {
            beforeData(row);
        } else if (!row.problem().isEmpty()) {
            reject(row, row.problem());
        } else {
            switch (ours == null ? rules.read(row.cells(), target) : ours.read(row.cells(), target)) {
                case Rejected no -> reject(row, no.reason());
                case Person person -> add(row, person);
            }
        }
    }

    /// Notes above the header row are not data, unless a number stands in them.
    private void beforeData(CsvRows.Row row) {
        if (row.line() < layout.headerLine() && row.cells().stream().anyMatch(c -> HeaderRules.looksLikePhone(c, rules.country()))) {
            reject(row, "the row stands above the header row");
        }
    }

    private void reject(CsvRows.Row row, String reason) {
        rejected++;
        note(row, Result.REJECTED, reason);
    }

    private void note(CsvRows.Row row, Result result, String reason) {
        noted.add(new ImportReport.Row(row.line(), result, reason, row.cells()));
    }

    private void add(CsvRows.Row row, Person person) {
        Draft draft = person.draft();
        String name = RowRules.nameKey(draft.firstName(), draft.lastName());
        Optional<String> contact = contacts(draft).filter(c -> isKnown(c, name)).findFirst();
        Optional<Long> known = contact.map(c -> names.get(c).get(name)).or(() -> contact.isPresent() ? Optional.empty() : byExternalId(draft, name));
        if (contact.isEmpty() && known.isEmpty()) {
            addNew(row, person, name);
            return;
        }
        List<String> changes = new ArrayList<>(known.isPresent() && !name.isEmpty() && isEarlier(known.get()) ? update(known.get(), person, name) : List.of());
        if (person.kept() != null && kept.suppress(person.kept())) {
            changes.add("put on the do-not-call list");
        }
        if (changes.isEmpty()) {
            duplicates++;
            note(row, Result.DUPLICATE, contact.orElse(draft.externalId()) + " is already known");
        } else {
            updated++;
            known.ifPresent(updatedIds::add);
            note(row, Result.UPDATED, String.join(", ", changes));
        }
        if (person.doNotCall() && (person.kept() == null || known.flatMap(prospects::find).filter(p -> p.status() == Prospect.Status.DNC).isEmpty())) {
            contact.ifPresent(c -> same(c, name).forEach(prospect -> prospects.dnc().suppress(prospect, "import")));
            known.flatMap(prospects::find).ifPresent(prospect -> prospects.dnc().suppress(prospect, "import"));
        }
    }

    private void addNew(CsvRows.Row row, Person person, String name) {
        imported++;
        long id = prospects.addUnindexed(person.draft());
        firstId = firstId == 0 ? id : firstId;
        lastId = id;
        if (person.kept() != null) {
            // Each row of ours is a person of their own, also two of one name and number; only who was here before is known.
            String remark = kept.restore(id, person.kept(), person.draft().phones());
            if (person.reach() != Reach.UNKNOWN) {
                prospects.saveReach(id, person.reach());
            }
            if (!remark.isEmpty()) {
                note(row, Result.IMPORTED, remark);
            }
            return;
        }
        contacts(person.draft()).forEach(contact -> remember(contact, name, id));
        if (person.reach() != Reach.UNKNOWN) {
            prospects.saveReach(id, person.reach());
        }
        if (person.doNotCall()) {
            prospects.dnc().suppress(prospects.find(id).orElseThrow(), "import");
        }
        if (!person.remark().isEmpty()) {
            note(row, Result.IMPORTED, person.remark());
        }
    }

    /// Somebody of before this file, whom no row of it has changed yet.
    private boolean isEarlier(long id) {
        return (firstId == 0 || id < firstId) && !updatedIds.contains(id);
    }

    private Optional<Long> byExternalId(Draft draft, String name) {
        return name.isEmpty() || draft.externalId().isEmpty() ? Optional.empty()
            : prospects.knownByExternalId(draft.externalId()).stream().filter(known -> key(known).equals(name) && (firstId == 0 || known.id() < firstId))
                .map(Known::id).findFirst();
    }

    /// Takes over what the row knows and the file does not; returns what that was.
    private List<String> update(long id, Person person, String name) {
        Draft draft = person.draft();
        Prospect prospect = prospects.find(id).orElseThrow();
        List<String> changes = new ArrayList<>();
        for (Phone phone : draft.phones()) {
            if (!phone.bad() && prospect.phones().stream().noneMatch(p -> p.e164().equals(phone.e164())) && !isKnown(phone.e164(), name)) {
                prospects.addPhone(id, phone);
                remember(phone.e164(), name, id);
                changes.add("number " + phone.e164() + " added");
            }
        }
        List<String> filled = ListUpdateRules.filled(prospect, draft);
        if (!filled.isEmpty()) {
            prospects.fill(id, draft);
            filled.forEach(field -> changes.add(field + " filled in"));
        }
        if (draft.placeSource() == Place.Source.IMPORTED && prospect.placeSource().compareTo(Place.Source.IMPORTED) < 0) {
            prospects.importPlace(id, draft.place());
            changes.add("time zone " + draft.place().zone().getId() + " taken over");
        }
        if (prospect.reach() == Reach.UNKNOWN && person.reach() != Reach.UNKNOWN) {
            prospects.saveReach(id, person.reach());
            changes.add("reach filled in");
        }
        for (String field : prospects.newFields(id, draft.fields())) {
            if (!ListUpdateRules.isOurs(field)) {
                prospects.fillField(id, field, draft.fields());
                changes.add(field + " filled in");
            }
        }
        if (!changes.isEmpty()) {
            prospects.refresh(id);
            contacts(draft).forEach(contact -> remember(contact, name, id));
            if (prospect.status() == Prospect.Status.DNC) {
                // Who asked not to be called is not called on a new number either.
                prospects.dnc().suppress(prospects.find(id).orElseThrow(), "import");
            }
        }
        return changes;
    }

    private boolean isKnown(String contact, String name) {
        Map<String, Long> known = names.computeIfAbsent(contact, this::stored);
        return name.isEmpty() ? !known.isEmpty() : known.containsKey(name) || known.containsKey("");
    }

    private Map<String, Long> stored(String contact) {
        Map<String, Long> known = new HashMap<>(2);
        (contact.contains("@") ? prospects.knownByEmail(contact) : prospects.knownByPhone(contact)).stream()
            .filter(k -> ours == null || firstId == 0 || k.id() < firstId).forEach(k -> known.putIfAbsent(key(k), k.id()));
        return known;
    }

    private void remember(String contact, String name, long id) {
        names.computeIfAbsent(contact, c -> new HashMap<>(2)).putIfAbsent(name, id);
    }

    private static String key(Known known) {
        return RowRules.nameKey(known.firstName(), known.lastName());
    }

    /// The stored people that a row repeats: who asks not to be called means all of them.
    private List<Prospect> same(String contact, String name) {
        List<Prospect> all = contact.contains("@") ? prospects.byEmail(contact) : prospects.byPhone(contact);
        return all.stream().filter(p -> {
            String other = RowRules.nameKey(p.firstName(), p.lastName());
            return name.isEmpty() || other.isEmpty() || other.equals(name);
        }).toList();
    }

    private static Stream<String> contacts(Draft draft) {
        Stream<String> phones = draft.phones().stream().map(Phone::e164);
        return draft.email().isEmpty() ? phones : Stream.concat(phones, Stream.of(draft.email().toLowerCase(Locale.ROOT)));
    }
}
