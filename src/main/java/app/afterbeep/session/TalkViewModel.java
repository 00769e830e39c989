package app.afterbeep.session;

import app.afterbeep.cadence.WhenRules;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.ui.Background;
import java.util.function.Consumer;

/// A logged conversation, until the rep has said what comes next. On the FX thread.
final class TalkViewModel {
    private final CallService calls;
    private final Background background;

    TalkViewModel(CallService calls, Background background) {
        this.calls = calls;
        this.background = background;
    }

    /// @param email  there is an email that could be sent
    /// @param bounds what the next call's time is checked against
    record Talk(Card card, CallService.Logged logged, boolean email, WhenRules.Bounds bounds) {}

    /// Writes what was decided, on the database thread, then `done` on the FX thread with what `more` gives.
    <T> void decide(Talk talked, CallService.Next decided, String note, java.util.concurrent.Callable<T> more, Consumer<T> done,
                    Consumer<Exception> failed) {
        background.db(() -> {
            if (decided.next() != null || decided.email()) {
                calls.afterConversation(talked.card(), talked.logged().attemptId(), decided, note);
            } else {
                calls.endConversation();
            }
            return more.call();
        }, done, failed);
    }
}
