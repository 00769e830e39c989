package app.afterbeep.lists;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the file for each row: for a file that has prospects, and may get others meanwhile.
final class KnownByIndex implements Known {
    /// A number of so many is a switchboard: it would be read with all who have it for each of their rows.
    private static final int CROWD = 16;

    private final ImportedStore imported;
    private final long importId;
    private final Map<Contact, Map<String, Match>> crowds = new HashMap<>();

    KnownByIndex(ImportedStore imported, long importId) {
        this.imported = imported;
        this.importId = importId;
    }

    @Override
    public Optional<Match> find(Contact contact, String name) {
        Map<String, Match> crowd = crowds.get(contact);
        if (crowd == null) {
            List<Match> all = imported.having(contact, importId, CROWD + 1);
            if (all.size() <= CROWD) {
                return all.stream().filter(match -> match.name().equals(name)).findFirst().or(() -> all.stream().filter(match -> match.isSame(name)).findFirst());
            }
            crowd = new HashMap<>();
            for (Match match : imported.having(contact, importId, Integer.MAX_VALUE)) {
                crowd.putIfAbsent(match.name(), match);
            }
            crowds.put(contact, crowd);
        }
        Match same = crowd.get(name);
        return Optional.ofNullable(same != null ? same : name.isEmpty() ? crowd.values().iterator().next() : crowd.get(""));
    }

    @Override
    public void added(Contact contact, String name, long id) {
        Map<String, Match> crowd = crowds.get(contact);
        if (crowd != null) {
            crowd.putIfAbsent(name, new Match(id, name, true));
        }
    }
}
