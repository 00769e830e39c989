package app.afterbeep.lists;

import java.util.Optional;

/// Who is in the file already, as an import asks for each row. Both answer the same; they differ in what they cost.
interface Known {
    /// Who has it and could be a person of this name: the same name before a missing one, the first of them.
    Optional<Match> find(Contact contact, String name);

    /// Somebody new has it.
    void added(Contact contact, String name, long id);
}
