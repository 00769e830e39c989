package app.afterbeep.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Light or dark, as set or as the OS has it, and the size of the type. On the FX thread.
public final class Theme {
    private static final int SMALLEST = 9;
    private static final int LARGEST = 36;
    /// What the session screen needs at least: 960x600 at 14 pixels.
    private static final double EMS_WIDE = 960 / 14.5;
    private static final double EMS_HIGH = 600 / 14.5;

    private String choice;
    private int wanted = 14;
    private @Nullable Subscription fitted;

    /// @param theme system, light or dark
    public Theme(String theme) {
        choice = theme;
        Platform.getPreferences().colorSchemeProperty().subscribe(() -> use(choice));
    }

    /// Loads the program's own type. Before the first window.
    public static void loadFonts() {
        for (String font : List.of("Inter-Regular.otf", "Inter-Bold.otf")) {
            InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("/app/afterbeep/ui/" + font));
            Font.loadFont(in, 14);
        }
    }

    /// @param theme system, light or dark
    public void use(String theme) {
        choice = theme;
        boolean dark = theme.equals("dark")
            || !theme.equals("light") && Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        String sheet = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    /// Puts the program's styles on a scene and scales all of it.
    ///
    /// @param fontSize in pixels, from 9 to 36
    public void apply(Scene scene, int fontSize) {
        for (String css : List.of("colors.css", "app.css")) {
            String url = Objects.requireNonNull(Theme.class.getResource("/app/afterbeep/ui/" + css)).toExternalForm();
            if (!scene.getStylesheets().contains(url)) {
                scene.getStylesheets().add(url);
            }
        }
        wanted = Math.clamp(fontSize, SMALLEST, LARGEST);
        fit(scene);
        if (fitted == null) {
            fitted = Subscription.combine(scene.widthProperty().subscribe(width -> fit(scene)), scene.heightProperty().subscribe(height -> fit(scene)));
        }
    }

    /// The one size that everything else is relative to; a style sheet can't know the setting. Where the window is too small for
    /// it the type is as large as fits, so that nothing essential is ever pushed out of sight.
    private void fit(Scene scene) {
        int fitting = (int) Math.min(scene.getWidth() / EMS_WIDE, scene.getHeight() / EMS_HIGH);
        scene.getRoot().setStyle("-fx-font-size: " + Math.max(SMALLEST, Math.min(wanted, fitting)) + "px;");
    }
}
