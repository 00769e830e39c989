package app.afterbeep.scripts;

/// Tells a phone number from other numbers by how its digits are grouped: quick enough for each keystroke, which a real parser is not.
final class PhoneShape {
    /// Groups of digits as decimals: 215 555 0142, 1 215 555 0142, 555-0142.
    private static final int NATIONAL = 334;
    private static final int LONG = 1334;
    private static final int SHORT = 34;
    private static final int SHORTEST = 7;
    private static final int WITH_ZERO = 9;
    private static final int INTERNATIONAL = 8;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_GROUPS = 8;

    private PhoneShape() {}

    /// Where the phone number that begins at `from` ends, or -1 when none does. The longest, so that a number may follow one:
    /// "215 555 0142 3 times".
    static int end(String text, int from) {
        boolean plus = text.charAt(from) == '+';
        int first = plus || text.charAt(from) == '(' ? from + 1 : from;
        int i = first;
        int digits = 0;
        int shape = 0;
        int end = -1;
        char between = ' ';
        for (int groups = 1; groups <= MOST_GROUPS && digit(text, i); groups++) {
            int start = i;
            while (digit(text, i) && i - start <= MOST_DIGITS) {
                i++;
            }
            digits += i - start;
            if (digits > MOST_DIGITS) {
                break;
            }
            shape = shape * 10 + Math.min(i - start, 9);
            boolean marked = between == '-' || between == '.';
            boolean zero = groups > 1 && digits >= WITH_ZERO && Character.digit(text.charAt(first), 10) == 0;
            if (plus ? digits >= INTERNATIONAL : groups == 1 ? digits >= SHORTEST : shape == NATIONAL || shape == LONG || shape == SHORT && marked || zero) {
                end = i;
            }
            between = i < text.length() ? text.charAt(i) : ' ';
            i = next(text, i);
        }
        return end;
    }

    private static boolean digit(String text, int i) {
        return i < text.length() && Character.isDigit(text.charAt(i));
    }

    /// Past what may stand between two groups: a mark, blanks, brackets; the end of the text when nothing does.
    private static int next(String text, int end) {
        int i = end;
        while (i < text.length() && i < end + 3 && " -./()\u00a0".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i == end ? text.length() : i;
    }
}
