package app.afterbeep.ui;

import app.afterbeep.ui.PlaceOnScreenRules.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Remembers where the window stands, large and small, and puts it there again, always in sight. Only the place of a window that is neither
/// minimised nor maximised is remembered; that it was maximised is remembered as such. On the FX thread.
public final class WindowPlace {
    /// While a window is being dragged, or on its way to be maximised, its bounds say nothing.
    private static final Duration REST = Duration.millis(600);
    private static final double SMALL_WIDE = 420;
    private static final double SMALL_HIGH = 540;

    private final Stage stage;
    private final Consumer<String> save;
    private final PauseTransition rest = new PauseTransition(REST);
    private final ListChangeListener<Screen> screens = change -> backInSight();
    private @Nullable Area large;
    private @Nullable Area small;
    private boolean maximized;
    private boolean isSmall;
    private boolean grown;
    private String kept;

    /// @param written what `save` was given last; "" on the first start
    /// @param save    keeps it
    public WindowPlace(Stage stage, String written, Consumer<String> save) {
        this.stage = stage;
        this.save = save;
        kept = written;
        String[] parts = (written + ";;").split(";", -1);
        large = Area.read(parts[0]).orElse(null);
        maximized = parts[1].equals("maximized");
        small = Area.read(parts[2]).orElse(null);
        rest.setOnFinished(e -> note());
        for (var bound : List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
            bound.subscribe(value -> rest.playFromStart());
        }
        stage.maximizedProperty().subscribe(now -> rest.playFromStart());
        Screen.getScreens().addListener(screens);
    }

    /// Puts the window where it was; in the middle of the screen the first time.
    public void open() {
        Rectangle2D primary = Screen.getPrimary().getVisualBounds();
        if (large == null) {
            stage.setWidth(Math.min(1280, primary.getWidth()));
            stage.setHeight(Math.min(800, primary.getHeight()));
        } else {
            put(large);
        }
        stage.setMaximized(maximized);
    }

    /// Makes the window small, where it was small before: at first at the right of where it is.
    public void shrink() {
        note();
        if (!isSmall) {
            isSmall = true;
            Rectangle2D here = screen().getVisualBounds();
            stage.setMaximized(false);
            put(small != null ? small : new Area(here.getMaxX() - SMALL_WIDE - 24, here.getMinY() + 48, SMALL_WIDE, SMALL_HIGH));
        }
    }

    /// Gives the window back the place that it had before it was made small.
    public void enlarge() {
        note();
        if (isSmall) {
            isSmall = false;
            grown = false;
            if (large != null) {
                put(large);
            }
            stage.setMaximized(maximized);
        }
    }

    /// A small window is large for as long as a sheet needs it.
    public void grow(double width, double height) {
        if (isSmall && !grown) {
            note();
            grown = true;
            Rectangle2D here = screen().getVisualBounds();
            double wide = Math.clamp(width, stage.getWidth(), Math.max(stage.getWidth(), here.getWidth()));
            double high = Math.clamp(height, stage.getHeight(), Math.max(stage.getHeight(), here.getHeight()));
            put(new Area(Math.clamp(stage.getX(), here.getMinX(), Math.max(here.getMinX(), here.getMaxX() - wide)),
                Math.clamp(stage.getY(), here.getMinY(), Math.max(here.getMinY(), here.getMaxY() - high)), wide, high));
        }
    }

    /// The sheet is closed.
    public void ungrow() {
        if (grown) {
            grown = false;
            if (small != null) {
                put(small);
            }
        }
    }

    /// The window closes: where it is now is remembered.
    public void close() {
        Screen.getScreens().removeListener(screens);
        rest.stop();
        note();
    }

    private void note() {
        rest.stop();
        if (stage.isIconified() || stage.isFullScreen() || grown || Double.isNaN(stage.getX()) || Double.isNaN(stage.getWidth())) {
            return;
        }
        if (!isSmall) {
            maximized = stage.isMaximized();
        }
        if (!stage.isMaximized()) {
            Area now = new Area(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
            if (isSmall) {
                small = now;
            } else {
                large = now;
            }
        }
        String written = (large == null ? "" : large.written()) + ";" + (maximized ? "maximized" : "") + ";" + (small == null ? "" : small.written());
        if (!Objects.equals(written, kept)) {
            kept = written;
            save.accept(written);
        }
    }

    /// A screen was unplugged, or has another size.
    private void backInSight() {
        if (!stage.isMaximized() && !stage.isIconified() && !Double.isNaN(stage.getX())) {
            put(new Area(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        }
    }

    private void put(Area wanted) {
        List<Area> areas = new ArrayList<>(List.of(area(Screen.getPrimary())));
        Screen.getScreens().stream().filter(screen -> !screen.equals(Screen.getPrimary())).map(WindowPlace::area).forEach(areas::add);
        Area there = PlaceOnScreenRules.visible(wanted, areas);
        stage.setX(there.x());
        stage.setY(there.y());
        stage.setWidth(there.width());
        stage.setHeight(there.height());
    }

    private Screen screen() {
        return Screen.getScreensForRectangle(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()).stream().findFirst().orElse(Screen.getPrimary());
    }

    private static Area area(Screen screen) {
        Rectangle2D bounds = screen.getVisualBounds();
        return new Area(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}
