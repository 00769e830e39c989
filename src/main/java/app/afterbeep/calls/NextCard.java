package app.afterbeep.calls;

import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.cadence.Slot;
import app.afterbeep.prospects.Phone;
import app.afterbeep.scripts.Pace;
import app.afterbeep.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The card of whoever comes after the prospect on the screen, drawn while the rep talks, so that a click waits for its own transaction only.
/// It is handed out as long as it is true: nothing but this one click was written since, by nobody, none of its times was promised to somebody
/// else by the click, and the day there is still the same. On the database thread.
final class NextCard {
    /// The best time of day for the next call follows from the time of day now.
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration JUST_NOW = Duration.ofSeconds(10);

    private final QueueStore queue;
    private final PromiseStore promises;
    private final Supplier<Pace> pace;
    private final Clock clock;
    private final Supplier<Settings> settings;
    private @Nullable Drawn drawn;

    NextCard(QueueStore queue, PromiseStore promises, Supplier<Pace> pace, Clock clock, Supplier<Settings> settings) {
        this.queue = queue;
        this.promises = promises;
        this.pace = pace;
        this.clock = clock;
        this.settings = settings;
    }

    /// @param written the state of the file that the card agrees with
    private record Drawn(Card card, QueueStore.Written written, Settings settings, ZoneId here) {}

    /// Draws the card with `draw`, unless that was just done.
    void prepare(long prospectId, @Nullable Integer lane, Supplier<Card> draw) {
        boolean just = drawn != null && Duration.between(drawn.card().situation().now(), clock.instant()).abs().compareTo(JUST_NOW) < 0;
        if (!just || of(prospectId, lane).isEmpty()) {
            Settings now = settings.get();
            drawn = new Drawn(draw.get(), queue.written(), now, clock.getZone());
        }
    }

    /// Runs a click on another prospect. What it writes does not touch the card that is drawn, but for two cases, in which it is drawn anew: whom it
    /// puts on the do-not-call list may share an address, and a number that others have may have been called often enough today.
    <T> T during(long prospectId, boolean suppresses, Supplier<T> click) {
        Drawn before = drawn;
        boolean holds = before != null && !suppresses && before.card().prospect().phones().stream().noneMatch(Phone::shared)
            && before.card().prospect().id() != prospectId && before.written().equals(queue.written());
        drawn = null;
        T result = click.get();
        if (before != null && holds) {
            drawn = new Drawn(before.card(), queue.written(), before.settings(), before.here());
        }
        return result;
    }

    /// The card of this prospect as it is at this moment, if it still holds.
    Optional<Card> of(long prospectId, @Nullable Integer lane) {
        Drawn now = drawn;
        return now != null && now.card().prospect().id() == prospectId && Objects.equals(now.card().lane(), lane) && holds(now)
            ? Optional.of(now.card().at(clock.instant())) : Optional.empty();
    }

    private boolean holds(Drawn card) {
        return card.settings() == settings.get() && card.here().equals(clock.getZone()) && sameDay(card.card()) && card.written().equals(queue.written())
            && free(card.card()) && card.card().pace().equals(pace.get());
    }

    private boolean sameDay(Card card) {
        Instant then = card.situation().now();
        Instant now = clock.instant();
        return Duration.between(then, now).abs().compareTo(FRESH) < 0
            && Stream.concat(Stream.of(clock.getZone()), card.prospect().place().zones().stream())
                .allMatch(zone -> then.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate()));
    }

    /// None of the times that the card offers was promised to somebody else by the click.
    private boolean free(Card card) {
        List<Instant> offered = Stream.concat(card.slots().stream(), Stream.of(card.tomorrow())).map(Slot::at).toList();
        NavigableSet<Instant> taken = promises.taken(card.prospect().id(), Collections.min(offered).minus(PromiseRules.KEPT_WITHIN),
            Collections.max(offered).plus(PromiseRules.KEPT_WITHIN));
        return offered.stream().allMatch(at -> PromiseRules.free(taken, at));
    }
}
