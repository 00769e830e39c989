package app.afterbeep.scripts;

/// One version of a text of a series.
///
/// @param versionId what an attempt refers to
/// @param step      the number of the cadence step it belongs to; 0 for the email after a conversation and for the line that owns a missed promise
/// @param variant   1 for the text that is offered first at its step
/// @param subject   of an email; else ""
public record Script(long versionId, long scriptId, int step, Channel channel, int variant, String name, int version, String subject, String body) {
    public enum Channel {
        VOICEMAIL, EMAIL,
        /// What to say when the prospect answers on a step without a message.
        CALL_GUIDE;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
