package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListFileTest {
    @TempDir
    private Path folder;

    private Path excel(Consumer<Workbook> content) throws IOException {
        Path file = folder.resolve("leads.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "Test", "1.0")) {
            content.accept(workbook);
        }
        return file;
    }

    private static List<ListRows.Row> all(ListFile.Way way) throws IOException {
        List<ListRows.Row> all = new ArrayList<>();
        try (ListRows rows = way.opening().open()) {
            for (ListRows.Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            assertEquals(1, rows.share());
        }
        return all;
    }

    @Test
    void excelCellsAreReadAsTheyAreSeen() throws Exception {
        Path file = excel(workbook -> {
            Worksheet sheet = workbook.newWorksheet("Leads");
            sheet.value(0, 0, "Phone");
            sheet.value(2, 0, 9185550142L);
            sheet.value(2, 1, LocalDateTime.of(2026, 11, 24, 0, 0));
            sheet.style(2, 1).format("m/d/yyyy").set();
            sheet.value(2, 2, LocalDateTime.of(2026, 11, 24, 9, 30));
            sheet.style(2, 2).format("yyyy-mm-dd hh:mm").set();
            sheet.value(2, 3, true);
            sheet.value(2, 4, 2139);
            sheet.style(2, 4).format("00000").set();
            sheet.value(2, 6, 12.5);
            sheet.value(2, 7, "two\nlines & <more>");
            sheet.value(2, 8, 1234);
            sheet.style(2, 8).format("#,##0.00 \"dollars\"").set();
            sheet.value(2, 9, -5);
            sheet.style(2, 9).format("m/d/yyyy").set();
            sheet.value(2, 10, 9999999);
            sheet.style(2, 10).format("m/d/yyyy").set();
            sheet.value(2, 11, " ");
        });
        ListFile list = ListFile.open(file);
        assertEquals(List.of("Excel"), list.ways().stream().map(ListFile.Way::kind).toList());
        assertEquals(List.of(new ListRows.Row(1, List.of("Phone"), ""), new ListRows.Row(3, List.of("9185550142", "2026-11-24", "2026-11-24 09:30", "true",
            "02139", "", "12.5", "two\nlines & <more>", "1234", "-5", "9999999"), "")), all(list.ways().getFirst()));
    }

    private static Map<String, String> sheet(String cells) {
        Map<String, String> parts = new LinkedHashMap<>();
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        parts.put("[Content_Types].xml", xml + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + types + "worksheet+xml\"/></Types>");
        parts.put("_rels/.rels", xml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
            + office + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put("xl/workbook.xml", xml + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office + "\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", xml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
            + office + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", xml + "<worksheet xmlns=\"" + main + "\"><dimension ref=\"A1:D2\"/><sheetData>" + cells);
        return parts;
    }

    private Path zip(String name, Map<String, String> parts) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void formulasAreWhatCameOutOfThemAndErrorsAreEmpty() throws Exception {
        Path file = zip("f.xlsx", sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>\"+1\"&amp;B1</f><v>+19185550142</v></c><c r=\"B1\"><f>1+1</f><v>9.185550142E9</v></c>"
            + "<c r=\"C1\" t=\"e\"><v>#N/A</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>Ann</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"b\"><f>TRUE()</f><v>1</v></c></row></sheetData></worksheet>"));
        List<ListRows.Row> rows = all(ListFile.open(file).ways().getFirst());
        assertEquals(List.of("+19185550142", "9185550142", "", "Ann"), rows.getFirst().cells());
    }

    @Test
    void damagedSheetGivesItsGoodRowsAndSaysWhereItEnds() throws Exception {
        Path file = zip("d.xlsx", sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Phone</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>9185550142</v></c></row><row r=\"3\"><c r=\"A3"));
        try (ListRows rows = ListFile.open(file).ways().getFirst().opening().open()) {
            assertEquals(List.of("Phone"), java.util.Objects.requireNonNull(rows.next()).cells());
            assertEquals(List.of("9185550142"), java.util.Objects.requireNonNull(rows.next()).cells());
            assertEquals(new ListRows.Row(3, List.of(), "the sheet is damaged from here on"), rows.next());
            assertEquals(null, rows.next());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"UTF-16LE | false | CSV, UTF-16", "UTF-16BE | false | CSV, UTF-16", "UTF-16LE | true | CSV, UTF-16", "UTF-8 | true | CSV",
        "UTF-8 | false | CSV", "windows-1252 | false | CSV, Windows-1252", "x-MacRoman | false | CSV, Mac Roman"})
    void encodingIsTold(String charset, boolean mark, String kind) throws Exception {
        String text = (mark ? "\uFEFF" : "") + "Name,Phone\nRené Müller-O’Brien,918 555 0142\nÅsa Öberg,918 555 0143\n";
        Path file = Files.write(folder.resolve("list.csv"), text.getBytes(Charset.forName(charset)));
        ListFile list = ListFile.open(file);
        assertEquals(kind, list.ways().getFirst().kind());
        assertEquals(List.of("René Müller-O’Brien", "918 555 0142"), all(list.ways().getFirst()).get(1).cells());
    }

    @Test
    void whatCannotBeReadSaysWhatItIsAndWhatToDo() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        files.put("is a PDF. Open it", "%PDF-1.7 ".getBytes(StandardCharsets.UTF_8));
        files.put("is a picture.", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        files.put("is an Excel file of the old kind (.xls). Open it in Excel, save it as .xlsx or CSV", join(ole, new byte[70_000], "Workbook".getBytes(StandardCharsets.UTF_16LE)));
        files.put("is protected by a password.", join(ole, new byte[65_530], "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE)));
        files.put("is an Office file of before 2007.", join(ole, new byte[10], new byte[0]));
        files.put("is a web page, even if it is called .xls.", "<html><table><tr><td>Phone".getBytes(StandardCharsets.UTF_16LE));
        files.put("is a JSON file.", "[{\"phone\": \"918 555 0142\"}]".getBytes(StandardCharsets.UTF_8));
        files.put("is a packed file (gzip). Unpack it", new byte[] {0x1F, (byte) 0x8B, 8});
        files.put("is damaged.", "PK\u0003\u0004 no zip".getBytes(StandardCharsets.ISO_8859_1));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = Files.write(folder.resolve("leads.xls"), file.getValue());
            String said = String.valueOf(assertThrows(AppException.class, () -> ListFile.open(path)).getMessage());
            assertTrue(said.startsWith("leads.xls " + file.getKey()), said);
        }
        for (Map.Entry<String, String> file : Map.of("xl/workbook.bin", "is a binary Excel file (.xlsb).", "Index/Document.iwa", "is a Numbers file.", "word/document.xml",
            "is a document without rows.", "leads.csv", "is a packed file (zip). Unpack it").entrySet()) {
            Path path = zip("leads.zip", Map.of(file.getKey(), ""));
            String said = String.valueOf(assertThrows(AppException.class, () -> ListFile.open(path)).getMessage());
            assertTrue(said.startsWith("leads.zip " + file.getValue()), said);
        }
    }

    private static byte[] join(byte[]... parts) throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    @Test
    void cardOfAnySizeCostsItselfOnly() throws Exception {
        String picture = "PHOTO;ENCODING=b:" + String.join("", Collections.nCopies(3_000_000, "A")) + "\n";
        String folded = "PHOTO;ENCODING=b:\n" + String.join("", Collections.nCopies(100_000, " " + "A".repeat(60) + "\n"));
        Path file = Files.writeString(folder.resolve("cards.vcf"), "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\n" + picture + "TEL:918 555 0142\nEND:VCARD\n"
            + "BEGIN:VCARD\nVERSION:3.0\nFN:Bo\n" + folded + "END:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Cy\nTEL:918 555 0143\nEND:VCARD\n");
        List<ListRows.Row> rows = all(ListFile.open(file).ways().getFirst());
        assertEquals(List.of("", "the card is longer than 4194304 characters", ""), rows.subList(1, 4).stream().map(ListRows.Row::problem).toList());
        assertEquals(List.of(1L, 7L), rows.subList(1, 3).stream().map(ListRows.Row::line).toList());
        assertEquals("918 555 0142", rows.get(1).cells().get(VcardRows.headers().indexOf("Phone 1")));
        assertEquals("Cy", rows.get(3).cells().get(VcardRows.headers().indexOf("Full Name")));
    }
}
