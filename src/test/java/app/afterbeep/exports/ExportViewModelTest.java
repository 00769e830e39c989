package app.afterbeep.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.Outcome;
import app.afterbeep.exports.ExportViewModel.Wish;
import app.afterbeep.settings.Setting;
import app.afterbeep.testkit.LogDeskTest;
import app.afterbeep.ui.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ExportViewModelTest extends LogDeskTest {
    private static final Wish CALLS = new Wish(LogFilter.all(), "all", "afterbeep-calls");
    private static final Wish PROSPECTS = Wish.everybody(LocalDate.of(2026, 11, 24));

    private ExportViewModel model;

    @BeforeEach
    void fill() throws Exception {
        desk.list("Name,Phone,Id\nAnn,(212) 555-0144,X1\nBob,(212) 555-0145,\n");
        desk.log("2026-11-23T10:00:00", "Ann", Outcome.NO_ANSWER);
        desk.log("2026-11-23T10:05:00", "Bob", Outcome.BUSY);
        model = new ExportViewModel(desk.exporter, Background.direct(), desk, () -> desk.desk.settings,
            changed -> changed.forEach((setting, value) -> desk.desk.settings = desk.desk.settings.with(setting, value)));
    }

    @Test
    void theFormatIsRemembered() {
        assertEquals(CsvFormat.AFTERBEEP, model.format(CALLS));
        model.run(CALLS, CsvFormat.HUBSPOT, folder.resolve("a.csv"));
        assertEquals("hubspot", desk.desk.settings.text(Setting.EXPORT_FORMAT));
        assertEquals(CsvFormat.HUBSPOT, model.format(CALLS));
        assertEquals(CsvFormat.AFTERBEEP, model.format(PROSPECTS), "which takes calls only");
        desk.desk.settings = desk.desk.settings.with(Setting.EXPORT_FORMAT, "of a later version");
        assertEquals(CsvFormat.AFTERBEEP, model.format(CALLS));
    }

    @Test
    void theFileSaysWhoItIsFor() {
        assertEquals("afterbeep-calls.csv", ExportViewModel.fileName(CALLS, CsvFormat.AFTERBEEP));
        assertEquals("afterbeep-prospects-2026-11-24-excel.csv", ExportViewModel.fileName(PROSPECTS, CsvFormat.EXCEL));
        assertEquals("afterbeep-calls-salesforce.csv", ExportViewModel.fileName(CALLS, CsvFormat.SALESFORCE));
    }

    @Test
    void saysHowManyRowsWentWhere() {
        List<Boolean> ran = new ArrayList<>();
        model.running().subscribe((before, now) -> ran.add(now != null));
        Path file = folder.resolve("a.csv");
        model.run(CALLS, CsvFormat.AFTERBEEP, file);
        assertEquals("2 calls exported to " + file, desk.lastNotice());
        assertEquals(List.of(true, false), ran);
        assertNull(model.running().get());
        model.run(CALLS, CsvFormat.SALESFORCE, file);
        assertEquals("2 calls for Salesforce exported to " + file + ". 1 has no id, so WhoId is empty there", desk.lastNotice());
        model.run(PROSPECTS, CsvFormat.EXCEL, file);
        assertEquals("2 prospects for Excel exported to " + file, desk.lastNotice());
    }

    @Test
    void aFailureIsSaidAndTheNextExportRuns() {
        model.run(CALLS, CsvFormat.AFTERBEEP, folder.resolve("nowhere/a.csv"));
        assertTrue(desk.notices.getLast().problem());
        assertTrue(desk.lastNotice().contains("does not exist"), desk.lastNotice());
        model.run(CALLS, CsvFormat.AFTERBEEP, folder.resolve("a.csv"));
        assertFalse(desk.notices.getLast().problem());
    }

    @Test
    void cancelledMeansNothingWasWritten() {
        Path file = folder.resolve("a.csv");
        model.running().subscribe((before, now) -> {
            if (now != null) {
                model.cancel();
            }
        });
        // The progress is there before the first row: cancel comes in time, or not at all.
        model.run(CALLS, CsvFormat.AFTERBEEP, file);
        assertEquals("Cancelled. Nothing was written.", desk.lastNotice());
        assertFalse(Files.exists(file));
    }
}
