package app.afterbeep.prospects;

import java.time.Instant;

/// Any contact with a prospect by any channel: one line of the history.
///
/// @param at        when it happened, or for an email that has not left when it may
/// @param attemptId the attempt it is or belongs to
public record Touch(Instant at, String what, Weight weight, long attemptId) {
    /// A touch builds the relationship or takes from it.
    public enum Weight { DEPOSIT, WITHDRAWAL, NEUTRAL }
}
