package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.faults.Fault;
import app.afterbeep.testkit.LogDeskTest;
import app.afterbeep.ui.AppException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The faults that CSV files have in the field: good rows are imported, each bad one is reported with its line and the reason.
@Fault(value = 19, how = "CSV: BOM, UTF-16, CP1252, NUL, 10 MB field, unclosed quote, CR only, ragged, 1,000 columns, formulas",
    then = "each bad row reported with its line and reason, all good rows imported")
final class FaultyFilesTest extends LogDeskTest {
    private ImportReport imported(byte[] bytes) throws Exception {
        return desk.importer.importFile(Files.write(folder.resolve("Autumn.csv"), bytes), ImportOptions.none());
    }

    private ImportReport imported(String text) throws Exception {
        return imported(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> left(ImportReport report) {
        return report.left().stream().map(row -> row.line() + " " + row.result() + ": " + row.reason()).toList();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeader() throws Exception {
        assertEquals("imported 1, updated 0, duplicates 0, rejected 0", imported("\uFEFFName,Phone\nAnn Lee,212 555 0142\n").counts());
        assertEquals("Lee", desk.prospect("Ann").lastName());
        assertEquals("imported 1, updated 0, duplicates 0, rejected 0", imported("\uFEFF\"First Name\",Phone\nBob,212 555 0143\n").counts());
        assertEquals("Bob", desk.prospect("Bob").firstName());
    }

    @Test
    void utf16IsReadInBothOrdersAndWithAnOddByteAtItsEnd() throws Exception {
        assertEquals(1, imported("\uFEFFName\tPhone\r\nŁukasz 山\t212 555 0142\r\n".getBytes(StandardCharsets.UTF_16LE)).imported());
        assertEquals("山", desk.prospect("Łukasz").lastName());
        ByteArrayOutputStream odd = new ByteArrayOutputStream();
        odd.writeBytes("\uFEFFName\tPhone\r\nZoë\t212 555 0143\r\nBob\t12".getBytes(StandardCharsets.UTF_16BE));
        odd.write('3');
        ImportReport report = imported(odd.toByteArray());
        assertEquals("imported 1, updated 0, duplicates 0, rejected 1", report.counts());
        assertEquals(3, report.left().getFirst().line());
        assertTrue(report.left().getFirst().reason().startsWith("no usable phone number: ‘12"), report.left()::toString);
    }

    @Test
    void whatIsNoUtf8IsWindows1252() throws Exception {
        assertEquals(1, imported("Name,Phone\nZoë O’Neil – €,212 555 0142\n".getBytes(Charset.forName("windows-1252"))).imported());
        assertEquals("Zoë O’Neil –", desk.prospect("Zoë O’Neil –").firstName());
    }

    @Test
    void nulsAreLeftOut() throws Exception {
        assertEquals(List.of("3 rejected: no phone number"), left(imported("Name,Phone\nA\0nn,212\0 555 0142\nBob,\0\n")));
        assertEquals("+12125550142", desk.prospect("Ann").phones().getFirst().e164());
    }

    @Test
    void aFieldOfTenMegabytesCostsItsRowOnly() throws Exception {
        String big = "x".repeat(10_000_000);
        List<String> limits = List.of("3 rejected: the line is longer than 1048576 characters", "5 rejected: a cell is longer than 65536 characters");
        assertEquals(limits, left(imported("Name,Phone,Notes\nAnn,212 555 0142,a\nBob,212 555 0143," + big + "\nCy,212 555 0144,c\nDi,212 555 0145,\""
            + "y".repeat(70_000) + "\"\nEd,212 555 0146,e\n")));
        assertEquals(3, desk.desk.prospects.count());
    }

    @Test
    void anUnclosedQuoteCostsItsLineOnly() throws Exception {
        assertEquals(List.of("3 rejected: a quote is opened and not closed"),
            left(imported("Name,Phone,Notes\nAnn,212 555 0142,a\nBob,212 555 0143,\"b\nCy,212 555 0144,c\nDi,212 555 0145,d\n")));
        assertEquals(List.of("2 rejected: a quote is closed in the middle of a cell, or was opened and not closed"),
            left(imported("Name,Phone,Notes\nEd,212 555 0147,\"e\nFay,212 555 0148,\"f\"\nGil,212 555 0149,g\n")));
        assertEquals(5, desk.desk.prospects.count());
    }

    @Test
    void aFileWithCarriageReturnsOnlyHasLines() throws Exception {
        assertEquals(List.of("3 rejected: no phone number", "6 rejected: no usable phone number: ‘12’ in column Phone"),
            left(imported("Name,Phone,Notes\rAnn,212 555 0142,\"a\rb\rc\"\rBob,,\rCy,12,\r".replace("Ann,212 555 0142,\"a\rb\rc\"\rBob,,\r", "Bob\t,212 555 0142,\rAnn,,\rDi,212 555 0143,\"a\rb\"\r"))));
        assertEquals("a\nb", desk.prospect("Di").note());
    }

    @Test
    void raggedRowsAreReadAsFarAsTheyGo() throws Exception {
        assertEquals(List.of("3 rejected: no phone number", "5 rejected: the row is empty"),
            left(imported("Name,Phone,Notes\nAnn,212 555 0142\nBob\nCy,212 555 0144,c,more,and more\n,\n")));
        assertEquals("more", desk.prospect("Cy").fields().get("Column 4"));
        assertEquals("", desk.prospect("Ann").note());
    }

    @Test
    void aThousandColumnsAreReadAndAHundredThousandAreRejected() throws Exception {
        String headers = IntStream.range(0, 1000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertEquals(List.of("3 rejected: the row has more than 4096 columns"),
            left(imported("Name,Phone," + headers + "\nAnn,212 555 0142" + ",v".repeat(1000) + "\nBob,212 555 0143" + ",v".repeat(100_000) + "\nCy,212 555 0144\n")));
        assertEquals(1000, desk.prospect("Ann").fields().size());
        String message = assertThrows(AppException.class, () -> imported(headers.repeat(100) + ",Phone\n" + ",".repeat(100_000) + "212 555 0149\n")).getMessage();
        assertTrue(message.length() < 3000 && message.endsWith("."), message);
    }

    @Test
    void formulasAreTexts() throws Exception {
        assertEquals(List.of("4 rejected: no usable phone number: ‘=1+1’ in column Phone"),
            left(imported("Name,Phone,Notes\n'=cmd|' /C calc'!A0,212 555 0142,=1+1\n+1,'+1 212 555 0143,'@x\nBob,=1+1,\n")));
        assertEquals("=1+1", desk.desk.text("SELECT note FROM prospect WHERE id = 1"));
        assertEquals("@x", desk.desk.text("SELECT note FROM prospect WHERE id = 2"));
        assertEquals("=cmd|' /C calc'!A0", desk.desk.text("SELECT trim(first_name || ' ' || last_name) FROM prospect WHERE id = 1"));
    }
}
