package app.afterbeep.results;

import app.afterbeep.cadence.Promise;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// One promise or callback as the ledger shows it.
///
/// @param at        when the call was to be made
/// @param zone      in which that was said
/// @param state     an open one whose day is over is missed
/// @param name      the prospect's
/// @param settledAt when it was settled, or null
/// @param outcome   code of the attempt that settled it, "" for none
/// @param inbound   the prospect called
public record LedgerEntry(long id, long prospectId, Instant at, ZoneId zone, Promise.State state, String name, String company,
                   @Nullable Instant settledAt, String outcome, boolean inbound) {}
