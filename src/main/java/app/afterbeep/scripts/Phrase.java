package app.afterbeep.scripts;

/// A few words that are said in one breath.
///
/// @param from   offset of its first character in the text
/// @param to     offset behind its last one, which is where the next phrase begins
/// @param start  milliseconds from the beginning of the text, at the standard pace
/// @param length milliseconds until the next phrase begins, the pause included
public record Phrase(int from, int to, int start, int length) {}
