package app.afterbeep.lists;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells what a file is by how it begins, and says of what holds no list that can be read what to do with it.
final class FileKindRules {
    static final int LOOK_AT = 4096;
    private static final String AS_CSV = "Open it in the program that it comes from, save it as CSV or .xlsx, and import that.";
    private static final Pattern VCARD = Pattern.compile("(?is)\\A\\s*BEGIN:VCARD\\b.*");
    private static final Pattern WEB_PAGE = Pattern.compile("(?is)\\A\\s*<(?:!doctype html|html|table|head|meta)\\b.*");
    private static final Pattern XML = Pattern.compile("(?is)\\A\\s*<\\?xml\\b.*");
    private static final Pattern JSON = Pattern.compile("(?s)\\A\\s*(?:\\[\\s*)?\\{\\s*\"[^\"]*\"\\s*:.*");

    /// By the first characters, each byte one.
    private static final Map<String, String> STARTS = Map.ofEntries(Map.entry("%PDF", "a PDF"), Map.entry("\u0089PNG", "a picture"),
        Map.entry("\u00ff\u00d8\u00ff", "a picture"), Map.entry("GIF8", "a picture"), Map.entry("{\\rtf", "a text document (RTF)"),
        Map.entry("SQLite format 3", "a database"), Map.entry("\u001f\u008b", "a packed file (gzip)"), Map.entry("7z\u00bc\u00af", "a packed file (7z)"),
        Map.entry("Rar!", "a packed file (RAR)"), Map.entry("!BDN", "an Outlook data file"), Map.entry("\u0000\u0001\u0000\u0000Standard", "an Access database"));

    private FileKindRules() {}

    enum Kind { ZIP, OFFICE_97, VCARDS, TEXT }

    static Kind kind(byte[] start) {
        String text = latin(start);
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            return Kind.ZIP;
        }
        if (text.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return Kind.OFFICE_97;
        }
        return VCARD.matcher(letters(text)).matches() ? Kind.VCARDS : Kind.TEXT;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// Without byte order marks and the zeros of UTF-16.
    private static String letters(String text) {
        return text.replace("\u0000", "").replaceFirst("\\A(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "");
    }

    /// Why a text is none to read rows from; empty when it may be one.
    static Optional<String> noList(byte[] start) {
        String text = latin(start);
        for (Entry<String, String> known : STARTS.entrySet()) {
            if (text.startsWith(known.getKey())) {
                String what = known.getValue();
                return Optional.of("is " + what + ". " + (what.startsWith("a packed") ? "Unpack it, and import the file in it." : AS_CSV));
            }
        }
        String letters = letters(text);
        if (WEB_PAGE.matcher(letters).matches()) {
            return Optional.of("is a web page, even if it is called .xls. Open it in Excel, save it as CSV or .xlsx, and import that.");
        }
        return XML.matcher(letters).matches() ? Optional.of("is an XML file. " + AS_CSV)
            : JSON.matcher(letters).matches() ? Optional.of("is a JSON file. " + AS_CSV) : Optional.empty();
    }

    static boolean isXlsx(Set<String> entries) {
        return entries.contains("xl/workbook.xml");
    }

    /// Why a zip that is no `.xlsx` can't be read.
    static String noList(Set<String> entries) {
        if (entries.contains("xl/workbook.bin")) {
            return "is a binary Excel file (.xlsb). Open it in Excel, save it as .xlsx or CSV, and import that.";
        }
        if (entries.stream().anyMatch(name -> name.startsWith("Index/") || name.equals("Index.zip"))) {
            return "is a Numbers file. Open it in Numbers, choose File, Export To, CSV, and import that.";
        }
        if (entries.contains("content.xml") && entries.contains("mimetype")) {
            return "is an OpenDocument file. Open it in LibreOffice, save it as .xlsx or CSV, and import that.";
        }
        if (entries.stream().anyMatch(name -> name.startsWith("word/") || name.startsWith("ppt/"))) {
            return "is a document without rows. " + AS_CSV;
        }
        return "is a packed file (zip). Unpack it, and import the file in it.";
    }

    /// Why a file in the format of Office before 2007 can't be read.
    ///
    /// @param found the names of [#OFFICE_PARTS] that are in it
    static String office97(List<String> found) {
        if (found.contains("EncryptedPackage")) {
            return "is protected by a password. Open it in Excel, take the password off (File, Info, Protect Workbook), save it, and import it again.";
        }
        return found.isEmpty() ? "is an Office file of before 2007. " + AS_CSV
            : "is an Excel file of the old kind (.xls). Open it in Excel, save it as .xlsx or CSV, and import that.";
    }

    static final List<String> OFFICE_PARTS = List.of("EncryptedPackage", "Workbook", "Book");

    /// Where `part` is as such a file writes names; false when it is not in `bytes`.
    static boolean contains(byte[] bytes, int length, String part) {
        byte[] name = part.getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i + name.length <= length; i++) {
            if (bytes[i] == name[0] && Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
                return true;
            }
        }
        return false;
    }
}
