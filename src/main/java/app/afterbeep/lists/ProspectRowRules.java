package app.afterbeep.lists;

import app.afterbeep.exports.CellRules;
import app.afterbeep.exports.ProspectColumns;
import app.afterbeep.prospects.Kept;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.prospects.PhoneNumbers.Parsed;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.PlaceRules;
import app.afterbeep.prospects.PlaceRules.Clues;
import app.afterbeep.prospects.PlaceRules.Where;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore.Draft;
import app.afterbeep.prospects.Reach;
import app.afterbeep.lists.RowRules.Person;
import app.afterbeep.lists.RowRules.Rejected;
import app.afterbeep.lists.RowRules.Result;
import app.afterbeep.lists.RowRules.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads one row of prospects that we exported: every text as it is, and where they stood. What somebody has changed in a spreadsheet since, in a
/// column that people read, outranks what the columns for programs say.
///
/// @param country for numbers that somebody has typed without a country code since
/// @param here    the rep's zone, in which times without an offset are meant
record ProspectRowRules(ProspectLayout layout, String country, ZoneId here, Instant now) {
    private static final int LONGEST_STEP = 1000;

    /// Why a row can't be read.
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String reason) {
            super(reason);
        }
    }

    Result read(List<String> row, Target target) {
        if (row.stream().allMatch(String::isBlank)) {
            return new Rejected("the row is empty");
        }
        try {
            return person(layout.exact() ? row : row.stream().map(CellRules::withoutApostrophe).toList(), target);
        } catch (Unreadable e) {
            return new Rejected(String.valueOf(e.getMessage()));
        }
    }

    private Person person(List<String> cells, Target target) {
        List<Phone> all = cell(cells, "all_numbers").lines().map(this::phone).toList();
        List<Phone> phones = phones(cells, all);
        Where where = where(cells, phones, phones.stream().findFirst().map(Phone::e164).equals(all.stream().findFirst().map(Phone::e164)));
        Instant created = null;
        String unread = "";
        try {
            created = time(cells, "created_at");
        } catch (Unreadable e) {
            unread = e.getMessage() + ", now is taken instead";
        }
        boolean atOnce = cell(cells, "due").equals(ProspectColumns.AT_ONCE);
        Kept kept = new Kept(cell(cells, "list").isBlank() ? "" : cell(cells, "list"), cell(cells, "cadence"), cell(cells, "series"),
            code(cells, "status", Prospect.Status.values()), step(cells),
            atOnce ? Prospect.Due.FRESH : code(cells, "due", Prospect.Due.values()), atOnce ? Prospect.AT_ONCE : time(cells, "next_call_at"),
            created == null ? now : created, entries(cells));
        String reach = cell(cells, "reach");
        Draft draft = new Draft(target.listId(), target.round().cadenceId(), target.round().seriesId(), target.round().step(), at(cells, 0), at(cells, 1),
            at(cells, 2), at(cells, 3), cell(cells, "email"), cell(cells, "city"), cell(cells, "state"), cell(cells, "zip"), cell(cells, "country"),
            cell(cells, "external_id"), RowRules.json(extra(cells)), cell(cells, "note"), where.place(), where.source(), phones);
        String typed = freed(phones, kept) ? cell(cells, "do_not_call") : "";
        return new Person(draft, kept.status() == Prospect.Status.DNC || SilenceRules.isSilenced(typed), Reach.find(reach).orElse(Reach.UNKNOWN),
            Stream.of(unread, RowRules.remark(typed, cell(cells, "time_zone"), where)).filter(text -> !text.isEmpty()).collect(Collectors.joining("; ")), kept);
    }

    /// Whether what stands behind do_not_call lets them be called: where that says otherwise, somebody has typed it.
    private static boolean freed(List<Phone> phones, Kept kept) {
        return kept.status() != Prospect.Status.DNC && (kept.dnc().isEmpty() || kept.dnc().stream().allMatch(entry -> entry.kind().equals("phone"))
            && phones.stream().anyMatch(phone -> !phone.bad() && kept.dnc().stream().noneMatch(entry -> entry.value().equals(phone.e164()))));
    }

    /// Who a row is about, whatever else is wrong with it.
    String shownName(List<String> row) {
        return (at(row, 0) + " " + at(row, 1)).strip();
    }

    private static String at(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    private String cell(List<String> cells, String header) {
        int ours = ProspectColumns.OURS.indexOf(header);
        return at(cells, layout.ours() + (ours >= 0 ? ours : ProspectColumns.AFTER_PHONES.indexOf(header) - ProspectColumns.AFTER_PHONES.size()));
    }

    private Map<String, String> extra(List<String> cells) {
        Map<String, String> extra = new LinkedHashMap<>();
        for (int column = layout.ours() + ProspectColumns.OURS.size(); column < cells.size(); column++) {
            String header = column < layout.headers().size() ? layout.headers().get(column) : "Column " + (column + 1);
            if (!cells.get(column).isEmpty()) {
                extra.put(header, cells.get(column));
            }
        }
        return extra;
    }

    private List<Phone> phones(List<String> cells, List<Phone> all) {
        List<String> shown = cells.subList(Math.min(cells.size(), ProspectColumns.BEFORE_PHONES.size()),
            Math.min(cells.size(), ProspectColumns.BEFORE_PHONES.size() + layout.phones())).stream().filter(text -> !text.isBlank()).toList();
        List<Phone> good = all.stream().filter(phone -> !phone.bad()).toList();
        if (shown.size() == good.size() && IntStream.range(0, shown.size()).allMatch(i -> isStill(good.get(i), shown.get(i)))) {
            return ranked(all);
        }
        List<Phone> phones = new ArrayList<>();
        for (String text : shown) {
            Parsed parsed = PhoneNumbers.parse(text, country)
                .orElseThrow(() -> new Unreadable("no usable phone number: ‘" + shortened(text) + "’"));
            phones.add(new Phone(0, 0, parsed.e164(), parsed.extension(), "", parsed.type(), parsed.valid(), false, false, false));
        }
        all.stream().filter(Phone::bad).forEach(phones::add);
        return ranked(phones);
    }

    /// As it was written, or as a spreadsheet has saved it: without its plus, or even rounded to "1.21256E+10".
    private static boolean isStill(Phone phone, String shown) {
        return shown.equals(ProspectColumns.number(phone)) || phone.extension().isEmpty() && (phone.e164().equals("+" + shown) || RowRules.ROUNDED.matcher(shown).matches());
    }

    private static List<Phone> ranked(List<Phone> phones) {
        List<Phone> ranked = new ArrayList<>();
        phones.forEach(p -> ranked.add(new Phone(0, ranked.size() + 1, p.e164(), p.extension(), p.label(), p.type(), p.valid(), p.bad(), false, false)));
        return ranked;
    }

    private Phone phone(String line) {
        String[] parts = line.split(";", 4);
        if (parts.length < 4 || !parts[0].matches("\\+\\d{1,20}")) {
            throw unreadable(line, "all_numbers");
        }
        Optional<Parsed> parsed = PhoneNumbers.parse(parts[0], country);
        return new Phone(0, 0, parts[0], parts[1], parts[3], parsed.map(Parsed::type).orElse(""), parsed.filter(Parsed::valid).isPresent(), parts[2].equals("wrong"),
            false, false);
    }

    /// As it stood. Where somebody has typed another time zone or first number, as after such an edit in the window.
    private Where where(List<String> cells, List<Phone> phones, boolean sameNumber) {
        Where stood = stood(cells);
        String zone = cell(cells, "time_zone");
        boolean sameZone = stood != null && zone.equals(ProspectColumns.zone(stood.source(), stood.place()));
        if (stood != null && sameZone && sameNumber) {
            return stood;
        }
        Parsed number = phones.stream().findFirst().flatMap(phone -> PhoneNumbers.parse(phone.e164(), country)).orElse(PhoneNumbers.NONE);
        Clues clues = new Clues(CountryRules.code(cell(cells, "country")).orElse(""), country, cell(cells, "state"), cell(cells, "zip"), number);
        List<ZoneId> said = stood == null || !sameZone ? TimeZoneRules.zones(zone, PlaceRules.possible(clues, now), now) : zone.isEmpty() ? List.of() : stood.place().zones();
        if (stood != null && sameNumber && !said.isEmpty()) {
            return new Where(stood.place().in(said), Place.Source.IMPORTED);
        }
        Where where = PlaceRules.where(clues, said, here, now);
        return stood == null ? where : new Where(where.place().with(stood.place().hours()), sameZone && !said.isEmpty() ? stood.source() : where.source());
    }

    private @Nullable Where stood(List<String> cells) {
        String[] parts = cell(cells, "place").split(";", 5);
        try {
            return parts.length < 5 ? null : new Where(new Place(0, parts[1], parts[2], Arrays.stream(parts[3].split(",")).map(ZoneId::of).toList(), parts[4]),
                Place.Source.valueOf(parts[0].toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable(cell(cells, "place"), "place");
        }
    }

    private List<Kept.Entry> entries(List<String> cells) {
        return cell(cells, "do_not_call_entries").lines().map(line -> {
            String[] parts = line.split(";", 5);
            try {
                if (parts.length < 5 || !List.of("phone", "email", "domain").contains(parts[0])) {
                    throw unreadable(line, "do_not_call_entries");
                }
                return new Kept.Entry(parts[0], parts[1], parts[2], Instant.parse(parts[3]), parts[4]);
            } catch (DateTimeException e) {
                throw unreadable(line, "do_not_call_entries");
            }
        }).toList();
    }

    private int step(List<String> cells) {
        String text = cell(cells, "step").strip();
        if (!text.matches("\\d{1,4}")) {
            throw unreadable(text, "step");
        }
        return Math.clamp(Integer.parseInt(text), 1, LONGEST_STEP);
    }

    private <E extends Enum<E>> E code(List<String> cells, String column, E[] values) {
        String text = cell(cells, column).strip();
        return Arrays.stream(values).filter(value -> value.toString().equals(text)).findFirst().orElseThrow(() -> unreadable(text, column));
    }

    private @Nullable Instant time(List<String> cells, String column) {
        String text = cell(cells, column).strip();
        try {
            return text.isEmpty() ? null : CellRules.time(text, country, here);
        } catch (DateTimeException e) {
            throw unreadable(text, column);
        }
    }

    private static Unreadable unreadable(String text, String column) {
        return new Unreadable("‘" + shortened(text) + "’ in column " + column + " can't be read");
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
