package app.afterbeep.lists;

import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a row can give somebody who is known already.
final class ListUpdateRules {
    /// Columns of our own export of prospects that say how things stood then; they are no news about a person.
    private static final Set<String> OURS = Set.of("list", "status", "step", "next call at", "wrong numbers");

    private ListUpdateRules() {}

    /// The fields that are empty in the file and not in the row, as the report names them.
    static List<String> filled(Prospect prospect, Draft draft) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("title", List.of(prospect.title(), draft.title()));
        fields.put("company", List.of(prospect.company(), draft.company()));
        fields.put("email", List.of(prospect.email(), draft.email()));
        fields.put("city", List.of(prospect.city(), draft.city()));
        fields.put("state", List.of(prospect.state(), draft.state()));
        fields.put("zip", List.of(prospect.zip(), draft.zip()));
        fields.put("country", List.of(prospect.country(), draft.country()));
        fields.put("external id", List.of(prospect.externalId(), draft.externalId()));
        fields.put("note", List.of(prospect.note(), draft.note()));
        return fields.entrySet().stream().filter(f -> f.getValue().getFirst().isEmpty() && !f.getValue().getLast().isEmpty()).map(Map.Entry::getKey)
            .toList();
    }

    static boolean isOurs(String header) {
        return OURS.contains(HeaderRules.normal(header));
    }
}
