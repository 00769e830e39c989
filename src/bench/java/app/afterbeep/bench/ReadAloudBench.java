package app.afterbeep.bench;

import app.afterbeep.scripts.ReadAloud;
import app.afterbeep.scripts.SpeechRules;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Speaks the sentences of the read aloud test with espeak-ng, writes the times that it takes into the test's file, and prints how
/// far the estimate is off. With `print` as argument it only prints. `-Dexec.mainClass=app.afterbeep.bench.ReadAloudBench`, in the project's folder.
public final class ReadAloudBench {
    private static final Path FILE = Path.of("src/test/resources/app/afterbeep/scripts", ReadAloud.RESOURCE);
    /// Of 32768: quieter is silence.
    private static final int SILENT = 200;
    private static final int ROUNDS = 20_000;

    private ReadAloudBench() {}

    public static void main(String[] args) throws IOException, InterruptedException, UnsupportedAudioFileException {
        ReadAloud all = ReadAloud.load();
        if (args.length == 0) {
            all = measure(all);
            write(all);
        }
        print("syllables, numbers, pauses", all, SpeechRules::millis);
        print("words * 400", all, text -> text.split("\\s+").length * 400.0);
        speed(all);
    }

    private static void print(String name, ReadAloud all, ToDoubleFunction<String> estimate) {
        double voice = all.tuning().voice(estimate);
        System.out.println(String.format(Locale.ROOT, "%s, voice %.3f", name, voice));
        System.out.println("  tuned on " + all.tuning().errors(estimate, voice));
        System.out.println("  held out " + all.heldOut().errors(estimate, voice));
        System.out.println("  all      " + all.errors(estimate, voice));
        System.out.println("  all, without the factor for the voice " + all.errors(estimate, 1));
    }

    /// What a keystroke costs.
    private static void speed(ReadAloud all) {
        String words = String.join(" ", all.sentences().stream().map(ReadAloud.Sentence::text).toList());
        String message = String.join(" ", List.of(words.split(" ")).subList(0, 80));
        speed("length of", message, SpeechRules::millis);
        speed("phrases of", message, text -> SpeechRules.phrases(text).size());
    }

    private static void speed(String what, String message, ToIntFunction<String> work) {
        long sum = 0;
        long start = 0;
        for (int round = 0; round < 2 * ROUNDS; round++) {
            start = round == ROUNDS ? System.nanoTime() : start;
            sum += work.applyAsInt(message);
        }
        System.out.println(String.format(Locale.ROOT, "%s 80 words (%d): %.1f µs", what, sum / ROUNDS / 2, (System.nanoTime() - start) / 1000.0 / ROUNDS));
    }

    private static ReadAloud measure(ReadAloud all) throws IOException, InterruptedException, UnsupportedAudioFileException {
        Path sound = Files.createTempFile("afterbeep-read-aloud", ".wav");
        List<ReadAloud.Sentence> measured = new ArrayList<>();
        for (ReadAloud.Sentence sentence : all.sentences()) {
            String said = sentence.asSpoken().isEmpty() ? sentence.text() : sentence.asSpoken();
            Process espeak = new ProcessBuilder("espeak-ng", "-v", "en-us", "-s", "150", "-w", sound.toString(), "--", said).inheritIO().start();
            if (espeak.waitFor() != 0) {
                throw new IOException("espeak-ng could not say: " + said);
            }
            measured.add(new ReadAloud.Sentence(sentence.text(), sentence.asSpoken(), millis(sound)));
        }
        Files.delete(sound);
        return new ReadAloud(measured);
    }

    /// From the first sound to the last.
    private static int millis(Path sound) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(sound.toFile())) {
            byte[] bytes = in.readAllBytes();
            int first = -1;
            int last = -1;
            for (int i = 0; i + 1 < bytes.length; i += 2) {
                if (Math.abs((short) (bytes[i] & 0xff | bytes[i + 1] << 8)) >= SILENT) {
                    first = first < 0 ? i : first;
                    last = i;
                }
            }
            return Math.round((last - first) / 2 * 1000 / in.getFormat().getSampleRate());
        }
    }

    private static void write(ReadAloud all) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(FILE)) {
            csv.writeRecord("sentence", "as_spoken", "milliseconds");
            all.sentences().forEach(s -> csv.writeRecord(s.text(), s.asSpoken(), String.valueOf(s.millis())));
        }
    }
}
