package app.afterbeep.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Light, dark or high contrast, as set or as the OS has it, and the size of the type. On the FX thread.
public final class Theme {
    /// What the window needs at least, in em: nothing essential fits into less.
    ///
    /// @param wide to show everything side by side
    public record Room(double wide, double high) {
        /// What the session screen needs: 960x600 at 14 pixels.
        public static final Room FULL = new Room(960 / 14.5, 600 / 14.5);
    }

    private static final String HIGH_CONTRAST = "Windows.SPI.HighContrast";
    private static final int SIZE = 14;
    private static final int SMALLEST = 9;
    private static final int LARGEST = 36;
    /// Icons at a size of type of 14, in pixels.
    private static final Map<String, Integer> ICONS = Map.of(".icon", 20, ".number-row .icon", 14, ".toast .flat .icon", 15, ".reminder .icon", 16,
        ".wizard-drop .icon", 34, ".preview-top .icon", 15, ".editor-more .icon", 15);

    private String choice = "system";
    private int wanted = SIZE;
    private Room room = Room.FULL;
    private @Nullable Scene scene;
    private @Nullable Subscription fitted;

    public Theme() {
        Platform.getPreferences().colorSchemeProperty().subscribe(() -> use(choice));
        // Windows alone says that it is in high contrast; elsewhere the rep chooses it.
        Platform.getPreferences().addListener((MapChangeListener<String, Object>) change -> {
            if (HIGH_CONTRAST.equals(change.getKey())) {
                use(choice);
            }
        });
    }

    /// Loads the program's own type. Before the first window.
    public static void loadFonts() {
        for (String font : List.of("Inter-Regular.otf", "Inter-Bold.otf")) {
            InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("/app/afterbeep/ui/" + font));
            Font.loadFont(in, 14);
        }
    }

    /// @param theme system, light, dark, contrast-light or contrast-dark
    public void use(String theme) {
        choice = theme;
        String shown = shown();
        String sheet = shown.endsWith("dark") ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
        if (scene != null) {
            dress(scene);
        }
    }

    /// light, dark, contrast-light or contrast-dark: what "system" stands for now.
    private String shown() {
        if (List.of("light", "dark", "contrast-light", "contrast-dark").contains(choice)) {
            return choice;
        }
        boolean contrast = Platform.getPreferences().getBoolean(HIGH_CONTRAST).orElse(false);
        return (contrast ? "contrast-" : "") + (Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? "dark" : "light");
    }

    /// Puts the program's styles on a scene and scales all of it.
    ///
    /// @param fontSize in pixels, from 9 to 36
    public void apply(Scene scene, int fontSize) {
        this.scene = scene;
        dress(scene);
        wanted = Math.clamp(fontSize, SMALLEST, LARGEST);
        fit(scene);
        if (fitted == null) {
            fitted = Subscription.combine(scene.widthProperty().subscribe(width -> fit(scene)), scene.heightProperty().subscribe(height -> fit(scene)));
        }
    }

    /// Puts the program's styles on a scene that is as large as what is in it.
    public static void style(Scene scene) {
        List<String> sheets = Stream.concat(Stream.of("colors.css", "app.css").map(Theme::sheet), Stream.of(icons(SIZE))).toList();
        if (!scene.getStylesheets().containsAll(sheets)) {
            scene.getStylesheets().addAll(sheets);
        }
    }

    private static String sheet(String css) {
        return Objects.requireNonNull(Theme.class.getResource("/app/afterbeep/ui/" + css)).toExternalForm();
    }

    private void dress(Scene scene) {
        String shown = shown();
        Stream<String> contrast = shown.startsWith("contrast-") ? Stream.of(shown + ".css", "contrast.css") : Stream.of();
        List<String> sheets = Stream.concat(Stream.concat(Stream.of("colors.css", "app.css"), contrast).map(Theme::sheet), Stream.of(icons(size(scene)))).toList();
        ObservableList<String> worn = scene.getStylesheets();
        int last = sheets.size() - 1;
        if (worn.size() > last && worn.subList(0, last).equals(sheets.subList(0, last))) {
            // Another size of the icons alone: the others are not read again.
            if (!worn.get(last).equals(sheets.get(last))) {
                worn.set(last, sheets.get(last));
            }
        } else {
            worn.setAll(sheets);
        }
    }

    /// What is in the window now needs so much room.
    public void needs(Room room) {
        this.room = room;
        if (scene != null) {
            fit(scene);
        }
    }

    /// The one size that everything else is relative to; a style sheet can't know the setting. Where the window is too small for
    /// it the type is as large as fits, so that nothing essential is ever pushed out of sight.
    private void fit(Scene scene) {
        String style = "-fx-font-size: " + size(scene) + "px;";
        if (!style.equals(scene.getRoot().getStyle())) {
            scene.getRoot().setStyle(style);
            dress(scene);
        }
    }

    private int size(Scene scene) {
        int fitting = (int) Math.min(scene.getWidth() / room.wide(), scene.getHeight() / room.high());
        return Math.max(SMALLEST, Math.min(wanted, fitting));
    }

    /// Icons grow with the type. A style sheet can't say it in em, since an icon is itself a text whose size this sets.
    private static String icons(int size) {
        String css = ICONS.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(icon -> icon.getKey() + "{-fx-icon-size:" + Math.round(icon.getValue() * size / (double) SIZE) + "px;}")
            .collect(Collectors.joining());
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
