package app.afterbeep.scripts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the line that owns a missed promise into a text, before its fields are filled: early, but after it is clear who is calling.
public final class OpeningRules {
    private static final Pattern WHO = Pattern.compile("\\{\\{\\s*my_name\\b[^{}]*}}");
    private static final Pattern END = Pattern.compile("[.!?](?=\\s|$)");

    private OpeningRules() {}

    /// After the sentence that says who is calling; where none does, after the first one. A sentence without an end gets one.
    public static String spoken(String body, String line) {
        Matcher who = WHO.matcher(body);
        Matcher end = END.matcher(body);
        if (!end.find(who.find() ? who.end() : 0)) {
            return body.isBlank() ? line : body.stripTrailing() + ". " + line;
        }
        int at = end.end();
        return body.substring(0, at) + " " + line + body.substring(at);
    }

    /// After the greeting, as a paragraph of its own.
    public static String written(String body, String line) {
        int greeting = body.indexOf("\n\n");
        return greeting < 0 ? line + "\n\n" + body : body.substring(0, greeting) + "\n\n" + line + body.substring(greeting);
    }
}
