package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.tabLeaves;
import static app.afterbeep.ui.controls.Controls.tip;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.cadence.Promise;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.ReachRules;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectRules;
import app.afterbeep.prospects.Reach;
import app.afterbeep.prospects.TouchList;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The prospect: who, where, why now, numbers, history, note.
final class ProspectCard extends VBox {
    private static final Duration TYPING_PAUSE = Duration.millis(600);
    private static final int LONG_COMPANY = 28;
    private static final double SHORT_EM = 26;
    private static final PseudoClass WARNS = PseudoClass.getPseudoClass("warns");
    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

    private final SessionViewModel model;
    private final Label name = label("", "prospect-name");
    private final Label title = label("", "text-muted");
    private final Label company = label("", "prospect-company");
    private final HBox line = new HBox(title, company);
    private final VBox work = new VBox(line);
    private String job = "";
    private final Label city = label("", "text-muted");
    private final Label time = label("", "prospect-time");
    private final Label zone = label("", "text-muted");
    private final Label why = label("", "why-now");
    private final Label hint = label("", "card-hint");
    private final NumbersPane numbers;
    private final TouchList touches = new TouchList();
    private final Button reach;
    private final TextArea note = tabLeaves(new TextArea());
    private final PauseTransition typing = new PauseTransition(TYPING_PAUSE);
    private final PauseTransition lit = new PauseTransition(Duration.millis(160));
    private long shown;
    private boolean refit;

    ProspectCard(SessionViewModel model) {
        this.model = model;
        getStyleClass().addAll("card", "prospect-card");
        name.setId("prospect-name");
        name.setMaxWidth(Double.MAX_VALUE);
        company.setId("prospect-company");
        time.setId("prospect-local-time");
        time.setMinWidth(USE_PREF_SIZE);
        why.setId("why-now");
        wrapped(why);
        why.setMaxWidth(Double.MAX_VALUE);
        hint.setId("card-hint");
        hint.setWrapText(true);
        hint.setMaxWidth(Double.MAX_VALUE);
        reach = button("reach", "Reach", Shortcut.REACH, model::nextReach, "flat", "reach");
        touches.beside(reach);
        numbers = new NumbersPane(model);
        touches.setMinHeight(0);
        VBox.setVgrow(touches, Priority.ALWAYS);
        title.setId("prospect-title");
        title.setMinWidth(0);
        tipWhenCut(title);
        line.getStyleClass().add("row");
        // Not at once: a node that moves while the window is being styled breaks off the styling of all others.
        title.fontProperty().subscribe(font -> {
            refit = true;
            requestLayout();
        });
        widthProperty().subscribe(width -> fitWork());
        HBox place = new HBox(city, time, zone);
        place.getStyleClass().add("row");
        getChildren().addAll(new VBox(name, work, place), new VBox(why, hint), numbers, touches, noteBox());
        // Where there is little height, note and numbers move together and the latest touches still show.
        heightProperty().subscribe(height -> {
            boolean small = height.doubleValue() < SHORT_EM * zone.getFont().getSize();
            pseudoClassStateChanged(SHORT, small);
            touches.fold(small);
            fitWork();
        });
        typing.setOnFinished(e -> model.whose().saveNote());
        lit.setOnFinished(e -> name.getStyleClass().remove("fresh"));
    }

    private StackPane noteBox() {
        note.setId("note");
        note.setPromptText("Note");
        note.setAccessibleText("Note about this prospect, saved as you type");
        note.setWrapText(true);
        note.setPrefRowCount(2);
        note.textProperty().subscribe((before, text) -> {
            model.typeNote(text);
            typing.playFromStart();
        });
        Label key = cap(Shortcut.NOTE);
        StackPane box = new StackPane(note, key);
        box.getStyleClass().add("note-box");
        box.setMinHeight(USE_PREF_SIZE);
        StackPane.setAlignment(key, javafx.geometry.Pos.TOP_RIGHT);
        key.visibleProperty().bind(note.focusedProperty().not());
        return box;
    }

    @Override
    protected void layoutChildren() {
        if (refit) {
            refit = false;
            fitWork();
        }
        super.layoutChildren();
    }

    /// Title and company side by side where both fit; else one below the other, or, where there is little height, the title cut.
    private void fitWork() {
        double em = title.getFont().getSize();
        boolean both = !job.isEmpty() && !company.getText().isEmpty();
        title.setText(job);
        boolean fits = title.prefWidth(-1) + company.prefWidth(-1) + 2 * em <= getWidth() - snappedLeftInset() - snappedRightInset();
        boolean oneLine = !both || fits || getHeight() < SHORT_EM * em;
        title.setText(job + (both && oneLine ? " ·" : ""));
        if (oneLine != line.getChildren().contains(company)) {
            work.getChildren().remove(company);
            line.getChildren().setAll(title);
            (oneLine ? line : work).getChildren().add(company);
        }
    }

    boolean typesNote() {
        return note.isFocused();
    }

    void focusNote() {
        note.requestFocus();
        note.end();
    }

    void update(Card card) {
        Prospect prospect = card.prospect();
        boolean next = shown != prospect.id();
        shown = prospect.id();
        name.setText(prospect.name());
        tip(name, prospect.name());
        job = prospect.title();
        company.setText(prospect.company().equals(prospect.name()) ? "" : prospect.company());
        show(title, !prospect.title().isEmpty());
        // The title gives way first; only a very long company does too.
        company.setMinWidth(company.getText().length() <= LONG_COMPANY ? USE_PREF_SIZE : 40);
        fitWork();
        String where = Stream.of(prospect.city(), prospect.state()).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
        city.setText(where.isEmpty() ? "" : where + " ·");
        show(city, !where.isEmpty());
        zone.setText("there (" + prospect.place().zones().stream().map(Times::zone).distinct().collect(Collectors.joining(" or "))
            + (prospect.place().guessed(prospect.placeSource()) ? ", guessed" : prospect.placeSource() == Place.Source.UNKNOWN ? ", unknown" : "") + ")"
            + (prospect.place().hours().isEmpty() ? "" : ", only " + ProspectRules.hours(prospect.place())));
        tip(zone, prospect.place().zoneNames().replace(",", ", "));
        why.setText(card.why());
        Promise promise = card.situation().promise();
        boolean missed = promise != null && promise.seen(card.situation().now()) == Promise.State.MISSED;
        why.pseudoClassStateChanged(PseudoClass.getPseudoClass("promised"), card.promised() && !missed && !card.inbound());
        why.pseudoClassStateChanged(PseudoClass.getPseudoClass("missed"), missed && !card.inbound());
        why.pseudoClassStateChanged(PseudoClass.getPseudoClass("inbound"), card.inbound());
        showHint(card);
        showReach(card);
        numbers.update(card);
        touches.show(card.touches(), card.rapport().balance(), prospect.place().zone(), model.now());
        if (!note.getText().equals(model.note())) {
            note.setText(model.note());
        }
        if (next) {
            name.getStyleClass().removeAll("fresh");
            name.getStyleClass().add("fresh");
            lit.playFromStart();
        }
        tick();
    }

    /// One line below why this person now: a word that is about to be broken, else what is best done, and why.
    private void showHint(Card card) {
        boolean warns = !card.promiseWarning().isEmpty();
        hint.setText(warns ? card.promiseWarning() : card.advice().words());
        hint.pseudoClassStateChanged(WARNS, warns);
        tip(hint, hint.getText().isEmpty() ? "" : (hint.getText() + (warns ? "" : "\n" + card.advice().more())).strip());
        hint.setAccessibleText(hint.getText() + (warns ? "" : " " + card.advice().more()));
        show(hint, !hint.getText().isEmpty());
    }

    private void showReach(Card card) {
        ReachRules.Found found = card.rapport().reach();
        String said = found.reach() == Reach.UNKNOWN ? "Reach" : found.reach().brief() + (found.byHand() ? "" : "?");
        reach.setText(said);
        String whole = found.reach() == Reach.UNKNOWN ? "How " + card.prospect().name() + " can be reached is not known"
            : found.reach().label() + (found.byHand() ? ", as you set it" : ", the log suggests: " + found.why());
        reach.setAccessibleText(whole + ". Key " + Shortcut.REACH.cap() + " sets it");
        tip(reach, reach.getAccessibleText());
    }

    /// Every second: the clock at the prospect's place.
    void tick() {
        model.card().ifPresent(card -> {
            Instant now = model.now();
            time.setText(Times.clock(now.atZone(card.prospect().place().zone())));
        });
    }
}
