package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.Outcome;
import app.afterbeep.exports.ExportService.Target;
import app.afterbeep.exports.ExportService;
import app.afterbeep.testkit.Desk;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files and the data file are the same wherever the rep lives.
class RegionalFilesTest {
    private Locale before;

    @TempDir Path folder;

    @BeforeEach
    void remember() {
        before = Locale.getDefault(Locale.Category.FORMAT);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "fa-IR", "de-DE", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist-nu-thai", "tr-TR"})
    void aListACallAndItsExportAreTheSame(String tag) throws AppException, IOException {
        String usual = day("usual");
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag(tag));
        assertEquals(usual, day(tag));
    }

    /// Imports a list with names of many scripts, logs two calls, and exports both.
    private String day(String name) throws AppException, IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        Path list = Files.writeString(place.resolve("list.csv"), """
            First name,Last name,Company,Phone
            أحمد,علي,شركة النور,+12125550101
            小明,王,株式会社サクラ,+12125550102
            अनीता,शर्मा,शर्मा ट्रेडर्स,+12125550103
            Zoë 👩🏽‍💼,O’Née,Ünïcôde & Söhne,+12125550104
            """);
        try (Desk desk = new Desk(place)) {
            new ImportService(desk.database, desk.prospects, desk.cadences, desk.clock, () -> desk.settings).importFile(list, ImportOptions.none());
            desk.log(desk.next(), Outcome.LEFT_VOICEMAIL);
            desk.log(desk.next(), Outcome.NO_ANSWER);
            ExportService exports = new ExportService(desk.database, desk.clock);
            Path calls = place.resolve("calls.csv");
            Path prospects = place.resolve("prospects.csv");
            exports.calls(Target.exact(calls), LogFilter.all());
            exports.prospects(Target.exact(prospects));
            return Files.readString(calls) + Files.readString(prospects);
        }
    }
}
