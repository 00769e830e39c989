package app.afterbeep.prospects;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The person to reach. Missing texts are "".
///
/// @param fields     extra columns of the import by header, for merge fields
/// @param step       the number of the cadence step that the next attempt is
/// @param nextCallAt when the queue offers the prospect, [#AT_ONCE] for a fresh one, or null for never
/// @param phones     by rank
/// @param reach      how the person can be reached, as the rep has set it
public record Prospect(
    long id, long listId, String listName, String firstName, String lastName, String title, String company, String email,
    String city, String state, String zip, String country, String externalId, Map<String, String> fields, String note, Place place,
    Place.Source placeSource, Status status, long cadenceId, long seriesId, int step, Due due, @Nullable Instant nextCallAt,
    List<Phone> phones, Reach reach) {

    /// A fresh prospect is not due at a moment: it is called in the order of adding, also when the clock was set back.
    public static final Instant AT_ONCE = Instant.EPOCH;

    public Prospect {
        fields = Map.copyOf(fields);
        phones = List.copyOf(phones);
    }

    /// The same person as they stood once; unless they do not want to be called even so, with numbers that may be called.
    public Prospect asOf(Status then, long series, int stepThen, Due dueThen, @Nullable Instant nextCall) {
        List<Phone> numbers = then == Status.DNC || status != Status.DNC ? phones : phones.stream().map(Phone::freed).toList();
        return new Prospect(id, listId, listName, firstName, lastName, title, company, email, city, state, zip, country, externalId, fields, note,
            place, placeSource, then, cadenceId, series, stepThen, dueThen, nextCall, numbers, reach);
    }

    /// At another step of the cadence.
    public Prospect at(int otherStep) {
        return otherStep == step ? this : new Prospect(id, listId, listName, firstName, lastName, title, company, email, city, state, zip, country,
            externalId, fields, note, place, placeSource, status, cadenceId, seriesId, otherStep, due, nextCallAt, phones, reach);
    }

    /// "Ann Lee"; with no name the company, with no company the number.
    public String name() {
        return shownName(firstName, lastName, company, phones.isEmpty() ? "" : phones.getFirst().e164());
    }

    /// Who is meant, wherever a prospect is named: the name, else the company, else the number.
    ///
    /// @param phone E.164, or ""
    public static String shownName(String firstName, String lastName, String company, String phone) {
        String name = (firstName + " " + lastName).strip();
        return !name.isEmpty() ? name : !company.isEmpty() ? company : phone.isEmpty() ? "No name" : PhoneNumbers.shown(phone);
    }

    /// The number that is dialed: the best one that is neither bad nor DNC.
    public Optional<Phone> phone() {
        return phones.stream().filter(Phone::usable).findFirst();
    }

    /// Asked not to be called, or has only numbers of somebody who did.
    public boolean suppressed() {
        return status == Status.DNC || phones.stream().anyMatch(Phone::dnc) && phone().isEmpty();
    }

    /// Where the prospect stands.
    public enum Status {
        /// In the cadence.
        ACTIVE("In cadence"),
        /// After the last voicemail, until the rest is over.
        RESTING("Resting"),
        /// Reached; the rep decides what comes next.
        TALKING("In conversation"),
        MEETING("Meeting booked"),
        CLOSED("Closed"),
        DNC("Do not call");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// Why the next call is due.
    public enum Due {
        FRESH, STEP, BUSY, PROMISE, CALLBACK;

        /// Somebody waits for it: it was promised, or asked for.
        public boolean agreed() {
            return this == PROMISE || this == CALLBACK;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Due of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
