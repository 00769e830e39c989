package app.afterbeep.session;

import app.afterbeep.calls.Card;
import app.afterbeep.calls.Turn;
import app.afterbeep.prospects.NoteDraft;
import app.afterbeep.session.SessionViewModel.Asking;
import app.afterbeep.session.TalkViewModel.Talk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the rep has in front: whose turn it is, the timer, the note, what is being asked; and what callers have put aside, as it was.
/// Asks nobody and writes nothing. On the FX thread.
final class OnScreen {
    /// Nobody reads a new card faster: an outcome that comes sooner was meant for the card before (a double press).
    static final Duration READING = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Clock clock;
    private final Asides asides = new Asides();
    final ReadOnlyObjectWrapper<@Nullable Turn> turn = new ReadOnlyObjectWrapper<>();
    /// An outcome that needs a time, or null.
    final ReadOnlyObjectWrapper<@Nullable Asking> asking = new ReadOnlyObjectWrapper<>();
    /// A logged conversation whose next step the rep is choosing, or null.
    final ReadOnlyObjectWrapper<@Nullable Talk> talk = new ReadOnlyObjectWrapper<>();
    /// A message that is being worded for this person, or null.
    final ReadOnlyObjectWrapper<@Nullable WordingDraft> draft = new ReadOnlyObjectWrapper<>();
    /// Something is being written.
    final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private ScriptTimer timer = new ScriptTimer();
    private NoteDraft note = new NoteDraft("");
    private boolean worked;
    private Instant shownAt = Instant.EPOCH;
    /// Since when something is being written; null when nothing is, or when the rep knows.
    private @Nullable Instant busySince;

    OnScreen(Clock clock) {
        this.clock = clock;
        busy.subscribe(writing -> busySince = writing ? clock.instant() : null);
    }

    /// Whether something has been written for so long that the rep wonders. Once for each time.
    boolean writesLong() {
        boolean wonders = busySince != null && !clock.instant().isBefore(busySince.plus(PATIENCE));
        if (wonders) {
            busySince = null;
        }
        return wonders;
    }

    Optional<Card> card() {
        return turn.get() instanceof Turn.Prospect p ? Optional.of(p.card()) : Optional.empty();
    }

    ScriptTimer timer() {
        return timer;
    }

    NoteDraft note() {
        return note;
    }

    /// A call of this card is under way: dialed or spoken.
    boolean worked() {
        return worked;
    }

    void work() {
        worked = true;
    }

    /// A call that no other prospect may take away: dialed, spoken, or answered and just being entered.
    boolean underWay() {
        return worked || asking.get() != null || worded();
    }

    boolean talking() {
        return talk.get() != null;
    }

    /// Nothing is being written or asked that a change of the card would take away.
    boolean quiet() {
        return !busy.get() && asking.get() == null && draft.get() == null && !talking();
    }

    /// Something was typed into a message that is not kept yet.
    boolean worded() {
        WordingDraft typed = draft.get();
        return typed != null && !typed.text().equals(typed.message().script().body());
    }

    /// The rep has seen this card: nothing is being written, and it has been there long enough to be read.
    boolean ready() {
        return !busy.get() && !talking() && read();
    }

    /// Long enough on the screen to be read; also after the clock was set back.
    boolean read() {
        return Duration.between(shownAt, clock.instant()).abs().compareTo(READING) >= 0;
    }

    /// From now on the rep reads what is there.
    void appear() {
        shownAt = clock.instant();
    }

    void stopAsking() {
        if (asking.get() != null) {
            // Back on a card that was read before.
            shownAt = Instant.EPOCH;
        }
        asking.set(null);
    }

    /// Shows a turn. Of the same prospect as before, the note that is being typed and what is chosen to be said stay.
    void show(Turn next) {
        boolean same = isFor(next);
        if (!same) {
            timer.reset();
            worked = false;
            note = new NoteDraft(stored(next));
        } else {
            note.reread(stored(next));
        }
        asking.set(null);
        talk.set(null);
        draft.set(null);
        busy.set(false);
        turn.set(same ? keepingChoice(next) : next);
    }

    /// The message that the rep has chosen, and a line that is switched off, stay so while the prospect has the turn.
    private Turn keepingChoice(Turn next) {
        return next instanceof Turn.Prospect(Card card, String after) && card().isPresent()
            ? new Turn.Prospect(card.choosingLike(card().orElseThrow()), after) : next;
    }

    /// Whether the prospect on the screen would keep it.
    boolean isFor(Turn next) {
        return next instanceof Turn.Prospect p && card().filter(card -> card.prospect().id() == p.card().prospect().id()).isPresent();
    }

    private static String stored(Turn turn) {
        return turn instanceof Turn.Prospect p ? p.card().prospect().note() : "";
    }

    /// Another state of the card that has the screen; ignored when another prospect has it by now.
    void showCard(Card card) {
        if (turn.get() instanceof Turn.Prospect(Card shown, String after) && shown.prospect().id() == card.prospect().id()) {
            turn.set(new Turn.Prospect(card, after));
        }
    }

    /// Who comes after, in other words.
    void showAfter(Card card, String words) {
        if (turn.get() instanceof Turn.Prospect(Card shown, String before) && shown.prospect().id() == card.prospect().id() && !words.equals(before)) {
            turn.set(new Turn.Prospect(shown, words));
        }
    }

    /// A caller takes the screen; what was there is put aside, the same caller's card is only drawn again.
    void take(Turn caller, long prospectId) {
        boolean again = !talking() && card().filter(card -> card.inbound() && card.prospect().id() == prospectId).isPresent();
        if (turn.get() != null && !again) {
            timer.stop(clock.instant());
            asides.put(new Asides.Aside(turn.get(), timer, note, worked, asking.get(), talk.get(), draft.get()));
        }
        timer = new ScriptTimer();
        worked = false;
        appear();
        // The same person: what is typed now is typed into the same note.
        note = again ? note : asides.noteOf(prospectId).orElseGet(() -> new NoteDraft(stored(caller)));
        asking.set(null);
        talk.set(null);
        draft.set(null);
        busy.set(false);
        turn.set(caller);
    }

    /// Who comes back first, or "" when nobody is aside.
    String before() {
        return asides.latest().map(card -> card.prospect().name()).orElse("");
    }

    boolean nobodyAside() {
        return asides.isEmpty();
    }

    void forgetAsides() {
        asides.clear();
    }

    /// After this caller the one from before is shown again; not when that is the caller, whose card is out of date then.
    boolean returnsAfter(Card card) {
        return card.inbound() && asides.othersThan(card.prospect().id());
    }

    /// What stood on this prospect's card is out of date.
    void forgetAside(long prospectId) {
        asides.forget(prospectId);
    }

    /// Brings back what was put aside last, exactly as it was; false when that was no prospect.
    boolean restore() {
        Asides.Aside was = asides.take();
        if (was == null || !(was.turn() instanceof Turn.Prospect)) {
            return false;
        }
        timer = was.timer();
        note = was.note();
        worked = was.worked();
        appear();
        busy.set(false);
        // Nothing of the caller's may be drawn over this one.
        asking.set(null);
        talk.set(null);
        draft.set(null);
        turn.set(was.turn());
        asking.set(was.asking());
        talk.set(was.talk());
        draft.set(was.draft());
        return true;
    }

    /// The attempts whose conversations wait for what comes next, here or aside.
    Set<Long> talks() {
        Set<Long> attempts = new HashSet<>(asides.talks());
        Optional.ofNullable(talk.get()).ifPresent(talked -> attempts.add(talked.logged().attemptId()));
        return attempts;
    }

    /// These conversations were undone: nobody is asked any more what comes next.
    ///
    /// @return the one that was being asked about, or null
    @Nullable Talk dropTalks(Set<Long> attempts) {
        asides.dropTalks(attempts);
        Talk talked = talk.get();
        if (talked == null || !attempts.contains(talked.logged().attemptId())) {
            return null;
        }
        talk.set(null);
        return talked;
    }
}
