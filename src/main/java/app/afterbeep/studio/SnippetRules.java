package app.afterbeep.studio;

import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.ui.AppException;
import java.util.Set;
import java.util.regex.Pattern;

/// What a snippet may be called.
final class SnippetRules {
    private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_]{0,39}");
    /// These two the rep has for everybody, and may have another way for a list.
    private static final Set<MergeField> OWN = Set.of(MergeField.MY_PROBLEM, MergeField.MY_RESULT);

    private SnippetRules() {}

    /// The name as it stands between braces.
    ///
    /// @throws AppException when it is none, or the name of a field that has its value from elsewhere
    static String name(String typed) throws AppException {
        String name = MergeText.normal(typed.replaceAll("[{}]", "").strip());
        if (!NAME.matcher(name).matches()) {
            throw new AppException("“" + typed.strip() + "” is no name for a snippet. Write one word, such as pain.", null);
        }
        for (MergeField field : MergeField.values()) {
            if (field.field().equals(name) && !OWN.contains(field)) {
                throw new AppException("{{" + name + "}} is a field of its own. Give the snippet another name.", null);
            }
        }
        return name;
    }
}
