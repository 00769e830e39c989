package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;

import app.afterbeep.calls.Card;
import app.afterbeep.calls.InboundRules;
import app.afterbeep.calls.Outcome;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Ten outcomes: each button shows its key, its label and what it will do.
final class OutcomeGrid extends GridPane {
    private static final int COLUMNS = 5;
    private static final String DOT = " · ";
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");
    private static final PseudoClass LIKELY = PseudoClass.getPseudoClass("likely");

    private final Map<Outcome, Button> buttons = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Label> consequences = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Label> warnings = new EnumMap<>(Outcome.class);

    OutcomeGrid(SessionViewModel model) {
        getStyleClass().add("outcomes");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(column);
        }
        for (Outcome outcome : Outcome.values()) {
            add(button(outcome, model), outcome.ordinal() % COLUMNS, outcome.ordinal() / COLUMNS);
        }
        // The second click of a double click was meant for the prospect before.
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getClickCount() > 1) {
                e.consume();
            }
        });
        disableProperty().bind(model.off());
        widthProperty().subscribe(width -> tell());
    }

    private Button button(Outcome outcome, SessionViewModel model) {
        Label key = cap(outcome.key());
        Label name = label(outcome.label(), "outcome-label");
        HBox first = new HBox(key, name);
        first.getStyleClass().add("outcome-first");
        Label consequence = label("", "outcome-consequence");
        consequence.setWrapText(true);
        consequence.setMaxHeight(Double.MAX_VALUE);
        consequence.setAlignment(Pos.TOP_LEFT);
        Label warning = label("", "outcome-warning");
        warning.setMinHeight(USE_PREF_SIZE);
        show(warning, false);
        VBox content = new VBox(first, warning, consequence);
        Button button = new Button("", content);
        content.maxWidthProperty().bind(button.widthProperty().subtract(16));
        content.prefWidthProperty().bind(button.widthProperty().subtract(16));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("outcome-" + outcome.code());
        button.getStyleClass().addAll("outcome", outcome.ordinal() < COLUMNS ? "outcome-above" : "outcome-below", "outcome-" + outcome.code());
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setOnAction(e -> model.press(outcome));
        buttons.put(outcome, button);
        consequences.put(outcome, consequence);
        warnings.put(outcome, warning);
        return button;
    }

    /// Where it takes two lines it breaks between its parts, never inside a time.
    private static String brokenAtDots(String words) {
        return words.contains(DOT) ? String.join(DOT, Arrays.stream(words.split(DOT)).map(part -> part.replace(' ', '\u00a0')).toList()) : words;
    }

    /// Below a warning there is one line; three parts have two.
    private static String brief(String words) {
        return words.replace("Message owed", "Owed").replace("tays as agreed · call", "tays: call");
    }

    void update(Card card) {
        for (Outcome outcome : Outcome.values()) {
            String words = outcome == Outcome.LEFT_VOICEMAIL && card.unspeakable().isPresent() ? "Not yet: a value is missing" : card.consequence(outcome);
            String warning = card.warning(outcome);
            consequences.get(outcome).setText(brokenAtDots(warning.isEmpty() && words.split(DOT).length < 3 ? words : brief(words)));
            warnings.get(outcome).setText(warning);
            show(warnings.get(outcome), !warning.isEmpty());
            buttons.get(outcome).setAccessibleText("Key " + outcome.key() + ", " + outcome.label() + ": "
                + (warning.isEmpty() ? "" : "warning, " + warning + ". ") + words);
            buttons.get(outcome).setDisable(card.inbound() && !InboundRules.applies(outcome));
            buttons.get(outcome).pseudoClassStateChanged(LIKELY, outcome == card.likely());
        }
        tell();
    }

    /// Says whether those below need as many lines as those above.
    private void tell() {
        double room = getWidth() / COLUMNS - 2.2 * consequences.get(Outcome.BUSY).getFont().getSize();
        pseudoClassStateChanged(TALL, Arrays.stream(Outcome.values()).skip(COLUMNS)
            .anyMatch(outcome -> warnings.get(outcome).isVisible() || consequences.get(outcome).prefWidth(-1) > room));
    }
}
