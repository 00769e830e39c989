package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.icon;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;

import app.afterbeep.coach.Finding;
import app.afterbeep.scripts.Script;
import app.afterbeep.ui.Shortcut;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
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
    private final Button first;
    private final PauseTransition typing = new PauseTransition(TYPING_PAUSE);
    private final MenuButton more = new MenuButton("", icon("fth-plus"));
    private List<String> tabNames = List.of();
    private boolean showing;
    /// A text that is only being added has the keyboard as soon as it is there.
    private boolean added;

    public EditorPane(EditorViewModel model) {
        this.model = model;
        getStyleClass().addAll("card", "editor");
        setId("editor");
        text = new TextPane(model);
        completion = new CompletionPane(model);
        tabs.getStyleClass().add("editor-tabs");
        more.setId("editor-more");
        more.setAccessibleText("Add a text to this step, or remove this one");
        more.setTooltip(new Tooltip(more.getAccessibleText()));
        more.getStyleClass().addAll("flat", "editor-more");
        version.setId("editor-version");
        version.setWrapText(true);
        version.setTextAlignment(TextAlignment.RIGHT);
        state.setId("editor-state");
        state.setMinWidth(USE_PREF_SIZE);
        problem.setId("editor-problem");
        problem.setWrapText(true);
        HBox top = new HBox(tabs, version);
        // The version gives way first, then the chips take another line.
        HBox.setHgrow(version, Priority.ALWAYS);
        version.setMaxWidth(Double.MAX_VALUE);
        version.setMinHeight(USE_PREF_SIZE);
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
        first = button("editor-first", "", Shortcut.EDIT, this::writeFirst);
        HBox none = new HBox(first);
        VBox column = new VBox(top, named, subjectRow, text, none, problem, new Separator(), preview);
        column.getStyleClass().add("editor-column");
        getChildren().addAll(column, completion);
        typing.setOnFinished(e -> model.save());
        model.texts().subscribe(texts -> showTabs());
        model.current().subscribe(this::showCurrent);
        model.name().subscribe(now -> {
            put(name, now);
            saveLater();
        });
        model.subject().subscribe(now -> {
            put(subject, now);
            saveLater();
        });
        model.body().subscribe(now -> saveLater());
        model.state().subscribe(state::setText);
        model.coach().said().subscribe(this::markSubject);
        model.problem().subscribe(why -> {
            problem.setText(why);
            show(problem, !why.isEmpty());
        });
        model.completion().offered().subscribe(offered -> requestLayout());
    }

    /// The margin beside the text.
    public CoachPane coach() {
        return new CoachPane(model, this::select);
    }

    /// The words that a card speaks of.
    private void select(Finding.Part part, int from, int to) {
        if (part == Finding.Part.SUBJECT) {
            subject.requestFocus();
            if (from >= 0) {
                subject.selectRange(from, to);
            }
        } else if (from >= 0) {
            text.select(from, to);
        } else {
            text.area().requestFocus();
        }
    }

    /// A line of plain text has room for no wave: all of it is underlined.
    private void markSubject(CoachViewModel.Said said) {
        Optional<Finding.Severity> worst = said.findings().stream().filter(finding -> finding.part() == Finding.Part.SUBJECT && said.marks(finding))
            .map(Finding::severity).min(Comparator.naturalOrder());
        for (Finding.Severity severity : Finding.Severity.values()) {
            subject.pseudoClassStateChanged(PseudoClass.getPseudoClass(severity.name().toLowerCase(Locale.ROOT)), worst.filter(severity::equals).isPresent());
        }
    }

    private static void field(TextField field, String id, String says) {
        field.setId(id);
        field.setAccessibleText(says);
        field.setPromptText(says);
    }

    private void typed(Runnable tell) {
        if (!showing) {
            tell.run();
        }
    }

    /// After a pause, whether it was typed or mended by the coach.
    private void saveLater() {
        if (model.state().get().isEmpty()) {
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
        List<String> names = texts.stream().map(opened -> opened.script().scriptId() + opened.tab()).toList();
        // A tab that has the keyboard keeps it when its text is saved.
        if (!names.equals(tabNames)) {
            tabNames = names;
            group.getToggles().clear();
            tabs.getChildren().setAll(texts.stream().map(this::tab).toList());
            tabs.getChildren().add(more);
        }
        markTab();
    }

    /// One line is as long as all chips; a narrow window breaks it.
    private void measureTabs() {
        double all = Math.ceil(tabs.getChildren().stream().mapToDouble(chip -> chip.prefWidth(-1) + tabs.getHgap()).sum()) + 1;
        tabs.setPrefWrapLength(all);
        tabs.setMinWidth(Math.clamp(getWidth() - snappedLeftInset() - snappedRightInset() - 6 * version.getFont().getSize(), 0, all));
    }

    /// What can be added to the step, and the text that can be removed from it.
    private void fillMore() {
        more.getItems().clear();
        EditorText opened = model.current().get();
        if (opened == null || opened.script().step() > 0) {
            more.getItems().addAll(item("editor-add-voicemail", "Add a voicemail", () -> add(Script.Channel.VOICEMAIL)),
                item("editor-add-email", "Add an email", () -> add(Script.Channel.EMAIL)),
                item("editor-add-call_guide", "Add what to say if they answer", () -> add(Script.Channel.CALL_GUIDE)));
        }
        if (opened != null) {
            more.getItems().add(item("editor-remove", "Remove “" + opened.script().name() + "”", model::remove));
        }
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
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
        group.getToggles().forEach(tab -> tab.setSelected(opened != null && tab.getUserData().equals(opened.script().scriptId())));
        showing = false;
    }

    private void showCurrent() {
        EditorText opened = model.current().get();
        markTab();
        fillMore();
        boolean email = opened != null && opened.email();
        pseudoClassStateChanged(EMAIL, email);
        show(subjectRow, email);
        version.setText(opened == null ? "" : opened.versionWords());
        text.area().setAccessibleHelp(opened == null ? "" : opened.tab() + " “" + opened.script().name() + "”");
        // A step without a text has nothing to show but how it gets one.
        first.setText(model.firstIsGuide() ? "Write what to say if they answer" : "Write the voicemail");
        first.setAccessibleText(first.getText() + ", key " + Shortcut.EDIT.cap());
        show(first.getParent(), opened == null);
        show(text, opened != null);
        show(name.getParent(), opened != null);
        if (added && opened != null && opened.script().body().isEmpty()) {
            added = false;
            text.area().requestFocus();
        }
    }

    private void writeFirst() {
        add(model.firstIsGuide() ? Script.Channel.CALL_GUIDE : Script.Channel.VOICEMAIL);
    }

    /// Adds a text, to be typed at once.
    private void add(Script.Channel channel) {
        added = true;
        model.add(channel);
    }

    /// Does what a key asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        switch (shortcut) {
            case CLOSE -> {
                return model.closeCompletion();
            }
            case KEEP -> model.save();
            case EDIT -> {
                if (model.current().get() == null) {
                    writeFirst();
                } else {
                    text.area().requestFocus();
                }
            }
            case NEXT_PERSON -> model.shownFor().beside(true);
            case PERSON_BEFORE -> model.shownFor().beside(false);
            default -> {
                return CoachPane.press(model, shortcut);
            }
        }
        return true;
    }

    /// Puts the list of fields below the caret, or above it where there is more room.
    @Override
    protected void layoutChildren() {
        measureTabs();
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
