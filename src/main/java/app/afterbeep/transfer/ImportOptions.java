package app.afterbeep.transfer;

import java.util.Map;

/// How a list is to be imported.
///
/// @param listName "" for the file's name
/// @param country  ISO 3166, for numbers without a country code; "" for the rep's
/// @param mapping  field to header, for headers that are not recognised; outranks what is
public record ImportOptions(String listName, String country, Map<String, String> mapping) {
    public ImportOptions {
        mapping = Map.copyOf(mapping);
    }

    public static ImportOptions none() {
        return new ImportOptions("", "", Map.of());
    }
}
