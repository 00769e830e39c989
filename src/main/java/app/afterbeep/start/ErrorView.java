package app.afterbeep.start;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;

import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Shortcut;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The one sheet for what nobody has handled, in front of everything else. Each kind opens it once; when that comes again, it is counted here while the
/// sheet is open and said in passing afterwards.
public final class ErrorView extends VBox {
    private final MainWindow window;
    private final Handoff handoff;
    private final Label what = label("");
    private final Label code = label("", "error-code");
    private final TextArea details = new TextArea();
    private final Button copy = button("error-copy", "Copy details", this::copy);
    private final Button close = button("error-close", "Go on", Shortcut.CLOSE, this::close, "accent");
    private final Set<String> seen = new HashSet<>();
    private Errors.@Nullable Failure open;

    public ErrorView(MainWindow window, Handoff handoff) {
        this.window = window;
        this.handoff = handoff;
        setId("error-sheet");
        getStyleClass().addAll("card", "sheet", "error-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        what.setId("error-what");
        code.setId("error-code");
        details.setId("error-details");
        details.setEditable(false);
        details.setAccessibleText("Details: what would be copied");
        details.setPrefRowCount(8);
        Label safe = label("What you logged before is safe in the file. If a click seems to have done nothing, look into the history and press it again.");
        Label hint = label("The details say where in the program it happened and on which system. They hold no names, numbers, addresses or texts.", "text-muted", "text-small");
        for (Label each : new Label[] {what, safe, hint}) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        HBox foot = new HBox(copy, close);
        foot.getStyleClass().addAll("row", "sheet-foot");
        close.setDefaultButton(true);
        getChildren().addAll(label("Something went wrong that should not", "sheet-title"), what, safe, code, details, hint, foot);
    }

    /// Shows it, or counts it where its kind was shown already.
    public void show(Errors.Failure failure) {
        Errors.Failure now = open;
        if (now != null && !now.code().equals(failure.code())) {
            // It is in the log; the first one is the one that others follow from.
            what.setText("Afterbeep goes on. Other errors came with this one.");
        } else if (now != null || seen.add(failure.code())) {
            open = failure;
            what.setText("Afterbeep goes on" + (failure.times() > 1 ? ". This has happened " + failure.times() + " times." : "."));
            code.setText("Error " + failure.code());
            details.setText(details(failure));
            if (now == null) {
                copy.setText("Copy details");
                window.openOver(this, this::close);
                close.requestFocus();
            }
        } else if (Integer.bitCount(failure.times()) == 1) {
            window.show(Notices.Notice.problem("Error " + failure.code() + " again, " + failure.times() + " times so far."));
        }
    }

    /// What "Copy details" copies.
    public static String details(Errors.Failure failure) {
        return DetailsRules.details(failure, Program.number(), System::getProperty, Locale.getDefault());
    }

    private void copy() {
        handoff.copy(details.getText());
        copy.setText("Copied");
    }

    private void close() {
        open = null;
        window.closeOver();
    }
}
