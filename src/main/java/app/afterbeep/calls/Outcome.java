package app.afterbeep.calls;

import java.util.Arrays;
import java.util.Locale;

/// What an attempt ended as. Codes are stable: they stand in the file and in CSV.
public enum Outcome {
    LEFT_VOICEMAIL("1", "Left voicemail", false),
    NO_ANSWER("2", "No answer, no message", false),
    CONVERSATION("3", "Conversation", true),
    MEETING_BOOKED("4", "Meeting booked", true),
    CALLBACK_REQUESTED("5", "Call me later", true),
    GATEKEEPER("6", "Gatekeeper", false),
    NOT_INTERESTED("7", "Not interested", true),
    WRONG_NUMBER("8", "Wrong number", false),
    DO_NOT_CALL("9", "Do not call", true),
    BUSY("0", "Busy", false);

    private final String key;
    private final String label;
    private final boolean connect;

    Outcome(String key, String label, boolean connect) {
        this.key = key;
        this.label = label;
        this.connect = connect;
    }

    /// The digit that logs it.
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /// The prospect was reached live; a gatekeeper is not a connect.
    public boolean connect() {
        return connect;
    }

    /// As it stands in the file: `left_voicemail`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome of(String code) {
        return Arrays.stream(values()).filter(o -> o.code().equals(code)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no outcome " + code));
    }

    @Override
    public String toString() {
        return code();
    }
}
