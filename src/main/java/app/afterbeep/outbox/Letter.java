package app.afterbeep.outbox;

import java.time.Instant;
import java.util.List;

/// An email exactly as it arrives.
///
/// @param fromName    "" for the address alone
/// @param replyTo     where answers go, or "" for the sender
/// @param text        with its foot
/// @param messageId   without brackets, "" while it has none
/// @param answers     Message-IDs of the emails it follows, oldest first
/// @param unsubscribe the address that takes a "no, thank you"
public record Letter(String fromName, String from, String replyTo, String toName, String to, String subject, String text, String messageId,
                     List<String> answers, Instant date, String unsubscribe) {
    public Letter {
        answers = List.copyOf(answers);
    }
}
