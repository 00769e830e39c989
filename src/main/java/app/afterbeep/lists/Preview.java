package app.afterbeep.lists;

import app.afterbeep.lists.RowRules.Person;
import app.afterbeep.lists.RowRules.Rejected;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.ProspectRules;
import app.afterbeep.prospects.ProspectStore.Draft;
import app.afterbeep.ui.Times;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The first rows of a file as an import would read them.
final class Preview {
    private static final int ROWS = 20;

    private Preview() {}

    static List<PreviewRow> of(Layout layout, RowRules rules) throws IOException {
        List<PreviewRow> shown = new ArrayList<>();
        try (ListRows rows = layout.way().opening().open()) {
            ListRows.Row row = rows.next();
            while (row != null && shown.size() < ROWS) {
                if (row.line() > layout.headerLine()) {
                    shown.add(row(row, rules));
                }
                row = rows.next();
            }
        }
        return shown;
    }

    private static PreviewRow row(ListRows.Row row, RowRules rules) {
        if (!row.problem().isEmpty()) {
            return new PreviewRow(row.line(), String.join(" ", row.cells()), "", "", "", "", row.problem());
        }
        return switch (rules.read(row.cells(), RowRules.Target.NONE)) {
            case Rejected(String reason) -> new PreviewRow(row.line(), rules.shownName(row.cells()), "", "", "", "", reason);
            case Person person -> row(row.line(), person.draft(), person.doNotCall());
        };
    }

    private static PreviewRow row(long line, Draft draft, boolean doNotCall) {
        String name = (draft.firstName() + " " + draft.lastName()).strip();
        return new PreviewRow(line, name.isEmpty() ? draft.company() : name, draft.company(),
            draft.phones().stream().map(Preview::phone).collect(Collectors.joining(", ")), draft.email(), zone(draft), doNotCall ? "will not be called" : "");
    }

    private static String phone(Phone phone) {
        return (PhoneNumbers.shown(phone) + " " + ProspectRules.kind(phone)).strip();
    }

    private static String zone(Draft draft) {
        Place place = draft.place();
        String zones = place.zones().stream().map(Times::zone).distinct().collect(Collectors.joining(" or "));
        boolean several = place.zones().size() > 1;
        return zones + switch (draft.placeSource()) {
            case NUMBER -> several ? ", guessed from the number" : ", from the number";
            case STATE -> several ? ", guessed from the address" : ", from the address";
            case IMPORTED, EDITED -> ", from the list";
            case UNKNOWN -> ", unknown, so it is yours";
        };
    }
}
