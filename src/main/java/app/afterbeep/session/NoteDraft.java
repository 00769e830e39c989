package app.afterbeep.session;

/// The note of one prospect as it is being typed, and as the file has it or will have it as soon as it is written.
final class NoteDraft {
    private String text;
    private String inFile;

    NoteDraft(String stored) {
        text = stored;
        inFile = stored;
    }

    String text() {
        return text;
    }

    void type(String typed) {
        text = typed;
    }

    boolean changed() {
        return !text.equals(inFile);
    }

    /// It was changed on another screen, perhaps; what is being typed here is never touched.
    void reread(String stored) {
        if (!changed()) {
            text = stored;
            inFile = stored;
        }
    }

    /// It is in the file now, or will be. Returns what takes that back when it could not be written.
    Runnable saved() {
        String before = inFile;
        inFile = text;
        return () -> inFile = before;
    }
}
