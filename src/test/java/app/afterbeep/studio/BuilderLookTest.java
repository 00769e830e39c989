package app.afterbeep.studio;
import javafx.scene.image.*; import java.awt.image.BufferedImage; import java.nio.file.*; import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
class BuilderLookTest {
    static void save(WritableImage picture, String file) throws Exception {
        int w = (int) picture.getWidth(), h = (int) picture.getHeight();
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) image.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
        ImageIO.write(image, "png", new java.io.File("/tmp/builder-look/" + file));
    }
    @Test void look() throws Exception {
        Files.createDirectories(Path.of("/tmp/builder-look"));
        for (Object[] o : new Object[][] {{1280, 800, "light", 14}, {960, 600, "dark", 14}, {1280, 800, "light", 9}, {1280, 800, "dark", 24}, {960, 600, "light", 36}}) {
            try (BuilderWindow w = new BuilderWindow((int) o[0], (int) o[1], (String) o[2], (int) o[3])) {
                w.type("builder-audience", "we help dental clinics"); w.type("builder-pain", "They lose hours on no-shows."); w.type("builder-value", "fill every slot within the hour");
                if ((int) o[1] == 800 && (int) o[3] == 14) { app.afterbeep.testkit.FxThread.run(() -> ((javafx.scene.control.ToggleButton) w.node("builder-1-email-fold")).setSelected(true)); w.type("builder-2-voicemail", "Hi {{first_name}}, please call me back at 555 0123 today."); app.afterbeep.testkit.FxThread.run(() -> ((javafx.scene.control.ScrollPane) w.node("builder-messages")).setVvalue(0.3)); }
                save(w.picture(), o[0] + "-" + o[2] + "-" + o[3] + ".png");
            }
        }
        try (BuilderWindow w = new BuilderWindow(1280, 800, "light", 14)) {
            save(w.picture(), "empty.png");
            app.afterbeep.testkit.FxThread.run(() -> ((javafx.scene.control.CheckBox) w.node("builder-script")).setSelected(true));
            w.type("builder-audience", "clinics");
            w.type("builder-pasted", "Hi Sarah, this is Tom Baker from Brightdesk. I hope you're well. Many clinics tell me that they lose two hours a day on reminders. We help clinics fill empty slots within the hour. Who answers your phone at eight? I'd love to schedule a demo. Please call me back at 555-0134. Thanks!");
            save(w.picture(), "paste.png");
        }
    }
}
