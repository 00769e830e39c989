package app.afterbeep;

import app.afterbeep.testkit.*;
import java.nio.file.*;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;

public final class EditorLook {
    static RealWindow window;
    static void shot(String name) throws Exception {
        window.pauseForReading();
        var img = window.picture();
        int w = (int) img.getWidth(), h = (int) img.getHeight();
        var b = new java.awt.image.BufferedImage(w, h, 1);
        for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) b.setRGB(x, y, img.getPixelReader().getArgb(x, y));
        ImageIO.write(b, "png", new java.io.File("/tmp/ed-try/" + name + ".png"));
    }
    static void put(String text) {
        FxThread.run(() -> {
            var area = (jfx.incubator.scene.control.richtext.CodeArea) window.node("editor-text");
            area.requestFocus();
            area.replaceText(jfx.incubator.scene.control.richtext.TextPos.ZERO, area.getDocumentEnd(), text);
        });
    }
    static final String BAD = "Hi {{first_name|there}}, {{my_name}} with {{my_company}}. The other half of the story about the dock is what the night crew at a site like {{company}} stopped doing. "
        + "We are a leading provider of yard software and have put the whole thing on one page. I'll call you {{callback_day}} at {{callback_time}}, or call me back at {{my_fone}}.";
    public static void main(String[] args) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((t, e) -> { e.printStackTrace(); System.exit(1); });
        String theme = args[0]; int w = Integer.parseInt(args[1]), h = Integer.parseInt(args[2]);
        Path folder = Files.createTempDirectory("edlook");
        var clock = java.time.Clock.offset(java.time.Clock.systemDefaultZone(), java.time.Duration.between(java.time.Instant.now(), java.time.ZonedDateTime.parse("2026-11-24T09:30:00-05:00[America/New_York]")));
        window = RealWindow.open(folder, clock.withZone(java.time.ZoneId.of("America/New_York")), true, theme);
        FxThread.run(() -> { window.stage.setWidth(w); window.stage.setHeight(h); });
        window.awaitShown("prospect-name");
        window.key(KeyCode.DIGIT1);
        window.pauseForReading();
        window.click("nav-scripts", 1);
        window.awaitShown("editor-text");
        String n = theme + w;
        FxThread.run(() -> window.stage.getScene().addEventFilter(javafx.scene.input.MouseEvent.MOUSE_PRESSED, e -> System.out.println("PRESS " + e.getButton() + e.isPopupTrigger() + e.getTarget().getClass())));
        window.awaitText("preview-title", "HEARS IT");
        System.out.println("BOUNDS " + FxThread.call(() -> window.node("editor-text").localToScene(window.node("editor-text").getBoundsInLocal())));
        System.out.println("POS " + FxThread.call(() -> { var a = (jfx.incubator.scene.control.richtext.CodeArea) window.node("editor-text"); a.requestFocus(); var b = a.localToScreen(a.getBoundsInLocal()); return a.getTextPosition(b.getCenterX(), b.getCenterY()) + " focus " + window.stage.getScene().getFocusOwner() + " trav " + a.isFocusTraversable() + a.isDisabled() + a.isFocused(); }));
        FxThread.run(() -> window.stage.getScene().focusOwnerProperty().addListener((o, x, y) -> { System.out.println("FOCUS -> " + y); new Exception().printStackTrace(System.out); }));
        window.click("editor-text", 1);
        System.out.println("FOCUS " + FxThread.call(() -> window.stage.getScene().getFocusOwner()));
        window.pauseForReading();
        System.out.println("FOCUS " + FxThread.call(() -> window.stage.getScene().getFocusOwner()));
        System.out.println("BOUNDS " + FxThread.call(() -> window.node("editor-text").localToScene(window.node("editor-text").getBoundsInLocal())));
        if (args.length > 3) System.exit(0);
        shot("1-good-" + n);
        put(BAD);
        shot("2-bad-" + n);
        put("Hi {{");
        FxThread.run(() -> { var a = (jfx.incubator.scene.control.richtext.CodeArea) window.node("editor-text"); a.select(a.getDocumentEnd()); });
        window.key(KeyCode.BACK_SPACE);
        FxThread.run(() -> { var a = window.node("editor-text"); javafx.event.Event.fireEvent(a, new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_TYPED, "{", "{", KeyCode.UNDEFINED, false, false, false, false)); });
        shot("3-complete-" + n);
        window.key(KeyCode.ESCAPE);
        put((BAD + "\n\n").repeat(5));
        shot("4-long-" + n);
        put("");
        shot("5-empty-" + n);
        window.key(KeyCode.Z, KeyCode.CONTROL);
        window.click("editor-tab-email", 1);
        shot("6-email-" + n);
        System.exit(0);
    }
}
