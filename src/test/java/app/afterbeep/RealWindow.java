package app.afterbeep;

import app.afterbeep.cli.Cli;
import app.afterbeep.settings.Setting;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.Typist;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Theme;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// The whole program in a real window on the headless platform, worked by JavaFX's own robot.
final class RealWindow implements AutoCloseable {
    private final Background background;
    final Data data;
    private final Wiring wiring;
    private final Path folder;
    final Stage stage;
    private final Typist typist;
    private final Robot robot;

    private RealWindow(Path folder, Background background, Data data, Wiring wiring, Stage stage) {
        this.folder = folder;
        this.data = data;
        this.background = background;
        this.wiring = wiring;
        this.stage = stage;
        this.typist = new Typist(stage);
        this.robot = typist.robot();
    }

    /// @param now where the clock starts, ISO 8601 with a region
    /// @param demo with the sample prospects
    static RealWindow open(Path folder, String now, boolean demo) {
        ZonedDateTime start = ZonedDateTime.parse(now);
        return open(folder, Clock.offset(Clock.system(start.getZone()), Duration.between(Instant.now(), start)), demo, "light");
    }

    static RealWindow open(Path folder, Clock clock, boolean demo, String theme) {
        return open(folder, clock, demo, Map.of(Setting.THEME, theme));
    }

    /// @param set what the rep has set before
    static RealWindow open(Path folder, Clock clock, boolean demo, Map<Setting, String> set) {
        FxThread.run(Theme::loadFonts);
        Cli.Options options = new Cli.Options(folder, clock, true, demo);
        Background background = Background.threads();
        try {
            Data data = background.opening(() -> Data.open(options, background)).get();
            set.forEach((setting, value) -> data.settings().updateAndGet(settings -> settings.with(setting, value)));
            Stage stage = FxThread.call(Stage::new);
            Wiring wiring = FxThread.call(() -> new Wiring(options, background, data, stage));
            FxThread.run(() -> {
                Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> wiring.failed(e));
                if (data.settings().get().text(Setting.WINDOW_PLACE).isEmpty()) {
                    stage.setWidth(1000);
                    stage.setHeight(700);
                }
                wiring.start();
                stage.show();
                wiring.later();
            });
            return new RealWindow(folder, background, data, wiring, stage);
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// What nobody else handles goes to `seen` before the window says it. On the FX thread.
    void onFailure(Consumer<Throwable> seen) {
        Consumer<Throwable> both = seen.andThen(wiring::failed);
        background.onFailure(both::accept);
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> both.accept(e));
    }

    /// A file that was left before, with all that was set.
    static RealWindow openAgain(Path folder, String now) {
        ZonedDateTime start = ZonedDateTime.parse(now);
        return open(folder, Clock.offset(Clock.system(start.getZone()), Duration.between(Instant.now(), start)), false, Map.of());
    }

    /// Its threads.
    Background background() {
        return background;
    }

    Node node(String id) {
        return typist.node(id);
    }

    boolean shown(String id) {
        return FxThread.call(() -> visible(node(id)));
    }

    /// As [#shown], for a condition that is looked at on the FX thread.
    boolean visible(String id) {
        return visible(node(id));
    }

    /// As [#text], for a condition that is looked at on the FX thread.
    String says(String id) {
        return textOf(node(id));
    }

    /// What the notice says that is shown; "" when there is none. On the FX thread.
    String notice() {
        return visible("toast") && stage.getScene().lookup(".toast-text") instanceof Labeled words ? words.getText() : "";
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node != null && node.getScene() != null;
    }

    String text(String id) {
        return FxThread.call(() -> textOf(node(id)));
    }

    private static String textOf(Node node) {
        return switch (node) {
            case null -> "";
            case Labeled labeled when !labeled.getText().isEmpty() -> labeled.getText();
            case TextInputControl input -> input.getText();
            default -> String.valueOf(node.getAccessibleText());
        };
    }

    /// Waits until the control shows `text` as a part.
    void awaitText(String id, String text) {
        FxThread.await(() -> visible(node(id)) && textOf(node(id)).contains(text), () -> "“" + text + "” in #" + id + ", which says: " + textOf(node(id)));
    }

    void awaitBeginning(String id, String text) {
        FxThread.await(() -> visible(node(id)) && textOf(node(id)).startsWith(text), () -> "“" + text + "” first in #" + id);
    }

    /// Waits until the control shows something else than `text`.
    void awaitOther(String id, String text) {
        FxThread.await(() -> visible(node(id)) && !textOf(node(id)).equals(text), () -> "another text than “" + text + "” in #" + id);
    }

    void awaitShown(String id) {
        FxThread.await(() -> visible(node(id)), () -> "#" + id);
    }

    void awaitGone(String id) {
        FxThread.await(() -> !visible(node(id)), () -> "the end of #" + id);
    }

    /// Presses and releases a key, with the modifiers held.
    void key(KeyCode key, KeyCode... modifiers) {
        typist.key(key, modifiers);
    }

    /// Lets as much time pass as a rep needs at least to see that the prospect has changed.
    void pauseForReading() {
        typist.pause(350);
    }

    /// Holds a key down: the OS repeats the press.
    void hold(KeyCode key, int repeats) {
        FxThread.run(() -> {
            for (int i = 0; i < repeats; i++) {
                robot.keyPress(key);
            }
            robot.keyRelease(key);
        });
    }

    void click(String id, int times) {
        awaitShown(id);
        FxThread.run(() -> {
            // What has just appeared has no place yet.
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            Node node = node(id);
            var bounds = node.localToScreen(node.getBoundsInLocal());
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            for (int i = 0; i < times; i++) {
                robot.mouseClick(javafx.scene.input.MouseButton.PRIMARY);
            }
        });
    }

    /// Of everything in the window that has this style.
    List<String> ids(String style) {
        return FxThread.call(() -> stage.getScene().getRoot().lookupAll(style).stream().map(Node::getId).toList());
    }

    /// Presses a button wherever it stands, also outside of the headless screen.
    void fire(String id) {
        awaitShown(id);
        FxThread.run(() -> ((ButtonBase) node(id)).fire());
    }

    void focus(String id) {
        FxThread.run(() -> node(id).requestFocus());
    }

    boolean focused(String id) {
        return typist.focused(id);
    }

    void type(String id, String text) {
        typist.type(id, text);
    }

    /// A number from the file, read beside the program.
    long number(String sql) {
        String word = word(sql);
        return word.isEmpty() ? 0 : Long.parseLong(word);
    }

    /// A word from the file, read beside the program; "" where there is none.
    String word(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("afterbeep.db"));
             var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.next() && row.getString(1) != null ? row.getString(1) : "";
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void awaitNumber(String sql, long expected) {
        FxThread.await(() -> number(sql) == expected, () -> expected + " from " + sql + ", which gives " + number(sql));
    }

    WritableImage picture() {
        return FxThread.call(() -> stage.getScene().snapshot(null));
    }

    @Override
    public void close() {
        FxThread.run(() -> {
            wiring.close();
            stage.hide();
        });
        background.close();
    }
}
