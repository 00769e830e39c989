package app.afterbeep.transfer;

import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.transfer.FileLook.Certainty;
import app.afterbeep.transfer.FileLook.ColumnLook;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Progress;
import app.afterbeep.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;

public final class WizardLook {
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("wl");
        Path file = Files.writeString(folder.resolve("hubspot-crm-exports-all-contacts-2026-11-20.csv"), "a\n".repeat(1240));
        FxThread.run(Theme::loadFonts);
        for (String theme : List.of("light", "dark")) for (int[] size : new int[][] {{1280, 800}, {960, 600}}) {
            ImportScript s = new ImportScript();
            List<ColumnLook> cols = new ArrayList<>();
            cols.add(new ColumnLook("Record ID", "external_id", Certainty.SURE, List.of("10224871", "10224872", "10224873")));
            cols.add(new ColumnLook("First Name", "first_name", Certainty.SURE, List.of("Ann", "محمد", "Chloë")));
            cols.add(new ColumnLook("Last Name", "last_name", Certainty.CHOSEN, List.of("Lee", "الأحمد", "O'Neill")));
            cols.add(new ColumnLook("Phone Number", "phone", Certainty.SURE, List.of("(212) 555-0142", "+44 20 7946 0101", "212.555.0143 x12")));
            cols.add(new ColumnLook("Reach them at", "phone:mobile", Certainty.LIKELY, List.of("(917) 555-0142", "", "917 555 0199")));
            cols.add(new ColumnLook("Company", "company", Certainty.SURE, List.of("Halden Cold Storage", "Kestrel Mills", "A very long company name that does not end, Incorporated")));
            for (int i = 0; i < 12; i++) cols.add(new ColumnLook(i == 2 ? "x".repeat(200) : "Column " + i, i == 3 ? "ignored" : "extra", Certainty.UNKNOWN, List.of("a", "b", "c")));
            s.look = new FileLook(file, "CSV, commas, UTF-8", "HubSpot", 1, cols);
            s.preview = List.of(new PreviewRow(2, "Ann Lee", "Halden Cold Storage", "+1 917 555 0142 mobile, +1 212 555 0142", "ann.lee@example.com", "New York, from the number", ""),
                new PreviewRow(3, "محمد الأحمد", "Kestrel Mills", "+44 20 7946 0101", "", "London, from the number", ""),
                new PreviewRow(4, "Bob Ray", "Kestrel Mills", "", "bob@example.com", "", "no phone number: “call me”"));
            s.imported = () -> new ImportWork.Past(1, java.time.Instant.parse("2026-11-24T14:30:00Z"), file.getFileName().toString(), "hubspot-crm", false, 1231, 0, 6, 2, 3, 1);
            MovableClock clock = new MovableClock("2026-11-24T09:30:00-05:00[America/New_York]");
            String name = args[0] + "/" + theme + size[0] + "-";
            FxThread.run(() -> {
                MainWindow w = new MainWindow();
                ImportViewModel m = new ImportViewModel(s, Background.direct(), w, clock);
                ImportView v = new ImportView(m, w, () -> {});
                Stage stage = new Stage();
                stage.setScene(new Scene(w, size[0], size[1]));
                Theme t = new Theme(); t.use(theme); t.apply(stage.getScene(), 14);
                stage.show();
                v.open(); shot(stage, name + "1a");
                m.choose(folder.resolve("no")); shot(stage, name + "1b");
                m.choose(file); shot(stage, name + "1c");
                ((javafx.scene.control.Button) stage.getScene().lookup("#import-more")).fire(); shot(stage, name + "1d");
                m.next(); shot(stage, name + "2a");
                stage.getScene().lookup("#import-columns").fireEvent(new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", javafx.scene.input.KeyCode.ENTER, false, false, false, false));
                shot(stage, name + "2b");
                m.columns().choose(0, "ignored");
                s.meanwhile = () -> { shot(stage, name + "3a"); };
                m.run(); shot(stage, name + "3b");
                stage.hide();
            });
        }
        System.exit(0);
    }
    static void shot(Stage stage, String name) {
        try {
            stage.getScene().getRoot().applyCss(); stage.getScene().getRoot().layout();
            stage.getScene().getRoot().layout();
            var p = stage.getScene().snapshot(null);
            int w = (int) p.getWidth(), h = (int) p.getHeight();
            var i = new java.awt.image.BufferedImage(w, h, 1);
            for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) i.setRGB(x, y, p.getPixelReader().getArgb(x, y));
            javax.imageio.ImageIO.write(i, "png", new java.io.File(name + ".png"));
        } catch (java.io.IOException e) { throw new IllegalStateException(e); }
    }
}
