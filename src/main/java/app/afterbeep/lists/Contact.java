package app.afterbeep.lists;

import app.afterbeep.lists.ImportOptions.Match;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.ProspectStore.Draft;
import java.util.ArrayList;
import java.util.List;

/// What a row and somebody in the file can be the same by.
///
/// @param value E.164; an address with its ASCII letters in lower case, as SQLite compares it; an id of another system
record Contact(Kind kind, String value) {
    enum Kind {
        PHONE, EMAIL, EXTERNAL_ID
    }

    /// What a row is looked up by, in this order: its numbers, then its address; or what `match` names. A row without that is looked up by
    /// number and address as ever, so that nobody comes in twice.
    static List<Contact> of(Draft draft, Match match) {
        List<Contact> contacts = new ArrayList<>(draft.phones().size() + 1);
        if (match == Match.EXTERNAL_ID && !draft.externalId().isEmpty()) {
            contacts.add(new Contact(Kind.EXTERNAL_ID, draft.externalId()));
            return contacts;
        }
        if (match != Match.EMAIL || draft.email().isEmpty()) {
            for (Phone phone : draft.phones()) {
                contacts.add(new Contact(Kind.PHONE, phone.e164()));
            }
        }
        if (match != Match.PHONE && !draft.email().isEmpty()) {
            contacts.add(new Contact(Kind.EMAIL, lower(draft.email())));
        }
        return contacts;
    }

    /// As SQLite's NOCASE has it.
    private static String lower(String text) {
        StringBuilder lower = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower = lower == null ? new StringBuilder(text) : lower;
                lower.setCharAt(i, (char) (c + 32));
            }
        }
        return lower == null ? text : lower.toString();
    }
}
