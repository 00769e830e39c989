package app.afterbeep.studio;

/// A merge field that can be chosen.
///
/// @param name     as it is written between the braces
/// @param says     what it stands for
/// @param fallback a prospect may lack it
record FieldChoice(String name, String says, boolean fallback) {}
