package app.afterbeep.lists;

import java.util.Optional;

/// Keeps in mind who was added: for a file that had no prospects before, whose indexes are only made when all rows are in.
final class KnownByHash implements Known {
    /// Under which the first who has a contact is kept, whatever their name; no name is.
    private static final String ANY = "*";

    private final ImportedStore imported;
    private final ContactTable table = new ContactTable();

    KnownByHash(ImportedStore imported) {
        this.imported = imported;
    }

    @Override
    public Optional<Match> find(Contact contact, String name) {
        Match[] found = {null};
        if (table.find(contact, ANY, id -> (found[0] = imported.match(id, contact)) != null) == 0) {
            return Optional.empty();
        }
        Match first = found[0];
        if (first.isSame(name)) {
            return Optional.of(first);
        }
        boolean other = table.find(contact, name, id -> (found[0] = imported.match(id, contact)) != null && found[0].isSame(name)) != 0
            || table.find(contact, "", id -> (found[0] = imported.match(id, contact)) != null && found[0].isSame(name)) != 0;
        return other ? Optional.of(found[0]) : Optional.empty();
    }

    @Override
    public void added(Contact contact, String name, long id) {
        boolean first = table.find(contact, ANY, other -> other != id && imported.match(other, contact) != null) == 0;
        table.add(contact, first ? ANY : name, Math.toIntExact(id));
    }
}
