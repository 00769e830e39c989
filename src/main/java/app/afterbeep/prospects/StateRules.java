package app.afterbeep.prospects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// States and provinces, postal codes, and the time zones that they lie in: of countries with several zones.
public final class StateRules {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\d]+");
    /// By country and any spelling: "US:FLORIDA".
    private static final Map<String, State> SPELLINGS = new HashMap<>();
    /// By country and the first digits of the postal code: "US:324".
    private static final Map<String, Post> POSTCODES = new HashMap<>();

    static {
        lines("states.csv").forEach(StateRules::state);
        lines("postcodes.csv").forEach(StateRules::postcode);
    }

    private StateRules() {}

    private record State(String code, List<ZoneId> zones) {}

    private record Post(String state, List<ZoneId> zones) {}

    private static List<String[]> lines(String file) {
        try (InputStream in = StateRules.class.getResourceAsStream("/app/afterbeep/prospects/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> line.split(";", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void state(String[] cells) {
        State state = new State(cells[1], zones(cells[4]));
        SPELLINGS.put(key(cells[0], cells[1]), state);
        SPELLINGS.put(key(cells[0], cells[2]), state);
        Arrays.stream(cells[3].split(",")).filter(text -> !text.isEmpty()).forEach(text -> SPELLINGS.putIfAbsent(key(cells[0], text), state));
    }

    private static void postcode(String[] cells) {
        String[] range = cells[1].split("-");
        State state = SPELLINGS.get(key(cells[0], cells[2]));
        Post post = new Post(cells[2], cells[3].isEmpty() && state != null ? state.zones() : zones(cells[3]));
        if (range.length == 1) {
            POSTCODES.put(cells[0] + ":" + range[0], post);
            return;
        }
        for (int prefix = Integer.parseInt(range[0]); prefix <= Integer.parseInt(range[1]); prefix++) {
            POSTCODES.put(cells[0] + ":" + String.format(Locale.ROOT, "%0" + range[0].length() + "d", prefix), post);
        }
    }

    private static List<ZoneId> zones(String names) {
        return names.isEmpty() ? List.of() : Arrays.stream(names.split(",")).map(ZoneId::of).toList();
    }

    /// Without case, accents and punctuation: "Nuevo León" is "NUEVO LEON", "N.Y." is "N Y".
    private static String key(String country, String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return country + ":" + BETWEEN.matcher(plain).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
    }

    /// The code of a state in ISO 3166-2, without the country: "FL" for "Florida", "FL", "Fla." and "US-FL". Empty for a text that names none that
    /// is known.
    ///
    /// @param country ISO 3166
    public static Optional<String> code(String country, String text) {
        return state(country, text).map(State::code);
    }

    private static Optional<State> state(String country, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        State state = SPELLINGS.get(key(country, text));
        return Optional.ofNullable(state != null ? state : SPELLINGS.get(key(country, text.strip().replaceFirst("(?i)^" + country + "[- ]", ""))));
    }

    /// The state that a postal code lies in; empty where that is not known.
    public static Optional<String> codeOfPostcode(String country, String postcode) {
        return post(country, postcode).map(Post::state).filter(state -> !state.isEmpty());
    }

    private static Optional<Post> post(String country, String postcode) {
        String code = postcode.strip().toUpperCase(Locale.ROOT);
        if (country.equals("US") && code.matches("\\d{3,4}")) {
            code = "0".repeat(5 - code.length()) + code; // a spreadsheet takes the zeros of New England away
        }
        for (int length = Math.min(4, code.length()); length > 0; length--) {
            Post post = POSTCODES.get(country + ":" + code.substring(0, length));
            if (post != null) {
                return Optional.of(post);
            }
        }
        return Optional.empty();
    }

    /// Whether a text names a state of one of the countries that are known here.
    public static boolean isState(String text) {
        return List.of("US", "CA", "AU", "BR", "MX").stream().anyMatch(country -> state(country, text).isPresent());
    }

    /// The time zones of a state, narrowed by the postal code, else by where the number is; the most likely first. Empty when neither text says
    /// anything that is known. When they contradict each other the state holds.
    ///
    /// @param number where the number could be
    /// @param now    when clocks are compared
    public static List<ZoneId> zones(String country, String stateText, String postcode, List<ZoneId> number, Instant now) {
        Optional<State> state = state(country, stateText);
        Optional<Post> post = post(country, postcode).filter(p -> state.isEmpty() || p.state().equals(state.get().code()) || p.state().isEmpty());
        List<ZoneId> zones = post.map(Post::zones).or(() -> state.map(State::zones)).orElse(List.of());
        if (zones.size() < 2) {
            return zones;
        }
        List<ZoneId> both = zones.stream().filter(zone -> number.stream().anyMatch(other -> PlaceRules.sameClock(zone, other, now))).toList();
        return both.isEmpty() ? zones : both;
    }
}
