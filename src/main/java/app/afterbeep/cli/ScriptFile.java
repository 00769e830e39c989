package app.afterbeep.cli;

import app.afterbeep.scripts.Script.Channel;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The texts of a file, with the places where they stand in it. A file is plain text, one message or several with `---` between
/// them, or JSON with "scripts", as the program writes a series.
final class ScriptFile {
    private static final Pattern RULE = Pattern.compile("^---[ \\t]*\\r?$", Pattern.MULTILINE);
    private static final Pattern HEAD = Pattern.compile("\\A\\s*(?:#+[ \\t]*([^\\r\\n]*)\\s*)?(?:(?i:Subject:)([^\\r\\n]*)\\s*)?");
    private static final Pattern LAST = Pattern.compile("\\blast\\b", Pattern.CASE_INSENSITIVE);

    private final Path path;
    private final String content;
    private final List<Text> texts = new ArrayList<>();

    /// One text.
    ///
    /// @param series    texts with the same one belong together
    /// @param subjectAt where a character of the subject stands in the file
    /// @param bodyAt    where a character of the body stands in the file
    record Text(int series, int step, Channel channel, boolean last, String name, String subject, String body, IntUnaryOperator subjectAt,
        IntUnaryOperator bodyAt) {}

    /// Where a character stands, both from 1.
    record Place(int line, int column) {}

    private ScriptFile(Path path, String content) {
        this.path = path;
        this.content = content;
    }

    static ScriptFile read(Path path) throws AppException {
        String content;
        try {
            content = Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new AppException(path + " is not there. Check the name.", e);
        } catch (CharacterCodingException e) {
            throw new AppException(path + " is no text in UTF-8. Save it as UTF-8 and try again.", e);
        } catch (IOException e) {
            throw new AppException(path + (Files.isDirectory(path) ? " is a folder. Name the files in it." : " can't be read: " + e.getMessage() + "."), e);
        }
        // A byte order mark is no column.
        ScriptFile file = new ScriptFile(path, content.startsWith("\ufeff") ? content.substring(1) : content);
        if (file.content.stripLeading().startsWith("{") && !file.content.stripLeading().startsWith("{{")) {
            file.json();
        } else {
            file.plain();
        }
        return file;
    }

    List<Text> texts() {
        return texts;
    }

    Place place(int at) {
        int line = 1 + (int) content.substring(0, at).chars().filter(c -> c == '\n').count();
        return new Place(line, at - content.lastIndexOf('\n', at - 1));
    }

    private void plain() {
        int from = 0;
        Matcher rule = RULE.matcher(content);
        while (rule.find()) {
            part(from, rule.start());
            from = rule.end();
        }
        part(from, content.length());
        if (texts.isEmpty()) {
            // So that an empty file is said to be one, as an empty message is in the window.
            texts.add(new Text(1, 1, Channel.VOICEMAIL, false, "message 1", "", "", at -> 0, at -> 0));
        }
    }

    private void part(int from, int to) {
        String part = content.substring(from, to);
        if (part.isBlank()) {
            return;
        }
        Matcher head = HEAD.matcher(part);
        head.lookingAt();
        String title = head.group(1) == null ? "" : head.group(1).strip();
        boolean email = head.group(2) != null;
        int step = texts.size() + 1;
        int subjectAt = from + Math.max(0, email ? head.start(2) + (head.group(2).length() - head.group(2).stripLeading().length()) : 0);
        int bodyAt = from + head.end();
        texts.add(new Text(1, step, email ? Channel.EMAIL : Channel.VOICEMAIL, LAST.matcher(title).find(), title.isEmpty()
            ? "message " + step : title,
            email ? head.group(2).strip() : "", part.substring(head.end()).stripTrailing(), at -> subjectAt + at, at -> bodyAt + at));
    }

    private void json() throws AppException {
        try (JsonParser parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), content)) {
            new Json(parser).read();
        } catch (JacksonException e) {
            throw new AppException(path + ", line " + e.getLocation().getLineNr() + ", is no valid JSON: "
                + String.valueOf(e.getOriginalMessage()).replaceAll("(?s)[:\\s]*\\(.*|[:\\s]*expected close marker.*", "").replaceAll("\\s+", " ").strip() + ".", e);
        }
        if (texts.isEmpty()) {
            throw new AppException(path + " has no \"scripts\". Name a file with scripts, as Export in Scripts writes it.", null);
        }
    }

    /// Reads objects below "scripts" as texts, and those below "steps" for the last one; passes by all others.
    private final class Json {
        private final JsonParser parser;
        private final Set<Integer> lastSteps = new HashSet<>();
        /// Then they say which message is the last one, and a name such as "The last five times" does not.
        private boolean stepsKnown;
        private int series;

        Json(JsonParser parser) {
            this.parser = parser;
        }

        void read() {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY && "scripts".equals(parser.currentName())) {
                    series++;
                    objects(true);
                } else if (parser.currentToken() == JsonToken.START_ARRAY && "steps".equals(parser.currentName())) {
                    // They stand before the series of their cadence.
                    lastSteps.clear();
                    stepsKnown = true;
                    objects(false);
                }
            }
        }

        private void objects(boolean scripts) {
            for (int index = 1; parser.nextToken() == JsonToken.START_OBJECT; index++) {
                Map<String, String> values = new HashMap<>();
                Map<String, Integer> places = new HashMap<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    places.put(name, (int) parser.currentTokenLocation().getCharOffset() + 1);
                    values.put(name, parser.currentToken().isScalarValue() ? parser.getString() : "");
                    parser.skipChildren();
                }
                if (scripts) {
                    text(values, places);
                } else if ("last_voicemail".equals(values.get("kind"))) {
                    lastSteps.add(number(values.getOrDefault("position", values.getOrDefault("step", Integer.toString(index)))));
                }
            }
        }

        private void text(Map<String, String> values, Map<String, Integer> places) {
            int step = number(values.getOrDefault("step", ""));
            Channel channel;
            try {
                channel = Channel.valueOf(values.getOrDefault("channel", "voicemail").toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                return;
            }
            // Step 0 has the line that owns a missed call: it is put into a message and is none.
            if (step == 0 && channel == Channel.VOICEMAIL || !places.containsKey("body")) {
                return;
            }
            String name = values.getOrDefault("name", "step " + step);
            int subject = places.getOrDefault("subject", places.get("body"));
            texts.add(new Text(series, step, channel, stepsKnown ? lastSteps.contains(step) : LAST.matcher(name).find(), name,
                values.getOrDefault("subject", ""), values.getOrDefault("body", ""),
                at -> written(subject, at), at -> written(places.get("body"), at)));
        }

        private static int number(String text) {
            return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        }
    }

    /// Where the character `at` of a JSON string stands that begins at `start`: an escape is one character.
    private int written(int start, int at) {
        int place = start;
        for (int i = 0; i < at && place < content.length(); i++) {
            place += content.charAt(place) != '\\' ? 1 : content.startsWith("\\u", place) ? 6 : 2;
        }
        return Math.min(place, content.length());
    }
}
