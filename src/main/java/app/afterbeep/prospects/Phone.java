package app.afterbeep.prospects;

/// One number of a prospect.
///
/// @param id        0 for a number that is not stored yet
/// @param rank      from 1; the lowest usable one is dialed
/// @param e164      such as +19185550142
/// @param extension digits to dial once connected, or ""
/// @param label     what the list called it ("mobile"), or ""
/// @param type      what libphonenumber knows: mobile, fixed, toll_free, or ""
/// @param valid     libphonenumber's opinion; a hint, never a gate
/// @param bad       the rep reached somebody else
/// @param dnc       on the do-not-call list
/// @param shared    a colleague has the same number
public record Phone(long id, int rank, String e164, String extension, String label, String type, boolean valid, boolean bad,
                    boolean dnc, boolean shared) {
    /// A number of no known type.
    public Phone(long id, int rank, String e164, String extension, String label, boolean valid, boolean bad, boolean dnc, boolean shared) {
        this(id, rank, e164, extension, label, "", valid, bad, dnc, shared);
    }

    /// As it would be, were it not on the do-not-call list.
    Phone freed() {
        return new Phone(id, rank, e164, extension, label, type, valid, bad, false, shared);
    }

    public boolean usable() {
        return !bad && !dnc;
    }
}
