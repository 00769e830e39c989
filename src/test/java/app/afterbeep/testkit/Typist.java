package app.afterbeep.testkit;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// Works a window by JavaFX's own robot. From any thread but FX.
public final class Typist {
    private final Stage stage;
    private final Robot robot = FxThread.call(Robot::new);

    public Typist(Stage stage) {
        this.stage = stage;
    }

    public Robot robot() {
        return robot;
    }

    /// Null when there is none. On any thread.
    public Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }

    public boolean focused(String id) {
        return FxThread.call(() -> node(id).isFocused());
    }

    /// Presses and releases a key, with the modifiers held.
    public void key(KeyCode key, KeyCode... modifiers) {
        FxThread.run(() -> {
            for (KeyCode modifier : modifiers) {
                robot.keyPress(modifier);
            }
            robot.keyPress(key);
            robot.keyRelease(key);
            for (KeyCode modifier : modifiers) {
                robot.keyRelease(modifier);
            }
        });
    }

    public void type(String id, String text) {
        FxThread.run(() -> {
            node(id).requestFocus();
            ((TextInputControl) node(id)).setText(text);
        });
    }

    /// Lets so much time pass.
    public void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000L;
        FxThread.await(() -> System.nanoTime() > until, () -> "time");
    }
}
