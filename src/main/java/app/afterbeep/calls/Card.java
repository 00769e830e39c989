package app.afterbeep.calls;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.CadenceRules;
import app.afterbeep.cadence.Slot;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Touch;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.OpeningRules;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script;
import app.afterbeep.ui.Times;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything about the prospect whose turn it is: what the session screen shows and what a click will do. Immutable; what
/// depends on the slot, the number or the minute is derived anew by the `with` methods, so that words and deeds agree.
///
/// @param attempts  how many attempts there were when the card was drawn
/// @param why       why this person now, in words
/// @param lane      the queue it came from, or null when the rep chose the prospect
/// @param voicemail the message of this step, or empty when the step has none or it was heard before
/// @param values    merge values except those of the slot
/// @param slots     where the next call could be, the best first
/// @param dialed    the number of this attempt, or null when none is usable
/// @param opening   the line that owns the promise that was missed; empty when none was
/// @param owns      the message and its email say that line
/// @param rapport   what was between the two so far
public record Card(Prospect prospect, int attempts, String why, boolean promised, @Nullable Integer lane, Cadence cadence,
                   Optional<Script> voicemail, Optional<Script> guide, Optional<Script> email, boolean heardAll,
                   Map<String, String> values, List<Slot> slots, int chosen, Slot tomorrow, Pace pace, List<Touch> touches,
                   @Nullable Phone dialed, OutcomeRules.Situation situation, Optional<Script> opening, boolean owns, Rapport rapport) {

    /// The slot that the message promises.
    public Slot slot() {
        return slots.get(chosen);
    }

    /// The message, or on a step without one what to say if somebody answers; with all fields filled.
    public MergeText message() {
        String body = voicemail.or(() -> guide).map(Script::body).orElse("");
        return MergeText.of(owned().map(line -> OpeningRules.spoken(body, line.body())).orElse(body), allValues());
    }

    /// The line that is spoken for the missed promise; empty when there is none or the rep leaves it out.
    public Optional<Script> owned() {
        return opening.filter(line -> owns);
    }

    /// The email that goes with the message, its fields unfilled.
    public String emailBody(Script text) {
        return owned().map(line -> OpeningRules.written(text.body(), line.body())).orElse(text.body());
    }

    /// With the times of the slot, as they are spoken at the prospect's place.
    public Map<String, String> allValues() {
        Map<String, String> all = new HashMap<>(values);
        all.put("callback_day", Times.spokenDay(slot().there(), situation.now().atZone(slot().zone()).toLocalDate()));
        all.put("callback_time", Times.spokenTime(slot().there())
            + (prospect.place().zones().size() > 1 ? " " + Times.zone(slot().zone()) : ""));
        return all;
    }

    /// The prospect has called: there is no message to speak.
    public boolean inbound() {
        return situation.inbound();
    }

    /// The outcome whose turn it most likely is.
    public Outcome likely() {
        Outcome advised = advice().outcome();
        return inbound() ? Outcome.CONVERSATION : advised != null ? advised : voicemail.isPresent() ? Outcome.LEFT_VOICEMAIL : Outcome.NO_ANSWER;
    }

    /// What is best done next, by how the person can be reached.
    public ReachRules.Advice advice() {
        return inbound() || !situation.inCadence() ? ReachRules.Advice.NONE
            : ReachRules.advice(rapport.reach(), new ReachRules.Next(voicemail.isPresent(), cadence.isLast(prospect.step()),
                situation.promise() != null, rapport.silent()));
    }

    /// What an outcome would take from the prospect, in words; "" when nothing.
    public String warning(Outcome outcome) {
        return inbound() ? "" : BalanceRules.warning(outcome, rapport.silent(), rapport.heard(), voicemail.map(Script::body).orElse(""));
    }

    /// What not calling now would do to the promise, in words; "" when nothing.
    public String promiseWarning() {
        return inbound() ? "" : BalanceRules.warning(situation.promise(), situation.now());
    }

    /// What Skip would do to the promise that is due, in words; "" when nothing.
    public String skipWarning() {
        Instant now = situation.now();
        boolean due = !promiseWarning().isEmpty() && prospect.nextCallAt() != null && !prospect.nextCallAt().isAfter(now.plus(QueueService.PROMISE_LEAD));
        return !due ? "" : CadenceRules.skipUntil(now, prospect.place().zones(), rapport.legal()).isEmpty() ? "the promise is missed" : "the promise is late";
    }

    public FollowUp follow(Outcome outcome, @Nullable Slot chosenTime) {
        return OutcomeRules.follow(outcome, situation, chosenTime);
    }

    public String consequence(Outcome outcome) {
        String words = OutcomeRules.words(outcome, situation);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// With the promise moved to the next of the slots.
    public Card withNextSlot() {
        int next = (chosen + 1) % slots.size();
        return with(next, dialed, situation.now());
    }

    public Card withDialed(Phone phone) {
        return with(chosen, phone, situation.now());
    }

    /// With what the rep did to an earlier drawing of the same prospect's card: the number that was dialed and, if it can still be had, the time.
    Card like(Card before, boolean sameSlot) {
        Phone phone = before.dialed() == null ? null
            : prospect.phones().stream().filter(p -> p.usable() && p.e164().equals(before.dialed().e164())).findFirst().orElse(null);
        Slot kept = new Slot(before.slot().at(), prospect.place().zone());
        if (!sameSlot) {
            return with(chosen, phone == null ? dialed : phone, situation.now());
        }
        List<Slot> all = slots.contains(kept) ? slots : Stream.concat(Stream.of(kept), slots.stream()).toList();
        Card withKept = new Card(prospect, attempts, why, promised, lane, cadence, voicemail, guide, email, heardAll, values, all, 0, tomorrow, pace,
            touches, dialed, situation, opening, owns, rapport);
        return withKept.with(all.indexOf(kept), phone == null ? dialed : phone, situation.now());
    }

    /// As if nothing were agreed with the prospect.
    Card withoutPromise() {
        OutcomeRules.Situation s = situation;
        return new Card(prospect, attempts, why, promised, lane, cadence, voicemail, guide, email, heardAll, values, slots, chosen, tomorrow,
            pace, touches, dialed, new OutcomeRules.Situation(s.prospect(), s.cadence(), s.dialed(), s.now(), s.hours(), s.slot(), tomorrow,
                s.hasMessage(), null, s.hasEmail(), s.emailLacks(), s.nextRound(), s.recycle(), s.undoSeconds(), s.inbound()), opening, owns, rapport);
    }

    /// As it looks at `now`.
    public Card at(Instant now) {
        return with(chosen, dialed, now);
    }

    /// With the line that owns the missed promise, or without.
    public Card owning(boolean yes) {
        return new Card(prospect, attempts, why, promised, lane, cadence, voicemail, guide, email, heardAll, values, slots, chosen, tomorrow,
            pace, touches, dialed, situation, opening, yes, rapport);
    }

    private Card with(int slot, @Nullable Phone phone, Instant now) {
        OutcomeRules.Situation s = situation;
        return new Card(prospect, attempts, why, promised, lane, cadence, voicemail, guide, email, heardAll, values, slots, slot, tomorrow,
            pace, touches, phone, new OutcomeRules.Situation(s.prospect(), s.cadence(), phone, now, s.hours(), slots.get(slot), tomorrow,
                s.hasMessage(), s.promise(), s.hasEmail(), s.emailLacks(), s.nextRound(), s.recycle(), s.undoSeconds(), s.inbound()), opening, owns, rapport);
    }
}
