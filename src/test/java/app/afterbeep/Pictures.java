package app.afterbeep;

import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.Turn;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.lists.ImportService;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.SettingsStore;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.testkit.Season;
import app.afterbeep.ui.AppException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;

/// Draws the pictures in `assets/` again: the sample prospects on the second morning, on the headless platform.
/// `mvn -q -Ppictures test-compile exec:exec`
public final class Pictures {
    private static final List<String> SCREENS = List.of("agenda", "outbox", "review", "prospects", "scripts", "settings");

    private Pictures() {}

    /// @param args the folder for the pictures
    public static void main(String[] args) throws IOException, AppException {
        // Else a window that stays open would keep a failed drawing from ending.
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            e.printStackTrace();
            System.exit(1);
        });
        Path pictures = Path.of(args[0]);
        Path folder = Files.createTempDirectory("pictures");
        try {
            MovableClock clock = new MovableClock("2026-11-20T09:10:00-05:00[America/New_York]");
            liveADay(folder, clock);
            for (String theme : List.of("light", "dark")) {
                draw(folder, clock, pictures, theme);
                closeCall(folder, clock);
                drawWords(folder, clock, pictures, theme);
                drawLog(folder, clock, pictures, theme, 1280, 800);
            }
            spoil(folder, clock);
            for (String theme : List.of("light", "dark")) {
                drawStudio(folder, clock, pictures, theme);
            }
            drawImport(folder, clock, pictures);
            results(pictures);
        } finally {
            OwnerOnly.remove(folder);
        }
        System.exit(0);
    }

    /// Friday's calls and their promises; on Tuesday the first of them is due.
    private static void liveADay(Path folder, MovableClock clock) throws AppException {
        try (Desk desk = new Desk(folder, clock)) {
            new SettingsStore(desk.database).save(Map.of(Setting.MY_NAME, "Dana Reyes", Setting.MY_COMPANY, "Northline",
                Setting.MAIL_HOST, "smtp.example.com", Setting.MAIL_USER, "dana@example.com", Setting.MAIL_FROM, "dana@example.com",
                Setting.POSTAL_ADDRESS, "12 Dock Road, Philadelphia, PA 19147", Setting.MY_PROBLEM, "trucks waiting at the dock", Setting.MY_RESULT, "turned trucks around eleven minutes faster"));
            desk.settings = new SettingsStore(desk.database).load();
            new ImportService(desk.database, desk.prospects, desk.cadences, clock, () -> desk.settings).importSample();
            Outcome[] day = {Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.LEFT_VOICEMAIL, Outcome.LEFT_VOICEMAIL, Outcome.GATEKEEPER,
                Outcome.CONVERSATION, Outcome.LEFT_VOICEMAIL, Outcome.BUSY, Outcome.LEFT_VOICEMAIL, Outcome.DO_NOT_CALL, Outcome.LEFT_VOICEMAIL,
                Outcome.LEFT_VOICEMAIL};
            int seconds = 15;
            for (Outcome outcome : day) {
                if (desk.queue.turn(false) instanceof Turn.Prospect(Card card, String after)) {
                    desk.calls.log(card, outcome, new CallService.Details(++seconds, null, outcome == Outcome.GATEKEEPER ? "Assistant is Pat, mornings are better" : ""));
                }
                clock.pass(Duration.ofMinutes(4));
            }
            for (var email : desk.outbox.list().subList(0, 4)) {
                desk.outbox.markSent(email);
            }
            desk.clock.set("2026-11-24T09:30:00-05:00[America/New_York]");
            Instant promised = desk.promises.taken(0, clock.instant(), clock.instant().plus(Duration.ofHours(8))).first();
            clock.pass(Duration.between(clock.instant(), promised).minusMinutes(25));
            desk.blocks.work();
            for (int i = 0; i < 6; i++) {
                desk.log(desk.next(), i % 3 == 1 ? Outcome.NO_ANSWER : Outcome.LEFT_VOICEMAIL);
                clock.pass(Duration.ofMinutes(4));
            }
        }
    }

    private static void draw(Path folder, MovableClock clock, Path pictures, String theme) throws IOException {
        try (RealWindow window = RealWindow.open(folder, clock, false, theme)) {
            FxThread.run(() -> {
                window.stage.setWidth(1280);
                window.stage.setHeight(800);
            });
            window.awaitShown("prospect-name");
            window.key(KeyCode.SPACE);
            clock.pass(Duration.ofSeconds(7));
            window.awaitText("script-timer", "0:07");
            save(window.picture(), pictures.resolve("session-" + theme + ".png"));
            window.key(KeyCode.SPACE);
            window.awaitNumber("SELECT count(*) FROM open_call", 1);
            for (String screen : SCREENS) {
                if (window.shown("nav-" + screen)) {
                    window.click("nav-" + screen, 1);
                    window.pauseForReading();
                    save(window.picture(), pictures.resolve(screen + "-" + theme + ".png"));
                }
            }
            window.click("settings-email", 1);
            window.pauseForReading();
            save(window.picture(), pictures.resolve("settings-email-" + theme + ".png"));
        }
    }

    /// A message worded for one person, and a series that is rehearsed.
    private static void drawWords(Path folder, MovableClock clock, Path pictures, String theme) throws IOException {
        try (RealWindow window = RealWindow.open(folder, clock, false, theme)) {
            FxThread.run(() -> {
                window.stage.setWidth(1280);
                window.stage.setHeight(800);
            });
            window.awaitShown("prospect-name");
            window.pauseForReading();
            window.key(KeyCode.E);
            window.awaitShown("wording-text");
            window.pauseForReading();
            save(window.picture(), pictures.resolve("wording-" + theme + ".png"));
            window.key(KeyCode.ESCAPE);
            window.click("nav-scripts", 1);
            window.awaitText("series", "First round");
            window.key(KeyCode.R);
            window.awaitShown("rehearse-place");
            for (int seconds : new int[] {17, 19, 18, 18}) {
                window.key(KeyCode.SPACE);
                clock.pass(Duration.ofSeconds(seconds));
                window.key(KeyCode.SPACE);
                window.awaitText("rehearse-hint", "1 keeps the take");
                window.key(KeyCode.DIGIT1);
                window.awaitText("rehearse-timer", "0:00");
                window.pauseForReading();
            }
            window.key(KeyCode.SPACE);
            clock.pass(Duration.ofSeconds(9));
            window.awaitText("rehearse-timer", "0:09");
            save(window.picture(), pictures.resolve("rehearse-" + theme + ".png"));
        }
    }

    /// A text that the coach has something to say about.
    private static void spoil(Path folder, MovableClock clock) {
        try (Desk desk = new Desk(folder, clock)) {
            desk.database.transaction(() -> desk.database.sql().insert("""
                INSERT INTO script_version (script_id, version, body, created_at)
                SELECT id, 2, 'Hi {{first_name|there}}, {{my_name}} from {{my_company}}. Time one handover at {{company|your team}}: count the minutes from \
                finished to picked up. We are a leading provider of yard software. I''ll call you {{callback_day}} at {{callback_time}}, or call me back at \
                {{my_phone}}.', ? FROM script WHERE series_id = 1 AND step = 4 AND channel = 'voicemail'""", clock.instant()));
        }
    }

    /// The coach at work, and the builder.
    private static void drawStudio(Path folder, MovableClock clock, Path pictures, String theme) throws IOException {
        try (RealWindow window = RealWindow.open(folder, clock, false, theme)) {
            FxThread.run(() -> {
                window.stage.setWidth(1280);
                window.stage.setHeight(800);
            });
            window.click("nav-scripts", 1);
            window.awaitShown("step-4");
            window.click("step-4", 1);
            window.awaitShown("finding-asks-for-callback");
            window.pauseForReading();
            save(window.picture(), pictures.resolve("coach-" + theme + ".png"));
            window.key(KeyCode.B);
            window.awaitShown("builder-audience");
            window.type("builder-audience", "warehouse managers");
            window.type("builder-pain", "trucks waiting at the dock");
            window.type("builder-value", "turned trucks around eleven minutes faster");
            window.pauseForReading();
            save(window.picture(), pictures.resolve("builder-" + theme + ".png"));
        }
    }

    /// The sheets of the log and a caller in the session.
    private static void drawLog(Path folder, MovableClock clock, Path pictures, String theme, int width, int height) throws IOException {
        String name = "-" + theme + (width == 1280 ? "" : "-" + width) + ".png";
        try (RealWindow window = RealWindow.open(folder, clock, false, theme)) {
            FxThread.run(() -> {
                window.stage.setWidth(width);
                window.stage.setHeight(height);
            });
            window.awaitShown("prospect-name");
            window.key(KeyCode.I);
            window.type("find-field", "555 01");
            window.awaitShown("find-preview");
            window.pauseForReading();
            save(window.picture(), pictures.resolve("caller" + name));
            window.key(KeyCode.ENTER);
            window.awaitText("why-now", "They called you");
            window.pauseForReading();
            save(window.picture(), pictures.resolve("inbound" + name));
            window.key(KeyCode.ESCAPE);
            window.click("nav-review", 1);
            window.click("review-today", 1);
            window.pauseForReading();
            window.key(KeyCode.E);
            window.awaitShown("correct");
            window.click("correct-conversation", 1);
            window.pauseForReading();
            save(window.picture(), pictures.resolve("correct" + name));
            window.key(KeyCode.ESCAPE);
            window.key(KeyCode.G);
            window.type("find-field", "quin");
            window.awaitShown("find-preview");
            window.key(KeyCode.ENTER);
            window.awaitShown("elsewhere-log");
            window.click("elsewhere-left_voicemail", 1);
            window.click("elsewhere-follows", 1);
            window.pauseForReading();
            save(window.picture(), pictures.resolve("elsewhere" + name));
        }
    }

    /// The columns of a list, and how its first rows read.
    private static void drawImport(Path folder, MovableClock clock, Path pictures) throws IOException {
        Path list = Files.writeString(folder.resolve("market.csv"), """
            First name,Last name,Firm,Position,Phone,Cell,Write to,State,Zip,Region code,Do not call
            Ann,Lee,Lee Freight,Dock manager,(918) 555-0142,918-555-0143,ann@leefreight.example.com,OK,74103,S-4,
            Raúl,Peña,Peña Cold Storage,Owner,305.555.0117,,raul@pena.example.com,FL,33130,E-1,
            Mai,Tran,Harbor Yards,Operations lead,+1 206 555 0155 ext. 12,206 555 0156,mai@harbor.example.com,WA,98101,W-2,yes
            Jo,Becker,Becker Linehaul,Yard planner,see note,,jo@becker.example.com,IL,60601,C-3,
            Sam,Okafor,Okafor & Sons,CEO,(212) 555-0190,,sam@okafor.example.com,NY,10001,E-2,
            """);
        try (RealWindow window = RealWindow.open(folder, clock, false, "light")) {
            FxThread.run(() -> {
                window.stage.setWidth(1280);
                window.stage.setHeight(800);
            });
            window.awaitShown("prospect-name");
            window.key(KeyCode.O, KeyCode.CONTROL);
            window.awaitShown("import-path");
            window.type("import-path", list.toString());
            window.key(KeyCode.ENTER);
            window.awaitShown("import-name");
            window.key(KeyCode.ENTER, KeyCode.CONTROL);
            window.awaitShown("import-columns");
            FxThread.await(() -> ((TableView<?>) window.node("import-preview")).getItems().size() == 5, () -> "the first rows");
            window.pauseForReading();
            save(window.picture(), pictures.resolve("import-light.png"));
        }
    }

    /// A season at the desk has results.
    private static void results(Path pictures) throws IOException, AppException {
        Path folder = Files.createTempDirectory("season");
        MovableClock clock = new MovableClock("2026-11-24T17:30:00-05:00[America/New_York]");
        try (Desk desk = new Desk(folder, clock)) {
            new ImportService(desk.database, desk.prospects, desk.cadences, clock, () -> desk.settings).importSample();
            new Season(desk).work(LocalDate.parse("2026-08-31"), LocalDate.parse("2026-11-23"));
        }
        for (String theme : List.of("light", "dark")) {
            clock.set("2026-11-24T09:30:00-05:00[America/New_York]");
            try (RealWindow window = RealWindow.open(folder, clock, false, theme)) {
                FxThread.run(() -> {
                    window.stage.setWidth(1280);
                    window.stage.setHeight(800);
                });
                window.click("nav-results", 1);
                window.awaitText("results-rate", "%");
                window.pauseForReading();
                save(window.picture(), pictures.resolve("results-" + theme + ".png"));
                window.click("results-part-hours", 1);
                window.awaitShown("results-hours");
                window.pauseForReading();
                save(window.picture(), pictures.resolve("results-hours-" + theme + ".png"));
            }
        }
        OwnerOnly.remove(folder);
    }

    /// As if the call of the picture had never been begun.
    private static void closeCall(Path folder, MovableClock clock) {
        try (Desk desk = new Desk(folder, clock)) {
            desk.database.transaction(() -> {
                desk.queueStore.saveOpenCall(null, "", clock.instant());
                return true;
            });
        }
    }

    static void save(WritableImage picture, Path file) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = picture.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        ImageIO.write(image, "png", file.toFile());
    }
}
