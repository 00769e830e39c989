package app.afterbeep.scripts;

/// How long a text takes to say.
public final class SpeechRules {
    /// The pace that lengths are measured at, in words a minute.
    public static final int STANDARD = 150;
    private static final int MILLIS_A_WORD = 60_000 / STANDARD;

    private SpeechRules() {}

    /// Milliseconds that a speaker of [#STANDARD] words a minute needs for `spoken`, whose fields are filled.
    public static int millis(String spoken) {
        String text = spoken.strip();
        return text.isEmpty() ? 0 : text.split("\\s+").length * MILLIS_A_WORD;
    }
}
