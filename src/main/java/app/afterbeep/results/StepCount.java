package app.afterbeep.results;

/// What came of the placed calls of one step that left the same message, or none.
///
/// @param series    its id
/// @param step      which of the steps that are on now, from 1; 0 for none, -1 for one that is off or removed
/// @param script    name of the message, "" when no script says it
/// @param version   of the script, 0 for none
/// @param connects  calls that reached the prospect themselves
/// @param followed  calls after which there was another attempt, placed or received
/// @param connected those whose next attempt was a connect
record StepCount(long series, String seriesName, int step, boolean message, String script, int version, int attempts, int connects,
                 int followed, int connected) {}
