package app.afterbeep.settings;

import java.net.IDN;
import java.util.regex.Pattern;

/// What an email address is.
public final class AddressRules {
    private static final int LONGEST = 254;
    /// One address and nothing else; RFC 5322 allows more, people's addresses don't use it.
    private static final Pattern ADDRESS =
        Pattern.compile("[\\p{ASCII}&&[^\\s@<>(),;:\"\\[\\]\\\\\\p{Cntrl}]]{1,64}@[^\\s@<>(),;:\"\\[\\]\\\\\\p{Cntrl}]+\\.[^\\s@<>(),;:\"\\[\\]\\\\\\p{Cntrl}]{2,}");

    private AddressRules() {}

    /// Whether `text` is one address that a server can take.
    public static boolean valid(String text) {
        if (text.length() > LONGEST || !ADDRESS.matcher(text).matches()) {
            return false;
        }
        try {
            return !ascii(text).endsWith("@");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// The address as servers and headers have it: with the domain's letters beyond ASCII written as `xn--`.
    ///
    /// @throws IllegalArgumentException when the domain can't be written so
    public static String ascii(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }
}
