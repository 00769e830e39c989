package app.afterbeep.exports;

import app.afterbeep.calls.LogEntry;
import app.afterbeep.calls.LoggedCall;
import app.afterbeep.calls.Outcome;
import app.afterbeep.prospects.Prospect;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// Calls by the internal names of HubSpot's properties. HubSpot has six outcomes of its own: who was reached live is Connected, also when
/// the answer was no; a gatekeeper took a message live. Its import shows them by name, its API wants their ids: both are there.
final class HubSpotColumns {
    private static final Map<String, String> IDS = Map.of(
        "Busy", "9d9162e7-6cf3-4944-bf63-4dff82258764", "Connected", "f240bbac-87c9-4f6e-bf70-924b57d47db7",
        "Left live message", "a4c4c377-d246-4b32-a13b-75a56a4cd0ff", "Left voicemail", "b2cf5968-551e-4856-9783-52b3da59a7d0",
        "No answer", "73a0d17f-1163-4015-bdd5-ec830791da20", "Wrong number", "17b47fee-58de-441e-a44c-c6300d46f273");
    private static final Map<String, String> NAMES = Map.of(
        Outcome.LEFT_VOICEMAIL.code(), "Left voicemail", Outcome.NO_ANSWER.code(), "No answer", Outcome.BUSY.code(), "Busy",
        Outcome.GATEKEEPER.code(), "Left live message", Outcome.WRONG_NUMBER.code(), "Wrong number");

    private HubSpotColumns() {}

    static List<Column<LogEntry>> calls(ZoneId here) {
        return List.of(
            new Column<>("hs_timestamp", e -> String.valueOf(e.call().at().toEpochMilli())),
            new Column<>("hs_call_title", e -> CallColumns.outcome(e) + " – " + who(e.call())),
            new Column<>("hs_call_body", CallColumns::words),
            new Column<>("hs_call_direction", e -> CallColumns.inbound(e) ? "INBOUND" : "OUTBOUND"),
            new Column<>("hs_call_duration", e -> e.call().messageSeconds() == null ? "" : String.valueOf(e.call().messageSeconds() * 1000L)),
            new Column<>("hs_call_disposition", e -> disposition(e.call())),
            new Column<>("hs_call_disposition_id", e -> IDS.getOrDefault(disposition(e.call()), "")),
            new Column<>("hs_call_status", e -> status(e.call())),
            new Column<>("hs_call_to_number", e -> CallColumns.inbound(e) ? "" : e.call().phone()),
            new Column<>("hs_call_from_number", e -> CallColumns.inbound(e) ? e.call().phone() : ""),
            new Column<>("email", LogEntry::emailAddress));
    }

    private static String who(LoggedCall call) {
        return Prospect.shownName(call.firstName(), call.lastName(), call.company(), call.phone());
    }

    private static String disposition(LoggedCall call) {
        return NAMES.getOrDefault(call.outcome(), "Connected");
    }

    private static String status(LoggedCall call) {
        return switch (disposition(call)) {
            case "Busy" -> "BUSY";
            case "No answer" -> "NO_ANSWER";
            default -> "COMPLETED";
        };
    }
}
