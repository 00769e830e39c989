package app.afterbeep.review;

import app.afterbeep.cadence.WhenRules.Verdict;
import app.afterbeep.calls.CorrectionRules;
import app.afterbeep.calls.CorrectionRules.Case;
import app.afterbeep.calls.CorrectionRules.Change;
import app.afterbeep.calls.CorrectionRules.Correction;
import app.afterbeep.calls.LogService;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A call of the log that is being corrected: what it would say, and what that does, before it is done. On the FX thread.
public final class CorrectViewModel {
    private final LogService log;
    private final Background background;
    private final Notices notices;
    private final Clock clock;
    private final LogWriting writing;

    private final ReadOnlyObjectWrapper<@Nullable Case> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();

    /// What the fields mean.
    ///
    /// @param correction null while they can't be read
    /// @param problem    what to enter otherwise, or ""
    /// @param missing    what is still to be entered before anything can follow, or ""
    /// @param hint       what speaks against the time that was agreed without forbidding it, or ""
    record Preview(@Nullable Correction correction, String problem, String missing, String hint) {}

    /// @param undo    takes the latest action back
    /// @param changed is told the id of a prospect that was changed
    public CorrectViewModel(LogService log, Background background, Notices notices, Clock clock, Runnable undo, LongConsumer changed) {
        this.log = log;
        this.background = background;
        this.notices = notices;
        this.clock = clock;
        this.writing = new LogWriting(background, notices, undo, changed);
    }

    /// The call that is being corrected, or null.
    ReadOnlyObjectProperty<@Nullable Case> opened() {
        return opened.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Preview> preview() {
        return preview.getReadOnlyProperty();
    }

    Instant now() {
        return clock.instant();
    }

    ZoneId here() {
        return clock.getZone();
    }

    /// Reads the call with all that a correction depends on.
    void open(long attemptId) {
        background.db(() -> log.open(attemptId), read -> read.ifPresentOrElse(opened::set,
            () -> notices.show(Notice.problem("This call was undone. There is nothing to correct."))));
    }

    void close() {
        opened.set(null);
        preview.set(null);
    }

    /// Works out what the fields mean.
    void enter(CallInput input) {
        Case c = opened.get();
        if (c == null) {
            return;
        }
        Optional<Instant> typed = at(input, c);
        String problem = CallInput.problem(typed, now());
        if (!problem.isEmpty()) {
            preview.set(new Preview(null, problem, "", ""));
        } else {
            var agreed = input.agreed(c.before().prospect().place().zone(), now());
            Correction correction = CorrectionRules.of(c, new Change(input.outcome(), typed.orElseThrow(), input.note(), agreed.orElse(null)), now());
            boolean asks = input.agrees() && correction.follow() != null;
            Verdict verdict = input.verdict(c.bounds(), now());
            String missing = agreed.isEmpty() ? "Enter what was agreed, from now on, and it can be scheduled." : verdict.forbids() ? verdict.problem() : "";
            preview.set(new Preview(correction, "", asks ? missing : "", asks ? verdict.warning() : ""));
        }
    }

    /// A time that was not touched stays what it was, to the second.
    private Optional<Instant> at(CallInput input, Case c) {
        ZonedDateTime was = c.attempt().at().atZone(here());
        return was.toLocalDate().equals(input.day()) && Times.clock(was).equals(input.time()) ? Optional.of(c.attempt().at()) : input.at(here());
    }

    /// @param follow does what follows, not only the log
    void correct(boolean follow, Runnable done) {
        Case c = opened.get();
        Preview shown = preview.get();
        if (c == null || shown == null || shown.correction() == null || follow && !shown.missing().isEmpty()) {
            return;
        }
        Correction correction = shown.correction();
        writing.write(() -> log.correct(c, correction, follow), () -> {
            close();
            done.run();
        });
    }
}
