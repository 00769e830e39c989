package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.tabLeaves;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.coach.Finding;
import app.afterbeep.scripts.Script;
import app.afterbeep.studio.BuilderViewModel.Key;
import app.afterbeep.studio.BuilderViewModel.Line;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One text of a drafted series, to be changed where it stands, with its seconds and what the coach says beside it. An email is folded
/// to its subject until it is asked for.
final class BuilderTextPane extends Region {
    private static final PseudoClass CLEAN = PseudoClass.getPseudoClass("clean");
    private static final double GAP_EM = 0.9;

    private final BuilderViewModel model;
    private final Key key;
    private final ToggleButton fold = new ToggleButton();
    private final Label title = label("", "text-muted", "text-small");
    private final TextField subject = new TextField();
    private final WholeTextArea area = tabLeaves(new WholeTextArea());
    private final VBox words;
    private final VBox text;
    private final VBox margin = new VBox();
    private final Label seconds = label("", "builder-seconds");
    private final Button revert;
    private boolean updating = true;

    BuilderTextPane(BuilderViewModel model, Line line) {
        this.model = model;
        key = Key.of(line.text());
        String id = "builder-" + key.step() + "-" + key.channel();
        getStyleClass().add("builder-text");
        boolean email = key.channel() == Script.Channel.EMAIL;
        fold.setId(id + "-fold");
        fold.getStyleClass().add("builder-fold");
        fold.setMaxWidth(Double.MAX_VALUE);
        subject.setId(id + "-subject");
        subject.setAccessibleText("Subject");
        area.setId(id);
        revert = button(id + "-revert", "Back to the draft", () -> model.revert(key), "flat", "text-small");
        margin.getStyleClass().add(email ? "builder-margin-email" : "builder-margin");
        title.setWrapText(true);
        words = email ? new VBox(subject, area) : new VBox(area);
        words.getStyleClass().add("builder-words");
        text = new VBox(email ? fold : title, words);
        getChildren().addAll(text, margin);
        fold.selectedProperty().subscribe(open -> show(words, !email || open));
        subject.textProperty().subscribe(now -> edited());
        area.textProperty().subscribe(now -> edited());
        update(line);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double textWidth(double width) {
        return Math.max(0, width - margin.prefWidth(-1) - GAP_EM * area.getFont().getSize());
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(text.prefHeight(textWidth(width < 0 ? getWidth() : width)), margin.prefHeight(margin.prefWidth(-1)));
    }

    @Override
    protected void layoutChildren() {
        double width = textWidth(getWidth());
        text.resizeRelocate(0, 0, width, text.prefHeight(width));
        double beside = margin.prefWidth(-1);
        margin.resizeRelocate(getWidth() - beside, 0, beside, getHeight());
    }

    void takeKeyboard() {
        area.requestFocus();
    }

    private void edited() {
        if (!updating) {
            model.edit(key, subject.getText(), area.getText());
        }
    }

    void update(Line line) {
        updating = true;
        String name = line.text().name();
        title.setText(switch (key.channel()) {
            case VOICEMAIL -> key.step() == 0 ? name : "Voicemail: " + name;
            case EMAIL -> "Email: " + line.text().subject();
            case CALL_GUIDE -> name;
        });
        fold.setText(title.getText());
        fold.setAccessibleText(title.getText() + ", show or hide");
        area.setAccessibleText(title.getText());
        set(subject, line.text().subject());
        if (!area.getText().equals(line.text().body())) {
            area.setText(line.text().body());
        }
        updating = false;
        boolean message = key.channel() == Script.Channel.VOICEMAIL && key.step() > 0;
        List<Node> says = new ArrayList<>();
        boolean clean = line.findings().isEmpty();
        seconds.setText((message ? line.seconds() + " s" : "") + (message && clean ? "  " : "") + (clean ? "✓" : ""));
        seconds.pseudoClassStateChanged(CLEAN, clean);
        seconds.setAccessibleText((message ? line.seconds() + " seconds. " : "") + (clean ? "Nothing to mend" : ""));
        if (!seconds.getText().isEmpty()) {
            says.add(seconds);
        }
        for (Finding finding : line.findings()) {
            Label row = wrapped(label(finding.title() + ": " + finding.sentence(), "text-small", "builder-finding", "finding-" + finding.severity()));
            says.add(row);
            finding.fix().ifPresent(fix -> says.add(button(area.getId() + "-fix-" + finding.rule(), fix.label(), () -> model.fix(key,
                finding), "text-small")));
        }
        if (line.edited()) {
            says.add(revert);
        }
        margin.getChildren().setAll(says);
    }

    private static void set(TextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
