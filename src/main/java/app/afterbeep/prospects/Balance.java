package app.afterbeep.prospects;

import java.time.Instant;
import java.util.List;

/// What a prospect was given and what was taken from them so far, in the order of time.
public record Balance(List<Entry> entries) {
    public Balance {
        entries = List.copyOf(entries);
    }

    /// One deposit or withdrawal.
    ///
    /// @param words     what it was: "message", "promise missed"
    /// @param attemptId the attempt that it belongs to
    /// @param email     it is that attempt's email, not the call
    public record Entry(Instant at, boolean deposit, String words, long attemptId, boolean email) {
        /// A sign that needs no colour.
        public String sign() {
            return deposit ? "+" : "−";
        }

        /// "Deposit: message"
        public String spoken() {
            return (deposit ? "Deposit: " : "Withdrawal: ") + words;
        }
    }

    public long deposits() {
        return entries.stream().filter(Entry::deposit).count();
    }

    public long withdrawals() {
        return entries.size() - deposits();
    }

    /// What belongs to this call; its email stands apart.
    public List<Entry> of(long attemptId) {
        return entries.stream().filter(entry -> entry.attemptId() == attemptId && !entry.email()).toList();
    }

    /// "3 deposits, 1 withdrawal"
    public String words() {
        return count(deposits(), "deposit") + ", " + count(withdrawals(), "withdrawal");
    }

    private static String count(long n, String word) {
        return n + " " + word + (n == 1 ? "" : "s");
    }
}
