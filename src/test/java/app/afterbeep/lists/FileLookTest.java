package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.lists.FileLook.Certainty;
import app.afterbeep.lists.FileLook.ColumnLook;
import app.afterbeep.lists.ImportOptions.Match;
import app.afterbeep.lists.ImportOptions.Mode;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.ui.AppException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

final class FileLookTest extends ListTest {
    private Path file(String... lines) throws Exception {
        return Files.writeString(folder.resolve("list.csv"), String.join("\n", lines) + "\n");
    }

    private static ImportOptions columns(String... words) {
        return new ImportOptions("", "", Map.of(), List.of(words), Map.of(), Mode.CREATE_AND_UPDATE, Match.ANY);
    }

    private List<String> looked(Path file, ImportOptions options) throws AppException {
        return service.look(file, options).columns().stream().map(c -> c.header() + "=" + c.field() + " " + c.certainty()).toList();
    }

    @Test
    void valuesTellWhatHeadersDoNot() throws Exception {
        Path file = file("Kdo;Spojeni 1;Spojeni 2;Kde;Zeme;Pasmo;Kod;Ref;Kdy",
            "Ann Lee;918 555 0142;ann@example.com;OK;US;America/Chicago;74103;4155550101;2026-11-20",
            "Bo Kim;415 555 0143;bo@example.com;California;United States;PST;94105;4155550102;2026-11-21",
            "Cy Dow;212 555 0144;;NY;USA;Eastern Time;10001;4155550103;2026-11-22");
        FileLook look = service.look(file, ImportOptions.none());
        assertEquals("CSV, semicolons", look.kind());
        assertEquals("", look.source());
        assertEquals(1, look.headerLine());
        assertEquals(List.of("Kdo=extra UNKNOWN", "Spojeni 1=phone LIKELY", "Spojeni 2=email LIKELY", "Kde=state LIKELY", "Zeme=country LIKELY",
            "Pasmo=time_zone LIKELY", "Kod=zip LIKELY", "Ref=extra UNKNOWN", "Kdy=extra UNKNOWN"), looked(file, ImportOptions.none()));
        assertEquals(List.of("ann@example.com", "bo@example.com"), look.columns().get(2).samples());
        service.importFile(file, ImportOptions.none());
        assertEquals("ann@example.com", all().getFirst().email());
    }

    @Test
    void aHeaderThatItsValuesContradictIsLessSure() throws Exception {
        assertEquals(List.of("Phone=email LIKELY", "Email=phone LIKELY", "City=city LIKELY", "Name=full_name SURE"),
            looked(file("Phone,Email,City,Name", "a@example.com,918 555 0142,2026-11-20,Ann", "b@example.com,918 555 0143,2026-11-21,Bo"), ImportOptions.none()));
    }

    @Test
    void whatTheRepSaysOutranksEverythingAndIsRemembered() throws Exception {
        Path file = file("Name,Phone,Second,Stuff,Secret", "Ann Lee,918 555 0142,918 555 0143,Example Co,x");
        ImportOptions said = columns("full_name", "phone:main_line", "phone:mobile", "company", "ignored");
        assertEquals(List.of("Name=full_name SURE", "Phone=phone:main_line CHOSEN", "Second=phone:mobile CHOSEN", "Stuff=company CHOSEN", "Secret=ignored CHOSEN"),
            looked(file, said));
        assertEquals(List.of(new PreviewRow(2, "Ann Lee", "Example Co", "+1 918 555 0143 mobile, +1 918 555 0142 main line", "",
            "Central, from the number", "")), service.preview(file, said));
        assertEquals("Stuff=extra UNKNOWN", looked(file, ImportOptions.none()).get(3));
        service.importFile(file, said);
        assertEquals(Map.of(), all().getFirst().fields());
        Path next = file("Name,Phone,Second,Stuff,Secret", "Bo Kim,918 555 0144,918 555 0145,Example Inc,y");
        assertEquals(List.of("full_name CHOSEN", "phone:main_line CHOSEN", "phone:mobile CHOSEN", "company CHOSEN", "ignored CHOSEN"),
            looked(next, ImportOptions.none()).stream().map(text -> text.substring(text.indexOf('=') + 1)).toList());
        service.importFile(next, ImportOptions.none());
        assertEquals("Example Inc", all().getLast().company());
        assertTrue(looked(file("Name,Phone,Second,Stuff", "Cy,918 555 0146,,"), ImportOptions.none()).stream().noneMatch(text -> text.endsWith("CHOSEN")));
    }

    @Test
    void faxIsNotCalledEvenWhereItIsTheOnlyNumber() throws Exception {
        for (String header : List.of("Fax", "Business Fax", "Telefax", "Fax number")) {
            Path file = file("Name," + header, "Ann Lee,918 555 0142");
            AppException refused = assertThrows(AppException.class, () -> service.importFile(file, ImportOptions.none()));
            assertTrue(refused.getMessage().contains("has no phone column"), refused.getMessage());
        }
    }

    @Test
    void whatStandsBesideANumberIsKept() throws Exception {
        Path file = file("Name,Phone", "Ann Lee,\"918 555 0142, not before noon\"", "Bo Kim,DNC 918 555 0143", "Cy Dow,Tel. 918 555 0144 ext. 7",
            "Di Fox,1-800-FLOWERS", "Ed Gay,918 555 0145 or +1 918 555 0146", "Flo Hay,(918) 555-0147 x12");
        service.importFile(file, ImportOptions.none());
        assertEquals(List.of("918 555 0142, not before noon", "DNC 918 555 0143", "", "", "", ""),
            all().stream().map(prospect -> prospect.fields().getOrDefault("Phone", "")).toList());
        assertEquals("+19185550142", all().getFirst().phones().getFirst().e164());
    }

    @Test
    void wordThatIsNoneIsRefused() throws Exception {
        Path file = file("Name,Phone", "Ann,918 555 0142");
        assertTrue(String.valueOf(assertThrows(AppException.class, () -> service.look(file, columns("full_name", "phone:carrier"))).getMessage())
            .startsWith("There is no kind of number “carrier”."));
        assertTrue(String.valueOf(assertThrows(AppException.class, () -> service.preview(file, columns("shoe", "phone"))).getMessage())
            .startsWith("There is no field “shoe”."));
    }

    @Test
    void defaultsStandWhereARowSaysNothing() throws Exception {
        Path file = file("Name,Phone,State", "Ann,918 555 0142,", "Bo,918 555 0143,NY");
        ImportOptions options = new ImportOptions("", "", Map.of(), List.of(), Map.of("company", "Example Co", "state", "Oklahoma"), Mode.CREATE_AND_UPDATE, Match.ANY);
        assertEquals(List.of("Example Co", "Example Co"), service.preview(file, options).stream().map(PreviewRow::company).toList());
        service.importFile(file, options);
        assertEquals(List.of("Oklahoma", "NY"), all().stream().map(Prospect::state).toList());
    }

    @Test
    void previewShowsWhatIsWrongAndWhereTheZoneComesFrom() throws Exception {
        List<PreviewRow> rows = service.preview(file("Name,Phone,State,Time zone", "Ann,918 555 0142,,", "Bo,,NY,", "Cy,212 555 0143,Tennessee,", "Di,212 555 0144,,MST",
            "\"open,", "Ed,800 555 0145,,", "Flo,800 555 0146,FL,"), ImportOptions.none());
        assertEquals(List.of("Central, from the number", "", "Eastern, from the address", "Mountain, from the list", "",
            "Eastern or Central or Mountain or Pacific, guessed from the number", "Eastern or Central, guessed from the address"),
            rows.stream().map(PreviewRow::zone).toList());
        assertEquals("no phone number", rows.get(1).problem());
        assertEquals("Bo", rows.get(1).name());
        assertEquals("a quote is opened and not closed", rows.get(4).problem());
        assertEquals("+1 800 555 0145 toll-free", rows.get(5).phones());
    }

    @Test
    void theFirstSheetWithNumbersIsTaken() throws Exception {
        Path file = folder.resolve("leads.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "Test", "1.0")) {
            row(workbook.newWorksheet("Read me"), 0, "Exported on", "Monday");
            Worksheet sheet = workbook.newWorksheet("People");
            row(sheet, 0, "Leads of November");
            row(sheet, 2, "First Name", "Last Name", "Work Phone", "Ext", "State");
            row(sheet, 3, "Ann", "Lee", "918 555 0142", "7", "OK");
        }
        FileLook look = service.look(file, ImportOptions.none());
        assertEquals("Excel, sheet “People”", look.kind());
        assertEquals(3, look.headerLine());
        service.importFile(file, ImportOptions.none());
        assertEquals("7", all().getFirst().phones().getFirst().extension());
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
        }
    }

    @Test
    void vicidialsPositionsAreKnownOnlyWhereTheyFit() throws Exception {
        String fits = "V1,web,998,1,9185550142,,Ann,,Lee,1 Elm St,,,Tulsa,OK,,74103,USA,F,,,,,,0,";
        String other = fits.replace("USA", "Example Company");
        assertEquals(SourceRules.BY_POSITION, service.look(file(fits, fits), ImportOptions.none()).source());
        FileLook look = service.look(file(other, other), ImportOptions.none());
        assertEquals("", look.source());
        assertEquals("Column 5=phone LIKELY", looked(file(other, other), ImportOptions.none()).get(4));
    }

    @Test
    void everyWordThatAColumnIsToldByCanBeChosen() throws Exception {
        List<String> words = ColumnRules.words();
        String[] headers = Stream.iterate(1, i -> i + 1).limit(words.size()).map(i -> "h" + i).toArray(String[]::new);
        Path file = file(String.join(",", headers), String.join(",", Arrays.stream(headers).map(h -> "918 555 0142").toList()));
        assertEquals(words, service.look(file, columns(words.toArray(String[]::new))).columns().stream().map(ColumnLook::field).toList());
        assertEquals(Certainty.CHOSEN, service.look(file, columns(words.toArray(String[]::new))).columns().getFirst().certainty());
    }
}
