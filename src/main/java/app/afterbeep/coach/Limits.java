package app.afterbeep.coach;

/// The rep's thresholds; all of them are settings.
///
/// @param targetSeconds   a message is good up to here
/// @param limitSeconds    and too long from here
/// @param whoWithinWords  the rep's name is said within so many words
/// @param sentenceWords   the longest sentence that can be followed by ear
/// @param similarPercent  two messages that share so much of their words are one
public record Limits(int targetSeconds, int limitSeconds, int whoWithinWords, int sentenceWords, int similarPercent) {}
