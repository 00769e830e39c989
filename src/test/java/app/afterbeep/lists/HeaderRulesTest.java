package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.lists.HeaderRules.Columns;
import app.afterbeep.lists.HeaderRules.Field;
import app.afterbeep.lists.HeaderRules.PhoneKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FIRST_NAME | First Name; first_name; firstname; firstName; Given Name; Person - First name; FIRST NAME*",
        "LAST_NAME | Last Name; last_name; lastname; lastName; Family Name; Person - Last name",
        "FULL_NAME | Name; Full Name; full_name; display_name; primary_contact_name; Person - Name*; Contact Name",
        "COMPANY | Company; Company Name; company_name; Account Name; Organization; Organization Name; Organization - Name; account_name; Organization 1 - Name",
        "TITLE | Title; Job Title; jobtitle; Position; Organization Title; Organization 1 - Title; primary_contact_title",
        "PHONE_CODE | phone_code",
        "EMAIL | Email; E-mail; Email Address; E-mail Address; E-mail 1 - Value; primary_contact_primary_email; Person - Email (Work); E-mail 2 Address",
        "CITY | City; Mailing City; Business City; Address 1 - City",
        "STATE | state; State; Mailing State; Business State; Address 1 - Region; province",
        "ZIP | Zip; postal_code; Mailing Zip/Postal Code; Business Postal Code; Address 1 - Postal Code",
        "COUNTRY | Country; country_code; Mailing Country; Business Country/Region; Address 1 - Country",
        "TIME_ZONE | gmt_offset_now; timezone; Time Zone; time_zone",
        "DO_NOT_CALL | Do Not Call; do_not_call; doNotCall; DNC",
        "EXTERNAL_ID | vendor_lead_code; id; lead_id; Id; ID; Record ID; Person - ID",
        "REACH | reach; Reach",
        "NOTE | Notes; comments; Description; description; Note - Content"})
    void fieldIsKnownByItsHeaders(Field field, String headers) {
        for (String header : headers.split(";")) {
            assertEquals(Optional.of(field), HeaderRules.field(header.strip()), header);
            assertEquals(Optional.empty(), HeaderRules.kind(header.strip()), header);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MOBILE | Mobile Phone; Mobile; mobile_no; phone_mobile; Mobile phone; Cell; Cell #; mobilePhone",
        "DIRECT | Work Direct Phone; Direct Phone; Direct Dial; Direct Line; Direct Number",
        "PLAIN | Phone; phone; phone1; phone2; phone_2; Phone 3; phone_number; Business Phone; Business Phone 2; Phone 1 - Value; primary_contact_primary_phone; Person - Phone; First Phone; first_phone; Telephone; Tel.; Primary Phone; Phone Number(s)",
        "MAIN_LINE | Corporate Phone; Company Phone; Company HQ Phone; Company Main Phone; Main Line; Switchboard",
        "OTHER | alt_phone; Alt Phone; Other Phone; Home Phone; Home Phone 2; Car Phone; primary_contact_other_phones",
        "LAST | Callback; Assistant's Phone; Asst. Phone"})
    void phoneIsKnownAndRankedByItsHeaders(PhoneKind kind, String headers) {
        for (String header : headers.split(";")) {
            assertEquals(Optional.of(kind), HeaderRules.kind(header.strip()), header);
            assertEquals(Optional.empty(), HeaderRules.field(header.strip()), header);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FIRST_NAME | Vorname; Prénom; Nombre; Voornaam", "LAST_NAME | Nachname; Nom; Apellidos; Cognome; Achternaam",
        "COMPANY | Firma; Société; Empresa; Azienda; Bedrijf", "ZIP | PLZ; Code postal; Código postal; CAP", "CITY | Ort; Ville; Ciudad; Città; Plaats",
        "NOTE | Bemerkung; Remarques; Notas", "EMAIL | E-Mail-Adresse; Courriel; Correo electrónico", "DO_NOT_CALL | Nicht anrufen; No llamar"})
    void aHeaderMayBeInAnotherLanguage(Field field, String headers) {
        for (String header : headers.split(";")) {
            assertEquals(Optional.of(field), HeaderRules.field(header.strip()), header);
        }
        for (String header : List.of("Telefon", "Telefonnummer 2", "Téléphone", "Teléfono", "Telefoon")) {
            assertEquals(Optional.of(PhoneKind.PLAIN), HeaderRules.kind(header), header);
        }
        for (String header : List.of("Mobil", "Handy", "Portable", "Móvil", "Cellulare", "Mobiel")) {
            assertEquals(Optional.of(PhoneKind.MOBILE), HeaderRules.kind(header), header);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fax", "Business Fax", "Home Fax", "Pager", "ISDN", "Phone Ext-", "Phone 1 - Label", "Phone 1 - Type",
        "primary_contact_primary_phone_type", "Phonetic First Name", "Last phone call", "Email Status", "Email Opt Out", "Person Linkedin Url",
        "Contact Owner", "# Employees", "Stage", "Middle Name", "wrong_numbers", "User", "Phone Status", ""})
    void aboutAPhoneIsNotAPhone(String header) {
        assertEquals(Optional.empty(), HeaderRules.kind(header));
        assertEquals(Optional.empty(), HeaderRules.field(header));
    }

    private static Columns columns(String headers) throws Exception {
        return HeaderRules.columns(List.of(headers.split(",")), Map.of());
    }

    private static String header(Columns columns, Field field) {
        return columns.of(field).isEmpty() ? "" : columns.headers().get(columns.of(field).getFirst());
    }

    @Test
    void titleIsASalutationBesideAMiddleInitialOrAJobTitle() throws Exception {
        assertEquals("", header(columns("phone_code,phone_number,title,first_name,middle_initial,last_name"), Field.TITLE));
        assertEquals("Job Title", header(columns("Title,First Name,Job Title,Business Phone"), Field.TITLE));
        assertEquals("Title", header(columns("Salutation,First Name,Last Name,Title,Phone"), Field.TITLE));
    }

    @Test
    void personsOwnPlaceOutranksTheCompanys() throws Exception {
        Columns apollo = columns("First Name,Last Name,Title,Company Name for Emails,Company,Email,Company City,City,State,Country,Company Country,Mobile Phone,Corporate Phone");
        assertEquals("City", header(apollo, Field.CITY));
        assertEquals("Country", header(apollo, Field.COUNTRY));
        assertEquals("Company", header(apollo, Field.COMPANY));
        assertTrue(apollo.extra().contains(6), "the company's city stays a merge field");
    }

    @Test
    void closeNamesTheCompanyBeforeItsContact() throws Exception {
        Columns close = columns("id,display_name,description,status_label,primary_contact_name,primary_contact_title,primary_contact_primary_phone,primary_contact_primary_phone_type,primary_contact_primary_email,custom.Tier");
        assertEquals("display_name", header(close, Field.COMPANY));
        assertEquals("primary_contact_name", header(close, Field.FULL_NAME));
        assertEquals(1, close.phones().size());
    }

    @Test
    void headersAreMadeDistinct() throws Exception {
        assertEquals(List.of("Phone", "x", "X 2", "Column 4"), HeaderRules.columns(List.of("Phone", "x", "X", " "), Map.of()).headers());
    }

    @ParameterizedTest
    @CsvSource({"firstName, first name", "FIRST_NAME, first name", "Phone1, phone 1", "E-Mail, email", "Zip/Postal Code, zip postal code",
        "Assistant's Phone, assistant phone", "ID, id", "'  Tel.: ', tel"})
    void writingDoesNotMatter(String header, String normal) {
        assertEquals(normal, HeaderRules.normal(header));
    }

    @Test
    void dataIsNoHeaderRow() {
        assertEquals(0, HeaderRules.known(List.of("Ann", "Mobile", "918 555 0142"), Map.of(), "US"));
        assertEquals(0, HeaderRules.known(List.of("Name", "ann@example.com"), Map.of(), "US"));
        assertEquals(2, HeaderRules.known(List.of("Name", "Mobile", "Shoe"), Map.of(), "US"));
        assertEquals(3, HeaderRules.known(List.of("Name", "Mobile", "Shoe"), Map.of("title", "shoe"), "US"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"918 555 0142", "(918) 555-0142", "+44 20 7946 0958", "918.555.0142 x12", "'+1 918-555-0142"})
    void numberLooksLikeOne(String text) {
        assertTrue(HeaderRules.looksLikePhone(text, "US"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-24 10:00:00 or so", "Main St 123", "12", "x 918 555 0142 or call 918 555 0143", "70116"})
    void otherTextDoesNot(String text) {
        assertTrue(!HeaderRules.looksLikePhone(text, "US"));
    }
}
