package app.afterbeep.session;

import app.afterbeep.calls.Card;
import app.afterbeep.calls.Message;

/// A message that is being worded for one person, as it is being typed.
final class WordingDraft {
    private final Card card;
    private final Message message;
    private String text;

    WordingDraft(Card card, Message message) {
        this.card = card;
        this.message = message;
        this.text = message.script().body();
    }

    Card card() {
        return card;
    }

    Message message() {
        return message;
    }

    String text() {
        return text;
    }

    void type(String typed) {
        text = typed;
    }
}
