package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.icon;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.coach.Finding;
import app.afterbeep.studio.CoachViewModel.Said;
import app.afterbeep.ui.Shortcut;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The coach's margin: how long the message takes, and what would make somebody stop listening.
public final class CoachPane extends VBox {
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final List<PseudoClass> LENGTHS = List.of(PseudoClass.getPseudoClass("good"), PseudoClass.getPseudoClass("long"),
        PseudoClass.getPseudoClass("too-long"));
    /// Ctrl+1 to Ctrl+9.
    private static final int KEYS = 9;

    private final EditorViewModel model;
    private final Words words;
    private final Label seconds = label("", "coach-seconds");
    private final Label pace = label("", "text-muted");
    private final Label target = label("", "text-muted");
    private final HBox top;
    private final HBox good;
    private final Label nothing = label("", "strong");
    private final Label why = label("", "text-muted", "text-small");
    private final VBox cards = new VBox();
    private final List<Finding> shown = new ArrayList<>();

    /// Where the words are that the cards speak of.
    interface Words {
        /// @param from -1: the keyboard only
        void select(Finding.Part part, int from, int to);
    }

    CoachPane(EditorViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("card", "coach");
        setId("coach");
        seconds.setId("coach-seconds");
        seconds.setMinWidth(USE_PREF_SIZE);
        target.setId("coach-target");
        pace.setWrapText(true);
        target.setWrapText(true);
        top = new HBox(seconds, new VBox(pace, target));
        top.getStyleClass().add("coach-top");
        why.setWrapText(true);
        good = new HBox(icon("fth-check-circle"), new VBox(nothing, why));
        good.setId("coach-good");
        good.getStyleClass().addAll("row", "coach-good");
        cards.getStyleClass().add("coach-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, good, scroll);
        model.coach().said().subscribe(this::say);
        model.coach().held().subscribe(held -> mark(held.intValue()));
    }

    private void say(Said said) {
        long wordCount = said.text().isBlank() ? 0 : said.text().strip().split("\\s+").length;
        boolean spoken = said.seconds() > 0;
        int over = !spoken || said.seconds() <= said.limits().targetSeconds() ? 0 : said.seconds() <= said.limits().limitSeconds() ? 1 : 2;
        for (int i = 0; i < LENGTHS.size(); i++) {
            seconds.pseudoClassStateChanged(LENGTHS.get(i), spoken && i == over);
        }
        seconds.setText(spoken ? said.seconds() + " s" : wordCount == 0 ? "" : String.valueOf(wordCount));
        pace.setText(spoken ? "at " + (said.pace().measured() ? "your " : "") + said.pace().wordsPerMinute() + " words a minute" : wordCount == 0 ? "" : wordCount == 1 ? "word" : "words");
        pace.setTooltip(said.pace().measured() ? new Tooltip("Learned from " + said.pace().messages() + " messages; half of them lie within "
            + said.pace().spread() + " % of it") : new Tooltip("The pace of Settings, until ten messages were timed"));
        target.setText(spoken ? List.of("", "long: ", "too long: ").get(over) + "target " + said.limits().targetSeconds() + ", limit "
            + said.limits().limitSeconds() : "");
        show(top, wordCount > 0);
        show(good, said.good().isPresent());
        said.good().ifPresent(finding -> {
            nothing.setText(finding.title());
            why.setText(finding.sentence());
        });
        shown.clear();
        said.findings().stream().filter(finding -> said.good().filter(finding::equals).isEmpty()).forEach(shown::add);
        cards.getChildren().setAll(shown.stream().map(finding -> card(finding, said.key(finding))).toList());
        mark(model.coach().held().get());
    }

    private void mark(int held) {
        List<Finding> findings = model.coach().said().get().findings();
        for (int i = 0; i < shown.size(); i++) {
            cards.getChildren().get(i).pseudoClassStateChanged(HELD, held >= 0 && held < findings.size() && shown.get(i).equals(findings.get(held)));
        }
    }

    private Node card(Finding finding, int key) {
        Label title = label(finding.title(), "strong");
        title.setWrapText(true);
        title.setMinWidth(0);
        Label severity = label(switch (finding.severity()) {
            case ERROR -> "must go";
            case WARNING -> "better not";
            case HINT -> "hint";
            case GOOD -> "good";
        }, "severity");
        severity.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, spring(), severity);
        HBox.setHgrow(title, Priority.SOMETIMES);
        Label why = wrapped(label(finding.sentence(), "text-muted"));
        VBox card = new VBox(head, why);
        card.getStyleClass().addAll("finding", "finding-" + finding.severity());
        card.setId("finding-" + finding.rule());
        finding.fix().ifPresent(fix -> card.getChildren().add(fixButton(finding, fix, key)));
        if (finding.to() > finding.from()) {
            card.setOnMouseClicked(e -> words.select(finding.part(), finding.from(), finding.to()));
            card.getStyleClass().add("finding-of-words");
        }
        return card;
    }

    private Button fixButton(Finding finding, Finding.Fix fix, int key) {
        Button button = button("fix-" + key, fix.label(), () -> {
            model.fix(key);
            words.select(finding.part(), -1, -1);
        }, "flat", "fix");
        // An underscore in a field's name is no mnemonic.
        button.setMnemonicParsing(false);
        button.setWrapText(true);
        button.setMinWidth(0);
        button.setMinHeight(USE_PREF_SIZE);
        if (key <= KEYS) {
            Label cap = cap("Ctrl " + key);
            button.setGraphic(cap);
            button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        }
        button.setAccessibleText(finding.title() + ": " + fix.label() + (key <= KEYS ? ", key Ctrl " + key : ""));
        return button;
    }

    /// Mends by key, as the caps say. Returns false when the shortcut is none of these.
    static boolean press(EditorViewModel model, Shortcut shortcut) {
        String digit = shortcut.digit();
        return digit != null && !digit.equals("0") && model.fix(Integer.parseInt(digit));
    }
}
