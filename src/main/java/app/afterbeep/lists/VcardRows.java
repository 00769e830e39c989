package app.afterbeep.lists;

import app.afterbeep.lists.TextLines.Line;
import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import ezvcard.property.Timezone;
import ezvcard.util.TelUri;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The cards of an address book, one row each, below a header row that is made (line 0). The file is cut into cards here, so that a card that can't
/// be read, or never ends, costs itself and no more.
final class VcardRows implements ListRows {
    private static final int MAX_CARD = 4 * 1024 * 1024;
    private static final int PHONES = 4;
    private static final int EMAILS = 2;
    private static final String SEVERAL = " ::: ";
    private static final List<String> BEFORE = List.of("First Name", "Last Name", "Full Name", "Company", "Job Title");
    private static final List<String> AFTER = List.of("City", "State", "Zip", "Country", "Time Zone", "Note", "External id", "URL", "Categories");

    private final TextLines lines;
    private final DoubleSupplier share;
    private boolean headerGiven;
    private @Nullable Line begun;

    VcardRows(Reader reader, DoubleSupplier share) {
        this.lines = new TextLines(reader);
        this.share = share;
    }

    static List<String> headers() {
        List<String> headers = new ArrayList<>(BEFORE);
        for (int i = 1; i <= PHONES; i++) {
            headers.add("Phone " + i + " - Label");
            headers.add("Phone " + i);
        }
        for (int i = 1; i <= EMAILS; i++) {
            headers.add(i == 1 ? "Email" : "Email " + i);
        }
        headers.addAll(AFTER);
        return headers;
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (!headerGiven) {
            headerGiven = true;
            return new Row(0, headers(), "");
        }
        Line line = begun == null ? lines.next() : begun;
        begun = null;
        while (line != null && !is(line, "BEGIN:VCARD")) {
            line = lines.next();
        }
        return line == null ? null : card(line);
    }

    private static boolean is(Line line, String text) {
        return line.text().strip().equalsIgnoreCase(text);
    }

    private Row card(Line first) throws IOException {
        StringBuilder text = new StringBuilder(first.text()).append('\n');
        int open = 1;
        boolean tooLong = false;
        while (open > 0) {
            Line line = lines.next();
            if (line == null) {
                break;
            }
            boolean begins = is(line, "BEGIN:VCARD");
            if (begins && !text.substring(Math.max(0, text.length() - 200)).toUpperCase(Locale.ROOT).endsWith("AGENT:\n")) {
                // A card that was not ended.
                begun = line;
                break;
            }
            open += begins ? 1 : is(line, "END:VCARD") ? -1 : 0;
            tooLong |= text.length() + line.text().length() > MAX_CARD;
            if (!tooLong && !line.tooLong()) { // so long is no name and no number, but a picture
                text.append(line.text()).append('\n');
            }
        }
        if (tooLong) {
            return new Row(first.number(), List.of(), "the card is longer than " + MAX_CARD + " characters");
        }
        try {
            VCard card = new VCardReader(text.append("END:VCARD\n").toString()).readNext();
            return card == null ? new Row(first.number(), List.of(), "the card can't be read") : new Row(first.number(), cells(card), "");
        } catch (RuntimeException e) {
            // What a damaged card makes of the library's code.
            return new Row(first.number(), List.of(), "the card can't be read");
        }
    }

    private static List<String> cells(VCard card) {
        StructuredName name = card.getStructuredName();
        Organization organization = card.getOrganization();
        String company = organization == null ? "" : organization.getValues().stream().findFirst().orElse("");
        String full = card.getFormattedName() == null ? "" : text(card.getFormattedName().getValue());
        List<String> cells = new ArrayList<>(List.of(name == null ? "" : text(name.getGiven()), name == null ? "" : text(name.getFamily()),
            full.equals(company) ? "" : full, text(company), card.getTitles().stream().map(TextProperty::getValue).findFirst().orElse("")));
        phones(card, cells);
        List<String> emails = card.getEmails().stream().sorted(Comparator.comparing(e -> e.getPref() == null ? 101 : e.getPref()))
            .map(e -> text(e.getValue())).filter(e -> !e.isBlank()).toList();
        for (int i = 0; i < EMAILS; i++) {
            cells.add(i < EMAILS - 1 ? at(emails, i) : String.join(" ", emails.subList(Math.min(i, emails.size()), emails.size())));
        }
        Address address = card.getAddresses().stream().filter(a -> a.getTypes().stream().anyMatch(t -> t.getValue().equalsIgnoreCase("work"))).findFirst()
            .or(() -> card.getAddresses().stream().findFirst()).orElseGet(Address::new);
        Stream.of(address.getLocality(), address.getRegion(), address.getPostalCode(), address.getCountry(), zone(card.getTimezone()),
            card.getNotes().stream().map(TextProperty::getValue).collect(Collectors.joining("\n")), card.getUid() == null ? "" : card.getUid().getValue(),
            card.getUrls().stream().map(TextProperty::getValue).collect(Collectors.joining(" ")),
            card.getCategories() == null ? "" : String.join(SEVERAL, card.getCategories().getValues())).map(VcardRows::text).forEach(cells::add);
        return cells;
    }

    private static void phones(VCard card, List<String> cells) {
        List<Telephone> phones = card.getTelephoneNumbers().stream()
            .sorted(Comparator.comparing(p -> p.getPref() != null ? p.getPref() : p.getTypes().contains(TelephoneType.PREF) ? 1 : 101)).toList();
        for (int i = 0; i < PHONES; i++) {
            List<Telephone> here = i < PHONES - 1 ? phones.subList(Math.min(i, phones.size()), Math.min(i + 1, phones.size()))
                : phones.subList(Math.min(i, phones.size()), phones.size());
            cells.add(here.isEmpty() ? "" : label(card, here.getFirst()));
            cells.add(here.stream().map(VcardRows::number).collect(Collectors.joining(SEVERAL)));
        }
    }

    private static String number(Telephone phone) {
        TelUri uri = phone.getUri();
        return uri == null ? text(phone.getText()) : uri.getNumber() + (uri.getExtension() == null ? "" : " ext. " + uri.getExtension());
    }

    /// The words of a number: "Work Fax"; on Apple's cards what the owner has written.
    private static String label(VCard card, Telephone phone) {
        String group = phone.getGroup();
        String own = group == null ? "" : card.getExtendedProperties("X-ABLABEL").stream().filter(p -> group.equalsIgnoreCase(p.getGroup()))
            .map(RawProperty::getValue).findFirst().orElse("").replaceAll("^_\\$!<|>!\\$_$", "");
        String types = phone.getTypes().stream().map(type -> type.getValue().toLowerCase(Locale.ROOT)).filter(type -> !List.of("pref", "voice", "x-voice").contains(type))
            .map(type -> List.of("cell", "iphone").contains(type) ? "mobile" : type).distinct().collect(Collectors.joining(" "));
        return own.isBlank() ? types : own;
    }

    private static String zone(@Nullable Timezone zone) {
        return zone == null ? "" : zone.getText() != null ? zone.getText() : zone.getOffset() == null ? "" : zone.getOffset().toString();
    }

    private static String at(List<String> texts, int i) {
        return i < texts.size() ? texts.get(i) : "";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public double share() {
        return share.getAsDouble();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
