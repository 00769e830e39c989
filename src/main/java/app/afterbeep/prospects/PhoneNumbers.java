package app.afterbeep.prospects;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Telephone numbers in any notation, by libphonenumber. Safe on any thread.
public final class PhoneNumbers {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    /// From coast to coast: a number that could be anywhere in the United States is called when both coasts are awake.
    private static final List<ZoneId> ACROSS_THE_US = List.of(ZoneId.of("America/New_York"), ZoneId.of("America/Chicago"),
        ZoneId.of("America/Denver"), ZoneId.of("America/Los_Angeles"));

    /// Where a number keeps the 0 that it is dialed with at home: in Italy, San Marino, the Ivory Coast, Benin, Gabon and the Congo.
    private static final List<String> KEEP_ZERO = List.of("390", "3780", "2250", "2290", "2410", "2420");

    /// What numbers begin with, of all countries, as a JSON array: "+1", "+44"; and "+" for who types that too.
    static final String CALLING_CODES = Stream.of(Stream.of(""), UTIL.getSupportedCallingCodes().stream().sorted().map(String::valueOf), KEEP_ZERO.stream())
        .flatMap(codes -> codes).map(code -> "\"+" + code + '"').collect(Collectors.joining(",", "[", "]"));

    private PhoneNumbers() {}

    /// A number that was understood.
    ///
    /// @param type  mobile, fixed or toll_free where the number tells it, else "": in North America most can be either
    /// @param zones where it could be; empty when it says nothing about the place
    public record Parsed(String e164, String extension, boolean valid, String type, String country, List<ZoneId> zones) {}

    /// No number at all.
    public static final Parsed NONE = new Parsed("", "", false, "", "", List.of());

    /// Reads a number; empty when libphonenumber does not find it possible.
    ///
    /// @param country ISO 3166, for numbers without a country code
    public static Optional<Parsed> parse(String text, String country) {
        String common = NorthAmerica.digits(text, country);
        Parsed known = common.isEmpty() ? null : NorthAmerica.find(common);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Parsed> said = ask(text, country);
        if (!common.isEmpty()) {
            said.ifPresent(parsed -> NorthAmerica.keep(common, parsed));
        }
        return said;
    }

    /// What libphonenumber says.
    static Optional<Parsed> ask(String text, String country) {
        Optional<Parsed> as = read(text, country);
        // 0049 89 …: how most of the world dials abroad, also in a list of a country that dials 011.
        String digits = text.strip();
        return as.isEmpty() && digits.startsWith("00") ? read("+" + digits.substring(2), country) : as;
    }

    private static Optional<Parsed> read(String text, String country) {
        try {
            PhoneNumber number = UTIL.parse(text, country);
            if (!UTIL.isPossibleNumber(number)) {
                return Optional.empty();
            }
            String region = UTIL.getRegionCodeForNumber(number);
            String home = region == null ? UTIL.getRegionCodeForCountryCode(number.getCountryCode()) : region;
            // A number has a type exactly when it is valid; asking for that as well would look for the region once more, which is what takes the time.
            PhoneNumberType type = UTIL.getNumberType(number);
            return Optional.of(new Parsed(UTIL.format(number, PhoneNumberFormat.E164), number.getExtension(), region != null && type != PhoneNumberType.UNKNOWN,
                type(type), home.length() == 2 && !home.equals("ZZ") ? home : "", zones(number, home, type)));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /// "1" for US: what numbers of a country begin with.
    static String callingCode(String country) {
        return Integer.toString(UTIL.getCountryCodeForRegion(country));
    }

    private static String type(PhoneNumberType type) {
        return switch (type) {
            case MOBILE -> "mobile";
            case FIXED_LINE -> "fixed";
            case TOLL_FREE -> "toll_free";
            default -> "";
        };
    }

    private static List<ZoneId> zones(PhoneNumber number, String country, PhoneNumberType type) {
        if (number.getCountryCode() == 1 && (country.isEmpty() || isPlaceless(type))) {
            return ACROSS_THE_US;
        }
        List<ZoneId> zones = new ArrayList<>();
        for (String name : PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number)) {
            try {
                zones.add(ZoneId.of(name));
            } catch (DateTimeException e) {
                // "Etc/Unknown", or a zone newer than this JDK's data: says nothing.
            }
        }
        // A number that the mapper only places on the continent (about thirty zones for +1).
        return number.getCountryCode() == 1 && zones.size() > ACROSS_THE_US.size() ? ACROSS_THE_US : zones;
    }

    private static boolean isPlaceless(PhoneNumberType type) {
        return type == PhoneNumberType.TOLL_FREE || type == PhoneNumberType.PREMIUM_RATE;
    }

    /// The one time zone of a country; empty for one with several, or none that is known.
    ///
    /// @param country ISO 3166
    public static Optional<ZoneId> onlyZone(String country) {
        PhoneNumber number = UTIL.getExampleNumber(country);
        if (number == null || number.getCountryCode() == 1) {
            return Optional.empty();
        }
        // By the country code alone: the zones of the whole country.
        List<String> zones = PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForGeographicalNumber(new PhoneNumber().setCountryCode(number.getCountryCode()));
        return zones.size() == 1 && ZoneId.getAvailableZoneIds().contains(zones.getFirst()) ? Optional.of(ZoneId.of(zones.getFirst())) : Optional.empty();
    }

    /// As a rep reads it: "+1 918 555 0142", with the extension.
    public static String shown(Phone phone) {
        String number = shown(phone.e164());
        return phone.extension().isEmpty() ? number : number + " ext. " + phone.extension();
    }

    /// "+1 918 555 0142" for "+19185550142".
    public static String shown(String e164) {
        try {
            return UTIL.format(UTIL.parse(e164, "ZZ"), PhoneNumberFormat.INTERNATIONAL).replace('-', ' ');
        } catch (NumberParseException e) {
            return e164;
        }
    }
}
