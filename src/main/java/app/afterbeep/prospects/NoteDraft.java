package app.afterbeep.prospects;

/// The note of one prospect as it is being typed, and as the file has it or will have it as soon as it is written. On the FX thread.
public final class NoteDraft {
    private String text;
    private String inFile;
    /// As it would be, had nothing been typed here in this call.
    private String before;
    private int writing;

    public NoteDraft(String stored) {
        text = stored;
        inFile = stored;
        before = stored;
    }

    /// What was noted in this call, saved meanwhile or not: the note as it was changed here; "" when it was not.
    public String noted() {
        return text.equals(before) ? "" : text;
    }

    /// The call is in the log, with what was noted.
    public void logged() {
        before = text;
    }

    public String text() {
        return text;
    }

    public void type(String typed) {
        text = typed;
    }

    public boolean changed() {
        return !text.equals(inFile);
    }

    /// It stands so in the file, where it was changed on another screen, perhaps; what is being typed here stays.
    public void reread(String stored) {
        // What is being written is not in what was read yet.
        if (writing == 0) {
            text = ProspectRules.note(inFile, text, stored);
            before = ProspectRules.note(inFile, before, stored);
            inFile = stored;
        }
    }

    /// It is being written, until [#saved] or [#notSaved].
    ///
    /// @return what stood in the file when this was typed
    public String save() {
        String before = inFile;
        inFile = text;
        writing++;
        return before;
    }

    public void saved() {
        writing--;
    }

    /// @param before what [#save] gave
    public void notSaved(String before) {
        writing--;
        inFile = before;
    }
}
