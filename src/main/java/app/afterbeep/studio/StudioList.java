package app.afterbeep.studio;

/// A list and the series that its prospects hear first.
///
/// @param fresh prospects who have not been called yet
public record StudioList(long id, String name, long seriesId, int fresh) {}
