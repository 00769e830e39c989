package app.afterbeep.exports;

import app.afterbeep.calls.LogEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who an exported file is for: which columns it has, how times and cells are written. All are UTF-8, RFC 4180, with a header row. A
/// format of its own for a further program is one more constant and one more class of columns.
public enum CsvFormat {
    AFTERBEEP("Afterbeep", "Everything, exactly as it is. Importing the file restores the log.", CallColumns::exact, CellRules::exact, true),
    EXCEL("Excel", "For any spreadsheet: your local times, and no cell turns into a formula.", CallColumns::readable, CellRules::local, true),
    SALESFORCE("Salesforce", "Tasks for Data Loader, under the ids that came with your list.", SalesforceColumns::calls, CellRules::local, false),
    HUBSPOT("HubSpot", "Calls for HubSpot's import, with outcomes by HubSpot's names.", HubSpotColumns::calls, CellRules::local, false);

    private final String label;
    private final String purpose;
    private final Function<ZoneId, List<Column<LogEntry>>> calls;
    private final BiFunction<@Nullable Instant, ZoneId, String> time;
    private final boolean anything;

    CsvFormat(String label, String purpose, Function<ZoneId, List<Column<LogEntry>>> calls, BiFunction<@Nullable Instant, ZoneId, String> time,
              boolean anything) {
        this.label = label;
        this.purpose = purpose;
        this.calls = calls;
        this.time = time;
        this.anything = anything;
    }

    /// The format with this code, as it stands on the command line and in the settings.
    public static Optional<CsvFormat> of(String code) {
        return Arrays.stream(values()).filter(format -> format.toString().equals(code)).findFirst();
    }

    /// "afterbeep, excel, salesforce or hubspot".
    public static String codes() {
        String all = Arrays.stream(values()).map(CsvFormat::toString).collect(Collectors.joining(", "));
        return all.substring(0, all.lastIndexOf(", ")) + " or " + all.substring(all.lastIndexOf(", ") + 2);
    }

    public String label() {
        return label;
    }

    /// What it is for, in one line.
    public String purpose() {
        return purpose;
    }

    /// Whether prospects and emails can be written in it, not only calls.
    public boolean takesAnything() {
        return anything;
    }

    /// Whether each row stands under an id of the other system.
    boolean needsId() {
        return this == SALESFORCE;
    }

    /// Excel takes a file without the mark for Windows-1252. Importers stumble over it.
    boolean byteOrderMark() {
        return this == EXCEL;
    }

    /// All but the exact one: even a file that is meant for an importer is looked at in a spreadsheet first.
    boolean spreadsheetSafe() {
        return this != AFTERBEEP;
    }

    List<Column<LogEntry>> calls(ZoneId here) {
        return calls.apply(here);
    }

    String time(@Nullable Instant at, ZoneId here) {
        return time.apply(at, here);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
