package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.emptyScreen;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.cadence.WhenPane;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.Turn;
import app.afterbeep.settings.Setting;
import app.afterbeep.ui.Shortcut;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The session screen: block, prospect, script, outcomes.
public final class SessionView extends BorderPane {
    private static final double NARROW_EM = 78;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass WARNS = PseudoClass.getPseudoClass("warns");

    private final SessionViewModel model;
    private final BlockBar block;
    private final ProspectCard prospect;
    private final MessageCard message;
    private final OutcomeGrid outcomes;
    private final StackPane middle = new StackPane();
    private final HBox desk;
    private final VBox foot;
    private final HBox hints;
    private final Label after = tipWhenCut(label("", "text-muted", "text-small"));
    private final Button skip;
    private final Button back;
    private final FirstStart firstStart;
    private final Timeline speaking = new Timeline(new KeyFrame(Duration.millis(100), e -> speak()));
    private @Nullable WhenPane when;
    /// The outcome that `when` belongs to.
    private @Nullable Outcome asked;
    private @Nullable TalkPane talk;
    private long shown;
    private @Nullable Card filled;

    /// @param me         saves who is calling
    /// @param importList opens the import
    /// @param sample     brings the sample prospects
    /// @param called     asks who has called
    public SessionView(SessionViewModel model, Consumer<Map<Setting, String>> me, Runnable importList, Runnable sample, Runnable called) {
        this.model = model;
        setId("session");
        getStyleClass().addAll("screen", "session");
        block = new BlockBar(model);
        prospect = new ProspectCard(model);
        message = new MessageCard(model, me, this::requestFocus);
        outcomes = new OutcomeGrid(model);
        // Where the font is large or the window small, everything but the words moves closer together.
        widthProperty().subscribe(width -> narrow(message.em()));
        message.onSizeOfType(this::narrow);
        firstStart = new FirstStart(me, importList, sample);
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.getChildren().add(message);
        middle.setMinHeight(0);
        desk = new HBox(prospect, middle);
        desk.getStyleClass().add("desk");
        desk.setMinHeight(0);
        after.setId("after");
        skip = button("skip", "Skip", Shortcut.SKIP, model::skip, "flat", "hint");
        back = button("caller-back", "Back", Shortcut.CLOSE, model.whose()::back, "flat", "hint");
        hints = new HBox(skip, back, button("called-back", "They called back", Shortcut.CALLED_BACK, called, "flat", "hint"),
            button("undo", "Undo", Shortcut.UNDO, model::undo, "flat", "hint"), spring(), after);
        hints.getStyleClass().add("hints");
        foot = new VBox(outcomes, hints);
        foot.getStyleClass().add("foot");
        setTop(block);
        speaking.setCycleCount(Animation.INDEFINITE);
        model.turn().subscribe(turn -> update());
        model.asking().subscribe(asking -> update());
        model.talk().subscribe(talked -> update());
        visibleProperty().subscribe((was, visible) -> showSheets());
    }

    /// Adds an action to those below the outcomes.
    public void addHint(Button hint) {
        hints.getChildren().add(hints.getChildren().size() - 2, hint);
    }

    private void narrow(double em) {
        boolean narrow = getWidth() < NARROW_EM * em;
        pseudoClassStateChanged(NARROW, narrow);
        message.narrow(narrow);
    }

    /// Once a second.
    public void tick() {
        message.tick();
        model.whose().tick();
        block.update();
        prospect.tick();
    }

    /// Ten times a second, while the timer runs and not longer.
    private void speak() {
        message.tick();
        if (model.timer().running()) {
            speaking.play();
        } else {
            speaking.stop();
        }
    }

    private void update() {
        switch (model.turn().get()) {
            case Turn.Prospect(Card card, String next) -> {
                long drawn = card.inbound() ? -card.prospect().id() : card.prospect().id();
                if (shown != drawn) {
                    shown = drawn;
                    // Keys belong to the new prospect, not to the note of the one before.
                    if (isFocusWithin()) {
                        requestFocus();
                    }
                }
                // Often only who comes after is said anew.
                if (card != filled) {
                    filled = card;
                    fill(card);
                }
                after.setText(next.isEmpty() ? "" : "Next: " + next);
                back.setText(model.whose().before().isEmpty() ? "Back" : "Back to " + model.whose().before() + ", nothing logged");
                back.setAccessibleText(back.getText() + ", key Esc");
                setCenter(desk);
                setBottom(foot);
            }
            case Turn.Later later -> empty(later(later));
            case Turn.Nobody(boolean any, boolean comingIn) when !any && !comingIn -> empty(firstStart);
            case Turn.Nobody(boolean any, boolean comingIn) -> empty(nobody(comingIn));
            case null -> {}
        }
        showSheets();
        // The keys of this screen work as soon as nobody is typing.
        if (isVisible() && getScene() != null && !showing(getScene().getFocusOwner())) {
            requestFocus();
        }
    }

    private void fill(Card card) {
        prospect.update(card);
        message.update(card);
        outcomes.update(card);
        skip.setText(card.skipWarning().isEmpty() ? "Skip" : "Skip, " + card.skipWarning());
        skip.setAccessibleText(skip.getText() + ", key " + Shortcut.SKIP.cap());
        skip.pseudoClassStateChanged(WARNS, !card.skipWarning().isEmpty());
    }

    private static boolean showing(@Nullable Node node) {
        Node each = node;
        while (each != null && each.isVisible()) {
            each = each.getParent();
        }
        return node != null && node.getScene() != null && each == null;
    }

    private void empty(Region content) {
        setCenter(content);
        setBottom(null);
    }

    private Region later(Turn.Later later) {
        StackPane screen = emptyScreen("Nobody to call right now", "Next is " + later.who() + ", " + later.when() + " your time.",
            later.outside() ? new Node[] {button("call-outside", "Call outside preferred hours for now", model.whose()::callOutside, "accent"),
                label("The legal calling hours still hold.", "text-muted", "text-small")} : new Node[0]);
        screen.setId("later");
        return screen;
    }

    private static Region nobody(boolean comingIn) {
        StackPane screen = comingIn ? emptyScreen("Your list is coming in", "The first prospect is here as soon as all of them are in.")
            : emptyScreen("Nobody is left to call", "Everybody has been called, has no number, or is on your do-not-call list. Import another list ("
                + Shortcut.IMPORT.cap() + "), or see what the agenda holds.");
        screen.setId("nobody");
        return screen;
    }

    private void showSheets() {
        // In the small window they stand there; what was begun here is not lost by looking elsewhere.
        SessionViewModel.Asking asking = isVisible() || when != null ? model.asking().get() : null;
        TalkViewModel.Talk talked = isVisible() || talk != null ? model.talk().get() : null;
        Outcome outcome = asking == null ? null : asking.outcome();
        if (outcome != asked) {
            middle.getChildren().remove(when);
            when = null;
            asked = outcome;
            requestFocus();
        }
        if (asking != null && when == null) {
            when = outcome == Outcome.MEETING_BOOKED
                ? new WhenPane("When do you meet?", "Book it", WhenRules.What.MEETING, asking.bounds(), model::choose, model::cancelAsking)
                : new WhenPane("When shall you call?", "Call then", WhenRules.What.CALLBACK, asking.bounds(), model::choose, model::cancelAsking);
            when.setMaxHeight(Region.USE_PREF_SIZE);
            StackPane.setAlignment(when, Pos.BOTTOM_CENTER);
            middle.getChildren().add(when);
            when.requestFocus();
        }
        if (talked == null && talk != null) {
            middle.getChildren().remove(talk);
            talk = null;
            requestFocus();
        } else if (talked != null && talk == null) {
            talk = new TalkPane(model, talked);
            middle.getChildren().add(talk);
        }
        show(message, talk == null);
        show(outcomes, talk == null);
        // A conversation that is logged is neither skipped nor left without a word on what comes next.
        boolean inbound = model.card().filter(Card::inbound).isPresent();
        show(skip, talk == null && !inbound);
        show(back, talk == null && inbound);
    }

    /// Does what a shortcut asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        if (shortcut.digit() != null) {
            digit(shortcut.digit());
            return true;
        }
        switch (shortcut) {
            case TIMER -> {
                model.pressTimer();
                speak();
            }
            case RESTART -> {
                model.restartTimer();
                speak();
            }
            case DIAL -> model.dial();
            case COPY -> model.copy();
            case NOTE -> prospect.focusNote();
            case MOVE_PROMISE -> model.wording().movePromise();
            case OWN_MISSED -> {
                return model.wording().toggleOwning();
            }
            case OTHER_MESSAGE -> {
                return model.wording().other();
            }
            case SHORTER_MESSAGE -> {
                return model.wording().shortest();
            }
            case ORIGINAL_MESSAGE -> {
                return model.wording().original();
            }
            case EDIT -> {
                return model.wording().edit();
            }
            case REACH -> model.nextReach();
            case SKIP -> model.skip();
            case PAUSE -> model.block().pressPause();
            case OPEN -> {
                if (talk == null) {
                    return false;
                }
                talk.done();
            }
            case CLOSE -> close();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Esc leaves the note that is being typed, else it goes one step back.
    private void close() {
        if (!prospect.typesNote()) {
            model.stepBack();
        }
        requestFocus();
    }

    private void digit(String digit) {
        if (when != null) {
            when.pick(Integer.parseInt(digit));
        } else if (talk != null) {
            talk.pick(Integer.parseInt(digit));
        } else {
            Arrays.stream(Outcome.values()).filter(outcome -> outcome.key().equals(digit)).findFirst().ifPresent(model::press);
        }
    }
}
