package app.afterbeep.lists;

import java.util.ArrayList;
import java.util.List;

/// A list of texts as a JSON array.
final class JsonTexts {
    private JsonTexts() {}

    static String write(List<String> texts) {
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            json.append(json.length() > 1 ? "," : "");
            quote(text, json);
        }
        return json.append(']').toString();
    }

    /// A text as JSON, with its quotes.
    static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                if (c == '"' || c == '\\') {
                    json.append('\\');
                }
                json.append(c);
            }
        }
        json.append('"');
    }

    /// What [#write] has written.
    static List<String> read(String json) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (!inside) {
                inside = c == '"';
            } else if (c == '"') {
                texts.add(text.toString());
                text.setLength(0);
                inside = false;
            } else if (c == '\\') {
                char next = json.charAt(++i);
                if (next == 'u') {
                    text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                    i += 4;
                } else {
                    text.append(next);
                }
            } else {
                text.append(c);
            }
        }
        return texts;
    }
}
