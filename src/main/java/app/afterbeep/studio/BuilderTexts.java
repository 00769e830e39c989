package app.afterbeep.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What the builder drafts from, as it stands in `builder.txt`, where its form is described.
record BuilderTexts(Map<String, List<String>> frames, List<Family> families) {
    /// The family for every trade that no other recognises.
    static final String GENERAL = "general";

    BuilderTexts {
        frames = Map.copyOf(frames);
        families = List.copyOf(families);
    }

    /// A trade, with what stands for an answer that is not given yet.
    record Family(String name, List<Pattern> words, String people, String pain, String value, List<String> asks, List<Idea> ideas) {}

    /// One thing worth knowing.
    ///
    /// @param tags what the answers speak about when it fits them
    /// @param say  17 words or fewer
    record Idea(String family, String name, List<Pattern> tags, String subject, String say, String mail) {}

    /// What the program brings.
    static BuilderTexts own() {
        return Own.TEXTS;
    }

    List<String> frames(String name) {
        return frames.getOrDefault(name, List.of());
    }

    Family general() {
        return families.stream().filter(family -> family.name().equals(GENERAL)).findFirst().orElseThrow();
    }

    private static final class Own {
        private static final BuilderTexts TEXTS = read();

        private static BuilderTexts read() {
            try (InputStream in = BuilderTexts.class.getResourceAsStream("builder.txt")) {
                if (in == null) {
                    throw new IllegalStateException("the builder's texts are not in the program");
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static BuilderTexts parse(String text) {
        Map<String, List<String>> frames = new HashMap<>();
        List<Family> families = new ArrayList<>();
        for (String section : text.split("(?m)^== ")) {
            String[] parts = section.split("(?m)^-- ");
            String name = parts[0].lines().findFirst().orElse("").strip();
            if (name.equals("frames")) {
                frames.putAll(lines(parts[0]));
            } else if (!name.isEmpty() && !name.startsWith("#")) {
                Map<String, List<String>> head = lines(parts[0]);
                List<Idea> ideas = new ArrayList<>();
                for (int i = 1; i < parts.length; i++) {
                    ideas.add(idea(name, parts[i]));
                }
                families.add(new Family(name, words(one(head, "words")), one(head, "people"), one(head, "pain"), one(head, "value"),
                    List.copyOf(head.getOrDefault("ask", List.of())), List.copyOf(ideas)));
            }
        }
        return new BuilderTexts(frames, families);
    }

    private static Idea idea(String family, String text) {
        String[] parts = text.split("(?m)^mail:\\R", 2);
        Map<String, List<String>> head = lines(parts[0]);
        return new Idea(family, text.lines().findFirst().orElse("").strip(), words(one(head, "tags")), one(head, "subject"), one(head, "say"),
            parts[1].strip());
    }

    /// The lines `key: text`, by key.
    private static Map<String, List<String>> lines(String text) {
        Map<String, List<String>> lines = new HashMap<>();
        text.lines().filter(line -> line.matches("[a-z0-9]+:.*")).forEach(line -> {
            int colon = line.indexOf(':');
            lines.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>()).add(line.substring(colon + 1).strip().replace("\\n", "\n"));
        });
        return lines;
    }

    private static String one(Map<String, List<String>> lines, String key) {
        return lines.getOrDefault(key, List.of("")).getFirst();
    }

    private static List<Pattern> words(String list) {
        return List.of(list.split(",")).stream().map(String::strip).filter(word -> !word.isEmpty()).map(BuilderTexts::word).toList();
    }

    private static Pattern word(String word) {
        boolean capital = word.chars().anyMatch(Character::isUpperCase);
        String plain = Pattern.quote(word.replace("$", ""));
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + plain + (capital || word.endsWith("$") ? "s?(?![\\p{L}\\p{N}])" : ""),
            capital ? Pattern.UNICODE_CHARACTER_CLASS : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
