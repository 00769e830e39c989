package app.afterbeep.calls;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.CadenceRules;
import app.afterbeep.cadence.Slot;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Touch;
import app.afterbeep.scripts.MergeField;
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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything about the prospect whose turn it is: what the session screen shows and what a click will do. Immutable; what
/// depends on the slot, the number or the minute is derived anew by the `with` methods, so that words and deeds agree.
///
/// @param attempts  how many attempts there were when the card was drawn
/// @param why       why this person now, in words
/// @param lane      the queue it came from, or null when the rep chose the prospect
/// @param words     what can be said and written, and what was chosen of it
/// @param values    merge values except those of the slot
/// @param slots     where the next call could be, the best first
/// @param rapport   what was between the two so far
public record Card(Prospect prospect, int attempts, String why, boolean promised, @Nullable Integer lane, Cadence cadence, Words words,
                   Map<String, String> values, List<Slot> slots, int chosen, Pace pace, List<Touch> touches, OutcomeRules.Situation situation, Rapport rapport) {

    private static final Set<String> OWN = Set.of(MergeField.MY_NAME.field(), MergeField.MY_COMPANY.field(), MergeField.MY_PHONE.field());

    /// The number of this attempt; null when none is usable.
    public @Nullable Phone dialed() {
        return situation.dialed();
    }

    /// The slot on the next working day.
    public Slot tomorrow() {
        return situation.tomorrow();
    }

    /// The message that is left; empty for a call without one.
    public Optional<Script> voicemail() {
        return words.message().map(Message::script);
    }

    /// The email that goes with the message.
    public Optional<Script> email() {
        return words.message().flatMap(Message::email);
    }

    /// The slot that the message promises.
    public Slot slot() {
        return slots.get(chosen);
    }

    /// The message, or on a step without one what to say if somebody answers; with all fields filled.
    public MergeText message() {
        return said(voicemail().or(words::guide).map(Script::body).orElse(""));
    }

    /// How `body` would be spoken in this attempt.
    public MergeText said(String body) {
        return MergeText.of(owning(body), allValues());
    }

    /// `body` with the line for the missed promise, should that be said.
    public String owning(String body) {
        return words.owned().map(line -> OpeningRules.spoken(body, line.body())).orElse(body);
    }

    /// How long the message takes at the rep's pace.
    public int seconds() {
        return pace.seconds(message().text());
    }

    /// What keeps the message from being spoken as it is: a sentence that says what to do; empty when nothing does. Their own name, company and
    /// number the rep knows without reading them.
    public Optional<String> unspeakable() {
        List<String> missing = voicemail().isEmpty() ? List.of() : message().missing().stream().filter(field -> !OWN.contains(field)).toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of("This message has no value for " + String.join(", ", missing).replace('_', ' ')
            + ". Press E to word it for this person, or 2 if you left none.");
    }

    /// The email that goes with the message, its fields unfilled.
    public String emailBody(Script text) {
        return words.owned().map(line -> OpeningRules.written(text.body(), line.body())).orElse(text.body());
    }

    /// With the times of the slot, as they are spoken at the prospect's place.
    public Map<String, String> allValues() {
        return valuesWith(slot());
    }

    /// With the times of the next call, or with null without any.
    Map<String, String> valuesWith(@Nullable Slot next) {
        Map<String, String> all = new HashMap<>(values);
        if (next != null) {
            all.put("callback_day", Times.spokenDay(next.there(), situation.now().atZone(next.zone()).toLocalDate()));
            all.put("callback_time", Times.spokenTime(next.there()) + (prospect.place().zones().size() > 1 ? " " + Times.zone(next.zone()) : ""));
        }
        return all;
    }

    /// The prospect has called: there is no message to speak.
    public boolean inbound() {
        return situation.inbound();
    }

    /// The outcome whose turn it most likely is.
    public Outcome likely() {
        Outcome advised = advice().outcome();
        return inbound() ? Outcome.CONVERSATION : advised != null ? advised : voicemail().isPresent() ? Outcome.LEFT_VOICEMAIL : Outcome.NO_ANSWER;
    }

    /// What is best done next, by how the person can be reached.
    public ReachRules.Advice advice() {
        return inbound() || !situation.inCadence() ? ReachRules.Advice.NONE
            : ReachRules.advice(rapport.reach(), new ReachRules.Next(voicemail().isPresent(), cadence.isLast(prospect.step()),
                situation.promise() != null, rapport.silent()));
    }

    /// What an outcome would take from the prospect, in words; "" when nothing.
    public String warning(Outcome outcome) {
        return inbound() ? "" : BalanceRules.warning(outcome, rapport.silent(), rapport.heard(), voicemail().map(Script::body).orElse(""));
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
        return with(words, slots, (chosen + 1) % slots.size(), dialed(), situation.now());
    }

    public Card withDialed(Phone phone) {
        return with(words, slots, chosen, phone, situation.now());
    }

    /// As it looks at `now`.
    public Card at(Instant now) {
        return with(words, slots, chosen, dialed(), now);
    }

    /// With the next of the messages that could be left.
    public Card withOther() {
        return saying(words.other());
    }

    /// With the message that takes the least time.
    public Card withShortest() {
        return ChoiceRules.shortest(this).map(index -> saying(words.choosing(index))).orElse(this);
    }

    /// With the line that owns the missed promise, or without.
    public Card withOwning(boolean yes) {
        return saying(words.owning(yes));
    }

    /// With what the rep has chosen on an earlier drawing of the same prospect's card.
    public Card choosingLike(Card before) {
        return saying(words.like(before.words));
    }

    /// With other words; what follows from it is derived anew.
    private Card saying(Words changed) {
        return with(changed, slots, chosen, dialed(), situation.now());
    }

    /// With what the rep did to an earlier drawing of the same prospect's card: the number that was dialed and, if it can still be had, the time.
    Card like(Card before, boolean sameSlot) {
        Phone then = before.dialed();
        Phone phone = then == null ? null : prospect.phones().stream().filter(p -> p.usable() && p.e164().equals(then.e164())).findFirst().orElse(null);
        Slot kept = new Slot(before.slot().at(), prospect.place().zone());
        List<Slot> all = !sameSlot || slots.contains(kept) ? slots : Stream.concat(Stream.of(kept), slots.stream()).toList();
        return with(words, all, sameSlot ? all.indexOf(kept) : chosen, phone == null ? dialed() : phone, situation.now());
    }

    /// As if nothing were agreed with the prospect.
    Card withoutPromise() {
        return new Card(prospect, attempts, why, promised, lane, cadence, words, values, slots, chosen, pace, touches, situation.withoutPromise(), rapport);
    }

    private Card with(Words said, List<Slot> all, int slot, @Nullable Phone phone, Instant now) {
        return new Card(prospect, attempts, why, promised, lane, cadence, said, values, all, slot, pace, touches,
            situation.with(all.get(slot), phone, now, said.message().map(Message::mail).orElse(null)), rapport);
    }
}
