package app.afterbeep.calls;

import app.afterbeep.ui.Lines;
import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.db.Database;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.PersonEdits.Likely;
import app.afterbeep.prospects.PersonEdits.Line;
import app.afterbeep.prospects.PersonEdits.Merge;
import app.afterbeep.prospects.PersonEdits.Text;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Prospect.Due;
import app.afterbeep.prospects.Prospect.Status;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.ui.AppException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// Makes two prospects one: the numbers of both, of each text the one that is chosen, one history. The attempts stay what they are and whose they
/// were; whoever reads the history of the one who is kept reads both. On the database thread.
public final class MergeService {
    private static final int LIKELY = 8;
    private static final Set<Text> ADDRESS = EnumSet.of(Text.CITY, Text.STATE, Text.ZIP, Text.COUNTRY);

    private final Database database;
    private final ProspectStore prospects;
    private final PromiseStore promises;
    private final EmailStore emails;
    private final MergeStore store;
    private final Clock clock;

    public MergeService(Database database, ProspectStore prospects, PromiseStore promises, EmailStore emails, Clock clock) {
        this.database = database;
        this.prospects = prospects;
        this.promises = promises;
        this.emails = emails;
        this.store = new MergeStore(database.sql());
        this.clock = clock;
    }

    List<Likely> likely(Prospect prospect) {
        return store.likely(prospect, LIKELY);
    }

    Optional<Merge> look(long stays, long goes) {
        if (stays == goes || prospects.survivor(stays) != stays || prospects.survivor(goes) != goes) {
            return Optional.empty();
        }
        return prospects.find(stays).flatMap(a -> prospects.find(goes).map(b -> new Merge(a, b, lines(a, b), consequences(a, b))));
    }

    private static List<Line> lines(Prospect a, Prospect b) {
        List<Line> lines = new ArrayList<>();
        // An address is one thing: state and postal code of two people would be none at all.
        boolean place = ADDRESS.stream().allMatch(text -> text.of(a).isEmpty());
        for (Text text : Text.values()) {
            if (!ADDRESS.contains(text)) {
                add(lines, text.label(), text.of(a), text.of(b));
            } else if (!text.of(a).equals(text.of(b))) {
                lines.add(new Line(text.label(), text.of(a), text.of(b), place));
            }
        }
        TreeSet<String> names = new TreeSet<>(a.fields().keySet());
        names.addAll(b.fields().keySet());
        names.forEach(name -> add(lines, name, a.fields().getOrDefault(name, ""), b.fields().getOrDefault(name, "")));
        return lines;
    }

    /// The fuller one is kept.
    private static void add(List<Line> lines, String what, String mine, String others) {
        if (!mine.equals(others)) {
            lines.add(new Line(what, mine, others, others.length() > mine.length() && (mine.isEmpty() || others.toLowerCase(Locale.ROOT)
                .contains(mine.toLowerCase(Locale.ROOT)))));
        }
    }

    private List<String> consequences(Prospect a, Prospect b) {
        List<String> said = new ArrayList<>();
        said.add("One history: calls and emails of both. " + (takesOver(a, b)
            ? a.name() + " stays in “" + a.listName() + "” and goes on in the series and at the step of the other one."
            : "The list, series and step of " + a.name() + " in “" + a.listName() + "” stay."));
        long more = b.phones().stream().filter(phone -> !has(a, phone)).count();
        if (more > 0) {
            said.add(more == 1 ? "1 number is added." : more + " numbers are added.");
        }
        Instant now = clock.instant();
        List<Promise> all = open(a, b);
        for (Promise promise : all) {
            boolean ends = givesWay(promise, all, now);
            if (ends || promise.prospectId() == b.id()) {
                said.add(WhyRules.said(promise, (promise.prospectId() == a.id() ? a : b).place().zone(), now) + (!ends ? ": that stays."
                    : ": " + PromiseRules.released(promise, now) + ", as one call is agreed with one person."));
            }
        }
        long waiting = emails.waiting(b.id());
        if (waiting > 0) {
            said.add(waiting == 1 ? "1 email that waits goes to the address that is kept, or is withdrawn." : waiting
                + " emails that wait go to the address that is kept, or are withdrawn.");
        }
        if (b.status() == Status.DNC || a.status() == Status.DNC) {
            said.add("One of them asked not to be called: that holds for both.");
        }
        return said;
    }

    private static boolean has(Prospect p, Phone phone) {
        return p.phones().stream().anyMatch(own -> own.e164().equals(phone.e164()) && own.extension().equals(phone.extension()));
    }

    /// @param place puts somebody where their texts say
    String carryOut(Merge merge, LongConsumer place) throws AppException {
        Merge now = look(merge.stays().id(), merge.goes().id())
            .orElseThrow(() -> new AppException("One of them was merged already. Nothing was changed.", null));
        Prospect stays = now.stays();
        Prospect goes = now.goes();
        return database.action("Merge – " + Lines.piece(stays.name()) + " and " + Lines.piece(goes.name()), null, () -> {
            for (Line line : merge.lines()) {
                if (line.other()) {
                    take(stays, line);
                }
            }
            for (Phone phone : goes.phones()) {
                if (has(stays, phone)) {
                    prospects.phones().remove(phone.id());
                } else {
                    store.moveNumber(phone.id(), stays.id());
                }
            }
            mergeNotes(stays, goes);
            if (merge.lines().stream().anyMatch(line -> line.other() && ADDRESS.stream().anyMatch(text -> text.label().equals(line.what())))) {
                place.accept(stays.id());
            }
            Prospect kept = prospects.find(stays.id()).orElseThrow();
            agree(kept, goes);
            emails.handOver(goes.id(), stays.id(), kept.email());
            store.moveSkips(stays.id(), goes.id());
            store.mergeInto(stays.id(), goes.id());
            if (stays.status() == Status.DNC || goes.status() == Status.DNC) {
                prospects.dnc().suppress(prospects.find(stays.id()).orElseThrow(), "rep");
                emails.withdrawWaiting(stays.id());
            }
            prospects.refresh(stays.id());
            prospects.indexStale();
            return kept.name() + " and " + goes.name() + " are one now";
        });
    }

    private void take(Prospect stays, Line line) {
        for (Text text : Text.values()) {
            if (text.label().equals(line.what())) {
                prospects.saveText(stays.id(), text.name().toLowerCase(Locale.ROOT), line.others());
                return;
            }
        }
        prospects.saveField(stays.id(), line.what(), line.others());
    }

    private void mergeNotes(Prospect stays, Prospect goes) {
        if (!goes.note().isBlank() && !stays.note().contains(goes.note().strip())) {
            String both = (stays.note().strip() + "\n" + goes.note().strip()).strip();
            database.keepNote(stays.id(), both);
            prospects.saveNote(stays.id(), both);
        }
    }

    /// Who was not called yet goes on where the other one is, in their series and at their step: nobody hears a message twice.
    private static boolean takesOver(Prospect stays, Prospect goes) {
        return stays.status() == Status.ACTIVE && stays.due() == Due.FRESH && goes.due() != Due.FRESH && goes.status() != Status.DNC;
    }

    /// Nobody is called twice on one day: of two who were called the later of both calls is the next.
    private void goOn(Prospect stays, Prospect goes, boolean agreed) {
        if (agreed || goes.due() == Due.FRESH || goes.status() == Status.DNC) {
            return;
        }
        if (takesOver(stays, goes)) {
            prospects.schedule(stays.id(), goes.status(), goes.seriesId(), goes.step(), goes.due(), goes.nextCallAt());
        } else if (stays.nextCallAt() != null && goes.nextCallAt() != null && goes.nextCallAt().isAfter(stays.nextCallAt())) {
            prospects.reschedule(stays.id(), goes.nextCallAt());
        }
    }

    /// What is agreed with either of them.
    private List<Promise> open(Prospect stays, Prospect goes) {
        return Stream.concat(promises.allOpen(stays.id()).stream(), promises.allOpen(goes.id()).stream()).toList();
    }

    /// Meetings stay, all of them. One call is agreed with one person: the first that can still be kept, so that nobody waits for it in vain.
    private static boolean givesWay(Promise promise, List<Promise> all, Instant now) {
        return promise.kind() != Promise.Kind.MEETING && !all.stream().filter(other -> other.kind() != Promise.Kind.MEETING)
            .min(Comparator.comparing((Promise other) -> other.seen(now) == Promise.State.MISSED).thenComparing(Promise::at))
            .filter(promise::equals).isPresent();
    }

    /// What was agreed with the other one is agreed with the one who stays.
    private void agree(Prospect stays, Prospect goes) {
        List<Promise> all = open(stays, goes);
        if (all.stream().noneMatch(promise -> promise.prospectId() == goes.id())) {
            goOn(stays, goes, !all.isEmpty());
            return;
        }
        Instant now = clock.instant();
        Prospect next = goes;
        for (Promise promise : all) {
            store.movePromise(promise.id(), stays.id());
            if (givesWay(promise, all, now)) {
                promises.settle(promise.id(), PromiseRules.released(promise, now), now, null);
            } else if (promise.kind() != Promise.Kind.MEETING && promise.prospectId() == stays.id()) {
                next = stays;
            }
        }
        boolean meets = all.stream().anyMatch(promise -> promise.kind() == Promise.Kind.MEETING);
        boolean inCadence = next.status() == Status.ACTIVE || next.status() == Status.RESTING;
        Prospect where = takesOver(stays, goes) ? goes : stays;
        prospects.schedule(stays.id(), meets && inCadence ? Status.TALKING : next.status(), where.seriesId(), where.step(), next.due(), next.nextCallAt());
    }
}
