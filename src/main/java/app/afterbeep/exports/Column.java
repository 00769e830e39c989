package app.afterbeep.exports;

import java.util.function.Function;

/// One column of a CSV file.
///
/// @param cell what stands in it for one row, before it is made safe for spreadsheets
record Column<T>(String header, Function<T, String> cell) {}
