package app.afterbeep.testkit;

import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.AttemptStore.Entry;
import app.afterbeep.calls.AttemptStore.Source;
import app.afterbeep.calls.Outcome;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.scripts.Script;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A rep's working days, the same at every run: attempts, promises that were kept, late and missed, calls received.
public final class Season {
    private static final int A_DAY = 46;
    private static final List<Outcome> UNREACHED = List.of(Outcome.LEFT_VOICEMAIL, Outcome.LEFT_VOICEMAIL, Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER,
        Outcome.NO_ANSWER, Outcome.GATEKEEPER, Outcome.BUSY);
    private static final List<Outcome> REACHED = List.of(Outcome.CONVERSATION, Outcome.CONVERSATION, Outcome.CONVERSATION, Outcome.MEETING_BOOKED,
        Outcome.CALLBACK_REQUESTED, Outcome.NOT_INTERESTED);

    private final Desk desk;
    private final Random random = new Random(20261122);
    private final List<Prospect> prospects = new ArrayList<>();

    public Season(Desk desk) {
        this.desk = desk;
        desk.prospects.each(prospects::add);
    }

    /// Works every working day from `from` to `to`.
    public void work(LocalDate from, LocalDate to) {
        desk.database.bulk(() -> {
            from.datesUntil(to.plusDays(1)).filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()).forEach(this::day);
            return true;
        });
    }

    private void day(LocalDate day) {
        ZonedDateTime time = day.atTime(9, 0).atZone(desk.clock.getZone());
        int calls = A_DAY - 14 + random.nextInt(29);
        for (int i = 0; i < calls; i++) {
            time = time.plusMinutes(6 + random.nextInt(7));
            desk.clock.set(time.toString());
            Prospect next = free();
            if (open(next)) {
                call(next);
            }
        }
    }

    /// Somebody without an open promise, if one is found soon.
    private Prospect free() {
        Prospect prospect = anybody();
        for (int tries = 0; tries < 60 && (desk.promises.open(prospect.id()).isPresent() || !open(prospect)); tries++) {
            prospect = anybody();
        }
        return prospect;
    }

    private boolean open(Prospect prospect) {
        return hourThere(prospect) >= 8 && hourThere(prospect) < 18;
    }

    private int hourThere(Prospect prospect) {
        return desk.clock.instant().atZone(prospect.place().zone()).getHour();
    }

    private Prospect anybody() {
        return desk.prospects.find(prospects.get(random.nextInt(prospects.size())).id()).orElseThrow();
    }

    private void call(Prospect any) {
        Instant now = desk.clock.instant();
        Prospect prospect = desk.database.sql().first("SELECT prospect_id FROM promise WHERE state = 'open' AND at <= ? AND at > ? ORDER BY at LIMIT 1",
            r -> r.longAt(1), now.plus(PromiseRules.KEPT_WITHIN), now.minus(Duration.ofMinutes(random.nextInt(3) == 0 ? 400 : 25)))
            .map(id -> desk.prospects.find(id).orElseThrow()).orElse(any);
        int hour = hourThere(prospect);
        boolean inbound = random.nextInt(90) == 0;
        boolean reached = inbound || random.nextInt(100) < (hour == 8 || hour == 16 ? 24 : hour == 12 ? 6 : 13) - (prospect.step() == 3 ? 5 : 0);
        Outcome drawn = (reached ? REACHED : UNREACHED).get(random.nextInt((reached ? REACHED : UNREACHED).size()));
        Outcome outcome = drawn == Outcome.LEFT_VOICEMAIL && prospect.step() == 3 ? Outcome.NO_ANSWER : drawn;
        Script script = outcome == Outcome.LEFT_VOICEMAIL ? desk.scripts.find(prospect.seriesId(), prospect.step(), Script.Channel.VOICEMAIL).orElse(null) : null;
        long attempt = desk.attempts.add(new Entry(prospect, outcome, now, inbound, Source.SESSION, "", script == null ? null : script.versionId(), null, null, null,
            script == null ? null : 16 + random.nextInt(12), null, null, ""));
        desk.promises.open(prospect.id()).ifPresent(promise -> desk.promises.settle(promise.id(), PromiseRules.settle(promise, now, reached), now, attempt));
        if (outcome == Outcome.LEFT_VOICEMAIL || outcome == Outcome.CALLBACK_REQUESTED) {
            promise(prospect, attempt, outcome == Outcome.LEFT_VOICEMAIL ? Promise.Kind.PROMISE : Promise.Kind.CALLBACK);
        }
        desk.prospects.schedule(prospect.id(), Prospect.Status.ACTIVE, prospect.seriesId(), reached ? 1 : prospect.step() % 5 + 1, Prospect.Due.STEP,
            null);
    }

    private void promise(Prospect prospect, long attempt, Promise.Kind kind) {
        ZoneId there = prospect.place().zone();
        LocalDate day = LocalDate.now(desk.clock).plusDays(1 + random.nextInt(4));
        while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            day = day.plusDays(1);
        }
        Instant at = day.atTime(9 + random.nextInt(4), 15 * random.nextInt(4)).atZone(there).toInstant();
        desk.promises.add(prospect.id(), attempt, kind, new Slot(at, there));
    }
}
