package app.afterbeep.prospects;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Which prospects are looked for.
///
/// @param query  words or a number as the rep types them; "" for all
/// @param chosen values of facets, by the codes of [FacetRules]: one of each facet must hold; a facet that is missing holds for all
public record Filter(String query, Map<Facet, Set<String>> chosen) {
    public static final Filter NONE = new Filter("", Map.of());

    public Filter {
        Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Collections.unmodifiableSet(new LinkedHashSet<>(values)));
            }
        });
        chosen = Collections.unmodifiableMap(copy);
    }

    public Filter with(String typed) {
        return new Filter(typed, chosen);
    }

    /// With this value, or without it when it was chosen.
    public Filter toggled(Facet facet, String value) {
        Set<String> values = new LinkedHashSet<>(values(facet));
        if (!values.remove(value)) {
            values.add(value);
        }
        Map<Facet, Set<String>> next = new EnumMap<>(Facet.class);
        next.putAll(chosen);
        next.put(facet, values);
        return new Filter(query, next);
    }

    /// The values that are chosen; empty when the facet narrows nothing down.
    public Set<String> values(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    public Filter withoutFacets() {
        return new Filter(query, Map.of());
    }
}
