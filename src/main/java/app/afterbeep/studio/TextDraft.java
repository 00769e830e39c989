package app.afterbeep.studio;

/// One text as it is being typed, and as the file has it or will have it as soon as it is written.
final class TextDraft {
    private Words words;
    private Words inFile;
    private String problem = "";

    record Words(String name, String subject, String body) {}

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

    /// Why it is not in the file, or "".
    String problem() {
        return problem;
    }

    void problem(String why) {
        problem = why;
    }

    /// It was changed elsewhere, perhaps; what is being typed here is never touched.
    void reread(Words stored) {
        if (!changed()) {
            words = stored;
            inFile = stored;
        }
    }

    /// It is in the file now, or will be. Returns what takes that back when it could not be written.
    Runnable saved() {
        Words before = inFile;
        inFile = words;
        return () -> inFile = before;
    }
}
