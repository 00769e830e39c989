package app.afterbeep.agenda;

import app.afterbeep.cadence.WhenRules.What;
import java.time.Instant;
import java.time.ZoneId;

/// One line of the agenda.
///
/// @param promiseId of the promise, callback or meeting, or 0 for a call that the cadence makes due
/// @param name      of the prospect; with no name the company, with no company the number
/// @param phone     E.164, or ""
/// @param at        exactly as agreed or scheduled
/// @param zone      in which it was spoken; the prospect's own for a cadence step
/// @param why       in words: "You promised"
/// @param callable  the prospect has a number that may be called
public record AgendaEntry(long prospectId, long promiseId, String name, String company, String phone, AgendaGroup group, Instant at,
                          ZoneId zone, String why, What what, boolean callable) {
    public boolean meeting() {
        return what == What.MEETING;
    }

    /// Somebody waits for it at that time.
    public boolean agreed() {
        return promiseId != 0;
    }

    /// By which the same thing to do is known again: promises and prospects share no key.
    public long key() {
        return promiseId == 0 ? prospectId : -promiseId;
    }

    /// The same thing to do, whatever has changed about it.
    public boolean same(AgendaEntry other) {
        return key() == other.key();
    }
}
