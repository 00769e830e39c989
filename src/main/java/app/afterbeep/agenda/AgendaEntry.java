package app.afterbeep.agenda;

import java.time.Instant;
import java.time.ZoneId;

/// One line of the agenda.
///
/// @param promiseId of the promise, callback or meeting, or 0 for a call that the cadence makes due
/// @param name      of the prospect; with no name the company, with no company the number
/// @param at        exactly as agreed or scheduled
/// @param zone      in which it was spoken; the prospect's own for a cadence step
/// @param why       in words: "You promised"
/// @param callable  the prospect has a number that may be called
public record AgendaEntry(long prospectId, long promiseId, String name, String company, AgendaGroup group, Instant at, ZoneId zone,
                          String why, boolean meeting, boolean callable) {

    /// By which the same thing to do is known again: promises and prospects share no key.
    public long key() {
        return promiseId == 0 ? prospectId : -promiseId;
    }

    /// The same thing to do, whatever has changed about it.
    public boolean same(AgendaEntry other) {
        return key() == other.key();
    }
}
