package app.afterbeep.session;

import app.afterbeep.calls.Card;
import app.afterbeep.calls.Turn;
import app.afterbeep.prospects.NoteDraft;
import app.afterbeep.session.SessionViewModel.Asking;
import app.afterbeep.session.TalkViewModel.Talk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What had the screen before callers took it, the latest first: a caller may be interrupted by another one. On the FX thread.
final class Asides {
    private final Deque<Aside> all = new ArrayDeque<>();

    /// Put aside as it was: back it comes with its timer, its note and what was being asked or worded.
    record Aside(Turn turn, ScriptTimer timer, NoteDraft note, boolean worked, @Nullable Asking asking, @Nullable Talk talk,
                 @Nullable WordingDraft draft) {
        private boolean isFor(long prospectId) {
            return card().filter(card -> card.prospect().id() == prospectId).isPresent();
        }

        private Optional<Card> card() {
            return turn instanceof Turn.Prospect p ? Optional.of(p.card()) : Optional.empty();
        }
    }

    void put(Aside aside) {
        all.push(aside);
    }

    /// The latest, which is then no longer aside; null when there is none.
    @Nullable Aside take() {
        return all.poll();
    }

    void clear() {
        all.clear();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// The card that comes back first.
    Optional<Card> latest() {
        return Optional.ofNullable(all.peek()).flatMap(Aside::card);
    }

    Optional<NoteDraft> noteOf(long prospectId) {
        return all.stream().filter(aside -> aside.isFor(prospectId)).map(Aside::note).findFirst();
    }

    boolean othersThan(long prospectId) {
        return all.stream().anyMatch(aside -> !aside.isFor(prospectId));
    }

    /// What stood on this prospect's card is out of date.
    void forget(long prospectId) {
        all.removeIf(aside -> aside.isFor(prospectId));
    }

    /// The attempts whose conversations are put aside before anybody has said what comes next.
    Set<Long> talks() {
        Set<Long> attempts = new HashSet<>();
        all.stream().filter(aside -> aside.talk() != null).forEach(aside -> attempts.add(aside.talk().logged().attemptId()));
        return attempts;
    }

    /// These conversations are no longer in the log: the cards come back as they were before.
    void dropTalks(Set<Long> attempts) {
        List<Aside> kept = all.stream().map(aside -> aside.talk() == null || !attempts.contains(aside.talk().logged().attemptId()) ? aside
            : new Aside(aside.turn(), aside.timer(), aside.note(), aside.worked(), null, null, aside.draft())).toList();
        all.clear();
        all.addAll(kept);
    }
}
