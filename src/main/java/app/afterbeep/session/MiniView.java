package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.icon;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.ui.Lines;
import app.afterbeep.cadence.WhenPane;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.InboundRules;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.Turn;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.settings.Setting;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Theme;
import app.afterbeep.ui.Times;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The session beside a softphone: who, what to say, the timer and the outcomes, of the same view model as the large screen. The lower the window
/// the less is in it: at last a strip with the name, the timer and ten keys.
public final class MiniView extends VBox {
    public static final double MIN_WIDTH = 320;
    public static final double MIN_HEIGHT = 150;
    /// What a strip needs.
    public static final Theme.Room ROOM = new Theme.Room(30, 8);
    /// In em: from this height on the outcomes have their names, and there is a script.
    private static final double NAMES = 27;
    private static final double SCRIPT = 19;
    private static final double NUMBER = 12;
    /// It stands near: the eye is not at arm's length.
    private static final double SMALLEST = 11.0 / 14;
    private static final PseudoClass LIKELY = PseudoClass.getPseudoClass("likely");

    private final SessionViewModel model;
    private final SessionView full;
    private final Runnable enlarge;
    private final Label name = tipWhenCut(label("", "mini-name"));
    private final Label there = label("", "text-muted");
    private final Label about = tipWhenCut(label("", "text-muted", "text-small"));
    private final Label number = label("", "number");
    private final Button skip;
    private final Button back;
    private final HBox numbers;
    private final ScriptPane script = new ScriptPane("mini-script", SMALLEST);
    private final TimingPane timing;
    private final StackPane middle = new StackPane(script);
    private final GridPane outcomes = new GridPane();
    private final Label said = label("", "text-muted", "text-small");
    private final Label nobody = label("", "text-muted");
    private final Map<Outcome, Button> buttons = new EnumMap<>(Outcome.class);
    private final Map<Outcome, String> consequences = new EnumMap<>(Outcome.class);
    private final Timeline speaking = new Timeline(new KeyFrame(Duration.millis(100), e -> speak()));
    private @Nullable WhenPane when;
    private @Nullable TalkPane talk;
    private String shown = "";

    /// @param full    what takes longer is done there
    /// @param enlarge brings the large window back
    public MiniView(SessionViewModel model, SessionView full, Runnable enlarge) {
        this.model = model;
        this.full = full;
        this.enlarge = enlarge;
        setId("mini-session");
        getStyleClass().addAll("screen", "mini");
        name.setId("mini-name");
        name.setMinWidth(0);
        there.setMinWidth(USE_PREF_SIZE);
        about.setMinWidth(0);
        number.setId("mini-number");
        number.setMinWidth(USE_PREF_SIZE);
        Button larger = button("mini-enlarge", "", Shortcut.MINI, enlarge, "flat", "button-icon");
        larger.setGraphic(icon("fth-maximize-2"));
        larger.setAccessibleText("Large window, key " + Shortcut.MINI.cap());
        HBox head = new HBox(name, spring(), there, larger);
        skip = button("mini-skip", "Skip", Shortcut.SKIP, model::skip, "flat", "hint");
        back = button("mini-back", "Back", Shortcut.CLOSE, model.whose()::back, "flat", "hint");
        numbers = new HBox(number, button("mini-dial", "Dial", Shortcut.DIAL, model::dial, "hint"), button("mini-copy", "Copy", Shortcut.COPY, model::copy, "flat", "hint"),
            spring(), skip, back);
        head.getStyleClass().add("row");
        numbers.getStyleClass().add("row");
        timing = new TimingPane("mini", model::restartTimer);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        nobody.setWrapText(true);
        nobody.setId("mini-nobody");
        said.setId("mini-said");
        said.setWrapText(true);
        said.getStyleClass().add("mini-said");
        outcomes.getStyleClass().add("outcomes");
        for (Outcome outcome : Outcome.values()) {
            buttons.put(outcome, outcome(outcome));
        }
        buttons.values().forEach(button -> {
            button.hoverProperty().subscribe(hover -> say());
            button.focusedProperty().subscribe(focused -> say());
        });
        outcomes.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            // The second click of a double click was meant for the prospect before.
            if (e.getClickCount() > 1) {
                e.consume();
            }
        });
        for (Region row : new Region[] {head, about, numbers, outcomes}) {
            row.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().addAll(head, about, numbers, middle, timing, outcomes, said);
        speaking.setCycleCount(Animation.INDEFINITE);
        heightProperty().subscribe(height -> arrange());
        name.fontProperty().subscribe(font -> {
            shown = "";
            arrange();
            update();
        });
        visibleProperty().subscribe(visible -> update());
        model.turn().subscribe(turn -> update());
        model.asking().subscribe(asking -> update());
        model.talk().subscribe(talked -> update());
    }

    private Button outcome(Outcome outcome) {
        Label text = label(outcome.label(), "outcome-label");
        HBox content = new HBox(cap(outcome.key()), text);
        content.getStyleClass().add("outcome-first");
        Button button = new Button("", content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("mini-" + outcome.code());
        button.getStyleClass().addAll("outcome", "mini-outcome", "outcome-" + outcome.code());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setTooltip(new Tooltip());
        button.setOnAction(e -> model.press(outcome));
        return button;
    }

    /// The size of the type that everything is relative to.
    private double em() {
        return there.getFont().getSize();
    }

    /// What there is room for.
    private void arrange() {
        double high = getHeight() / em();
        boolean names = high >= NAMES;
        boolean somebody = model.turn().get() instanceof Turn.Prospect;
        show(script, high >= SCRIPT);
        show(numbers, somebody && high >= NUMBER);
        show(about, high >= NUMBER);
        show(said, somebody && high >= NUMBER);
        outcomes.getChildren().clear();
        outcomes.getColumnConstraints().clear();
        int columns = names ? 2 : 10;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            outcomes.getColumnConstraints().add(column);
        }
        for (Outcome outcome : Outcome.values()) {
            Button button = buttons.get(outcome);
            show(((HBox) button.getGraphic()).getChildren().getLast(), names);
            int rows = 10 / columns;
            outcomes.add(button, outcome.ordinal() / rows, outcome.ordinal() % rows);
        }
    }

    private void update() {
        if (!isVisible()) {
            return;
        }
        Turn turn = model.turn().get();
        boolean somebody = turn instanceof Turn.Prospect;
        if (turn instanceof Turn.Prospect(Card card, String next)) {
            draw(card);
        } else if (turn instanceof Turn.Later later) {
            nobody.setText("Nobody to call right now. Next is " + later.who() + ", " + later.when() + " your time.");
        } else {
            nobody.setText("Nobody is waiting. The large window has the agenda and the import.");
        }
        if (!somebody) {
            name.setText("Session");
            about.setText("");
            there.setText("");
        }
        ask(somebody);
        tick();
    }

    private void draw(Card card) {
        Phone dialed = card.dialed();
        name.setText(card.prospect().name());
        about.setText(Lines.of(", ", card.prospect().title(), card.prospect().company()));
        show(skip, !card.inbound());
        show(back, card.inbound());
        number.setText(dialed == null ? "No usable number" : PhoneNumbers.shown(dialed));
        String text = card.prospect().id() + card.message().text() + em();
        if (!text.equals(shown)) {
            shown = text;
            script.show(card.message(), em());
        }
        for (Outcome outcome : Outcome.values()) {
            String warning = card.warning(outcome);
            String words = (warning.isEmpty() ? "" : warning + ". ")
                + (outcome == Outcome.LEFT_VOICEMAIL && card.unspeakable().isPresent() ? "Not yet: a value is missing" : card.consequence(outcome));
            Button button = buttons.get(outcome);
            consequences.put(outcome, words);
            button.getTooltip().setText(outcome.label() + ": " + words);
            button.setAccessibleText("Key " + outcome.key() + ", " + outcome.label() + ": " + words);
            button.setDisable(card.inbound() && !InboundRules.applies(outcome));
            button.pseudoClassStateChanged(LIKELY, outcome == card.likely());
        }
        say();
    }

    /// The consequence of the outcome that the mouse or the keyboard is on; else of the one whose turn it most likely is.
    private void say() {
        model.card().ifPresent(card -> {
            Outcome outcome = Arrays.stream(Outcome.values()).filter(each -> buttons.get(each).isHover() || buttons.get(each).isFocused()).findFirst()
                .orElse(card.likely());
            said.setText(outcome == null ? "" : outcome.key() + "  " + outcome.label() + ": " + consequences.getOrDefault(outcome, ""));
        });
    }

    /// The sheets of the session stand where the script is.
    private void ask(boolean somebody) {
        SessionViewModel.Asking asking = model.asking().get();
        TalkViewModel.Talk talked = model.talk().get();
        if (asking == null) {
            when = null;
        } else if (when == null) {
            boolean meeting = asking.outcome() == Outcome.MEETING_BOOKED;
            when = new WhenPane(meeting ? "When do you meet?" : "When shall you call?", meeting ? "Book it" : "Call then",
                meeting ? WhenRules.What.MEETING : WhenRules.What.CALLBACK, asking.bounds(), model::choose, model::cancelAsking);
        }
        if (talked == null) {
            talk = null;
        } else if (talk == null) {
            talk = new TalkPane(model, talked);
        }
        Region asks = talk != null ? talk : when;
        Region content = asks != null ? asks : somebody ? script : nobody;
        Region inside = asks == null ? content : scrolled(asks);
        if (middle.getChildren().isEmpty() || !holds(content)) {
            middle.getChildren().setAll(inside);
            requestFocus();
        }
        boolean asked = asks != null;
        show(timing, !asked && somebody);
        show(outcomes, !asked && somebody);
        arrange();
        show(numbers, !asked && numbers.isVisible());
        show(said, !asked && said.isVisible());
    }

    private boolean holds(Region content) {
        return middle.getChildren().getFirst() == content
            || middle.getChildren().getFirst() instanceof ScrollPane pane && pane.getContent() == content;
    }

    private static ScrollPane scrolled(Region asks) {
        ScrollPane pane = new ScrollPane(asks);
        pane.setFitToWidth(true);
        pane.setFocusTraversable(false);
        pane.getStyleClass().add("edge-to-edge");
        return pane;
    }

    /// Once a second.
    public void tick() {
        model.card().ifPresent(card -> {
            there.setText(Times.clock(model.now().atZone(card.prospect().place().zone())) + " there");
            show(timing, talk == null && when == null && card.voicemail().isPresent());
            timing.show(model.timer(), model.now(), model.settings().number(Setting.TARGET_SECONDS), model.settings().number(Setting.LIMIT_SECONDS), script,
                card.pace().wordsPerMinute());
        });
        model.whose().tick();
    }

    private void speak() {
        tick();
        if (model.timer().running()) {
            speaking.play();
        } else {
            speaking.stop();
        }
    }

    /// Does what a shortcut asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        if (shortcut.digit() != null) {
            digit(shortcut.digit());
            return true;
        }
        switch (shortcut) {
            case TIMER, RESTART -> {
                boolean done = full.press(shortcut);
                speak();
                return done;
            }
            case OPEN -> {
                if (talk == null) {
                    return false;
                }
                talk.done();
                return true;
            }
            // What is typed has its place in the large window.
            case NOTE, EDIT -> {
                enlarge.run();
                return full.press(shortcut);
            }
            case CLOSE -> {
                model.stepBack();
                requestFocus();
                return true;
            }
            default -> {
                return full.press(shortcut);
            }
        }
    }

    private void digit(String digit) {
        if (talk != null) {
            talk.pick(Integer.parseInt(digit));
        } else if (when != null) {
            when.pick(Integer.parseInt(digit));
        } else {
            Arrays.stream(Outcome.values()).filter(outcome -> outcome.key().equals(digit)).findFirst().ifPresent(model::press);
        }
    }
}
