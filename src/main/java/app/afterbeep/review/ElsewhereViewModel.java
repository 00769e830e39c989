package app.afterbeep.review;

import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenRules.Verdict;
import app.afterbeep.calls.LogService;
import app.afterbeep.calls.LogService.Elsewhere;
import app.afterbeep.calls.LogService.Person;
import app.afterbeep.calls.Outcome;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A call that was made or received elsewhere and is put into the log. On the FX thread.
public final class ElsewhereViewModel {
    private final LogService log;
    private final Background background;
    private final Clock clock;
    private final LogWriting writing;

    private final ReadOnlyObjectWrapper<@Nullable Person> person = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(new Preview("", "", "", false));
    private @Nullable Elsewhere entered;

    /// What the fields mean.
    ///
    /// @param does    what the outcome does when the rep wants it, or why it can't
    /// @param problem what to enter otherwise, or ""
    /// @param hint    what speaks against the time that was agreed without forbidding it, or ""
    /// @param can     something can follow
    record Preview(String does, String problem, String hint, boolean can) {}

    /// @param undo    takes the latest action back
    /// @param changed is told the id of a prospect that was changed
    public ElsewhereViewModel(LogService log, Background background, Notices notices, Clock clock, Runnable undo, LongConsumer changed) {
        this.log = log;
        this.background = background;
        this.clock = clock;
        this.writing = new LogWriting(background, notices, undo, changed);
    }

    /// Whom the call was with; null while nobody is chosen.
    ReadOnlyObjectProperty<@Nullable Person> person() {
        return person.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Preview> preview() {
        return preview.getReadOnlyProperty();
    }

    Instant now() {
        return clock.instant();
    }

    ZoneId here() {
        return clock.getZone();
    }

    /// The call was with this one; null for nobody yet.
    void choose(@Nullable Long prospectId) {
        if (prospectId == null) {
            person.set(null);
        } else {
            background.db(() -> log.person(prospectId), person::set);
        }
    }

    /// Works out what the fields mean.
    ///
    /// @param follows the outcome shall do what it does
    void enter(CallInput input, boolean inbound, boolean follows) {
        Person who = person.get();
        entered = null;
        if (who == null) {
            return;
        }
        Optional<Instant> at = input.at(here());
        String unfit = CallInput.problem(at, now());
        if (!unfit.isEmpty()) {
            preview.set(new Preview("", unfit, "", false));
        } else if (input.outcome() == Outcome.DO_NOT_CALL) {
            entered = new Elsewhere(input.outcome(), inbound, at.get(), input.note(), null, who.latest(at.get()));
            preview.set(new Preview("always: never again, all numbers and email", "", "", false));
        } else if (!who.latest(at.get())) {
            entered = new Elsewhere(input.outcome(), inbound, at.get(), input.note(), null, false);
            preview.set(new Preview("nothing, since there is a later call in the log", "", "", false));
        } else {
            Optional<Slot> agreed = input.agreed(who.outbound().prospect().place().zone(), now());
            boolean asks = input.agrees() && follows && !who.stays(input.outcome());
            Verdict verdict = input.verdict(who.bounds(), now());
            String problem = !asks ? "" : agreed.isEmpty() ? "Enter what was agreed, from now on." : verdict.forbids() ? verdict.problem() : "";
            entered = !problem.isEmpty() ? null : new Elsewhere(input.outcome(), inbound, at.get(), input.note(), agreed.orElse(null), follows);
            preview.set(new Preview(who.words(input.outcome(), inbound, at.get(), agreed.orElse(null), now()),
                problem, asks ? verdict.warning() : "", true));
        }
    }

    void log(Runnable done) {
        Person who = person.get();
        Elsewhere call = entered;
        if (who == null || call == null) {
            return;
        }
        writing.write(() -> log.add(who, call), () -> {
            person.set(null);
            done.run();
        });
    }
}
