package app.afterbeep.prospects;

import app.afterbeep.ui.AppException;
import java.util.List;

/// Erases a person on their request. It belongs to the package that knows calls; the screen that asks for it does not. On the database thread.
public interface Erasures {
    /// What it would do.
    ///
    /// @param goes      what is erased, a sentence each
    /// @param stays     what is left, a sentence each
    /// @param dnc       they are on the do-not-call list already
    /// @param seconds   how long it takes, about: nothing can be logged meanwhile
    record Plan(Prospect person, List<String> goes, List<String> stays, boolean dnc, int seconds) {
        private static final int NOTICED = 2;

        /// What to expect, or "" where it is done at once.
        public String takes() {
            return seconds < NOTICED ? "" : "This takes about " + seconds + " seconds, in which nothing can be logged: the whole file is written anew, so that no unused part of it "
                + "remembers them.";
        }

        /// What is said while it is done.
        ///
        /// @param gone so many seconds of it
        public String progress(int gone) {
            return seconds < NOTICED ? "Erasing…" : gone <= seconds ? "Erasing… " + gone + " of about " + seconds + " seconds" : "Erasing… " + gone + " seconds";
        }

        /// What has to be typed: the name as it is shown.
        public String name() {
            return person.name();
        }

        public boolean confirmedBy(String typed) {
            return typed.strip().replaceAll("\\s+", " ").equalsIgnoreCase(name().strip().replaceAll("\\s+", " "));
        }
    }

    /// @throws AppException when it can't be done just now, with what to do
    Plan plan(long prospectId) throws AppException;

    /// Erases them for good: it can't be undone.
    ///
    /// @param keepAway their numbers and address go on the do-not-call list, without a name, so that no import brings them back
    /// @return what was done, in a sentence
    String erase(Plan plan, boolean keepAway) throws AppException;
}
