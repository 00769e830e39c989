package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence.Kind;
import app.afterbeep.cadence.Cadence.State;
import app.afterbeep.cadence.Cadence.Step;
import app.afterbeep.scripts.Script;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;

/// Series, with their cadences, in one readable JSON file: written for a colleague, read with the line of whatever is wrong. A file is taken as a
/// whole or not at all; a key that means nothing is refused, since it may be a mistyped one that means much.
final class SeriesFile {
    static final String FORMAT = "afterbeep-series";
    static final int VERSION = 1;
    private static final long MOST_BYTES = 5_000_000;
    private static final int MOST_NAME = 80;
    private static final int MOST_TEXT = 10_000;
    private static final int MOST_STEPS = 60;

    private SeriesFile() {}

    // Writing ---------------------------------------------------------------------------------------------------------------

    /// The same content gives the same bytes.
    static String text(Shared shared) {
        StringBuilder out = new StringBuilder("{\n  \"format\": " + quoted(FORMAT) + ",\n  \"version\": " + VERSION + ",\n");
        if (!shared.snippets().isEmpty()) {
            out.append("  \"snippets\": [\n").append(shared.snippets().stream()
                .map(snippet -> "    { \"name\": " + quoted(snippet.name()) + ", \"text\": " + quoted(snippet.text()) + " }")
                .collect(Collectors.joining(",\n"))).append("\n  ],\n");
        }
        out.append("  \"cadences\": [\n").append(shared.cadences().stream().map(SeriesFile::plan).collect(Collectors.joining(",\n"))).append("\n  ]\n}\n");
        return out.toString();
    }

    private static String plan(Shared.Plan plan) {
        String steps = plan.steps().stream().map(step -> "        { \"step\": " + step.number() + ", \"kind\": " + quoted(step.kind().toString())
            + ", \"wait_days\": " + step.waitDays() + (step.on() ? "" : ", \"off\": true") + " }").collect(Collectors.joining(",\n"));
        String series = plan.series().stream().map(SeriesFile::part).collect(Collectors.joining(",\n"));
        return "    {\n      \"name\": " + quoted(plan.name()) + ",\n      \"rest_from_days\": " + plan.restFrom() + ",\n      \"rest_to_days\": " + plan.restTo()
            + ",\n      \"steps\": [\n" + steps + "\n      ],\n      \"series\": [\n" + series + "\n      ]\n    }";
    }

    private static String part(Shared.Part part) {
        String texts = part.texts().stream().map(text -> "            {\n              \"step\": " + text.step() + ",\n              \"channel\": "
            + quoted(text.channel().toString()) + ",\n              \"name\": " + quoted(text.name())
            + (text.subject().isEmpty() ? "" : ",\n              \"subject\": " + quoted(text.subject()))
            + ",\n              \"body\": " + quoted(text.body()) + "\n            }").collect(Collectors.joining(",\n"));
        return "        {\n          \"name\": " + quoted(part.name()) + (part.next().isEmpty() ? "" : ",\n          \"next\": " + quoted(part.next()))
            + ",\n          \"scripts\": [" + (texts.isEmpty() ? "]" : "\n" + texts + "\n          ]") + "\n        }";
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        return out.append('"').toString();
    }

    /// Writes the whole file or none.
    static void write(Path file, String text) throws AppException {
        Path target = file.toAbsolutePath();
        if (target.getParent() == null || !Files.isDirectory(target.getParent()) || Files.isDirectory(target)) {
            throw new AppException(file + " can't be written: it is a folder, or its folder does not exist. Choose another name.", null);
        }
        try {
            OwnerOnly.write(target, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AppException(file + " can't be written. Make room or choose another folder.", e);
        }
    }

    // Reading ---------------------------------------------------------------------------------------------------------------

    /// @throws AppException with the line and the reason, or with what the file is instead
    static Shared read(Path file) throws AppException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new AppException(file + " is no file. Choose a file of series that Afterbeep has exported.", null);
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new AppException("This file is far too large for series (%,d MB). Nothing was imported.".formatted(Files.size(file) / 1_000_000), null);
            }
            return parse(decoded(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new AppException(file + " can't be read. Check that it is still there and that you may open it.", e);
        }
    }

    private static String decoded(byte[] bytes) throws AppException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (plain.isBlank()) {
                throw new AppException("This file is empty. Nothing was imported.", null);
            }
            if (plain.indexOf('\0') < 0) {
                return plain;
            }
        } catch (CharacterCodingException e) {
            // Said below.
        }
        throw new AppException("This file is no text in UTF-8. If it is a file of series, save it as UTF-8 and import it again.", null);
    }

    static Shared parse(String text) throws AppException {
        JsonLines whole = JsonLines.parse(text);
        // Whatever else it is: a file of something else is told apart from one with a fault.
        Object format = whole.value() instanceof Map<?, ?> map && map.get("format") instanceof JsonLines line ? line.value() : null;
        if (!FORMAT.equals(format)) {
            throw whole.wrong("this is no file of series: it does not say \"format\": \"" + FORMAT + "\"");
        }
        Object version = ((Map<?, ?>) whole.value()).get("version") instanceof JsonLines line ? line.value() : null;
        if (version instanceof Long number && number > VERSION) {
            throw new AppException("This file was written by a newer Afterbeep. Update yours, then import it again.", null);
        }
        Map<String, JsonLines> members = whole.members("the file", keys("format", "version", "snippets", "cadences"));
        whole.member("the file", members, "version").number("the version", 1, VERSION);
        List<Snippet> snippets = new ArrayList<>();
        JsonLines written = members.get("snippets");
        for (JsonLines snippet : written == null ? List.<JsonLines>of() : written.items("“snippets”")) {
            snippets.add(snippet(snippet));
        }
        List<Shared.Plan> cadences = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<String, JsonLines> followers = new LinkedHashMap<>();
        for (JsonLines cadence : whole.member("the file", members, "cadences").items("“cadences”")) {
            cadences.add(plan(cadence, "cadence " + (cadences.size() + 1), names, followers));
        }
        if (cadences.isEmpty()) {
            throw whole.wrong("there is no cadence in the file");
        }
        for (Map.Entry<String, JsonLines> next : followers.entrySet()) {
            if (!names.contains(next.getKey())) {
                throw next.getValue().wrong("there is no series named “" + JsonLines.shown(next.getKey()) + "” in the file");
            }
        }
        return new Shared(cadences, snippets);
    }

    private static Snippet snippet(JsonLines line) throws AppException {
        Map<String, JsonLines> members = line.members("a snippet", keys("name", "text"));
        String text = line.member("a snippet", members, "text").text("the text of a snippet", MOST_TEXT).replaceAll("\\s+", " ");
        String name = line.member("a snippet", members, "name").text("the name of a snippet", MOST_NAME);
        try {
            return new Snippet(null, SnippetRules.name(name), text);
        } catch (AppException e) {
            throw line.wrong(String.valueOf(e.getMessage()).replaceAll("\\.$", ""));
        }
    }

    private static Shared.Plan plan(JsonLines line, String what, Set<String> names, Map<String, JsonLines> followers) throws AppException {
        Map<String, JsonLines> members = line.members(what, keys("name", "rest_from_days", "rest_to_days", "steps", "series"));
        String name = name(line.member(what, members, "name"), "the name of " + what);
        int from = line.member(what, members, "rest_from_days").number("rest_from_days", 1, StudioService.MOST_DAYS);
        int to = line.member(what, members, "rest_to_days").number("rest_to_days", from, StudioService.MOST_DAYS);
        JsonLines listed = line.member(what, members, "steps");
        List<Step> steps = new ArrayList<>();
        for (JsonLines step : listed.items("“steps”")) {
            steps.add(step(step, steps.size() + 1));
        }
        if (steps.stream().noneMatch(Step::on) || steps.size() > MOST_STEPS) {
            throw listed.wrong(what + " needs 1 to " + MOST_STEPS + " steps, one of them on");
        }
        List<Shared.Part> series = new ArrayList<>();
        JsonLines parts = line.member(what, members, "series");
        for (JsonLines part : parts.items("“series”")) {
            series.add(part(part, steps.size(), names, followers));
        }
        if (series.isEmpty()) {
            throw parts.wrong(what + " has no series");
        }
        return new Shared.Plan(name, from, to, steps, series);
    }

    private static Step step(JsonLines line, int number) throws AppException {
        String what = "step " + number;
        Map<String, JsonLines> members = line.members(what, keys("step", "kind", "wait_days", "off"));
        JsonLines counted = members.get("step");
        if (counted != null && counted.number("the number of " + what, 1, Integer.MAX_VALUE) != number) {
            throw counted.wrong("this is step " + number + ": steps are numbered from 1 in their order");
        }
        Kind kind = one(line.member(what, members, "kind"), "the kind of " + what, Kind.values());
        int wait = line.member(what, members, "wait_days").number("wait_days of " + what, 0, StudioService.MOST_DAYS);
        JsonLines off = members.get("off");
        return new Step(number, kind, wait, off != null && off.flag("“off” of " + what) ? State.OFF : State.ON);
    }

    private static Shared.Part part(JsonLines line, int steps, Set<String> names, Map<String, JsonLines> followers) throws AppException {
        Map<String, JsonLines> members = line.members("a series", keys("name", "next", "scripts"));
        JsonLines named = line.member("a series", members, "name");
        String name = name(named, "the name of a series");
        if (!names.add(name)) {
            throw named.wrong("two series are named “" + JsonLines.shown(name) + "”");
        }
        List<SeriesDraft.Text> texts = new ArrayList<>();
        for (JsonLines text : line.member("a series", members, "scripts").items("“scripts”")) {
            texts.add(script(text, steps));
        }
        JsonLines next = members.get("next");
        String follower = next == null ? "" : name(next, "the name of what follows");
        if (next != null) {
            followers.put(follower, next);
        }
        return new Shared.Part(name, follower, texts);
    }

    private static SeriesDraft.Text script(JsonLines line, int steps) throws AppException {
        Map<String, JsonLines> members = line.members("a script", keys("step", "channel", "name", "subject", "body"));
        JsonLines at = line.member("a script", members, "step");
        int step = at.number("the step of a script", 0, Integer.MAX_VALUE);
        if (step > steps) {
            throw at.wrong("there is no step " + step + ": the cadence has " + steps);
        }
        Script.Channel channel = one(line.member("a script", members, "channel"), "the channel of a script", Script.Channel.values());
        String name = name(line.member("a script", members, "name"), "the name of a script");
        JsonLines subject = members.get("subject");
        boolean blank = subject == null || subject.value() instanceof String text && text.isBlank();
        if (!blank && channel != Script.Channel.EMAIL) {
            throw subject.wrong("only an email has a subject");
        }
        return new SeriesDraft.Text(step, channel, name, blank ? "" : subject.text("the subject", MOST_TEXT).replaceAll("\\s+", " "),
            line.member("a script", members, "body").text("the body of “" + JsonLines.shown(name) + "”", MOST_TEXT));
    }

    private static String name(JsonLines line, String what) throws AppException {
        return line.text(what, MOST_NAME).replaceAll("\\s+", " ");
    }

    private static <E extends Enum<E>> E one(JsonLines line, String what, E[] known) throws AppException {
        return Arrays.stream(known).filter(value -> value.toString().equals(line.value())).findFirst().orElseThrow(() -> line.wrong(what + " must be "
            + Arrays.stream(known).map(value -> value.toString().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))));
    }

    private static Set<String> keys(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }
}
