package app.afterbeep.coach;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A file of words or phrases that the program brings: groups in brackets, comments after `;`, word lists after `$name =`,
/// exceptions after `!`.
final class Lexicon {
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, String> lists = new HashMap<>();
    private final List<String> exceptions = new ArrayList<>();

    /// @param why what a finding of this group says
    record Group(String name, String why, List<String> lines) {}

    static Lexicon read(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            return new Lexicon(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Lexicon(String content) {
        List<String> lines = new ArrayList<>();
        for (String raw : content.lines().toList()) {
            String line = raw.strip();
            if (line.startsWith("[") && line.matches("\\[[a-z]+] [A-Za-z].*|\\[[a-z]+]")) {
                lines = new ArrayList<>();
                String name = line.substring(1, line.indexOf(']'));
                groups.put(name, new Group(name, line.substring(line.indexOf(']') + 1).strip(), lines));
            } else if (line.startsWith("$") && line.contains(" = ")) {
                lists.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf('=') + 1).strip());
            } else if (line.startsWith("! ")) {
                exceptions.add(lists(line.substring(2)));
            } else if (!line.isEmpty() && !line.startsWith(";")) {
                lines.add(lists(line));
            }
        }
    }

    private String lists(String line) {
        String whole = line;
        for (Map.Entry<String, String> list : lists.entrySet()) {
            whole = whole.replace(list.getKey(), list.getValue());
        }
        return whole;
    }

    List<Group> groups() {
        return List.copyOf(groups.values());
    }

    List<String> exceptions() {
        return exceptions;
    }

    /// All words of a group, whatever line they stand in.
    Set<String> words(String group) {
        Group found = groups.get(group);
        if (found == null) {
            throw new IllegalArgumentException("no group " + group);
        }
        return found.lines().stream().flatMap(line -> Arrays.stream(line.split("\\|"))).collect(Collectors.toUnmodifiableSet());
    }
}
