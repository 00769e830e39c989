package app.afterbeep.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// The least that a JavaFX window on the class path costs: one label. Says when its first frame was drawn, and ends.
public final class BareWindow {
    private BareWindow() {}

    public static void main(String[] args) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Label("Ann Lee"), 1280, 800));
            stage.show();
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    if (++frames == 2) {
                        System.out.println("frame=" + System.currentTimeMillis());
                        System.exit(0);
                    }
                }
            }.start();
        });
    }
}
