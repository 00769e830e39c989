package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.FxThread;
import app.afterbeep.ui.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Parent;
import javafx.stage.PopupWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every place of the window in the smallest and in a very large window, in the smallest and in the largest type.
class LayoutTest {
    /// To and fro, so that the whole window is dressed anew as rarely as can be. In a small window the largest type that fits is that of 14.
    private static final List<Form> FORMS = List.of(new Form(960, 600, 14), new Form(3840, 2160, 36), new Form(3840, 2160, 9), new Form(960, 600, 9));

    private record Form(int width, int height, int font) {
        @Override
        public String toString() {
            return width + "x" + height + ", " + font;
        }
    }

    @TempDir Path folder;

    @Test
    void everythingHasItsPlace() {
        Set<String> faults = new TreeSet<>();
        int[] measured = {0};
        int[] places = {0};
        long[] spent = {0};
        try (RealWindow window = RealWindow.open(folder, Walk.MORNING, true)) {
            Theme theme = FxThread.call(Theme::new);
            // No size of the window limits that of the type here.
            FxThread.run(() -> theme.needs(new Theme.Room(1, 1)));
            Walk.all(window, folder, (place, scene) -> FxThread.run(() -> {
                long from = System.nanoTime();
                boolean fixed = scene.getWindow() instanceof PopupWindow || place.contains("mini");
                for (Form form : places[0]++ % 2 == 0 ? FORMS : FORMS.reversed()) {
                    if (fixed && form.width() > 960) {
                        continue;
                    }
                    theme.apply(scene, form.font());
                    if (!fixed) {
                        // Within the frame: the window itself keeps its size, and draws nothing of it.
                        scene.getRoot().resize(form.width(), form.height());
                    }
                    lay(scene.getRoot());
                    Fit.Found found = Fit.on(scene.getRoot());
                    measured[0] += found.measured();
                    found.faults().forEach(fault -> faults.add(place + " (" + form + "): " + fault));
                }
                scene.getRoot().resize(scene.getWidth(), scene.getHeight());
                spent[0] += System.nanoTime() - from;
            }));
        }
        System.err.println("spent " + spent[0] / 1_000_000);
        assertTrue(measured[0] > 10_000, "only " + measured[0] + " were measured");
        assertEquals("", String.join("\n", faults));
    }

    private static void lay(Parent root) {
        // What depends on a width is only known after the first time.
        for (int i = 0; i < 3; i++) {
            root.applyCss();
            root.layout();
        }
    }
}
