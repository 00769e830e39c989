package app.afterbeep;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.icon;

import app.afterbeep.session.MiniView;
import app.afterbeep.session.SessionView;
import app.afterbeep.session.SessionViewModel;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.Keys;
import app.afterbeep.ui.KeysSheet;
import app.afterbeep.ui.Lazy;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Screen;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Theme;
import app.afterbeep.ui.WindowPlace;
import app.afterbeep.ui.controls.ColumnMenu;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/// The window itself: its theme, its keys, its place, and its small form beside a softphone.
final class WindowWiring {
    private static final double MIN_WIDTH = 900;
    private static final double MIN_HEIGHT = 560;

    private final Stage stage;
    private final MainWindow window;
    private final Supplier<Settings> settings;
    private final Consumer<Map<Setting, String>> save;
    private final Theme theme;
    private final Lazy<KeysSheet> keys;
    private final WindowPlace place;
    private boolean mini;

    /// @param save keeps settings and puts them in force
    WindowWiring(Stage stage, MainWindow window, Theme theme, Supplier<Settings> settings, Consumer<Map<Setting, String>> save) {
        this.stage = stage;
        this.window = window;
        this.theme = theme;
        this.settings = settings;
        this.save = save;
        Keys.use(settings.get().text(Setting.KEYS));
        keys = new Lazy<>(() -> new KeysSheet(window, written -> save.accept(Map.of(Setting.KEYS, written))));
        place = new WindowPlace(stage, settings.get().text(Setting.WINDOW_PLACE), written -> save.accept(Map.of(Setting.WINDOW_PLACE, written)));
        window.onEverywhere(Shortcut.KEYS, this::showKeys);
        window.onEverywhere(Shortcut.ON_TOP, this::toggleOnTop);
        window.onEverywhere(Shortcut.MINI, this::toggleMini);
        window.onEverywhere(Shortcut.COLUMNS, () -> {
            if (stage.getScene().getFocusOwner() instanceof TableView<?> table) {
                ColumnMenu.open(table);
            }
        });
    }

    void showKeys() {
        keys.get().open();
    }

    /// After the screens: the rail's own entry, and the small form of the session.
    void complete(SessionViewModel session, SessionView full) {
        Button shown = button("nav-keys", "Keys", Shortcut.KEYS, this::showKeys);
        shown.setGraphic(icon("fth-command"));
        window.addToRail(shown);
        full.addHint(button("mini", "Small window", Shortcut.MINI, this::toggleMini, "flat", "hint"));
        window.setSmall(new Screen("mini", "Session", "fth-phone", Pos.BOTTOM_CENTER, () -> {
            MiniView view = new MiniView(session, full, this::toggleMini);
            return new Screen.Face(view, session.whose()::refresh, view::tick, view::press);
        }), this::toggleMini, sheet -> {
            theme.needs(sheet ? Theme.Room.FULL : MiniView.ROOM);
            if (sheet) {
                place.grow(960, 640);
            } else {
                place.ungrow();
            }
        });
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(new Scene(window));
        place.open();
        look();
    }

    void look() {
        theme.use(settings.get().text(Setting.THEME));
        theme.apply(stage.getScene(), settings.get().number(Setting.FONT_SIZE));
        stage.setAlwaysOnTop(settings.get().flag(Setting.ON_TOP));
    }

    void close() {
        place.close();
    }

    private void toggleOnTop() {
        boolean onTop = !stage.isAlwaysOnTop();
        stage.setAlwaysOnTop(onTop);
        save.accept(Map.of(Setting.ON_TOP, Boolean.toString(onTop)));
        window.show(Notice.done(onTop ? "The window stays above others." : "The window no longer stays above others."));
    }

    private void toggleMini() {
        mini = !mini;
        stage.setMinWidth(mini ? MiniView.MIN_WIDTH : MIN_WIDTH);
        stage.setMinHeight(mini ? MiniView.MIN_HEIGHT : MIN_HEIGHT);
        window.beSmall(mini);
        theme.needs(mini ? MiniView.ROOM : Theme.Room.FULL);
        if (mini) {
            place.shrink();
        } else {
            place.enlarge();
        }
    }
}
