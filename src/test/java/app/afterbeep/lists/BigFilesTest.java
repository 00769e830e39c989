package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.Main;
import app.afterbeep.faults.Fault;
import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.Child.How;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Big and malicious files are imported by a program that has 64 MB of heap: it neither runs out of memory nor hangs, and says what became of them.
@Fault(value = 19, how = "files of 100 MB and more (fields, quotes, columns, zip bombs) read with 64 MB of heap",
    then = "bounded memory and time, good rows imported, the rest reported")
final class BigFilesTest {
    private static final int MEGABYTE = 1 << 20;
    /// The files are so many times as large with `mvn test -Dtest=BigFilesTest -Dbig.files=3`.
    private static final long TIMES = Integer.getInteger("big.files", 1);

    @TempDir
    private Path folder;

    /// What is written into a file.
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /// What the program says, after "exit 0: " or its other exit code.
    private String imported(String name, Content content) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), MEGABYTE)) {
            content.write(out);
        }
        try (Child program = Child.start(folder, How.with("-Xmx64m"), Main.class, "--data-dir", folder.resolve("data"), "import", file)) {
            String text = (String.join("\n", program.rest()) + "\n" + program.errors()).strip();
            assertTrue(program.exitValue() <= 2, name + " takes longer than " + Child.LIMIT + ": " + text);
            assertFalse(text.contains("OutOfMemory") || text.contains("Exception") || text.contains("\tat "), () -> name + ": " + text);
            return "exit " + program.exitValue() + ": " + text;
        } finally {
            Files.delete(file);
        }
    }

    private static void repeat(OutputStream out, String text, long bytes) throws IOException {
        byte[] block = text.repeat(Math.max(1, MEGABYTE / text.length())).getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < bytes; written += block.length) {
            out.write(block);
        }
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFieldOfManyMegabytes() throws Exception {
        String said = imported("field.csv", out -> {
            text(out, "Name,Phone,Notes\nAnn,212 555 0142,\"");
            repeat(out, "x", 100 * TIMES * MEGABYTE);
            text(out, "\"\nBob,212 555 0143,b\n");
        });
        assertTrue(said.startsWith("exit 0: imported 1, updated 0, duplicates 0, rejected 1"), said);
    }

    @Test
    void anUnclosedQuoteOverManyMegabytes() throws Exception {
        String said = imported("quote.csv", out -> {
            text(out, "Name,Phone,Notes\nAnn,212 555 0142,a\nBob,212 555 0143,\"b\n");
            repeat(out, "z".repeat(999_999) + "\n", 100 * TIMES * MEGABYTE);
            text(out, "Cy,212 555 0144,c\n");
        });
        assertTrue(said.startsWith("exit 0: imported 2, "), said);
    }

    @Test
    void nothingButQuotesAndNothingButNulsAndNothingButLines() throws Exception {
        assertTrue(imported("quotes.csv", out -> {
            text(out, "Name,Phone\n");
            repeat(out, "\"\n", 2L * MEGABYTE);
        }).startsWith("exit "), "quotes");
        assertTrue(imported("nuls.csv", out -> {
            text(out, "Name,Phone\nAnn,212 555 0142\n");
            repeat(out, "\0", 30 * TIMES * MEGABYTE);
        }).startsWith("exit 0: imported 1"), "nuls");
        assertTrue(imported("lines.csv", out -> {
            text(out, "Name,Phone\nBob,212 555 0143\n");
            repeat(out, "\r\n", 30 * TIMES * MEGABYTE);
        }).startsWith("exit 0: imported 1"), "lines");
    }

    @Test
    void aHundredThousandColumns() throws Exception {
        String said = imported("columns.csv", out -> {
            text(out, "Name,Phone,Notes\nAnn,212 555 0142,a\nBob,212 555 0143");
            repeat(out, ",v", 200_000);
            text(out, "\nCy,212 555 0144,c\n");
        });
        assertTrue(said.startsWith("exit 0: imported 2, updated 0, duplicates 0, rejected 1"), said);
        assertTrue(imported("headers.csv", out -> repeat(out, "Phone,", 600_000)).startsWith("exit "), "100,000 headers");
    }

    @Test
    void rowsThatAreAllRejectedAreNotAllKept() throws Exception {
        String said = imported("rejected.csv", out -> {
            text(out, "Name,Phone,Notes\nAnn,212 555 0142,a\n");
            repeat(out, "Nobody,,\"" + "n".repeat(500) + "\"\n", 20 * TIMES * MEGABYTE);
        });
        assertTrue(said.matches("(?s)exit 0: imported 1, updated 0, duplicates 0, rejected \\d{5,}.*"), said);
    }

    private static byte[] entry(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static final String BOOK = """
        <?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets></workbook>""";
    private static final String RELATIONS = """
        <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>""";
    private static final String ROOT = """
        <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""";
    private static final String TYPES = """
        <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override \
        PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""";

    /// A workbook whose strings and sheet are written by these.
    private static void workbook(OutputStream out, Content strings, Content sheet) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        for (List<String> part : List.of(List.of("[Content_Types].xml", TYPES), List.of("_rels/.rels", ROOT), List.of("xl/workbook.xml", BOOK),
                List.of("xl/_rels/workbook.xml.rels", RELATIONS))) {
            zip.putNextEntry(new ZipEntry(part.getFirst()));
            zip.write(entry(part.getLast()));
            zip.closeEntry();
        }
        zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
        strings.write(zip);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        sheet.write(zip);
        zip.closeEntry();
        zip.finish();
    }

    private static final String NO_STRINGS = "<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"0\" uniqueCount=\"0\"></sst>";
    private static final String SHEET = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Phone</t></is></c></row>"
        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Ann</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>212 555 0142</t></is></c></row>";

    @Test
    void aWorkbookThatUnpacksToFarMoreThanThereIsMemory() throws Exception {
        assertTrue(imported("strings.xlsx", out -> workbook(out, strings -> {
            text(strings, NO_STRINGS.replace("</sst>", "<si><t>"));
            repeat(strings, "x", 400 * TIMES * MEGABYTE);
            text(strings, "</t></si></sst>");
        }, sheet -> text(sheet, "<?xml version=\"1.0\"?>" + SHEET + "</sheetData></worksheet>"))).contains("has too much text for one Excel file"), "strings");
        assertTrue(imported("sheet.xlsx", out -> workbook(out, strings -> text(strings, NO_STRINGS), sheet -> {
            text(sheet, "<?xml version=\"1.0\"?>" + SHEET + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>");
            repeat(sheet, "y", 400 * TIMES * MEGABYTE);
            text(sheet, "</t></is></c></row></sheetData></worksheet>");
        })).startsWith("exit 0: imported 1, updated 0, duplicates 0, rejected 1"), "sheet");
    }

    @Test
    void aWorkbookOfABillionLaughs() throws Exception {
        StringBuilder entities = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        entities.append("<!ENTITY file SYSTEM \"file:///etc/hostname\">]>");
        String said = imported("laughs.xlsx", out -> workbook(out, strings -> text(strings, NO_STRINGS), sheet -> text(sheet, entities
            + SHEET.replace("Ann", "&l9;&file;") + "</sheetData></worksheet>")));
        assertTrue(said.startsWith("exit "), said);
        assertFalse(said.contains("lollollol"), said);
    }

    @Test
    void aVisitingCardWithAPhotoOfManyMegabytes() throws Exception {
        String said = imported("cards.vcf", out -> {
            text(out, "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lee;Ann\r\nTEL;TYPE=CELL:+1 212 555 0142\r\nPHOTO;ENCODING=b;TYPE=JPEG:");
            repeat(out, "QUJD".repeat(18) + "\r\n ", 30 * TIMES * MEGABYTE);
            text(out, "\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nN:Ray;Bob\r\nTEL:+1 212 555 0143\r\nEND:VCARD\r\n");
        });
        assertTrue(said.startsWith("exit "), said);
    }
}
