package app.afterbeep.scripts;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// 200 sentences with the time that a synthesizer takes for each (espeak-ng 1.51, `-v en-us -s 150`, silence at both ends left out). The
/// constants of the estimate were fitted on the first, third, fifth ... sentence; the others are there to check it. The
/// synthesizer speaks a little faster than the standard pace: one factor for its voice, fitted on the same half, takes that away.
public record ReadAloud(List<Sentence> sentences) {
    public static final String RESOURCE = "read-aloud.csv";

    /// @param text     as a script has it
    /// @param asSpoken what the synthesizer got, where it reads numbers unlike a person (phone numbers as hundreds); else ""
    /// @param millis   measured
    public record Sentence(String text, String asSpoken, int millis) {}

    /// Errors in percent of what was measured.
    public record Errors(double mean, double median, double worst, String worstText) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "mean %.1f %%, median %.1f %%, worst %.1f %% (%s)", mean, median, worst, worstText);
        }
    }

    public static ReadAloud load() throws IOException {
        InputStream in = Objects.requireNonNull(ReadAloud.class.getResourceAsStream(RESOURCE));
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new ReadAloud(rows.stream().map(row -> new Sentence(row.getField("sentence"), row.getField("as_spoken"),
                Integer.parseInt(row.getField("milliseconds")))).toList());
        }
    }

    public ReadAloud tuning() {
        return half(0);
    }

    public ReadAloud heldOut() {
        return half(1);
    }

    private ReadAloud half(int rest) {
        return new ReadAloud(IntStream.range(0, sentences.size()).filter(i -> i % 2 == rest).mapToObj(sentences::get).toList());
    }

    /// What `estimate` has to be multiplied with for this voice: the median over these sentences.
    public double voice(ToDoubleFunction<String> estimate) {
        return median(sentences.stream().map(s -> s.millis() / estimate.applyAsDouble(s.text())));
    }

    public Errors errors(ToDoubleFunction<String> estimate, double voice) {
        ToDoubleFunction<Sentence> error = s -> 100 * Math.abs(estimate.applyAsDouble(s.text()) * voice - s.millis()) / s.millis();
        Sentence worst = sentences.stream().max(Comparator.comparingDouble(error)).orElseThrow();
        return new Errors(sentences.stream().mapToDouble(error).average().orElseThrow(), median(sentences.stream().map(error::applyAsDouble)),
            error.applyAsDouble(worst), worst.text());
    }

    private static double median(Stream<Double> values) {
        List<Double> sorted = values.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
