package app.afterbeep.start;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;

import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Theme;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// A small window with one message, for when there is no other to show it in.
public final class PlainWindow {
    private PlainWindow() {}

    /// Shows it and waits until it is closed. Not on the FX thread, which must run.
    ///
    /// @param fx      the FX thread
    /// @param details what can be copied, or ""
    public static void show(Executor fx, String title, String text, String details) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        fx.execute(() -> {
            Stage stage = new Stage();
            Button close = button("plain-close", "Close", stage::close, "accent");
            close.setDefaultButton(true);
            close.setCancelButton(true);
            Label words = label(text);
            words.setId("plain-text");
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            HBox foot = new HBox(close);
            foot.getStyleClass().addAll("row", "sheet-foot");
            if (!details.isEmpty()) {
                foot.getChildren().addFirst(button("plain-copy", "Copy details", () -> Handoff.system().copy(details)));
            }
            VBox all = new VBox(label(title, "sheet-title"), words, foot);
            all.getStyleClass().addAll("main-window", "plain-window");
            Scene scene = new Scene(all);
            new Theme().use("system");
            Theme.style(scene);
            stage.setScene(scene);
            stage.setTitle("Afterbeep");
            stage.setOnHidden(e -> closed.countDown());
            stage.show();
            close.requestFocus();
        });
        closed.await();
    }
}
