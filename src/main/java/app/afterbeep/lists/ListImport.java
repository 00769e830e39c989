package app.afterbeep.lists;

import app.afterbeep.prospects.Kept;
import app.afterbeep.prospects.KeptStore;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.ProspectStore.Draft;
import app.afterbeep.prospects.Reach;
import app.afterbeep.lists.ImportOptions.Mode;
import app.afterbeep.lists.ImportReport.Result;
import app.afterbeep.lists.RowRules.Person;
import app.afterbeep.lists.RowRules.Rejected;
import app.afterbeep.lists.RowsAhead.Read;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One import of a list, while it runs: what becomes of each row. Who is known already is not added again, but what a row knows and the file
/// does not is taken over: a further number, an empty field. Nothing that stands there is overwritten; within one file the first row of a
/// person wins.
final class ListImport {
    /// Of who has a number so many are looked at: more than anybody was merged of.
    private static final int SHARED = 16;
    static final String SUPPRESSED = "on the do-not-call list";

    private final ProspectStore prospects;
    private final ImportStore imports;
    private final ImportedStore people;
    private final KeptStore kept;
    private final Known known;
    private final ImportOptions options;
    private final long importId;
    private final String file;
    /// Suppressing looks for everybody who shares a number: while there are no indexes it waits for them.
    private final boolean suppressLast;
    private final boolean due;
    private final List<Runnable> waiting = new ArrayList<>();
    /// Of before this import, whom a row of it has changed.
    private final BitSet changed = new BitSet();
    private final List<ImportReport.Row> first = new ArrayList<>();
    private long firstId;
    private long lastId;
    private int imported;
    private int updated;
    private int duplicates;
    private int rejected;
    private int suppressed;
    private int remarked;

    /// What it works with.
    ///
    /// @param suppressLast nobody is put on the do-not-call list before [#suppressWaiting]
    /// @param due          whoever is added is in the queue at once
    record Parts(ProspectStore prospects, ImportStore imports, ImportedStore people, KeptStore kept, Known known, boolean suppressLast, boolean due) {}

    ListImport(Parts parts, ImportOptions options, long importId, String file) {
        prospects = parts.prospects();
        imports = parts.imports();
        people = parts.people();
        kept = parts.kept();
        known = parts.known();
        suppressLast = parts.suppressLast();
        due = parts.due();
        this.options = options;
        this.importId = importId;
        this.file = file;
    }

    long firstId() {
        return firstId;
    }

    long lastId() {
        return lastId;
    }

    ImportStore.Counts counts() {
        return new ImportStore.Counts(imported, updated, duplicates, rejected, suppressed);
    }

    ImportReport report(String list, List<String> headers) {
        return new ImportReport(importId, list, imported, updated, duplicates, rejected, suppressed, headers, first, remarked);
    }

    void take(Read read) {
        switch (read.result()) {
            case Rejected no -> reject(read, no.reason(), false);
            case Person person -> take(read, person);
        }
    }

    private void take(Read read, Person person) {
        Optional<Contact> contact = Optional.empty();
        Optional<Match> same = Optional.empty();
        for (Contact c : read.contacts()) {
            // Each row of our own file is a person of their own, also two of one name and number; only who was here before is known.
            same = known.find(c, read.name()).filter(match -> person.kept() == null || !match.ours());
            if (same.isPresent()) {
                contact = Optional.of(c);
                break;
            }
        }
        if (same.isEmpty() && options.match() == ImportOptions.Match.ANY) {
            same = byExternalId(person.draft(), read.name());
        }
        if (same.isPresent()) {
            repeat(read, person, same.get(), contact);
        } else if (options.mode() == Mode.UPDATE_ONLY) {
            if (person.doNotCall()) {
                suppress(person.draft());
            }
            suppressed += person.doNotCall() ? 1 : 0;
            reject(read, "nobody like this is known, and only people who are known were to be updated" + (person.doNotCall() ? "; " + SUPPRESSED + " now" : ""),
                person.doNotCall());
        } else {
            add(read, person);
        }
    }

    /// An id of another system is the person only for people of before, since rows of one file may share one.
    private Optional<Match> byExternalId(Draft draft, String name) {
        return name.isEmpty() || draft.externalId().isEmpty() || suppressLast ? Optional.empty()
            : known.find(new Contact(Contact.Kind.EXTERNAL_ID, draft.externalId()), name).filter(match -> !match.ours() && match.name().equals(name));
    }

    private void reject(Read read, String reason, boolean onDnc) {
        rejected++;
        note(read, Result.REJECTED, reason, 0, onDnc, "");
    }

    private void note(Read read, Result result, String reason, long prospectId, boolean onDnc, String was) {
        ImportReport.Row row = new ImportReport.Row(read.row().line(), result, reason, read.row().cells(), prospectId);
        String all = Stream.of(was, people.letGo()).filter(text -> !text.isEmpty()).collect(Collectors.joining(","));
        imports.note(importId, row, onDnc, all.isEmpty() ? "" : "[" + all + "]");
        if (first.size() < ImportReport.ROWS) {
            first.add(row);
        }
    }

    private void add(Read read, Person person) {
        imported++;
        boolean reachable = people.reachable(person.draft());
        long id = people.add(person.draft(), person.reach().code(), read.row().line(), reachable);
        firstId = firstId == 0 ? id : firstId;
        lastId = id;
        String remark = person.remark();
        if (person.kept() != null) {
            remark = Stream.of(kept.restore(id, person.kept(), person.draft().phones(), due), remark).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
            suppress(id, person.kept());
        } else {
            read.contacts().forEach(contact -> known.added(contact, read.name(), id));
        }
        if (person.asksNotToBeCalled()) {
            suppress(List.of(id));
        }
        boolean onDnc = !reachable || person.doNotCall();
        suppressed += onDnc ? 1 : 0;
        remarked += remark.isEmpty() ? 0 : 1;
        if (onDnc || !remark.isEmpty()) {
            note(read, Result.IMPORTED, !onDnc ? remark : remark.isEmpty() ? SUPPRESSED : SUPPRESSED + "; " + remark, id, onDnc, "");
        }
    }

    /// What stood on the do-not-call list where the file was written. Returns whether it was news, as far as that is known yet.
    private boolean suppress(long id, Kept standing) {
        if (suppressLast && !standing.dnc().isEmpty()) {
            waiting.add(() -> suppressNow(id, standing));
            return true;
        }
        return !standing.dnc().isEmpty() && suppressNow(id, standing);
    }

    private boolean suppressNow(long id, Kept standing) {
        long last = people.lastSuppressed();
        boolean news = kept.suppress(id, standing);
        if (news) {
            people.sign(importId, last);
            people.lookForSuppressed();
        }
        return news;
    }

    /// A row of somebody who is known.
    private void repeat(Read read, Person person, Match same, Optional<Contact> contact) {
        boolean mayChange = !same.ours() && !changed.get((int) same.id()) && options.mode() != Mode.CREATE
            && (read.name().isEmpty() ? isMeant(read, person.draft(), same.id()) : same.name().equals(read.name()));
        // Our own file says do_not_call of whoever is on that list, which may well be known here.
        boolean silent = person.doNotCall() && (person.kept() == null || prospects.find(same.id()).filter(p -> p.status() == Prospect.Status.DNC).isEmpty());
        List<Long> silenced = silent ? contact.map(c -> everybody(c, read.name(), same.id())).orElse(List.of(same.id())) : List.of();
        Map<Long, String> before = new LinkedHashMap<>();
        if (mayChange || !silenced.isEmpty()) {
            before.put(same.id(), people.standing(same.id()));
            silenced.forEach(id -> before.computeIfAbsent(id, people::standing));
        }
        long lastPhone = people.lastPhone();
        List<String> changes = new ArrayList<>(mayChange ? update(same.id(), person, read) : List.of());
        if (person.kept() != null && suppress(same.id(), person.kept())) {
            changes.add("put on the do-not-call list");
        }
        suppress(silenced);
        if (person.asksNotToBeCalled()) {
            suppress(person.draft());
        }
        String was = before.isEmpty() ? "" : people.changed(before, lastPhone);
        if (changes.isEmpty()) {
            duplicates++;
            suppressed += person.doNotCall() ? 1 : 0;
            note(read, Result.DUPLICATE, contact.map(ListImport::shown).orElse(person.draft().externalId()) + " is already known"
                + (person.doNotCall() ? "; " + SUPPRESSED : ""), same.id(), person.doNotCall(), was);
        } else {
            updated++;
            changed.set((int) same.id());
            boolean onDnc = prospects.find(same.id()).filter(Prospect::suppressed).isPresent();
            suppressed += onDnc ? 1 : 0;
            note(read, Result.UPDATED, String.join(", ", changes), same.id(), onDnc, was);
        }
    }

    /// Whether a row without a name can only mean this person: nobody else has a number, the address or the id of it.
    private boolean isMeant(Read read, Draft draft, long id) {
        return Stream.concat(read.contacts().stream(), Stream.of(new Contact(Contact.Kind.EXTERNAL_ID, draft.externalId())))
            .flatMap(contact -> people.having(contact, importId, SHARED).stream()).allMatch(match -> match.id() == id);
    }

    private static String shown(Contact contact) {
        return contact.kind() == Contact.Kind.PHONE ? PhoneNumbers.shown(contact.value()) : contact.value();
    }

    /// Takes over what the row knows and the file does not; returns what that was.
    private List<String> update(long id, Person person, Read read) {
        Draft draft = person.draft();
        Prospect prospect = prospects.find(id).orElseThrow();
        List<String> changes = new ArrayList<>();
        for (Phone phone : draft.phones()) {
            Contact contact = new Contact(Contact.Kind.PHONE, phone.e164());
            if (!phone.bad() && prospect.phones().stream().noneMatch(p -> p.e164().equals(phone.e164())) && known.find(contact, read.name()).isEmpty()) {
                prospects.phones().add(id, phone);
                known.added(contact, read.name(), id);
                changes.add("number " + phone.e164() + " added");
            }
        }
        List<String> filled = ListUpdateRules.filled(prospect, draft);
        if (!filled.isEmpty()) {
            prospects.fill(id, draft);
            filled.forEach(field -> changes.add(field + " filled in"));
        }
        if (draft.placeSource().compareTo(Place.Source.STATE) >= 0 && prospect.placeSource().compareTo(draft.placeSource()) < 0) {
            prospects.places().saveListed(id, draft.place(), draft.placeSource());
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
            read.contacts().forEach(contact -> known.added(contact, read.name(), id));
            if (prospect.status() == Prospect.Status.DNC) {
                // Who asked not to be called is not called on a new number either.
                suppress(List.of(id));
            }
        }
        return changes;
    }

    /// Who asks not to be called means everybody whom the row repeats.
    private List<Long> everybody(Contact contact, String name, long sameId) {
        if (suppressLast) {
            long last = lastId;
            waiting.add(() -> suppressNow(people.having(contact, importId, Integer.MAX_VALUE).stream()
                .filter(match -> match.id() <= last && match.isSame(name)).map(Match::id).toList()));
            return List.of();
        }
        return Stream.concat(Stream.of(sameId), people.having(contact, importId, Integer.MAX_VALUE).stream().filter(match -> match.isSame(name)).map(Match::id))
            .distinct().toList();
    }

    /// Nobody who has a number or the address of this row is called, also where it does not become theirs.
    private void suppress(Draft draft) {
        later(() -> signed(() -> prospects.dnc().suppress(draft.phones(), draft.email(), "import")));
    }

    private void suppress(List<Long> ids) {
        if (!ids.isEmpty()) {
            later(() -> suppressNow(ids));
        }
    }

    private void later(Runnable suppressing) {
        if (suppressLast) {
            waiting.add(suppressing);
        } else {
            suppressing.run();
        }
    }

    private void suppressNow(List<Long> ids) {
        signed(() -> ids.forEach(id -> prospects.find(id).ifPresent(prospect -> prospects.dnc().suppress(prospect, "import"))));
    }

    private void signed(Runnable suppressing) {
        long last = people.lastSuppressed();
        suppressing.run();
        people.sign(importId, file, last);
        people.lookForSuppressed();
    }

    void suppressWaiting() {
        waiting.forEach(Runnable::run);
    }
}
