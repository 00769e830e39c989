package app.afterbeep.scripts;

/// Numbers in the words that one says for them: "2:45" is "two forty five". Digits are `0` to `9`.
final class SpokenNumbers {
    private static final String[] SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        + " seventeen eighteen nineteen").split(" ");
    private static final String[] TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    private static final String[] LARGE = {"", " thousand", " million", " billion", " trillion"};
    private static final int MOST_DIGITS = 15;
    private static final int FIRST_YEAR = 1100;
    private static final int LAST_YEAR = 2099;

    private SpokenNumbers() {}

    /// "204" as "two hundred four"; one by one when it begins with a zero or is too long to be a number.
    static String whole(String digits) {
        if (digits.length() > MOST_DIGITS || digits.length() > 1 && digits.charAt(0) == '0') {
            return oneByOne(digits);
        }
        long value = Long.parseLong(digits);
        if (value == 0) {
            return SMALL[0];
        }
        StringBuilder words = new StringBuilder();
        for (int group = LARGE.length - 1; group >= 0; group--) {
            int three = (int) (value / (long) Math.pow(1000, group) % 1000);
            if (three > 0) {
                words.append(hundreds(three)).append(LARGE[group]).append(' ');
            }
        }
        return words.toString().strip();
    }

    private static String hundreds(int value) {
        String rest = value % 100 == 0 ? "" : tens(value % 100);
        return value < 100 ? rest : SMALL[value / 100] + " hundred" + (rest.isEmpty() ? "" : " " + rest);
    }

    private static String tens(int value) {
        return value < 20 ? SMALL[value] : TENS[value / 10] + (value % 10 == 0 ? "" : " " + SMALL[value % 10]);
    }

    /// "0142" as "zero one four two".
    static String oneByOne(String digits) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            words.append(i == 0 ? "" : " ").append(SMALL[digits.charAt(i) - '0']);
        }
        return words.toString();
    }

    /// "2026" as "twenty twenty six" when it may be a year, else as [#whole].
    static String year(String digits) {
        int value = digits.length() == 4 ? Integer.parseInt(digits) : 0;
        if (value < FIRST_YEAR || value > LAST_YEAR || value >= 2000 && value < 2010) {
            return whole(digits);
        }
        return tens(value / 100) + " " + (value % 100 == 0 ? "hundred" : minutes(value % 100));
    }

    private static String minutes(int value) {
        return value < 10 ? "oh " + SMALL[value] : tens(value);
    }

    /// "10:05" as "ten oh five"; "3:00" as "three o'clock", before "pm" as "three".
    ///
    /// @param named "am" or "pm" follows
    static String time(int hour, int minute, boolean named) {
        String at = minute > 0 ? " " + minutes(minute) : hour > 12 || hour == 0 ? " hundred" : named ? "" : " o'clock";
        return tens(hour) + at;
    }

    /// "2.5" as "two point five".
    static String decimal(String whole, String fraction) {
        return whole(whole) + " point " + oneByOne(fraction);
    }

    /// "$19.99" as "nineteen ninety nine"; "$19.00" as "nineteen dollars".
    static String money(String whole, String cents, String unit) {
        return whole(whole) + (cents.equals("00") ? unit : " " + (cents.charAt(0) == '0' ? oneByOne(cents) : tens(Integer.parseInt(cents))));
    }

    /// "22nd": only the twentieth to ninetieth have a syllable more than the number.
    static String ordinal(String digits) {
        String words = whole(digits);
        return words.endsWith("ty") ? words.substring(0, words.length() - 1) + "ieth" : words.endsWith("one") ? words.substring(0, words.length() - 3) + "first"
            : words.endsWith("two") ? words.substring(0, words.length() - 3) + "second" : words + "th";
    }
}
