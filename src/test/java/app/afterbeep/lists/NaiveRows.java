package app.afterbeep.lists;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How many records a CSV text has, counted without any of the product's code and without regard to memory: what its reading is compared with. A
/// record is a line that is not blank, or several that one pair of quotes holds together; a line whose quotes do not work out is a record by itself.
final class NaiveRows {
    private NaiveRows() {}

    /// For each delimiter that it can have; none when it is not sure in which encoding the bytes are meant.
    static List<Long> counts(byte[] bytes) {
        String text = text(bytes);
        return text.isEmpty() ? List.of() : ",;\t|".chars().mapToObj(delimiter -> count(text, (char) delimiter)).toList();
    }

    private static String text(byte[] bytes) {
        boolean utf16 = bytes.length > 1 && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1);
        if (utf16 || bytes.length > 0 && new String(bytes, StandardCharsets.ISO_8859_1).chars().filter(c -> c == 0).count() > 2) {
            return "";
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replace("\uFEFF", "").replace("\0", "");
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252")).replace("\0", "");
        }
    }

    private static long count(String text, char delimiter) {
        List<String> lines = List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
        long records = 0;
        int at = 0;
        while (at < lines.size()) {
            if (lines.get(at).isBlank()) {
                at++;
                continue;
            }
            int taken = 0;
            StringBuilder record = new StringBuilder();
            for (int end = at; end < lines.size() && taken == 0; end++) {
                record.append(end == at ? "" : "\n").append(lines.get(end));
                String state = state(record, delimiter);
                if (!state.equals("open")) {
                    taken = state.equals("whole") ? end - at + 1 : 1;
                }
            }
            records++;
            at += Math.max(1, taken);
        }
        return records;
    }

    private static String state(CharSequence record, char delimiter) {
        int i = 0;
        while (i < record.length()) {
            int start = i;
            while (i < record.length() && record.charAt(i) == ' ' && delimiter != ' ') {
                i++;
            }
            if (i < record.length() && record.charAt(i) == '"') {
                i++;
                boolean closed = false;
                while (i < record.length() && !closed) {
                    if (record.charAt(i) == '"' && i + 1 < record.length() && record.charAt(i + 1) == '"') {
                        i += 2;
                    } else {
                        closed = record.charAt(i++) == '"';
                    }
                }
                if (!closed) {
                    return "open";
                }
                while (i < record.length() && record.charAt(i) == ' ') {
                    i++;
                }
                if (i < record.length() && record.charAt(i) != delimiter) {
                    return "broken";
                }
            } else {
                i = start;
                while (i < record.length() && record.charAt(i) != delimiter) {
                    i++;
                }
            }
            i++;
        }
        return "whole";
    }
}
