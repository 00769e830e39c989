package app.afterbeep.cadence;

/// Once through a series: which one, in which cadence, and the step that it begins with.
///
/// @param step the step's number
public record Round(long cadenceId, long seriesId, int step) {}
