package app.afterbeep.studio;

import app.afterbeep.ui.AppException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// A value of a JSON text, with the line that it stands in, so that whoever wrote it by hand is told where it is wrong. Asking for what is not
/// there, or is something else, fails with that line and the reason.
///
/// @param value a map, a list, a text, a whole number, a flag or null
record JsonLines(int line, @Nullable Object value) {
    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final int SHOWN = 30;

    /// @throws AppException with the line and the reason when it is no JSON
    static JsonLines parse(String text) throws AppException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw wrong(1, "nothing stands in the file");
            }
            JsonLines whole = value(parser, first);
            if (parser.nextToken() != null) {
                throw wrong(parser.currentTokenLocation().getLineNr(), "something follows after the end");
            }
            return whole;
        } catch (JacksonException e) {
            throw wrong(e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()), reason(e));
        }
    }

    /// The parser's words without what only a programmer needs.
    private static String reason(JacksonException e) {
        String words = String.valueOf(e.getOriginalMessage()).replaceAll("(?s)\\s*\\(.*", "").replaceAll("\\s+", " ").strip();
        return words.startsWith("Duplicate") ? words.replace("Duplicate Object property", "twice the same key:") : "this is no JSON: " + words;
    }

    private static JsonLines value(JsonParser parser, JsonToken token) throws AppException {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, JsonLines> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    members.put(key, value(parser, parser.nextToken()));
                }
                yield new JsonLines(line, members);
            }
            case START_ARRAY -> {
                List<JsonLines> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(parser, next));
                }
                yield new JsonLines(line, items);
            }
            case VALUE_STRING -> new JsonLines(line, parser.getString());
            case VALUE_NUMBER_INT -> {
                if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                    throw wrong(line, "the number is too large");
                }
                yield new JsonLines(line, parser.getLongValue());
            }
            case VALUE_TRUE, VALUE_FALSE -> new JsonLines(line, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new JsonLines(line, null);
            default -> throw wrong(line, "only texts, whole numbers, lists and objects belong here");
        };
    }

    static AppException wrong(int line, String reason) {
        return new AppException("Line " + line + ": " + reason + ". Nothing was imported.", null);
    }

    AppException wrong(String reason) {
        return wrong(line, reason);
    }

    /// Its members; none other than these keys.
    ///
    /// @param what what it is, for the reason: "step 3"
    Map<String, JsonLines> members(String what, Set<String> keys) throws AppException {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(what + " is no object in braces");
        }
        Map<String, JsonLines> members = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = (String) entry.getKey();
            JsonLines member = (JsonLines) entry.getValue();
            if (!keys.contains(key)) {
                throw member.wrong("“" + shown(key) + "” means nothing in " + what + ". It knows " + String.join(", ", keys));
            }
            members.put(key, member);
        }
        return members;
    }

    /// One of the members, which must be there.
    JsonLines member(String what, Map<String, JsonLines> members, String key) throws AppException {
        JsonLines member = members.get(key);
        if (member == null) {
            throw wrong(what + " has no " + key);
        }
        return member;
    }

    List<JsonLines> items(String what) throws AppException {
        if (!(value instanceof List<?> list)) {
            throw wrong(what + " is no list in brackets");
        }
        return list.stream().map(JsonLines.class::cast).toList();
    }

    /// A text with more than blanks, of at most so many letters.
    String text(String what, int most) throws AppException {
        String text = value instanceof String string ? string.replace("\r\n", "\n").replace('\t', ' ').strip() : "";
        if (text.isEmpty()) {
            throw wrong(what + (value instanceof String ? " is empty" : " is no text in quotes"));
        }
        if (text.length() > most) {
            throw wrong(what + " has more than " + most + " letters");
        }
        // Nothing that a screen or a mail header can't show; a line break is part of an email.
        Optional<Integer> odd = text.codePoints().filter(c -> Character.isISOControl(c) && c != '\n').boxed().findFirst();
        if (odd.isPresent()) {
            throw wrong(what + " has a character that can't be shown (%04X)".formatted(odd.get()));
        }
        return text;
    }

    int number(String what, int least, int most) throws AppException {
        if (!(value instanceof Long number) || number < least || number > most) {
            throw wrong(what + " is no whole number from " + least + " to " + most);
        }
        return number.intValue();
    }

    boolean flag(String what) throws AppException {
        if (!(value instanceof Boolean flag)) {
            throw wrong(what + " is neither true nor false");
        }
        return flag;
    }

    static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
