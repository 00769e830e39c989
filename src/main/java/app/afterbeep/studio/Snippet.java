package app.afterbeep.studio;

import org.jspecify.annotations.Nullable;

/// A short text that a merge field stands for.
///
/// @param listId the list it is for; null: every list that has none of this name
/// @param name   of the merge field, in lower case
public record Snippet(@Nullable Long listId, String name, String text) {}
