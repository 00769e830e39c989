package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.ui.Shortcut;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The middle of the Scripts screen: the text of a step, and below it how a prospect hears it.
public final class EditorPane extends StackPane {
    private static final PseudoClass EMAIL = PseudoClass.getPseudoClass("email");
    private static final Duration TYPING_PAUSE = Duration.millis(600);

    private final EditorViewModel model;
    private final FlowPane tabs = new FlowPane();
    private final ToggleGroup group = new ToggleGroup();
    private final Label version = label("", "text-muted");
    private final Label state = label("", "text-muted", "text-small");
    private final Label problem = label("", "problem", "text-small");
    private final TextField name = new TextField();
    private final TextField subject = new TextField();
    private final HBox subjectRow;
    private final TextPane text;
    private final CompletionPane completion;
    private final PauseTransition typing = new PauseTransition(TYPING_PAUSE);
    private boolean showing;

    public EditorPane(EditorViewModel model) {
        this.model = model;
        getStyleClass().addAll("card", "editor");
        setId("editor");
        text = new TextPane(model);
        completion = new CompletionPane(model);
        tabs.getStyleClass().add("editor-tabs");
        version.setId("editor-version");
        version.setMinWidth(USE_PREF_SIZE);
        state.setId("editor-state");
        state.setMinWidth(USE_PREF_SIZE);
        problem.setId("editor-problem");
        problem.setWrapText(true);
        HBox top = new HBox(tabs, version);
        HBox.setHgrow(tabs, Priority.ALWAYS);
        top.getStyleClass().add("editor-top");
        field(name, "editor-name", "Name of the text");
        field(subject, "editor-subject", "Subject of the email");
        name.textProperty().subscribe(typed -> typed(() -> model.typedName(typed)));
        subject.textProperty().subscribe(typed -> typed(() -> model.typedSubject(typed)));
        HBox named = new HBox(name, state);
        HBox.setHgrow(name, Priority.ALWAYS);
        named.getStyleClass().add("row");
        Label subjectLabel = label("Subject", "text-muted");
        subjectLabel.setLabelFor(subject);
        subjectLabel.setMinWidth(USE_PREF_SIZE);
        subjectRow = new HBox(subjectLabel, subject);
        HBox.setHgrow(subject, Priority.ALWAYS);
        subjectRow.getStyleClass().add("row");
        VBox.setVgrow(text, Priority.SOMETIMES);
        text.setMaxHeight(USE_PREF_SIZE);
        PreviewPane preview = new PreviewPane(model);
        VBox.setVgrow(preview, Priority.ALWAYS);
        VBox column = new VBox(top, named, subjectRow, text, problem, new Separator(), preview);
        column.getStyleClass().add("editor-column");
        getChildren().addAll(column, completion);
        typing.setOnFinished(e -> model.save());
        model.texts().subscribe(texts -> showTabs());
        model.current().subscribe(this::showCurrent);
        model.name().subscribe(now -> put(name, now));
        model.subject().subscribe(now -> put(subject, now));
        model.state().subscribe(state::setText);
        model.problem().subscribe(why -> {
            problem.setText(why);
            show(problem, !why.isEmpty());
        });
        model.body().subscribe(now -> {
            if (model.state().get().isEmpty()) {
                typing.playFromStart();
            }
        });
        model.completion().offered().subscribe(offered -> requestLayout());
    }

    /// The margin beside the text.
    public CoachPane coach() {
        return new CoachPane(model, text);
    }

    private static void field(TextField field, String id, String says) {
        field.setId(id);
        field.setAccessibleText(says);
        field.setPromptText(says);
    }

    private void typed(Runnable tell) {
        if (!showing) {
            tell.run();
            typing.playFromStart();
        }
    }

    /// Not by setText, which would end the field's own undo.
    private void put(TextField field, String now) {
        if (!field.getText().equals(now)) {
            showing = true;
            field.replaceText(0, field.getLength(), now);
            showing = false;
        }
    }

    private void showTabs() {
        List<EditorText> texts = model.texts().get();
        tabs.getChildren().setAll(texts.stream().map(this::tab).toList());
        markTab();
    }

    private ToggleButton tab(EditorText opened) {
        ToggleButton tab = chip("editor-tab-" + opened.script().channel() + (opened.script().variant() > 1 ? "-" + opened.script().variant() : ""), opened.tab(), () -> {});
        tab.setUserData(opened.script().scriptId());
        return choice(tab, group, () -> {
            if (!showing) {
                model.choose(opened.script().scriptId());
            }
        });
    }

    private void markTab() {
        EditorText opened = model.current().get();
        showing = true;
        tabs.getChildren().forEach(tab -> ((ToggleButton) tab).setSelected(opened != null && tab.getUserData().equals(opened.script().scriptId())));
        showing = false;
    }

    private void showCurrent() {
        EditorText opened = model.current().get();
        markTab();
        boolean email = opened != null && opened.email();
        pseudoClassStateChanged(EMAIL, email);
        show(subjectRow, email);
        version.setText(opened == null ? "" : opened.versionWords());
        text.area().setAccessibleHelp(opened == null ? "" : opened.tab() + " “" + opened.script().name() + "”");
        text.setDisable(opened == null);
        name.setDisable(opened == null);
    }

    /// Does what a key asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        switch (shortcut) {
            case CLOSE -> {
                boolean open = model.completion().open();
                model.completion().close();
                return open;
            }
            case KEEP -> model.save();
            case NEXT_PERSON -> model.beside(true);
            case PERSON_BEFORE -> model.beside(false);
            default -> {
                return CoachPane.press(model, shortcut);
            }
        }
        return true;
    }

    /// Puts the list of fields below the caret, or above it where there is more room.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!completion.isVisible()) {
            return;
        }
        text.applyCss();
        text.layout();
        double em = version.getFont().getSize();
        double width = Math.min(getWidth() - 2 * em, 36 * em);
        double height = completion.heightFor(em);
        Bounds caret = text.caretBounds(this).orElse(text.getBoundsInParent());
        double x = Math.clamp(caret.getMinX() - em, em, Math.max(em, getWidth() - width - em));
        boolean below = caret.getMaxY() + height < getHeight() || caret.getMinY() < height;
        completion.resizeRelocate(x, below ? caret.getMaxY() + 4 : caret.getMinY() - height - 4, width, height);
    }
}
