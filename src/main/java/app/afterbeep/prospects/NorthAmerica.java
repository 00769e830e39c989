package app.afterbeep.prospects;

import app.afterbeep.prospects.PhoneNumbers.Parsed;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// What libphonenumber has said of a number of the United States or Canada, kept for the ten thousand numbers of the same exchange: for those two
/// countries it looks no further than the first six digits, which its test shows. A list of a million numbers is read in a quarter of the time.
/// Only of numbers that are written the common way and that the library finds valid; all others are always its own to say. Safe on any thread.
final class NorthAmerica {
    private static final int DIGITS = 10;
    private static final int EXCHANGES = 1_000;
    private static final VarHandle AT = MethodHandles.arrayElementVarHandle(short[].class);
    /// For each area code that was asked for, the place in [#SAID] of each of its exchanges, and 1 more; 0: not asked yet. There are 353,416 exchanges and some
    /// dozens of different answers.
    private static final AtomicReferenceArray<short @Nullable []> KEPT = new AtomicReferenceArray<>(1_000);
    private static final List<Said> SAID = new CopyOnWriteArrayList<>();

    private record Said(String type, String country, List<ZoneId> zones) {}

    private NorthAmerica() {}

    /// The ten digits of a number that is written the common way: (212) 555-0142, 212.555.0142, +1 212-555-0142; else "".
    ///
    /// @param country of a number that names none
    static String digits(String text, String country) {
        StringBuilder digits = new StringBuilder(DIGITS);
        int at = 0;
        boolean plus = text.startsWith("+1");
        if (plus) {
            at = 2;
        } else if (!country.equals("US") && !country.equals("CA")) {
            return "";
        }
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                if (digits.length() == DIGITS) {
                    return "";
                }
                digits.append(c);
            } else if (!isBetween(c, digits.length(), at == 0 || plus && at == 2)) {
                return "";
            }
        }
        return digits.length() == DIGITS && digits.charAt(0) >= '2' && digits.charAt(3) >= '2' ? digits.toString() : "";
    }

    /// Where a bracket, a blank, a dash or a point may stand.
    private static boolean isBetween(char c, int digits, boolean first) {
        return switch (c) {
            case ' ', '-', '.' -> !first && (digits == 0 || digits == 3 || digits == 6) || first && c == ' ' && digits == 0;
            case '(' -> digits == 0;
            case ')' -> digits == 3;
            default -> false;
        };
    }

    /// What the library would say; null when it has to be asked.
    static @Nullable Parsed find(String digits) {
        short[] area = KEPT.get(area(digits));
        int place = area == null ? 0 : (short) AT.getAcquire(area, exchange(digits));
        if (place == 0) {
            return null;
        }
        Said said = SAID.get(place - 1);
        return new Parsed("+1" + digits, "", true, said.type(), said.country(), said.zones());
    }

    /// Keeps what the library has said.
    static void keep(String digits, Parsed said) {
        if (said.valid() && (said.country().equals("US") || said.country().equals("CA")) && said.e164().equals("+1" + digits) && said.extension().isEmpty()) {
            short[] area = KEPT.updateAndGet(area(digits), kept -> kept == null ? new short[EXCHANGES] : kept);
            AT.setRelease(Objects.requireNonNull(area), exchange(digits), (short) (place(new Said(said.type(), said.country(), said.zones())) + 1));
        }
    }

    private static synchronized int place(Said said) {
        int place = SAID.indexOf(said);
        if (place < 0) {
            SAID.add(said);
        }
        return place < 0 ? SAID.size() - 1 : place;
    }

    private static int area(String digits) {
        return Integer.parseInt(digits, 0, 3, 10);
    }

    private static int exchange(String digits) {
        return Integer.parseInt(digits, 3, 6, 10);
    }
}
