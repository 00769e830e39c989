package app.afterbeep.ui;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.icon;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.ui.Notices.Again;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Notices.Prompt;
import app.afterbeep.ui.controls.Controls;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/// What has just happened, in passing: the words, Undo or Try again, one line to add. Made once, as a notice comes with each outcome. It goes after eight
/// seconds, but for one that says that something is not saved.
final class NoticePane extends HBox {
    private static final Duration STAYS = Duration.seconds(8);
    private static final String AGAIN = "toast-again";
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final Runnable giveBackFocus;
    private final Label words = tipWhenCut(label("", "toast-text"));
    private final Button undo = button("toast-undo", "Undo", Shortcut.UNDO, () -> {});
    private final PauseTransition time = new PauseTransition(STAYS);
    private Runnable entered = () -> {};

    /// @param giveBackFocus gives the keyboard to the screen when the notice goes that had it
    NoticePane(Runnable giveBackFocus) {
        this.giveBackFocus = giveBackFocus;
        Button close = button("toast-close", "", this::hide, "flat", "button-icon");
        close.setGraphic(icon("fth-x"));
        close.setAccessibleText("Close this notice");
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, undo, close);
        getStyleClass().add("toast");
        setId("toast");
        setVisible(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        time.setOnFinished(e -> hide());
    }

    /// Takes the place of the notice before.
    void show(Notice notice) {
        keepEntered();
        words.setText(notice.text());
        // Of what the rep did two lines are enough, whatever the name: more would cover what lies below. All else is said in full.
        words.setMinHeight(notice.undo() == null ? USE_PREF_SIZE : 0);
        getChildren().removeIf(node -> node instanceof TextField || AGAIN.equals(node.getId()));
        pseudoClassStateChanged(PROBLEM, notice.problem());
        if (notice.prompt() != null) {
            addPrompt(notice.prompt());
        }
        undo.setOnAction(e -> {
            hide();
            Objects.requireNonNull(notice.undo()).run();
        });
        Controls.show(undo, notice.undo() != null);
        if (notice.again() != null) {
            addAgain(notice.again());
        }
        setVisible(true);
        if (notice.again() == null) {
            time.playFromStart();
        } else {
            time.stop();
        }
    }

    /// The size of its type, in pixels.
    double em() {
        return words.getFont().getSize();
    }

    private void addAgain(Again again) {
        Runnable action = () -> {
            hide();
            again.action().run();
        };
        getChildren().add(getChildren().size() - 1, again.key() == null ? button(AGAIN, "Try again", action)
            : button(AGAIN, "Try again", again.key(), action));
    }

    private void addPrompt(Prompt prompt) {
        TextField field = new TextField();
        field.setId("toast-field");
        field.setPromptText(prompt.label());
        field.setAccessibleText(prompt.label());
        // While something is being typed the notice stays.
        field.focusedProperty().subscribe(focused -> {
            if (focused) {
                time.stop();
            } else if (isVisible()) {
                time.playFromStart();
            }
        });
        entered = () -> {
            if (!field.getText().isBlank()) {
                prompt.entered().accept(field.getText().strip());
            }
        };
        field.setOnAction(e -> hide());
        getChildren().add(1, field);
    }

    /// What was typed into the notice is kept, also when the next outcome is pressed before Enter.
    private void keepEntered() {
        Runnable keep = entered;
        entered = () -> {};
        keep.run();
    }

    private void hide() {
        keepEntered();
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        boolean hadFocus = isVisible() && focus != null && equals(focus.getParent());
        setVisible(false);
        time.stop();
        if (hadFocus) {
            giveBackFocus.run();
        }
    }
}
