package app.afterbeep.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What stands in front of the screens: a sheet, and at most one more in front of that. While one is open it has the mouse and the keyboard;
/// afterwards the keyboard is where it was. On the FX thread.
final class Sheets extends StackPane {
    private final Node below;
    private final Runnable focusScreen;
    private Consumer<Boolean> watcher = open -> {};
    private @Nullable Layer sheet;
    private @Nullable Layer over;

    /// @param focusBefore had the keyboard when it was opened
    private record Layer(Region content, Runnable close, @Nullable Node focusBefore) {}

    /// @param below       out of reach while a sheet is open
    /// @param focusScreen gives the keyboard to the screen where what had it is gone
    Sheets(Node below, Runnable focusScreen) {
        this.below = below;
        this.focusScreen = focusScreen;
        Region scrim = new Region();
        scrim.getStyleClass().add("scrim");
        getChildren().add(scrim);
        getStyleClass().add("cover");
        setVisible(false);
    }

    /// @param watcher is told when the first sheet opens (true), before it is there, and when it closes
    void watch(Consumer<Boolean> watcher) {
        this.watcher = watcher;
    }

    /// One that is open is replaced, and leaves to the new one whom it took the keyboard from.
    void open(Region content, Runnable close) {
        Layer replaced = sheet;
        Node focus = replaced == null ? focus() : replaced.focusBefore();
        if (replaced == null) {
            watcher.accept(true);
        }
        sheet = new Layer(content, close, focus);
        show();
    }

    void close() {
        Layer closed = sheet;
        if (closed != null) {
            watcher.accept(false);
        }
        sheet = null;
        show();
        if (over == null) {
            giveBack(closed);
        }
    }

    void openOver(Region content, Runnable close) {
        over = new Layer(content, close, focus());
        show();
    }

    void closeOver() {
        Layer closed = over;
        over = null;
        show();
        giveBack(closed);
    }

    /// What Esc does now, where a sheet is open.
    Optional<Runnable> escape() {
        return Optional.ofNullable(over).or(() -> Optional.ofNullable(sheet)).map(Layer::close);
    }

    private @Nullable Node focus() {
        return getScene() == null ? null : getScene().getFocusOwner();
    }

    /// The scrim, the sheet, and what stands in front of it.
    private void show() {
        List<Node> shown = new ArrayList<>(List.of(getChildren().getFirst()));
        if (sheet != null) {
            shown.add(sheet.content());
            sheet.content().setDisable(over != null);
        }
        if (over != null) {
            shown.add(over.content());
        }
        getChildren().setAll(shown);
        setVisible(shown.size() > 1);
        below.setDisable(shown.size() > 1);
    }

    private void giveBack(@Nullable Layer closed) {
        Node focus = closed == null ? null : closed.focusBefore();
        if (focus != null && focus.getScene() != null) {
            focus.requestFocus();
        } else {
            focusScreen.run();
        }
    }
}
