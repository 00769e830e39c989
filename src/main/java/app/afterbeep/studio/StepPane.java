package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.label;

import app.afterbeep.cadence.Cadence.Kind;
import app.afterbeep.cadence.Cadence.Step;
import java.util.Objects;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks for the kind of a step and the wait before it.
final class StepPane {
    private StepPane() {}

    /// What the sheet was told.
    @FunctionalInterface
    interface Told {
        void step(Kind kind, int waitBefore);
    }

    /// For a new step.
    static Region add(Selection now, Told told, Runnable close) {
        Step after = now.step();
        String where = after == null || after.kind() == Kind.LAST_VOICEMAIL ? "It comes before the last voicemail, or at the end." : "It comes behind the chosen step.";
        return sheet("step-new", "Add a step", where + " " + UseRules.touches(now.series(), now.number()) + ".", "Add", Kind.VOICEMAIL, 2, told, close);
    }

    /// For the chosen step.
    static Region change(Selection now, Told told, Runnable close) {
        Step step = Objects.requireNonNull(now.step());
        Step before = PlanRules.before(now.series().cadence().plan(), step.number());
        return sheet("step-change", "Kind and wait", UseRules.touches(now.series(), step.number()) + ".", "Change", step.kind(),
            before == null ? null : Math.max(1, before.waitDays()), told, close);
    }

    private static Region sheet(String id, String title, String words, String action, Kind kind, @Nullable Integer wait, Told told, Runnable close) {
        ToggleGroup kinds = new ToggleGroup();
        TextField days = SheetPane.days(id + "-wait", wait == null ? 1 : wait);
        SheetPane[] sheet = new SheetPane[1];
        sheet[0] = new SheetPane(id, title, words, action, () -> sheet[0].days(days, 1).ifPresent(waited -> {
            close.run();
            told.step((Kind) kinds.getSelectedToggle().getUserData(), waited);
        }), close);
        VBox choices = new VBox();
        choices.getStyleClass().add("kinds");
        for (Kind one : Kind.values()) {
            RadioButton button = choice(new RadioButton(name(one)), kinds, () -> {});
            button.setUserData(one);
            button.setId(id + "-" + one);
            button.setSelected(one == kind);
            button.setAccessibleText(name(one) + ". " + says(one));
            choices.getChildren().addAll(new VBox(button, label(says(one), "text-muted", "text-small", "kind-words")));
        }
        sheet[0].wide(choices);
        if (wait != null) {
            HBox line = new HBox(days, label("working days after the step before", "text-muted"));
            line.getStyleClass().add("row");
            var name = label("Wait");
            name.setLabelFor(days);
            HBox whole = new HBox(name, line);
            whole.getStyleClass().add("row");
            sheet[0].wide(whole);
        }
        sheet[0].focusedProperty().subscribe(focused -> {
            if (focused) {
                ((RadioButton) kinds.getSelectedToggle()).requestFocus();
            }
        });
        return sheet[0];
    }

    static String name(Kind kind) {
        return switch (kind) {
            case VOICEMAIL -> "Voicemail and email";
            case CALL_ONLY -> "Call only";
            case LAST_VOICEMAIL -> "Last voicemail";
        };
    }

    private static String says(Kind kind) {
        return switch (kind) {
            case VOICEMAIL -> "The message says when you call again. Its email follows it.";
            case CALL_ONLY -> "You hang up when nobody answers: no message, no email.";
            case LAST_VOICEMAIL -> "The message promises no call. After it the round is over and they rest.";
        };
    }
}
