package app.afterbeep.scripts;

import java.util.List;

/// How fast the rep speaks.
///
/// @param wordsPerMinute from 60 to 300
/// @param measured       learned from the rep's own messages, not the setting
/// @param spread         half of the messages lie within so many percent of it; 0 unless measured
/// @param messages       it was learned from so many; 0 unless measured
public record Pace(int wordsPerMinute, boolean measured, int spread, int messages) {
    /// Fewer messages say too little.
    static final int NEEDED = 10;
    private static final int LEAST = 60;
    private static final int MOST = 300;
    /// Of a shorter message the timer says too little, as it counts whole seconds.
    private static final int SHORTEST = 4_000;
    /// So many median deviations from the middle and a message tells of the timer, not of the rep: pressed late, or left running.
    private static final double FAR = 3 * 1.4826;
    /// But nobody speaks so evenly that less than this share would be far.
    private static final double NEAR = 0.1;

    /// A message that was timed.
    ///
    /// @param millis  what it takes at the standard pace
    /// @param seconds what it took
    public record Message(int millis, int seconds) {
        private double factor() {
            return seconds * 1000.0 / millis;
        }

        private boolean sane() {
            return millis >= SHORTEST && factor() >= (double) SpeechRules.STANDARD / MOST && factor() <= (double) SpeechRules.STANDARD / LEAST;
        }
    }

    /// A pace that was set.
    public Pace(int wordsPerMinute, boolean measured) {
        this(wordsPerMinute, measured, 0, 0);
    }

    /// The middle of `messages` without those that no rep can have spoken so, and those far from all others; `start` until there are
    /// enough.
    public static Pace learned(List<Message> messages, int start) {
        List<Double> factors = messages.stream().filter(Message::sane).map(Message::factor).sorted().toList();
        if (factors.size() >= NEEDED) {
            double middle = at(factors, 0.5);
            double deviation = at(factors.stream().map(factor -> Math.abs(factor - middle)).sorted().toList(), 0.5);
            double far = Math.max(FAR * deviation, NEAR * middle);
            List<Double> near = factors.stream().filter(factor -> Math.abs(factor - middle) <= far).toList();
            if (near.size() >= NEEDED) {
                double factor = at(near, 0.5);
                return new Pace(Math.clamp(Math.round(SpeechRules.STANDARD / factor), LEAST, MOST), true,
                    (int) Math.round(50 * (at(near, 0.75) - at(near, 0.25)) / factor), near.size());
            }
        }
        return new Pace(Math.clamp(start, LEAST, MOST), false);
    }

    /// The value below which `share` of `sorted` lies, between two of them in proportion.
    private static double at(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /// How long it takes to say `spoken`, whose fields are filled, in seconds, rounded up.
    public int seconds(String spoken) {
        return (int) Math.ceilDiv((long) SpeechRules.millis(spoken) * SpeechRules.STANDARD, wordsPerMinute * 1000L);
    }

    /// "148 words a minute, give or take 6 %, from 32 messages".
    public String words() {
        return wordsPerMinute + " words a minute" + (measured ? ", give or take " + spread + " %, from " + messages + " messages" : "");
    }
}
