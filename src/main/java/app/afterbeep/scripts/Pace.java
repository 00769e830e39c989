package app.afterbeep.scripts;

import java.util.List;

/// How fast the rep speaks.
///
/// @param wordsPerMinute from 60 to 300
/// @param measured       learned from the rep's own messages, not the setting
public record Pace(int wordsPerMinute, boolean measured) {
    /// Fewer messages say too little.
    static final int NEEDED = 10;
    private static final int LEAST = 60;
    private static final int MOST = 300;

    public record Message(int words, int seconds) {}

    /// The median pace of `messages`, so that a timer left running does not count; `start` until there are enough of them.
    public static Pace learned(List<Message> messages, int start) {
        List<Integer> paces = messages.stream().filter(m -> m.words() > 0 && m.seconds() > 0)
            .map(m -> m.words() * 60 / m.seconds()).filter(pace -> pace >= LEAST && pace <= MOST).sorted().toList();
        return paces.size() < NEEDED ? new Pace(Math.clamp(start, LEAST, MOST), false) : new Pace(paces.get(paces.size() / 2), true);
    }

    /// How long it takes to say `spoken`, whose fields are filled, in seconds, rounded up.
    public int seconds(String spoken) {
        return Math.ceilDiv(SpeechRules.millis(spoken) * SpeechRules.STANDARD, wordsPerMinute * 1000);
    }

    /// How long `words` words take, in seconds, rounded up.
    public int seconds(int words) {
        return Math.ceilDiv(words * 60, wordsPerMinute);
    }
}
