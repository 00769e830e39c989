package app.afterbeep.lists;

import app.afterbeep.lists.ListFile.Way;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// The sheets of an Excel file.
final class XlsxFile {
    /// The texts of all cells are kept in memory while a file is read: this much XML takes about as much again.
    private static final long MAX_TEXTS = 128L * 1024 * 1024;
    /// Of the memory there is.
    private static final int SHARE_OF_TEXTS = 3;
    /// What says which sheets there are and how their numbers are shown is small.
    private static final long MAX_PART = 8L * 1024 * 1024;
    private static final Pattern SMALL = Pattern.compile("(?:xl/(?:workbook|styles)\\d*\\.xml|\\[Content_Types\\]\\.xml|.*\\.rels)");
    private static final int LOOK_AT = 4096;
    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s[^>]*>");
    private static final Pattern ID = Pattern.compile("\\bId=[\"']([^\"']*)");
    private static final Pattern TARGET = Pattern.compile("\\bTarget=[\"']([^\"']*)");
    private static final Pattern DIMENSION = Pattern.compile("<(?:\\w+:)?dimension\\s+ref=[\"'][A-Z]+\\d+:[A-Z]+(\\d+)[\"']");

    private XlsxFile() {}

    /// One way a sheet; those that are hidden only when all are.
    ///
    /// @throws AppException when it is too large to be read at once, whatever it says of its sizes
    static List<Way> ways(String name, Path file) throws IOException, AppException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry texts = zip.getEntry("xl/sharedStrings.xml");
            if (texts != null && unpacksTo(zip, texts, Math.min(MAX_TEXTS, Runtime.getRuntime().maxMemory() / SHARE_OF_TEXTS))) {
                throw new AppException(name + " has too much text for one Excel file. Save it as CSV in Excel, and import that.", null);
            }
            for (ZipEntry entry : zip.stream().filter(part -> SMALL.matcher(part.getName()).matches()).toList()) {
                if (unpacksTo(zip, entry, MAX_PART)) {
                    throw new AppException(name + " is no list: its part " + entry.getName() + " unpacks to far more than any workbook needs."
                        + " If Excel opens it, save it as CSV there, and import that.", null);
                }
            }
            Map<String, String> parts = parts(zip);
            try (ReadableWorkbook workbook = XlsxRows.workbook(file)) {
                List<Sheet> all = workbook.getSheets().toList();
                List<Sheet> visible = all.stream().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE).toList();
                Map<Integer, Long> last = new HashMap<>();
                for (Sheet sheet : all) {
                    last.put(sheet.getIndex(), lastRow(zip, parts.getOrDefault(sheet.getId(), "")));
                }
                return (visible.isEmpty() ? all : visible).stream().map(sheet -> new Way(all.size() == 1 ? "Excel" : "Excel, sheet “" + sheet.getName() + "”",
                    () -> new XlsxRows(file, sheet.getIndex(), parts.getOrDefault(sheet.getId(), ""), last.getOrDefault(sheet.getIndex(), 0L)))).toList();
            } catch (RuntimeException e) {
                throw new IOException("the Excel file is damaged", e);
            }
        }
    }

    /// Whether a part is longer than `most`: counted, as its size in the file may be a lie.
    private static boolean unpacksTo(ZipFile zip, ZipEntry part, long most) throws IOException {
        try (InputStream in = zip.getInputStream(part)) {
            return part.getSize() > most || in.skip(most + 1) > most;
        }
    }

    private static Map<String, String> parts(ZipFile zip) throws IOException {
        Map<String, String> parts = new HashMap<>();
        for (MatchResult relation : RELATION.matcher(start(zip, "xl/_rels/workbook.xml.rels", 64 * LOOK_AT)).results().toList()) {
            Matcher id = ID.matcher(relation.group());
            Matcher target = TARGET.matcher(relation.group());
            if (id.find() && target.find()) {
                parts.put(id.group(1), target.group(1).startsWith("/") ? target.group(1).substring(1) : "xl/" + target.group(1));
            }
        }
        return parts;
    }

    /// What the sheet says is its last row; 0 when it does not say it.
    private static long lastRow(ZipFile zip, String part) throws IOException {
        Matcher dimension = DIMENSION.matcher(start(zip, part, LOOK_AT));
        return dimension.find() && dimension.group(1).length() < 9 ? Long.parseLong(dimension.group(1)) : 0;
    }

    private static String start(ZipFile zip, String name, int length) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }
    }
}
