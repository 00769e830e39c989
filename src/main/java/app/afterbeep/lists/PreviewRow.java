package app.afterbeep.lists;

/// How one row of a file would be read, before anything is imported.
///
/// @param line    where it begins in the file, from 1
/// @param name    of the person, or what stands for it
/// @param company or ""
/// @param phones  as they would be dialed, in that order: "+1 212 555 0142 mobile"
/// @param email   or ""
/// @param zone    with where it is known from: "New York, from the number"
/// @param problem why the row would be rejected or its person not be called, or ""
public record PreviewRow(long line, String name, String company, String phones, String email, String zone, String problem) {}
