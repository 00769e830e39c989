package app.afterbeep.lists;

import java.util.List;
import java.util.Map;

/// How a list is to be imported.
///
/// @param listName "" for the file's name
/// @param country  ISO 3166, for numbers without a country code; "" for the rep's
/// @param mapping  field to header, for headers that are not recognised; outranks what is
/// @param columns  what each column is, in their order, as a [FileLook.ColumnLook] names it; empty: found out. Outranks `mapping`
/// @param defaults field to value, for rows whose cell is empty or that have no such column
public record ImportOptions(String listName, String country, Map<String, String> mapping, List<String> columns, Map<String, String> defaults,
                            Mode mode, Match match) {
    public ImportOptions {
        mapping = Map.copyOf(mapping);
        columns = List.copyOf(columns);
        defaults = Map.copyOf(defaults);
    }

    /// New people are added, and who is known already gets what is missing.
    public ImportOptions(String listName, String country, Map<String, String> mapping) {
        this(listName, country, mapping, List.of(), Map.of(), Mode.CREATE_AND_UPDATE, Match.ANY);
    }

    public static ImportOptions none() {
        return new ImportOptions("", "", Map.of());
    }

    /// What becomes of people who are new, and of people who are known.
    public enum Mode {
        /// Who is known stays as they are: their rows are duplicates.
        CREATE,
        CREATE_AND_UPDATE,
        /// Who is not known is rejected.
        UPDATE_ONLY
    }

    /// By what a row and somebody in the file are the same; the names must not differ either way.
    public enum Match {
        ANY, PHONE, EMAIL, EXTERNAL_ID
    }
}
