package app.afterbeep.studio;

/// One text as it is being typed, and as the file has it or will have it as soon as it is written.
final class TextDraft {
    private Words words;
    private Words inFile;
    private String problem = "";
    private int writing;

    record Words(String name, String subject, String body) {
        private Words plain() {
            return new Words(name.strip().replaceAll("\\s+", " "), subject.strip().replaceAll("\\s+", " "), body.strip());
        }
    }

    TextDraft(Words stored) {
        words = stored;
        inFile = stored;
    }

    Words words() {
        return words;
    }

    void name(String typed) {
        words = new Words(typed, words.subject(), words.body());
    }

    void subject(String typed) {
        words = new Words(words.name(), typed, words.body());
    }

    void body(String typed) {
        words = new Words(words.name(), words.subject(), typed);
    }

    boolean changed() {
        return !words.equals(inFile);
    }

    /// All words were taken out; that would leave a step without its text.
    boolean emptied() {
        return words.body().isBlank() && !inFile.body().isBlank();
    }

    /// Why it is not in the file, or "".
    String problem() {
        return problem;
    }

    /// What the file has now; what is being typed here is never touched. What is read while a text is on its way into the file is older than that.
    void reread(Words stored) {
        if (writing == 0 && !changed()) {
            inFile = stored;
            // The file keeps no blanks at the ends; the rep may be about to type the next word behind one.
            if (!words.plain().equals(stored.plain())) {
                words = stored;
            } else {
                inFile = words;
            }
        }
    }

    /// It is on its way into the file; [#written] or [#refused] follows.
    ///
    /// @return what the file had before
    Words write() {
        Words before = inFile;
        inFile = words;
        writing++;
        return before;
    }

    void written() {
        writing--;
        problem = "";
    }

    void refused(Words before, String why) {
        writing--;
        inFile = before;
        problem = why;
    }
}
