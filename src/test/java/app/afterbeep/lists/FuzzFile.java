package app.afterbeep.lists;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/// A list as some other program writes it, bent in structure so that it still is a proper file: what becomes of each of its rows is known beforehand.
///
/// @param good the lines at which rows with a number begin that nobody else has
/// @param bad  the lines at which rows without any number begin
/// @param what for a message: how it was made
record FuzzFile(byte[] bytes, SortedSet<Long> good, SortedSet<Long> bad, String what) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String PHONE = "phone";
    private static final List<List<String>> PRESETS = List.of(
        List.of("First Name", "Last Name", "Phone", "Email", "Company", "Notes"),
        List.of("Record ID", "firstname", "lastname", "phone", "email", "jobtitle", "company", "hs_lead_status"),
        List.of("Salutation", "First Name", "Last Name", "Title", "Account Name", "Mailing State", "Mailing Zip/Postal Code", "Phone", "Email", "Do Not Call", "Description"),
        List.of("id", "display_name", "status_label", "primary_contact_name", "primary_contact_primary_phone", "primary_contact_primary_phone_type", "custom.Note"),
        List.of("Person - Name", "Person - Phone", "Person - Email (Work)", "Organization - Name", "Note - Content"),
        List.of("First Name", "Middle Name", "Last Name", "Organization Name", "Notes", "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value", "Labels"),
        List.of("Title", "First Name", "Last Name", "Company", "Job Title", "Business State", "Business Phone", "E-mail Address", "Notes"),
        List.of("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On", "Phone"),
        List.of("First Name", "Last Name", "Title", "Company", "Email", "Mobile Phone", "Corporate Phone", "Stage", "Person Linkedin Url", "City", "State", "Country"),
        List.of("Company", "Contact", "Direct Phone", "City", "State", "Zip", "Country"),
        List.of("vendor_lead_code", "source_id", "list_id", "phone_code", "phone_number", "title", "first_name", "middle_initial", "last_name", "city", "state", "comments"));
    private static final List<String> TEXTS = List.of("", "", "Ann", "Lee", "Zoë", "O'Neil", "Acme, Inc", "a;b", "x|y", "tab\there", "say \"hi\"", "two\nlines", "three\r\nlines\n", "=1+1",
        "-", "+", "'=x", "@me", "sep=;", "ünïcode", "{{first_name}}", "\\", "null", "#REF!", "1.5", "  blanks  ", "\"", "''", "https://example.com/?a=b,c");

    /// The same seed gives the same file.
    static FuzzFile of(long seed, long firstNumber) {
        Random random = new Random(seed);
        char delimiter = ",;\t|".charAt(random.nextInt(4));
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        boolean crOnly = end.equals("\r");
        List<String> headers = headers(random);
        int phone = phoneColumn(headers);
        StringBuilder text = new StringBuilder();
        Lines lines = new Lines();
        if (random.nextInt(4) == 0) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                lines.add(text, List.of("Notes:", "Exported by somebody", "\"a preamble" + delimiter + " quoted\"", "", "sep" + delimiter).get(random.nextInt(5)) + end);
            }
        }
        lines.add(text, record(headers, delimiter, random) + end);
        SortedSet<Long> good = new TreeSet<>();
        SortedSet<Long> bad = new TreeSet<>();
        int rows = random.nextInt(6);
        for (int i = 0; i < rows; i++) {
            if (random.nextInt(12) == 0) {
                lines.add(text, List.of("", "  ").get(random.nextInt(2)) + end);
                continue;
            }
            boolean called = random.nextInt(6) > 0;
            List<String> cells = cells(headers, phone, called ? number(firstNumber + i, random) : "", crOnly, random);
            if (cells.stream().allMatch(String::isBlank)) {
                cells.set(0, "Zed");
            }
            boolean hasPhone = called && phone < cells.size();
            (hasPhone ? good : bad).add(lines.next);
            lines.add(text, record(cells, delimiter, random) + end);
        }
        String encoding = List.of("UTF-8", "UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "CP1252").get(random.nextInt(6));
        return new FuzzFile(encoded(text.toString(), encoding), good, bad, "seed " + seed + ", " + encoding + ", delimiter " + (int) delimiter + ", headers " + headers);
    }

    private static final class Lines {
        private long next = 1;

        void add(StringBuilder text, String record) {
            text.append(record);
            next += record.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count();
        }
    }

    private static List<String> headers(Random random) {
        List<String> headers = new ArrayList<>(PRESETS.get(random.nextInt(PRESETS.size())));
        if (random.nextInt(3) == 0) {
            Collections.shuffle(headers, random);
        }
        if (random.nextInt(4) == 0) {
            headers.add(random.nextInt(headers.size() + 1), headers.get(random.nextInt(headers.size())));
        }
        if (random.nextInt(4) == 0) {
            headers.add(random.nextInt(headers.size() + 1), List.of("", "x", "Custom \"q\"", "Fax", "a\nb").get(random.nextInt(5)));
        }
        if (random.nextInt(40) == 0) {
            for (int i = 0; i < 60; i++) {
                headers.add("Extra " + i);
            }
        }
        return headers;
    }

    /// The first that is dialed; a doubled one stays empty.
    private static int phoneColumn(List<String> headers) {
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.get(i).toLowerCase(java.util.Locale.ROOT);
            if (name.contains(PHONE) && !name.contains("code") && !name.contains("label") && !name.contains("type") && !name.contains("corporate")) {
                return i;
            }
        }
        throw new AssertionError(headers);
    }

    private static List<String> cells(List<String> headers, int phone, String number, boolean crOnly, Random random) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.get(i).toLowerCase(java.util.Locale.ROOT);
            boolean quiet = name.contains(PHONE) || name.contains("mail") || name.contains("id") && !name.contains("mid") || name.equals("vendor_lead_code") || name.contains("country");
            String text = quiet ? "" : TEXTS.get(random.nextInt(TEXTS.size()));
            cells.add(i == phone ? number : crOnly ? text.replace("\r\n", "\r").replace('\n', '\r') : text);
        }
        if (random.nextInt(10) == 0) {
            return new ArrayList<>(cells.subList(0, 1 + random.nextInt(cells.size())));
        }
        if (random.nextInt(10) == 0) {
            cells.addAll(Collections.nCopies(1 + random.nextInt(5), "more"));
        }
        return cells;
    }

    private static String number(long number, Random random) {
        String digits = "%07d".formatted(2_000_000 + number % 8_000_000);
        return switch (random.nextInt(5)) {
            case 0 -> "(212) " + digits.substring(0, 3) + "-" + digits.substring(3);
            case 1 -> "+1212" + digits;
            case 2 -> "'+1 212-" + digits.substring(0, 3) + "-" + digits.substring(3);
            case 3 -> "212." + digits.substring(0, 3) + "." + digits.substring(3) + " x12";
            default -> "1212" + digits;
        };
    }

    private static String record(List<String> cells, char delimiter, Random random) {
        StringBuilder record = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean quoted = cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0 || random.nextInt(8) == 0
                || cells.size() == 1 && cell.isEmpty();
            record.append(i == 0 ? "" : delimiter).append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return record.toString();
    }

    private static byte[] encoded(String text, String encoding) {
        return switch (encoding) {
            case "UTF-8 BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case "UTF-16LE" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
            case "UTF-16BE" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
            case "CP1252" -> text.getBytes(WINDOWS);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    /// The same file with bytes flipped, put in, doubled or cut off: what becomes of it nobody knows.
    byte[] broken(long seed) {
        Random random = new Random(seed);
        byte[] broken = bytes.clone();
        for (int i = 1 + random.nextInt(6); i > 0 && broken.length > 0; i--) {
            int at = random.nextInt(broken.length);
            switch (random.nextInt(6)) {
                case 0 -> broken[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> broken[at] = (byte) random.nextInt(256);
                case 2 -> broken = spliced(broken, at, at, new byte[] {(byte) "\"\"\"\0\r\n,;\t'=\u00ff".charAt(random.nextInt(12))});
                case 3 -> broken = Arrays.copyOf(broken, at);
                case 4 -> broken = spliced(broken, at, Math.min(broken.length, at + 1 + random.nextInt(20)), new byte[0]);
                default -> {
                    int from = random.nextInt(at + 1);
                    broken = spliced(broken, at, at, Arrays.copyOfRange(broken, from, Math.min(at, from + 40)));
                }
            }
        }
        return broken;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + between.length);
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
