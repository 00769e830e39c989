package app.afterbeep.bench;

import java.util.Arrays;
import java.util.function.Supplier;

/// How long something took, over and over.
final class Samples {
    private long[] nanos = new long[1024];
    private int count;

    int count() {
        return count;
    }

    void add(long taken) {
        nanos = count == nanos.length ? Arrays.copyOf(nanos, count * 2) : nanos;
        nanos[count++] = taken;
    }

    <T> T time(Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        add(System.nanoTime() - start);
        return result;
    }

    /// The duration that `share` of all samples stay under, in milliseconds.
    double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        if (count == 0) {
            return Double.NaN;
        }
        return sorted[Math.min(count - 1, (int) (share * count))] / 1e6;
    }

    /// Median and 99th percentile: "0.123 / 0.456".
    @Override
    public String toString() {
        return "%.3f / %.3f".formatted(millis(0.5), millis(0.99));
    }
}
