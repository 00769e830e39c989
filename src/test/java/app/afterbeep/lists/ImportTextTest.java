package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the text of a list is read: its header, its delimiter, its encoding, its quotes and its bad rows.
class ImportTextTest extends ListTest {
    @Test
    void preambleBeforeTheHeaderIsPassedOver() throws Exception {
        ImportReport report = imported("""
            Notes:
            "When exporting your connection data, you may notice that some of the email addresses are missing."

            First Name,Last Name,URL,Email Address,Company,Position,Mobile,Connected On
            Ann,Lee,https://example.com/ann,ann@example.com,Acme,CFO,918 555 0142,21 Nov 2026
            """);
        assertEquals("imported 1, updated 0, duplicates 0, rejected 0", report.counts());
        assertEquals("CFO", only().title());
        assertEquals("mobile", only().phones().getFirst().label());
    }

    @Test
    void rowWithANumberAboveTheHeaderIsReported() throws Exception {
        ImportReport report = imported("Bob,918 555 0143\nName,Phone\nAnn Lee,918 555 0142\n");
        assertEquals("imported 1, updated 0, duplicates 0, rejected 1", report.counts());
        assertEquals(1, report.rows().getFirst().line());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void delimiterIsFoundOut(String delimiter) throws Exception {
        imported("First Name,Last Name,Phone,Company\nAnn,Lee,918 555 0142,Acme\n".replace(",", delimiter));
        assertEquals("Ann Lee Acme", only().name() + " " + only().company());
    }

    @Test
    void excelsSeparatorLineIsPassedOver() throws Exception {
        imported("sep=;\r\nFirst Name;Phone\r\nAnn;918 555 0142\r\n");
        assertEquals("Ann", only().firstName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "x-UTF-16LE-BOM", "UTF-16", "windows-1252"})
    void encodingIsFoundOut(String charset) throws Exception {
        String text = "Name,Phone\nRenée Muñoz,918 555 0142\n";
        service.importFile(file(text.getBytes(Charset.forName(charset))), ImportOptions.none());
        assertEquals("Renée Muñoz", only().name());
    }

    @Test
    void byteOrderMarkIsNotPartOfTheFirstHeader() throws Exception {
        imported("\uFEFFfirst_name,phone\nAnn,918 555 0142\n");
        assertEquals("Ann", only().firstName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n"})
    void linesMayEndInAnyWayAndBeEmpty(String end) throws Exception {
        ImportReport report = imported("Name,Phone\n\nAnn,918 555 0142\n\n\nBob,12\n".replace("\n", end));
        assertEquals("imported 1, updated 0, duplicates 0, rejected 1", report.counts());
        assertEquals(6, report.rows().getFirst().line());
    }

    @Test
    void badRowsAreReportedWithTheirLinesAndGoodOnesImported() throws Exception {
        ImportReport report = imported("""
            Name,Phone,Note
            Ann,918 555 0142,"two
            lines"
            Bob,"918 555 0143
            Cid,918 555 0144,
            Dee,12,x
            Eve
            Fay,918 555 0146,a,b,c
            ,,
            Gus,"918 555" 0147,
            Hal,918\u0000 555 0148,
            """);
        assertEquals(List.of("4 rejected a quote is closed in the middle of a cell, or was opened and not closed", "6 rejected no usable phone number: ‘12’ in column Phone",
                "7 rejected no phone number", "9 rejected the row is empty",
                "10 rejected a quote is closed in the middle of a cell, or was opened and not closed"),
            report.rows().stream().map(r -> r.line() + " " + r.result() + " " + r.reason()).toList());
        assertEquals(List.of("Ann", "Cid", "Fay", "Hal"), all().stream().map(Prospect::name).toList());
        assertEquals("two\nlines", all().getFirst().note());
        assertEquals(Map.of("Column 4", "b", "Column 5", "c"), all().get(2).fields());
    }

    @Test
    void openQuoteBeforeQuotedRowsCostsOneRow() throws Exception {
        ImportReport report = imported("Name,Phone\nAnn,\"918 555 0142\n\"Bob\",\"918 555 0143\"\n\"Cid\",\"918 555 0144\"\n");
        assertEquals("imported 2, updated 0, duplicates 0, rejected 1", report.counts());
        assertEquals(2, report.rows().getFirst().line());
    }

    @Test
    void hugeCellIsRejectedAndTheNextRowImported() throws Exception {
        String huge = "x".repeat(10 * 1024 * 1024);
        ImportReport report = imported("Name,Phone,Note\nAnn,918 555 0142," + huge + "\nBob,918 555 0143,\nCid,918 555 0144," + "y".repeat(100_000) + "\n");
        assertEquals("imported 1, updated 0, duplicates 0, rejected 2", report.counts());
        assertTrue(report.rows().stream().allMatch(row -> row.reason().contains("longer than")), () -> report.rows().getFirst().reason());
        assertEquals("Bob", only().name());
    }

    @Test
    void thousandColumnsBecomeMergeFields() throws Exception {
        StringBuilder header = new StringBuilder("Name,Phone");
        StringBuilder row = new StringBuilder("Ann,918 555 0142");
        for (int i = 0; i < 1000; i++) {
            header.append(",extra ").append(i);
            row.append(",v").append(i);
        }
        imported(header + "\n" + row + "\n");
        assertEquals(1000, only().fields().size());
        assertEquals("v999", only().fields().get("extra 999"));
    }

    @Test
    void columnOfNothingButNumbersIsAList() throws Exception {
        ImportReport report = imported("918 555 0142\n(918) 555-0143\n+44 20 7946 0958\nhello\n");
        assertEquals("imported 3, updated 0, duplicates 0, rejected 1", report.counts());
        assertEquals(List.of("+19185550142", "+19185550143", "+442079460958"), all().stream().flatMap(p -> numbers(p).stream()).toList());
    }

    @Test
    void strangeHeaderAboveNumbersIsAHeader() throws Exception {
        ImportReport report = imported("Jméno;Kam volat\nAnn;918 555 0142\nBob;918 555 0143\n");
        assertEquals("imported 2, updated 0, duplicates 0, rejected 0", report.counts());
        assertEquals("Ann", all().getFirst().fields().get("Jméno"));
    }

    @Test
    void headerlessRowsKeepTheirOtherCells() throws Exception {
        imported("Ann,Lee,918 555 0142\nBob,Ray,918 555 0143\n");
        assertEquals(Map.of("Column 1", "Bob", "Column 2", "Ray"), all().get(1).fields());
    }
}
