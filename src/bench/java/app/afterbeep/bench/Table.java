package app.afterbeep.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The one table of all benchmarks. A row is printed as soon as it is measured.
final class Table {
    private static final String FORMAT = "%-46s | %9s | %12s | %12s | %-36s | %6s | %-30s | %s";

    Table() {
        System.out.println(FORMAT.formatted("what", "size", "ours p50", "ours p99", "peer", "ratio", "target", "met"));
    }

    /// What a figure is measured beside.
    ///
    /// @param ratio ours by the peer's, or null where it is none
    record Peer(String words, @Nullable Double ratio) {
        static final Peer NONE = new Peer("", null);

        /// The peer's median, and how many times as long ours takes.
        static Peer of(String name, Samples ours, Samples peer) {
            return new Peer(name + " " + millis(peer.millis(0.5)), ours.millis(0.5) / peer.millis(0.5));
        }

        /// Where the program that it is measured beside is not installed.
        static Peer missing(String program) {
            return new Peer("no " + program + " here", null);
        }

        boolean atMost(double most) {
            return ratio != null && ratio <= most;
        }
    }

    /// What is asked of a figure; null for a row that only informs.
    record Target(String words, @Nullable Boolean met) {
        static final Target NONE = new Target("", null);

        /// A target that can only be judged beside the peer.
        static Target beside(Peer peer, String words, boolean met) {
            return new Target(words, peer.ratio() == null ? null : met);
        }
    }

    void row(String what, long size, Samples ours, Peer peer, Target target) {
        print(what, size, millis(ours.millis(0.5)), millis(ours.millis(0.99)), peer, target);
    }

    /// A figure that is no time.
    void row(String what, long size, String ours, Peer peer, Target target) {
        print(what, size, ours, "", peer, target);
    }

    private static void print(String what, long size, String p50, String p99, Peer peer, Target target) {
        System.out.println(FORMAT.formatted(what, "%,d".formatted(size), p50, p99, peer.words(),
            peer.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", peer.ratio()), target.words(),
            target.met() == null ? "" : target.met() ? "yes" : "NO").stripTrailing());
    }

    static String millis(double millis) {
        return millis >= 1_000 ? String.format(Locale.ROOT, "%.2f s", millis / 1_000) : String.format(Locale.ROOT, "%.3f ms", millis);
    }
}
