package app.afterbeep.prospects;

import java.util.List;
import java.util.OptionalLong;

/// Does what was chosen to many prospects at once. It belongs to the package that knows calls; the screen that asks for it does not.
public interface Deeds {
    /// A series that can be chosen.
    record Series(long id, String name) {}

    /// What can be chosen. On the database thread.
    ///
    /// @param lists the names of all lists
    record Choices(List<String> lists, List<Series> series) {}

    Choices choices();

    /// What the deed would do to these people, a sentence each, before it is done. Takes a while for very many: not on the database thread.
    List<String> consequences(Deed deed, long[] ids);

    /// How many people one piece takes, so that a click never waits long.
    int pieceSize(Deed deed);

    /// Does it to these people, as a piece of one action. On the database thread.
    ///
    /// @param action what the piece before gave, 0 for the first
    /// @return the action; empty when it was taken back meanwhile
    OptionalLong piece(Deed deed, long action, String label, long[] ids);
}
