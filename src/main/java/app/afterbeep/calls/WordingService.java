package app.afterbeep.calls;

import app.afterbeep.db.Database;
import app.afterbeep.scripts.ScriptStore;
import java.time.Clock;

/// A message that is worded for one person only. On the database thread.
public final class WordingService {
    private final Database database;
    private final ScriptStore scripts;
    private final Clock clock;

    public WordingService(Database database, ScriptStore scripts, Clock clock) {
        this.database = database;
        this.scripts = scripts;
        this.clock = clock;
    }

    /// From now on the prospect of `card` hears `message` as `body` says, and nobody else does. Worded as it is for all, it is that again.
    public void word(Card card, Message message, String body) {
        if (body.strip().equals(message.forAll().body().strip())) {
            original(card, message);
        } else if (!body.strip().equals(message.script().body().strip())) {
            // Of nobody: taking it back must not give this prospect the turn.
            database.action("Message for " + card.prospect().name() + " edited", null, () -> {
                scripts.edit(card.prospect().id(), message.forAll(), body.strip(), clock.instant());
                return body;
            });
        }
    }

    /// From now on the prospect of `card` hears `message` as everybody does.
    public void original(Card card, Message message) {
        database.action("Message for " + card.prospect().name() + " as for all", null, () -> {
            scripts.giveUp(card.prospect().id(), message.forAll());
            return card;
        });
    }
}
