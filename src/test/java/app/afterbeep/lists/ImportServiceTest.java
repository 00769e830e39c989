package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.db.DbException;
import app.afterbeep.lists.ImportReport.Result;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.ui.AppException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who becomes of the rows of a list.
class ImportServiceTest extends ListTest {
    @Test
    void listOfFiveHundredImportsWithoutAnyMapping() throws Exception {
        StringBuilder csv = new StringBuilder("first_name,last_name,company_name,address,city,county,state,zip,phone1,phone2,email,web\n");
        for (int i = 0; i < 500; i++) {
            csv.append("First%d,\"Last%d\",\"Company, No %d\",%d Main St,New Orleans,Orleans,LA,70116,504-621-%04d,504-845-%04d,p%d@example.com,http://www.example.com\n"
                .formatted(i, i, i, i, i, i, i));
        }
        ImportReport report = imported(csv.toString());
        assertEquals("imported 500, updated 0, duplicates 0, rejected 0", report.counts());
        Prospect p = all().get(7);
        assertAll(
            () -> assertEquals("My list", report.listName()),
            () -> assertEquals("My list", p.listName()),
            () -> assertEquals("First7 Last7", p.name()),
            () -> assertEquals("Company, No 7", p.company()),
            () -> assertEquals(List.of("+15046210007", "+15048450007"), numbers(p)),
            () -> assertEquals("p7@example.com", p.email()),
            () -> assertEquals("New Orleans LA 70116", p.city() + " " + p.state() + " " + p.zip()),
            () -> assertEquals("Orleans", p.fields().get("county")),
            () -> assertEquals("7 Main St", p.fields().get("address")),
            () -> assertEquals(ZoneId.of("America/Chicago"), p.place().zone()),
            () -> assertEquals(Place.Source.STATE, p.placeSource()),
            () -> assertEquals(1, p.step()));
    }

    @Test
    void anAbbreviatedZoneIsWhereStateOrNumberSayIt() throws Exception {
        imported("Name,Phone,State,Time Zone\nAnn,602 555 0142,,MST\nBob,212 555 0143,AZ,MST\nCid,306 555 0144,,CST\nDee,303 555 0145,,MST\nEve,212 555 0146,,MST\n");
        assertEquals(List.of("America/Phoenix", "America/Phoenix", "America/Regina", "America/Denver", "America/Denver"),
            all().stream().map(p -> p.place().zoneNames()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // stored name, phone, email | row name, phone, email | duplicate
        "Ann Lee | 918 555 0142 | -               | ANN  LEE | +1 (918) 555-0142 | -               | true",
        "Ann Lee | 918 555 0142 | -               | Ánn Lée  | 9185550142        | -               | true",
        "Ann Lee | 918 555 0142 | -               | Bob Ray  | 918 555 0142      | -               | false",
        "Ann Lee | 918 555 0142 | -               | -        | 918 555 0142      | -               | true",
        "-       | 918 555 0142 | -               | Ann Lee  | 918 555 0142      | -               | true",
        "Ann Lee | 918 555 0142 | ann@example.com | Ann Lee  | 918 555 0149      | Ann@Example.com | true",
        "Ann Lee | 918 555 0142 | ann@example.com | Bob Ray  | 918 555 0149      | ann@example.com | false",
        "Ann Lee | 918 555 0142 | ann@example.com | -        | 918 555 0149      | ann@example.com | true",
        "Ann Lee | 918 555 0142 | ann@example.com | Ann Lee  | 918 555 0149      | lee@example.com | false"})
    void duplicateIsTheSameNumberOrAddressUnderTheSameOrNoName(String name1, String phone1, String email1, String name2, String phone2,
            String email2, boolean duplicate) throws Exception {
        String header = "Name,Phone,Email\n";
        String first = cells(name1, phone1, email1);
        String second = cells(name2, phone2, email2);
        String expected = duplicate ? "imported 0, updated 0, duplicates 1, rejected 0" : "imported 1, updated 0, duplicates 0, rejected 0";
        imported(header + first);
        boolean mayChange = name1 != null || name2 == null;
        assertEquals(duplicate && mayChange && !phone1.endsWith(phone2.substring(phone2.length() - 2)) ? "imported 0, updated 1, duplicates 0, rejected 0" : expected,
            imported(header + second).counts(), "against what is stored: a known person takes a new number");
        database.close();
        Files.delete(folder.resolve("afterbeep.db"));
        open();
        ImportReport both = imported(header + first + second);
        assertEquals(duplicate ? 1 : 0, both.duplicates(), "within one file");
        if (duplicate) {
            assertEquals(3, both.rows().getFirst().line(), "the first one wins");
            assertEquals(Result.DUPLICATE, both.rows().getFirst().result());
        }
    }

    @Test
    void aKnownPersonTakesWhatIsNewAndKeepsWhatStands() throws Exception {
        imported("Name,Phone,Email,Company,Title\nAnn Lee,918 555 0142,ann@example.com,Acme,\n");
        prospects.phones().markBad(1, "+19185550142");
        assertEquals(0, database.sql().number("SELECT reachable FROM prospect"));
        ImportReport report = imported("""
            Name,Phone,Email,Company,Title,City,Time Zone,Pet
            Ann Lee,918 555 0143,Ann@example.com,Other Inc,CFO,Tulsa,America/Denver,Rex
            Ann Lee,918 555 0144,ann@example.com,,,,,
            """);
        assertEquals("imported 0, updated 1, duplicates 1, rejected 0", report.counts());
        assertEquals("number +19185550143 added, title filled in, city filled in, time zone America/Denver taken over, Pet filled in",
            report.rows().getFirst().reason());
        assertEquals(Result.UPDATED, report.rows().getFirst().result());
        assertEquals(List.of(3L), report.left().stream().map(ImportReport.Row::line).toList(), "the first row of a file wins");
        Prospect ann = only();
        assertEquals(List.of("Acme", "CFO", "Tulsa", "ann@example.com", "America/Denver", "Rex"), List.of(ann.company(), ann.title(), ann.city(),
            ann.email(), ann.place().zone().getId(), ann.fields().get("Pet")));
        assertEquals(List.of("+19185550142", "+19185550143"), ann.phones().stream().map(Phone::e164).toList());
        assertEquals(1, database.sql().number("SELECT reachable FROM prospect"), "whoever waited for a number has one");
        assertEquals(1, prospects.search().find("5550143", 10).size());
        assertEquals("imported 0, updated 0, duplicates 1, rejected 0", imported("Name,Phone\nAnn Lee,918 555 0143\n").counts());
    }

    @Test
    void anIdOfAnotherSystemAndTheNameAreThePerson() throws Exception {
        imported("Name,Phone,Id\nAnn Lee,918 555 0142,X1\n");
        assertEquals("imported 1, updated 1, duplicates 0, rejected 0",
            imported("Name,Phone,Id\nAnn Lee,918 555 0143,X1\nBob Ray,918 555 0144,X1\n").counts());
        assertEquals(2, all().getFirst().phones().size());
    }

    @Test
    void whoAskedNotToBeCalledIsNotCalledOnANewNumber() throws Exception {
        imported("Name,Phone,Email,Do not call\nAnn Lee,918 555 0142,ann@example.com,yes\n");
        assertEquals("imported 0, updated 1, duplicates 0, rejected 0", imported("Name,Phone,Email\nAnn Lee,918 555 0143,ann@example.com\n").counts());
        assertTrue(only().suppressed());
        assertTrue(only().phones().stream().allMatch(Phone::dnc));
    }

    @Test
    void aTimeZoneThatIsNoneIsReported() throws Exception {
        ImportReport report = imported("Name,Phone,Time Zone\nAnn,918 555 0142,Mars\nBob,918 555 0143,\nCy,918 555 0144,America/Denver\n");
        assertEquals("imported 3, updated 0, duplicates 0, rejected 0", report.counts());
        assertEquals(List.of("2 imported: there is no time zone ‘Mars’: America/Chicago is taken from the number"),
            report.rows().stream().map(row -> row.line() + " " + row.result() + ": " + row.reason()).toList());
        assertEquals("1 imported row has a remark, the first in line 2: there is no time zone ‘Mars’: America/Chicago is taken from the number",
            report.remarks().orElseThrow());
        assertEquals(List.of(), report.left());
    }

    private static String cells(String... cells) {
        return Stream.of(cells).map(c -> c == null ? "" : "\"" + c + "\"").collect(Collectors.joining(",")) + "\n";
    }

    @Test
    void secondNumberOfOneAndFirstOfAnotherMakeADuplicate() throws Exception {
        ImportReport report = imported("Name,Phone 1,Phone 2\nAnn,918 555 0142,918 555 0143\nAnn,918 555 0149,918 555 0142\n");
        assertEquals(1, report.duplicates());
    }

    @Test
    void doNotCallHoldsForTheNumberInAnyNotationAndUnderAnyName() throws Exception {
        imported("Name,Phone,Do Not Call\nAnn Lee,918-555-0142,yes\nBob Ray,918-555-0143,no\n");
        assertEquals(Prospect.Status.DNC, all().getFirst().status());
        assertEquals(Prospect.Status.ACTIVE, all().get(1).status());
        ImportReport again = imported("Name,Phone\nCid Moe,+1 (918) 555 0142\nAnn Lee,1.918.555.0142\n");
        assertEquals("imported 1, updated 0, duplicates 1, rejected 0", again.counts());
        assertTrue(all().get(2).phone().isEmpty(), "no number to offer");
        assertTrue(all().get(2).suppressed());
    }

    @Test
    void doNotCallOfADuplicateRowReachesThePersonWhoIsStored() throws Exception {
        imported("Name,Phone\nAnn Lee,918-555-0142\nBob Ray,918-555-0142\n");
        ImportReport report = imported("Name,Phone,DNC\nAnn Lee,918-555-0142,asked Bo on Nov 20\n");
        assertEquals(1, report.suppressed());
        assertEquals("+1 918 555 0142 is already known; on the do-not-call list", report.rows().getFirst().reason());
        assertEquals(Prospect.Status.DNC, all().getFirst().status());
        assertTrue(all().get(1).phone().isEmpty(), "the number is shared");
    }

    @Test
    void numbersAreRankedByTheirHeadersThenByTheirColumns() throws Exception {
        imported("Name,Corporate Phone,Phone,Home Phone,Work Direct Phone,Mobile Phone,Fax,Phone 2,Callback\n"
            + "Ann,918 555 0101,918 555 0102,918 555 0103,918 555 0104,918 555 0105,918 555 0106,918 555 0107,918 555 0108\n");
        assertEquals(List.of("+19185550105 mobile", "+19185550104 direct", "+19185550102 ", "+19185550107 ", "+19185550101 main line",
            "+19185550103 other", "+19185550108 other"), only().phones().stream().map(p -> p.e164() + " " + p.label()).toList());
        assertEquals("918 555 0106", only().fields().get("Fax"));
    }

    @Test
    void sameNumberTwiceInARowCountsOnce() throws Exception {
        imported("Name,Phone,Mobile\nAnn,918 555 0142,(918) 555-0142\n");
        assertEquals(List.of("+19185550142"), numbers(only()));
    }

    @Test
    void oneGoodNumberIsEnoughAndTheOtherTextIsKept() throws Exception {
        imported("Name,Mobile,Phone\nAnn,ask for Bob,918 555 0142\n");
        assertEquals(List.of("+19185550142"), numbers(only()));
        assertEquals("ask for Bob", only().fields().get("Mobile"));
    }

    @Test
    void spreadsheetTracesAreTakenOff() throws Exception {
        imported("Name,Phone,Salutation\nAnn,'+1 918-555-0142,'=Dear Ann\nBob,9185550143.0,\n");
        assertEquals(List.of("+19185550142"), numbers(all().getFirst()));
        assertEquals("=Dear Ann", all().getFirst().fields().get("Salutation"));
        assertEquals(List.of("+19185550143"), numbers(all().get(1)));
        assertEquals(1, imported("Name,Phone\nCid,9.18556E+09\n").rejected(), "the last digits are lost");
    }

    @Test
    void vicidialExportIsUnderstood() throws Exception {
        imported("""
            call_date\tphone_number_dialed\tstatus\tuser\tfull_name\tvendor_lead_code\tgmt_offset_now\tphone_code\tphone_number\ttitle\tfirst_name\tmiddle_initial\tlast_name\tcity\tstate\tpostal_code\tcountry_code\talt_phone\temail\tcomments
            2026-11-20 10:00:00\t7275550142\tNA\t1001\tAgent Smith\tX17\t-5.00\t1\t7275550142\tMr\tAnn\tQ\tLee\tTampa\tFL\t33601\tUSA\t7275550143\tann@example.com\tasked for a quote
            """);
        Prospect p = only();
        assertAll(
            () -> assertEquals("Ann Lee", p.name()),
            () -> assertEquals("", p.title()),
            () -> assertEquals("Mr", p.fields().get("title")),
            () -> assertEquals("X17", p.externalId()),
            () -> assertEquals(List.of("+17275550142", "+17275550143"), numbers(p)),
            () -> assertEquals("US", p.country()),
            () -> assertEquals("asked for a quote", p.note()),
            () -> assertEquals(Place.Source.IMPORTED, p.placeSource()),
            () -> assertEquals(ZoneId.of("America/New_York"), p.place().zone()));
    }

    @Test
    void dialCodeAndCountryColumnsReadLocalNumbers() throws Exception {
        imported("Name,phone_code,phone_number\nAnn,44,020 7946 0958\nBob,1,19185550142\n");
        imported("Name,Phone,Country\nCid,030 901820,Germany\nDee,(0)2 9374 4000,AU\nEve,918 555 0199,Atlantis\n");
        assertEquals(List.of("+442079460958", "+19185550142", "+4930901820", "+61293744000", "+19185550199"),
            all().stream().flatMap(p -> numbers(p).stream()).toList());
        assertEquals(List.of("DE", "AU", "Atlantis"), all().stream().skip(2).map(Prospect::country).toList());
    }

    @Test
    void googleContactsAreUnderstood() throws Exception {
        imported("""
            Name,Given Name,Family Name,Notes,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Phone 3 - Type,Phone 3 - Value,Organization 1 - Name,Organization 1 - Title
            Ann Q Lee,Ann,Lee,,* Work,ann@example.com,Work,918 555 0142 ::: 918 555 0143,Mobile,918 555 0144,Work Fax,918 555 0145,Acme,CFO
            """);
        Prospect p = only();
        assertEquals("Ann Lee CFO Acme ann@example.com", p.name() + " " + p.title() + " " + p.company() + " " + p.email());
        assertEquals(List.of("+19185550144", "+19185550142", "+19185550143"), numbers(p));
        assertEquals("918 555 0145", p.fields().get("Phone 3 - Value"));
        assertEquals("Ann Q Lee", p.fields().get("Name"));
    }

    @Test
    void zoneColumnOutranksTheNumberAndIsNoReasonToReject() throws Exception {
        imported("Name,Phone,Time Zone\nAnn,918 555 0142,America/Denver\nBob,918 555 0143,sometimes\nCid,+870 773 111 632,\nDee,918 555 0144,Pacific\n");
        assertEquals(List.of("America/Denver imported", "America/Chicago number", "America/New_York unknown", "America/Los_Angeles imported"),
            all().stream().map(p -> p.place().zone() + " " + p.placeSource()).toList());
    }

    @Test
    void fullNameIsSplit() throws Exception {
        imported("Contact Name,Phone\nMary Ann Lee,918 555 0142\n\"Ray, Bob\",918 555 0143\nCher,918 555 0144\n");
        assertEquals(List.of("Mary Ann/Lee", "Bob/Ray", "Cher/"), all().stream().map(p -> p.firstName() + "/" + p.lastName()).toList());
    }

    @Test
    void mappingOutranksTheSynonyms() throws Exception {
        service.importFile(file("Name,Phone,Rufnummer\nAnn,918 555 0101,918 555 0142\n".getBytes(StandardCharsets.UTF_8)),
            new ImportOptions("Mine", "", Map.of("phone", "Rufnummer", "company", "Name")));
        assertEquals(List.of("+19185550142", "+19185550101"), numbers(only()));
        assertEquals("Ann", only().company());
        assertEquals("", only().firstName());
        assertEquals("Mine", only().listName());
    }

    @Test
    void mappingThatCannotBeSaysWhatThereIs() throws Exception {
        Path file = file("Name,Phone\nAnn,918 555 0101\n".getBytes(StandardCharsets.UTF_8));
        AppException header = assertThrows(AppException.class,
            () -> service.importFile(file, new ImportOptions("", "", Map.of("company", "Firma"))));
        assertEquals("The file has no column “Firma”. Its columns are Name, Phone.", header.getMessage());
        AppException field = assertThrows(AppException.class,
            () -> service.importFile(file, new ImportOptions("", "", Map.of("shoe", "Name"))));
        assertTrue(field.getMessage().startsWith("There is no field “shoe”. The fields are first_name, last_name,"), field.getMessage());
        assertTrue(all().isEmpty());
    }

    @Test
    void filesThatCannotBeListsAreRefusedInOneSentence() throws Exception {
        assertEquals("My list.csv is empty. Choose a file with a header row and one person a row.", refused(""));
        assertEquals("My list.csv is empty. Choose a file with a header row and one person a row.", refused("\n\n \n"));
        assertTrue(refused("First Name,Last Name,URL\nAnn,Lee,x\n").startsWith("My list.csv has no phone column. Its columns are First Name, Last Name, URL."));
        assertTrue(refused("one,two\nthree,four\n").startsWith("My list.csv has no phone column."));
        assertTrue(assertThrows(AppException.class, () -> service.importFile(folder, ImportOptions.none())).getMessage().contains("is a folder"));
        assertTrue(assertThrows(AppException.class, () -> service.importFile(folder.resolve("no.csv"), ImportOptions.none())).getMessage()
            .startsWith("There is no file"));
    }

    @Test
    void samplePeopleAreFictional() throws Exception {
        ImportReport report = service.importSample();
        assertEquals("imported 30, updated 0, duplicates 0, rejected 0", report.counts());
        assertTrue(all().stream().flatMap(p -> numbers(p).stream()).allMatch(n -> n.matches("\\+1\\d{3}55501\\d\\d")));
        assertTrue(all().stream().allMatch(p -> p.email().isEmpty() || p.email().endsWith("@example.com")));
    }

    @Test
    void failedImportLeavesNothingAndTheNextOneWorks() throws Exception {
        database.sql().update("CREATE TRIGGER fail BEFORE INSERT ON prospect WHEN new.first_name = 'Bob' BEGIN SELECT RAISE(ABORT, 'no'); END");
        Path file = file("Name,Phone\nAnn,918 555 0142\nBob,918 555 0143\n".getBytes(StandardCharsets.UTF_8));
        assertThrows(DbException.class, () -> service.importFile(file, ImportOptions.none()));
        assertTrue(all().isEmpty());
        assertEquals(0, database.sql().number("SELECT count(*) FROM list"));
        assertEquals(1, imported("Name,Phone\nAnn,918 555 0142\n").imported());
        assertEquals("Ann", only().name());
    }
}
