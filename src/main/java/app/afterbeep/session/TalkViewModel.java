package app.afterbeep.session;

import app.afterbeep.cadence.WhenRules;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Turn;
import app.afterbeep.ui.Background;
import java.util.Optional;

/// A logged conversation, until the rep has said what comes next. On the FX thread.
final class TalkViewModel {
    private final OnScreen screen;
    private final WhoseTurn whose;
    private final CallService calls;
    private final BlockViewModel block;
    private final Background background;

    TalkViewModel(OnScreen screen, WhoseTurn whose, CallService calls, BlockViewModel block, Background background) {
        this.screen = screen;
        this.whose = whose;
        this.calls = calls;
        this.block = block;
        this.background = background;
    }

    /// @param email  there is an email that could be sent
    /// @param bounds what the next call's time is checked against
    record Talk(Card card, CallService.Logged logged, boolean email, WhenRules.Bounds bounds) {}

    /// On the database thread.
    Talk talk(Card card, CallService.Logged logged) {
        return new Talk(card, logged, calls.conversationEmail(card).isPresent(), calls.bounds(card.prospect()));
    }

    /// What was decided; then the next prospect, or the one from before the caller.
    void finish(CallService.Next decided) {
        Talk talked = screen.talk.get();
        if (talked == null || screen.busy.get()) {
            return;
        }
        whose.saveNote();
        screen.busy.set(true);
        boolean returns = screen.returnsAfter(talked.card());
        background.db(() -> {
            if (decided.next() != null || decided.email()) {
                calls.afterConversation(talked.card(), talked.logged().attemptId(), decided);
            } else {
                calls.endConversation();
            }
            return returns ? Optional.<Turn>empty() : Optional.of(whose.next());
        }, next -> {
            screen.appear();
            whose.goOn(talked.card(), next.orElse(null));
            block.refresh();
        }, whose::notSaved);
    }
}
