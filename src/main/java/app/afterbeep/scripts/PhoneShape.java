package app.afterbeep.scripts;

import java.util.ArrayList;
import java.util.List;

/// Tells a phone number from other numbers by how its digits are grouped: quick enough for each keystroke, which a real parser is not.
final class PhoneShape {
    private static final List<List<Integer>> SHAPES = List.of(List.of(3, 3, 4), List.of(1, 3, 3, 4), List.of(3, 4));
    private static final int SHORTEST = 7;
    private static final int LOCAL = 9;
    private static final int INTERNATIONAL = 8;
    private static final int LONGEST = 15;

    private PhoneShape() {}

    /// Where the groups of digits of the phone number at `from` stand, as pairs of offsets; empty when none begins there.
    static List<int[]> groups(String text, int from) {
        boolean plus = text.charAt(from) == '+';
        List<int[]> groups = new ArrayList<>();
        int i = plus || text.charAt(from) == '(' ? from + 1 : from;
        int digits = 0;
        while (i < text.length() && Character.isDigit(text.charAt(i)) && digits <= LONGEST) {
            int start = i;
            while (i < text.length() && Character.isDigit(text.charAt(i))) {
                i++;
            }
            digits += i - start;
            groups.add(new int[] {start, i});
            i = next(text, i);
        }
        // A number may follow the phone number: "215 555 0142 3 times".
        while (!groups.isEmpty() && !phone(text, groups, plus)) {
            groups.removeLast();
        }
        return groups;
    }

    /// Past what may stand between two groups: at most one of - . / and round it blanks and brackets.
    private static int next(String text, int end) {
        int i = end;
        while (i < text.length() && i < end + 3 && " -./()\u00a0".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i == end ? text.length() : i;
    }

    private static boolean phone(String text, List<int[]> groups, boolean plus) {
        int digits = groups.stream().mapToInt(group -> group[1] - group[0]).sum();
        List<Integer> shape = groups.stream().map(group -> group[1] - group[0]).toList();
        if (digits > LONGEST) {
            return false;
        }
        if (plus) {
            return digits >= INTERNATIONAL;
        }
        if (shape.size() == 1) {
            return digits >= SHORTEST;
        }
        boolean zero = Character.digit(text.charAt(groups.getFirst()[0]), 10) == 0;
        char between = text.charAt(groups.getFirst()[1]);
        return SHAPES.contains(shape) && (shape.size() > 2 || between == '-' || between == '.') || zero && digits >= LOCAL;
    }
}
