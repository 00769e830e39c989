package app.afterbeep.bench;

import atlantafx.base.theme.PrimerLight;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The least that a JavaFX window on the class path costs: one label; or, with the argument [#THEMED], the least that a window costs that looks as ours
/// does: a label, a field and a button in AtlantaFX. Says when its first frame was drawn, and ends.
public final class BareWindow {
    static final String THEMED = "themed";

    private BareWindow() {}

    public static void main(String[] args) {
        boolean themed = args.length > 0 && args[0].equals(THEMED);
        Platform.startup(() -> {
            if (themed) {
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            }
            Stage stage = new Stage();
            stage.setScene(new Scene(themed ? small() : new Label("Ann Lee"), 1280, 800));
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

    private static Parent small() {
        VBox small = new VBox(8, new Label("Ann Lee"), new TextField("Halden Cold Storage"), new Button("Left voicemail"));
        small.setPadding(new Insets(16));
        return small;
    }
}
