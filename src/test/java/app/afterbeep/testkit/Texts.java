package app.afterbeep.testkit;

/// Writes texts of a series as the Scripts screen would.
public final class Texts {
    private Texts() {}

    /// A further version of the message of a step.
    ///
    /// @return the id of the script
    public static long message(Desk desk, long seriesId, int step, int variant, String name, String body) {
        return text(desk, seriesId, step, "voicemail", variant, name, body);
    }

    public static long email(Desk desk, long seriesId, int step, int variant, String name, String body) {
        return text(desk, seriesId, step, "email", variant, name, body);
    }

    private static long text(Desk desk, long seriesId, int step, String channel, int variant, String name, String body) {
        return desk.database.transaction(() -> {
            long script = desk.database.sql().insert("INSERT INTO script (series_id, step, channel, variant, name) VALUES (?, ?, ?, ?, ?)",
                seriesId, step, channel, variant, name);
            desk.database.sql().insert("INSERT INTO script_version (script_id, version, subject, body, created_at) VALUES (?, 1, ?, ?, 0)",
                script, channel.equals("email") ? name : "", body);
            return script;
        });
    }
}
