package app.afterbeep.prospects;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the Prospects screen, and of every list that people are chosen from.
///
/// @param name      as [Prospect#shownName] has it
/// @param phone     the number that is dialed first, E.164, or ""
/// @param status    DNC also for whoever only shares a number or address of the do-not-call list and has no other
/// @param reachable has a number that is neither bad nor on the do-not-call list
/// @param step      which of the steps that are on the next attempt is, from 1
/// @param lastOutcome code of the latest outcome in the log, or ""
public record Summary(long id, String name, String company, String phone, String email, String list, Prospect.Status status,
                      boolean reachable, int step, Prospect.Due due, @Nullable Instant nextCallAt, Place place, String lastOutcome,
                      @Nullable Instant lastCallAt) {}
