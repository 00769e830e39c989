package app.afterbeep.calls;

import app.afterbeep.scripts.Script;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message that can be left in this attempt: this person has not heard it yet.
///
/// @param script   what is spoken
/// @param original the version that was changed for this person only; empty when the message is as it is for all
/// @param email    goes with it; empty when there is none
/// @param lacks    the merge fields that the email has no value for
/// @param from     where the message comes from
public record Message(Script script, Optional<Script> original, Optional<Script> email, List<String> lacks, From from) {
    public Message {
        lacks = List.copyOf(lacks);
    }

    /// Where a message comes from.
    ///
    /// @param step   the number of its step
    /// @param series the name of another series; "" for the one that the prospect is in
    public record From(int step, String series) {}

    /// As the version stands for all.
    public Script forAll() {
        return original.orElse(script);
    }

    /// What the buttons say of the email; null when there is none.
    OutcomeRules.Situation.@Nullable Mail mail() {
        return email.isEmpty() ? null : new OutcomeRules.Situation.Mail(from.series().isEmpty() ? from.step() : 0, lacks);
    }
}
