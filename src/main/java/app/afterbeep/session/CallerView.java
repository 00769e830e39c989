package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.prospects.FindPane;
import app.afterbeep.prospects.FindViewModel;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Sheets;
import java.util.function.LongConsumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The sheet that asks who has called back: found in seconds, by any part of a name, company or number.
public final class CallerView extends VBox {
    private final MainWindow window;
    private final FindPane find;

    /// @param open shows the caller in the session
    public CallerView(FindViewModel model, MainWindow window, LongConsumer open) {
        this.window = window;
        Sheets.frame(this, "caller", "wide-sheet");
        find = new FindPane(model, id -> {
            window.closeSheet();
            open.accept(id);
        });
        VBox.setVgrow(find, Priority.ALWAYS);
        HBox foot = Sheets.foot(cap(Shortcut.OPEN), label("opens the caller with the whole history; nothing is logged yet", "text-muted", "text-small"),
            spring(), button("caller-cancel", "Cancel", Shortcut.CLOSE, this::close));
        getChildren().addAll(label("Who called back?", "sheet-title"), find, foot);
    }

    public void open() {
        window.openSheet(this, this::close);
        find.begin();
    }

    private void close() {
        window.closeSheet();
    }
}
