package app.afterbeep.session;

import app.afterbeep.cadence.WhenRules;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.Turn;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Lines;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.util.Optional;

/// A logged conversation, until the rep has said what comes next. On the FX thread.
final class TalkViewModel {
    private final OnScreen screen;
    private final WhoseTurn whose;
    private final CallService calls;
    private final BlockViewModel block;
    private final TakingBack back;
    private final Background background;
    private final Notices notices;
    private final Clock clock;

    TalkViewModel(OnScreen screen, WhoseTurn whose, CallService calls, BlockViewModel block, TakingBack back, Background background, Notices notices, Clock clock) {
        this.screen = screen;
        this.whose = whose;
        this.calls = calls;
        this.block = block;
        this.back = back;
        this.background = background;
        this.notices = notices;
        this.clock = clock;
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
        record Done(String label, Optional<Turn> next) {}
        background.db(() -> {
            String label;
            if (decided.next() != null || decided.email()) {
                label = calls.afterConversation(talked.card(), talked.logged().attemptId(), decided);
            } else {
                calls.endConversation();
                // Then undo takes the conversation itself back.
                label = Outcome.CONVERSATION.label() + " – " + Lines.piece(talked.card().prospect().name());
            }
            return new Done(label, returns ? Optional.empty() : Optional.of(whose.next()));
        }, done -> {
            screen.appear();
            whose.goOn(talked.card(), done.next().orElse(null));
            block.refresh();
            notices.show(Notice.undoable(done.label() + ". " + words(talked.card(), decided), back::undo));
        }, whose::notSaved);
    }

    private String words(Card card, CallService.Next decided) {
        String next = decided.next() != null ? "Call " + Times.moment(decided.next().at(), clock.getZone(), clock.instant())
            : meets(card) ? "The meeting stays" : "No next call";
        return decided.email() ? next + ", email queued" : next;
    }

    /// A meeting that is to come stays whatever they talked about.
    static boolean meets(Card card) {
        return card.follow(Outcome.CONVERSATION, null).status() == Prospect.Status.MEETING;
    }
}
