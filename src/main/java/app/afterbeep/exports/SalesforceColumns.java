package app.afterbeep.exports;

import app.afterbeep.calls.LogEntry;
import app.afterbeep.calls.LoggedCall;
import java.time.ZoneId;
import java.util.List;

/// Calls as completed Tasks, by the API names of their fields, as Data Loader takes them. What Salesforce calls the duration of a call is
/// not known; the length of the message is.
final class SalesforceColumns {
    private static final int SUBJECT = 255;
    private static final int DISPOSITION = 255;
    private static final int DESCRIPTION = 32_000;

    private SalesforceColumns() {}

    static List<Column<LogEntry>> calls(ZoneId here) {
        return List.of(
            new Column<>("Subject", e -> shortened("Call: " + CallColumns.outcome(e), SUBJECT)),
            new Column<>("Status", e -> "Completed"),
            new Column<>("ActivityDate", e -> CellRules.day(e.call().at(), here)),
            new Column<>("WhoId", LogEntry::externalId),
            new Column<>("CallDurationInSeconds", e -> CellRules.number(e.call().messageSeconds())),
            new Column<>("CallDisposition", e -> shortened(CallColumns.outcome(e), DISPOSITION)),
            new Column<>("CallType", e -> CallColumns.inbound(e) ? "Inbound" : "Outbound"),
            new Column<>("Description", e -> shortened(who(e.call()) + CallColumns.words(e), DESCRIPTION)));
    }

    /// For the rows without an id: somebody has to find the person.
    private static String who(LoggedCall call) {
        String name = String.join(" ", List.of(call.firstName(), call.lastName())).strip();
        return "With " + String.join(", ", List.of(name, call.company(), call.phone()).stream().filter(part -> !part.isEmpty()).toList()) + "\n";
    }

    static String shortened(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }
}
