package app.afterbeep.lists;

/// Somebody in the file who has the number, the address or the id of another system that a row has.
///
/// @param name as [RowRules#nameKey] has it
/// @param ours came with the import that asks
record Match(long id, String name, boolean ours) {
    /// Whether a row with this name means the same person: the same name, or one of the two is missing.
    boolean isSame(String other) {
        return name.isEmpty() || other.isEmpty() || name.equals(other);
    }
}
