package app.afterbeep.coach;

/// A word of a text, or a merge field.
///
/// @param word   in lower case, with straight apostrophes; of a field what is spoken
/// @param field  the merge field's name in lower case, or ""
/// @param from   where it begins in the text as it is written
/// @param to     where it ends
/// @param spoken so many words are spoken: more than one for most fields
/// @param before so many words are spoken before it
/// @param raised begins with a capital letter
record Token(String word, String field, int from, int to, int spoken, int before, boolean raised) {
    boolean isField() {
        return !field.isEmpty();
    }

    boolean isField(String name) {
        return field.equals(name);
    }
}
