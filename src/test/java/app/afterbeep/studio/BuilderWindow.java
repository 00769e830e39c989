package app.afterbeep.studio;

import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.Typist;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Screen;
import app.afterbeep.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The builder's sheet in a window of its own on the headless platform, worked by JavaFX's robot.
final class BuilderWindow implements AutoCloseable {
    final BuilderViewModel model;
    final List<BuilderViewModel.Use> used = new ArrayList<>();
    private final Stage stage;
    private final Typist typist;
    private final BuilderView view;

    BuilderWindow(int width, int height, String theme, int fontSize) {
        FxThread.run(Theme::loadFonts);
        Settings settings = Settings.initial().with(Setting.MY_NAME, "Dana Reyes").with(Setting.MY_COMPANY, "Northline");
        model = FxThread.call(() -> new BuilderViewModel(() -> settings, used::add));
        MainWindow window = FxThread.call(MainWindow::new);
        view = FxThread.call(() -> new BuilderView(model, window));
        stage = FxThread.call(() -> {
            Stage made = new Stage();
            window.add(new Screen("scripts", "Scripts", "fth-edit", Pos.BOTTOM_LEFT, () -> new Screen.Face(new StackPane(), () -> {}, () -> {}, key -> false)));
            window.select("scripts");
            made.setScene(new Scene(window, width, height));
            Theme look = new Theme();
            look.use(theme);
            look.apply(made.getScene(), fontSize);
            made.show();
            return made;
        });
        typist = new Typist(stage);
        FxThread.await(stage::isFocused, () -> "the window");
        open();
        FxThread.await(() -> node("builder").getBoundsInParent().getHeight() > 100, () -> "the sheet");
    }

    /// Opens it again, as from the Scripts screen.
    void open() {
        FxThread.run(view::open);
    }

    Node node(String id) {
        return typist.node(id);
    }

    boolean open(String id) {
        return FxThread.call(() -> node(id) != null && node(id).getScene() != null);
    }

    boolean focused(String id) {
        return typist.focused(id);
    }

    String text(String id) {
        return FxThread.call(() -> node(id) instanceof TextInputControl input ? input.getText() : ((javafx.scene.control.Labeled) node(id))
            .getText());
    }

    void type(String id, String text) {
        typist.type(id, text);
    }

    void key(KeyCode key, KeyCode... modifiers) {
        typist.key(key, modifiers);
    }

    /// Lets the layout settle.
    void settle() {
        typist.pause(300);
    }

    @Override
    public void close() {
        FxThread.run(stage::hide);
    }
}
