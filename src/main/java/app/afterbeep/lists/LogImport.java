package app.afterbeep.lists;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.cadence.Round;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CorrectionStore;
import app.afterbeep.calls.CorrectionStore.Version;
import app.afterbeep.calls.LogEntry;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.StandingRules;
import app.afterbeep.calls.StandingRules.Past;
import app.afterbeep.calls.StandingRules.Standing;
import app.afterbeep.db.DbException;
import app.afterbeep.exports.CallColumns;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.ProspectStore.Draft;
import app.afterbeep.prospects.ProspectStore.Known;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.lists.ImportReport.Result;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One import of a call log that we exported, while it runs: attempts that are not in the file yet are put back with their promise and their
/// email, prospects that are missing are made. Nothing that stands in the file is changed, and nothing is ever sent because of it: of a
/// prospect who was here and called before, only the history grows. Who was made or fresh stands afterwards where the log says.
final class LogImport {
    /// Enough of a row to find it again: a body of an email per duplicate would fill the memory.
    private static final int CELLS = 9;

    private final Stores stores;
    private final Layout layout;
    private final LogRowRules rules;
    private final Instant now;
    private final Round start;
    private final boolean keepIds;
    private final Map<Long, Person> people = new HashMap<>();
    private final Map<Long, Cadence> cadences = new HashMap<>();
    private final Map<Long, Round> rounds = new HashMap<>();
    private final Map<String, Long> lists = new HashMap<>();
    private final List<ImportReport.Row> noted = new ArrayList<>();
    private final ImportStore imports;
    private final long importId;
    private int remarked;
    private long firstId;
    private long lastId;
    private int imported;
    private int duplicates;
    private int rejected;

    /// Where everything is put.
    record Stores(ProspectStore prospects, CadenceStore cadences, AttemptStore attempts, CorrectionStore corrections, PromiseStore promises, EmailStore emails,
                  ScriptStore scripts) {}

    /// A prospect of this log.
    ///
    /// @param derived its standing follows from the log: it was made by this import, or nobody had called it before
    /// @param awaited what was promised still holds: nobody has called it here, and it stands where our file of prospects said
    private record Person(long id, long cadenceId, long seriesId, ZoneId zone, boolean derived, boolean awaited) {}

    LogImport(Stores stores, Layout layout, LogRowRules rules, Instant now, ImportStore imports, String file) {
        this.stores = stores;
        this.layout = layout;
        this.rules = rules;
        this.now = now;
        this.start = stores.cadences().first();
        this.keepIds = stores.attempts().isEmpty();
        this.imports = imports;
        this.importId = imports.begin(ImportStore.Kind.CALLS, file, 0, false, layout.columns().headers());
    }

    ImportReport all(ListRows rows, ReadSoFar soFar) throws IOException {
        ListRows.Row row = rows.next();
        while (row != null) {
            if (row.line() > layout.headerLine()) {
                take(row);
            }
            soFar.row(rows.share());
            row = rows.next();
        }
        stores.prospects().search().index(firstId, lastId);
        people.values().forEach(this::settle);
        imports.progress(importId, 0, 0, new ImportStore.Counts(imported, 0, duplicates, rejected, 0));
        imports.state(importId, ImportStore.State.DONE);
        return new ImportReport(importId, "", imported, 0, duplicates, rejected, 0, layout.columns().headers(), noted, remarked);
    }

    private void take(ListRows.Row row) {
        if (!row.problem().isEmpty()) {
            reject(row, row.problem());
            return;
        }
        switch (rules.read(row.cells())) {
            case LogRowRules.Rejected no -> reject(row, no.reason());
            case LogRowRules.Read(LogRow read) -> restore(row, read);
        }
    }

    private void reject(ListRows.Row row, String reason) {
        rejected++;
        keep(new ImportReport.Row(row.line(), Result.REJECTED, reason, row.cells()));
    }

    private void note(ListRows.Row row, Result result, String reason) {
        keep(new ImportReport.Row(row.line(), result, reason, row.cells().subList(0, Math.min(CELLS, row.cells().size()))));
    }

    private void keep(ImportReport.Row row) {
        imports.note(importId, row, false, "");
        remarked += row.result() == Result.IMPORTED ? 1 : 0;
        if (noted.size() < ImportReport.ROWS) {
            noted.add(row);
        }
    }

    private void restore(ListRows.Row row, LogRow log) {
        Optional<List<PromiseStore.Restored>> agreed = readable(() -> agreed(log));
        Optional<List<Version>> was = readable(() -> stores.corrections().parse(log.was()));
        if (agreed.isEmpty() || was.isEmpty()) {
            reject(row, "column " + (agreed.isEmpty() ? CallColumns.EXACT_ONLY : "was") + " can't be read");
            return;
        }
        Optional<Person> known = find(log).map(id -> people.computeIfAbsent(id, this::known));
        if (known.isEmpty() && log.phones().isEmpty()) {
            reject(row, "no phone number, and nobody of this name is known");
            return;
        }
        if (known.isPresent() && stores.attempts().has(known.get().id(), log.at(), rules.precision(log.at()), log.inbound(), log.outcome())) {
            duplicates++;
            note(row, Result.DUPLICATE, "this call is already in the log");
            return;
        }
        Person person = known.orElseGet(() -> make(log));
        imported++;
        String remark = add(person, log, agreed.get(), was.get());
        if (!remark.isEmpty()) {
            note(row, Result.IMPORTED, remark);
        }
    }

    /// What a cell of JSON means; empty when it means nothing.
    private static <T> Optional<T> readable(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DbException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private String add(Person person, LogRow log, List<PromiseStore.Restored> agreed, List<Version> was) {
        Optional<Long> named = log.series().isEmpty() ? Optional.empty() : stores.cadences().series(person.cadenceId(), log.series());
        long series = named.orElse(person.seriesId());
        Optional<Long> script = log.script().isEmpty() ? Optional.empty() : stores.scripts().version(log.script(), series);
        long id = keepIds && log.attemptId() > 0 && !stores.attempts().taken(log.attemptId()) ? log.attemptId() : 0;
        long attempt = stores.attempts().restore(new AttemptStore.Restored(id, person.id(), list(log.list()),
            cadences.computeIfAbsent(series, stores.cadences()::ofSeries).id(), series,
            log.step(), person.zone(), log.source(), log.inbound(), log.outcome(), log.at(), log.phone(), script.orElse(null),
            log.opening().isEmpty() ? null : stores.scripts().version(log.opening(), series).orElse(null), log.words(), log.length(), log.seconds(),
            log.nextCallAt(), log.note(), log.followed(), log.correctedAt(), was.size()));
        stores.corrections().restore(attempt, was);
        stores.promises().restore(person.id(), attempt, person.derived() || person.awaited() ? agreed : agreed.stream().map(this::closed).toList());
        LogEntry.Mail mail = log.mail();
        if (mail != null && log.mailSent() != null) {
            stores.emails().restore(person.id(), attempt, log.mailSent(), mail.to(), mail.subject(), mail.body(), mail.queuedAt(), mail.dueAt(),
                mail.sentAt(), mail.messageId());
        }
        Optional<Outcome> followed = log.followedBy();
        if (followed.filter(Outcome.WRONG_NUMBER::equals).isPresent()) {
            stores.prospects().phones().markBad(person.id(), log.phone());
        }
        if (log.outcome() == Outcome.DO_NOT_CALL || followed.filter(Outcome.DO_NOT_CALL::equals).isPresent()) {
            // Whoever it is and wherever they stand: this holds for good.
            stores.prospects().find(person.id()).ifPresent(prospect -> stores.prospects().dnc().suppress(prospect, "import"));
        }
        return Stream.of(log.remark(), log.series().isEmpty() || named.isPresent() ? "" : "the series “" + log.series() + "” is not in this file",
            log.script().isEmpty() || script.isPresent() ? "" : "the script “" + log.script() + "” is not in this file").filter(text -> !text.isEmpty()).reduce((a, b) -> a + "; " + b).orElse("");
    }

    /// Who is in the middle of something else is not called because of an old promise.
    private PromiseStore.Restored closed(PromiseStore.Restored promise) {
        return promise.state() != Promise.State.OPEN || !promise.at().isAfter(now) ? promise
            : new PromiseStore.Restored(promise.kind(), promise.at(), promise.zone(), Promise.State.RELEASED, now, promise.moved());
    }

    private List<PromiseStore.Restored> agreed(LogRow log) {
        if (!log.agreed().isBlank()) {
            return stores.promises().parse(log.agreed());
        }
        LogRow.Promised promised = log.promised();
        return promised == null ? List.of() : List.of(new PromiseStore.Restored(Promise.Kind.PROMISE, promised.at(), log.place().zone(),
            promised.state(), null, false));
    }

    private long list(String name) {
        return lists.computeIfAbsent(name.isBlank() ? "Call log" : name, n -> stores.prospects().list(n, start.seriesId()));
    }

    /// The prospect that is meant: by number and name as in lists, else by the id of another system or the address, and the name.
    private Optional<Long> find(LogRow log) {
        String name = RowRules.nameKey(log.firstName(), log.lastName());
        Stream<Known> byPhone = log.phones().stream().map(Phone::e164).flatMap(e164 -> stores.prospects().knownByPhone(e164).stream());
        List<Known> reached = byPhone.toList();
        return reached.stream().filter(known -> key(known).equals(name)).findFirst()
            .or(() -> reached.stream().filter(known -> name.isEmpty() || key(known).isEmpty()).findFirst())
            .or(() -> name.isEmpty() ? Optional.empty() : Stream.concat(stores.prospects().knownByExternalId(log.externalId()).stream(),
                stores.prospects().knownByEmail(log.emailAddress()).stream()).filter(known -> key(known).equals(name)).findFirst())
            .map(Known::id);
    }

    private static String key(Known known) {
        return RowRules.nameKey(known.firstName(), known.lastName());
    }

    private Person known(long id) {
        Prospect prospect = stores.prospects().find(id).orElseThrow();
        boolean uncalled = stores.attempts().count(id) == 0;
        boolean fresh = uncalled && prospect.status() == Prospect.Status.ACTIVE && prospect.due() == Prospect.Due.FRESH;
        boolean under = Set.of(Prospect.Status.ACTIVE, Prospect.Status.TALKING, Prospect.Status.MEETING).contains(prospect.status());
        return new Person(id, prospect.cadenceId(), prospect.seriesId(), prospect.place().zone(), fresh, uncalled && under);
    }

    private Person make(LogRow log) {
        Place place = log.place();
        long id = stores.prospects().addUnindexed(new Draft(list(log.list()), start.cadenceId(), start.seriesId(), start.step(), log.firstName(), log.lastName(),
            log.title(), log.company(), log.emailAddress(), "", "", "", "", log.externalId(), "{}", "", place, log.placeSource(), log.phones()));
        firstId = firstId == 0 ? id : firstId;
        lastId = id;
        Person person = new Person(id, start.cadenceId(), start.seriesId(), place.zone(), true, false);
        people.put(id, person);
        return person;
    }

    /// When all attempts are there: who settled which promise, and where the prospect stands.
    private void settle(Person person) {
        stores.promises().linkSettled(person.id());
        Prospect prospect = stores.prospects().find(person.id()).orElseThrow();
        if (!person.derived() || prospect.status() == Prospect.Status.DNC) {
            return;
        }
        Standing standing = Standing.fresh(stores.cadences().round(person.seriesId()));
        for (Past attempt : stores.attempts().past(person.id())) {
            standing = StandingRules.after(standing, attempt, cadences.computeIfAbsent(attempt.seriesId(), stores.cadences()::ofSeries),
                rounds.computeIfAbsent(attempt.seriesId(), stores.cadences()::next));
        }
        Standing logged = standing;
        Standing last = stores.promises().open(person.id()).map(open -> StandingRules.agreed(logged, open)).orElse(logged);
        stores.prospects().schedule(person.id(), last.status(), last.seriesId(), last.step(), last.due(), last.nextCallAt());
        // A number may have come since the call that found none.
        stores.prospects().callAgain(person.id());
    }
}
