package app.afterbeep.coach;

import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;

/// The rep's thresholds; all of them are settings.
///
/// @param targetSeconds   a message is good up to here
/// @param limitSeconds    and too long from here
/// @param whoWithinWords  the rep's name is said within so many words
/// @param sentenceWords   the longest sentence that can be followed by ear
/// @param similarPercent  two messages that share so much of their words are one
public record Limits(int targetSeconds, int limitSeconds, int whoWithinWords, int sentenceWords, int similarPercent) {
    public static Limits of(Settings settings) {
        return new Limits(settings.number(Setting.TARGET_SECONDS), settings.number(Setting.LIMIT_SECONDS),
            settings.number(Setting.WHO_WITHIN_WORDS), settings.number(Setting.SENTENCE_WORDS), settings.number(Setting.SIMILAR_PERCENT));
    }
}
