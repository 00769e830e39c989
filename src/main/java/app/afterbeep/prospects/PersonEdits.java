package app.afterbeep.prospects;

import app.afterbeep.ui.AppException;
import java.util.List;
import java.util.Optional;

/// What the rep can correct about one person. It belongs to the package that knows calls; the screen that asks for it does not. Each is one action,
/// to be undone; each says in a sentence what it did. On the database thread.
public interface PersonEdits {
    /// What can be edited as one text.
    enum Text {
        FIRST_NAME("First name"), LAST_NAME("Last name"), TITLE("Title"), COMPANY("Company"), EMAIL("Email"), CITY("City"), STATE("State"), ZIP("Postal code"),
        COUNTRY("Country"), EXTERNAL_ID("Id");

        private final String label;

        Text(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /// What stands there now.
        public String of(Prospect p) {
            return switch (this) {
                case FIRST_NAME -> p.firstName();
                case LAST_NAME -> p.lastName();
                case TITLE -> p.title();
                case COMPANY -> p.company();
                case EMAIL -> p.email();
                case CITY -> p.city();
                case STATE -> p.state();
                case ZIP -> p.zip();
                case COUNTRY -> p.country();
                case EXTERNAL_ID -> p.externalId();
            };
        }
    }

    /// @throws AppException with what to do, when it can't be so; nothing is saved then
    String save(Prospect prospect, Text text, String value) throws AppException;

    /// A value of an extra column; "" takes it away.
    String saveField(Prospect prospect, String name, String value) throws AppException;

    String saveList(Prospect prospect, String list) throws AppException;

    /// A number in any notation, after the others.
    String addNumber(Prospect prospect, String number) throws AppException;

    /// Another number in the place of this one.
    String correctNumber(Prospect prospect, Phone phone, String number) throws AppException;

    /// The number is dialed before all others.
    String dialFirst(Prospect prospect, Phone phone) throws AppException;

    /// The number is somebody else's, or theirs after all.
    String mark(Prospect prospect, Phone phone, boolean wrong) throws AppException;

    String removeNumber(Prospect prospect, Phone phone) throws AppException;

    /// Somebody whom no list has.
    record Newcomer(String firstName, String lastName, String company, String number, String email, String list) {}

    /// Adds them as a fresh prospect: their id.
    long add(Newcomer newcomer) throws AppException;

    /// Somebody who may be the same person.
    ///
    /// @param why "same number", "same email"…
    record Likely(long id, String name, String company, String why) {}

    /// Who may be the same person, the likeliest first.
    List<Likely> likely(Prospect prospect);

    /// One line of a merge.
    ///
    /// @param what  what the line is about, "First name" or the name of an extra column
    /// @param other whether the other one's value is to be kept
    record Line(String what, String mine, String others, boolean other) {
        public Line choosing(boolean theOther) {
            return new Line(what, mine, others, theOther);
        }
    }

    /// What a merge would do.
    ///
    /// @param stays        who is kept
    /// @param goes         who is only kept for the log
    /// @param lines        where they differ, with what is kept by default
    /// @param consequences a sentence each
    record Merge(Prospect stays, Prospect goes, List<Line> lines, List<String> consequences) {}

    /// Empty when one of them is gone.
    Optional<Merge> merge(long stays, long goes);

    /// Merges them; `merge` with the lines as they were chosen.
    String carryOut(Merge merge) throws AppException;
}
