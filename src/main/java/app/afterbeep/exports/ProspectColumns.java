package app.afterbeep.exports;

import app.afterbeep.prospects.Kept;
import app.afterbeep.prospects.KeptStore.Beside;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Reach;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Prospects in our own columns: first what any program understands, then [#OURS], which let an import restore them as they stand, then the extra
/// columns of the lists under their own headers, even where one is named like a column of ours.
///
/// @param phones as many columns as anybody has numbers
/// @param extra  the headers of the extra columns
public record ProspectColumns(int phones, List<String> extra, CsvFormat format, ZoneId here) {
    public static final List<String> BEFORE_PHONES = List.of("first_name", "last_name", "title", "company");
    public static final List<String> AFTER_PHONES = List.of("email", "city", "state", "zip", "country", "time_zone", "list", "status", "step",
        "next_call_at", "external_id", "do_not_call", "note", "wrong_numbers", "reach");
    /// What a file has to have, in this order, to be read as ours.
    public static final List<String> OURS = List.of("due", "series", "cadence", "created_at", "all_numbers", "place", "do_not_call_entries");
    /// Why a fresh prospect's next call is due: it is their turn as soon as it is anybody's.
    public static final String AT_ONCE = "at once";

    List<String> headers() {
        List<String> headers = new ArrayList<>(BEFORE_PHONES);
        IntStream.rangeClosed(1, phones).forEach(i -> headers.add(i == 1 ? "phone" : "phone_" + i));
        headers.addAll(AFTER_PHONES);
        headers.addAll(OURS);
        headers.addAll(extra);
        return headers;
    }

    List<String> row(Prospect p, Beside beside, List<Kept.Entry> dnc) {
        boolean atOnce = Prospect.AT_ONCE.equals(p.nextCallAt());
        List<String> row = new ArrayList<>(List.of(p.firstName(), p.lastName(), p.title(), p.company()));
        List<String> numbers = p.phones().stream().filter(phone -> !phone.bad()).map(ProspectColumns::number).toList();
        row.addAll(numbers);
        row.addAll(Collections.nCopies(phones - numbers.size(), ""));
        row.addAll(List.of(p.email(), p.city(), p.state(), p.zip(), p.country(), zone(p.placeSource(), p.place()), p.listName(), p.status().toString(),
            String.valueOf(p.step()), atOnce ? "" : time(p.nextCallAt()), p.externalId(), p.suppressed() ? "true" : "", p.note(),
            p.phones().stream().filter(Phone::bad).map(ProspectColumns::number).collect(Collectors.joining(" ")),
            p.reach() == Reach.UNKNOWN ? "" : p.reach().code()));
        row.addAll(List.of(atOnce && p.due() == Prospect.Due.FRESH ? AT_ONCE : p.due().toString(), beside.series(), beside.cadence(), time(beside.createdAt()),
            p.phones().stream().map(ProspectColumns::whole).collect(Collectors.joining("\n")), place(p),
            dnc.stream().map(ProspectColumns::entry).collect(Collectors.joining("\n"))));
        extra.forEach(name -> row.add(p.fields().getOrDefault(name, "")));
        return row;
    }

    /// "+19185550142 ext. 7"
    public static String number(Phone phone) {
        return phone.extension().isEmpty() ? phone.e164() : phone.e164() + " ext. " + phone.extension();
    }

    /// `+19185550142;7;wrong;main line`: number, extension, whether somebody else answers there, what the list called it.
    private static String whole(Phone phone) {
        return String.join(";", phone.e164(), phone.extension(), phone.bad() ? "wrong" : "", oneLine(phone.label()));
    }

    /// `imported;US;FL;America/New_York,America/Chicago;10:00-12:00`: how it is known, country, state, zones, the person's own hours.
    private static String place(Prospect p) {
        Place place = p.place();
        return String.join(";", p.placeSource().toString(), place.country(), place.region(), place.zoneNames(), place.hours());
    }

    /// `phone;+19185550142;outcome;2026-11-24T14:00:00Z;who asked`
    private static String entry(Kept.Entry entry) {
        return String.join(";", entry.kind(), entry.value(), entry.source(), Instant.ofEpochSecond(entry.at().getEpochSecond()).toString(), oneLine(entry.note()));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }

    /// Only what somebody knew: a zone that the number says is found out again.
    public static String zone(Place.Source source, Place place) {
        boolean known = source == Place.Source.IMPORTED || source == Place.Source.EDITED;
        return known ? place.zone().getId() : "";
    }

    private String time(@Nullable Instant at) {
        return format.time(at, here);
    }
}
