package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.facts;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.tabLeaves;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.prospects.ProspectService.Person;
import app.afterbeep.ui.Lines;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// All about one person, with what can be changed here: the time zone, how they can be reached, and the note.
final class ProspectPane extends VBox {
    private static final Duration TYPING_PAUSE = Duration.millis(600);

    private final ProspectsViewModel model;
    private final Label name = tipWhenCut(label("", "pane-title"));
    private final Label work = label("", "text-muted");
    private final Label standing = label("", "chip-label");
    private final PersonFieldsPane person;
    private final GridPane contact = facts();
    private final ComboBox<String> zone = new ComboBox<>(FXCollections.observableArrayList(PlaceRules.zones()));
    private final Label place = label("", "text-muted", "text-small");
    private final Label zoneProblem = label("", "problem", "text-small");
    private final ComboBox<Reach> reach = new ComboBox<>(FXCollections.observableArrayList(Reach.values()));
    private final TextArea note = tabLeaves(new TextArea());
    private final PauseTransition typing = new PauseTransition(TYPING_PAUSE);
    private final TouchList touches = new TouchList(false);
    private long shown;
    private String zoneShown = "";

    ProspectPane(ProspectsViewModel model, EditViewModel edits, LongConsumer openInSession, Runnable merge, Runnable erase) {
        this.model = model;
        person = new PersonFieldsPane(edits);
        setId("prospect-pane");
        getStyleClass().addAll("card", "detail");
        name.setId("prospects-name");
        work.setId("prospects-work");
        wrapped(work);
        standing.setId("prospects-standing");
        contact.setId("prospects-contact");
        VBox head = new VBox(name, work);
        VBox body = new VBox(standing, PersonFieldsPane.actions(() -> {
            Person shownNow = model.person().get();
            if (shownNow != null) {
                openInSession.accept(shownNow.prospect().id());
            }
        }, this::edit, merge), contact, noteBox(), person, zoneBox(), new HoursPane(model), reachBox(), touches,
            button("prospects-erase", "Erase this person…", Shortcut.ERASE, erase, "flat", "danger"));
        body.getStyleClass().add("detail-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.person().subscribe(this::update);
        typing.setOnFinished(e -> model.saveNote());
    }

    private Node zoneBox() {
        zone.setId("prospects-zone");
        zone.setEditable(true);
        zone.setVisibleRowCount(12);
        zone.setMaxWidth(Double.MAX_VALUE);
        zone.setAccessibleText("Time zone of this prospect, type a city and press Enter");
        Label label = label("Time zone", "text-muted", "text-small");
        label.setLabelFor(zone);
        // Stepping through the list chooses nothing yet: Enter does, and a click, and leaving the field.
        zone.setOnHidden(e -> saveZone(false));
        zone.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && !zone.isShowing()) {
                saveZone(true);
                e.consume();
            }
        });
        zone.focusWithinProperty().subscribe(within -> {
            if (!within) {
                saveZone(false);
            }
        });
        place.setId("prospects-place");
        place.setWrapText(true);
        zoneProblem.setId("prospects-zone-problem");
        wrapped(zoneProblem);
        zoneProblem.textProperty().bind(model.zoneProblem());
        model.zoneProblem().subscribe(problem -> show(zoneProblem, !problem.isEmpty()));
        VBox box = new VBox(label, zone, zoneProblem, place);
        box.getStyleClass().add("field-box");
        return box;
    }

    /// @param always also when the text is as it was shown: that confirms a zone that was guessed
    private void saveZone(boolean always) {
        String typed = zone.getEditor().getText();
        if (always || !typed.equals(zoneShown)) {
            model.saveZone(typed);
            if (model.zoneProblem().get().isEmpty()) {
                zone.getEditor().setText(zoneShown);
            }
        }
    }

    /// Gives up what was typed as time zone; false when nothing was.
    boolean giveUpZone() {
        boolean typed = zone.isFocused() && !zone.getEditor().getText().equals(zoneShown);
        zone.getEditor().setText(zoneShown);
        model.forgetZone();
        return typed;
    }

    private Node reachBox() {
        reach.setId("prospects-reach");
        reach.setMaxWidth(Double.MAX_VALUE);
        reach.setAccessibleText("How this person can be reached, key " + Shortcut.REACH.cap() + " sets the next one");
        reach.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Reach each) {
                return each == null ? "" : each == Reach.UNKNOWN ? "As the log suggests" : each.label();
            }

            @Override
            public @Nullable Reach fromString(String text) {
                return Reach.find(text).orElse(null);
            }
        });
        reach.setOnAction(e -> {
            if (reach.getValue() != null) {
                model.saveReach(reach.getValue());
            }
        });
        Label label = label("Can be reached", "text-muted", "text-small");
        label.setLabelFor(reach);
        HBox row = new HBox(label, cap(Shortcut.REACH));
        row.getStyleClass().add("row");
        VBox box = new VBox(row, reach);
        box.getStyleClass().add("field-box");
        return box;
    }

    private Node noteBox() {
        note.setId("prospects-note");
        note.setPromptText("Note");
        note.setAccessibleText("Note about this prospect, saved as you type");
        note.setWrapText(true);
        note.setPrefRowCount(3);
        note.textProperty().subscribe((before, text) -> {
            model.typeNote(text);
            typing.playFromStart();
        });
        note.focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.saveNote();
            }
        });
        Label label = label("Note", "text-muted", "text-small");
        label.setLabelFor(note);
        VBox box = new VBox(label, note);
        box.getStyleClass().add("field-box");
        box.setMinHeight(USE_PREF_SIZE);
        return box;
    }

    /// The first name takes the keyboard.
    void edit() {
        person.takeKeyboard();
    }

    void focusNote() {
        note.requestFocus();
        note.end();
    }

    private void update(@Nullable Person read) {
        if (read == null) {
            return;
        }
        Prospect prospect = read.prospect();
        boolean other = shown != prospect.id();
        shown = prospect.id();
        name.setText(prospect.name());
        String company = prospect.company().equals(prospect.name()) ? "" : prospect.company();
        work.setText(Stream.of(prospect.title(), company).filter(s -> !s.isEmpty()).map(Lines::piece).collect(Collectors.joining(" · ")));
        show(work, !work.getText().isEmpty());
        standing.setText(prospect.suppressed() ? Prospect.Status.DNC.label() : (prospect.phone().isEmpty() ? "No number to call · " : "") + prospect.status().label() + (prospect.status() == Prospect.Status.ACTIVE ? " · attempt " + read.attempt() : ""));
        updateContact(prospect);
        person.show(prospect);
        updatePlace(prospect, other);
        reach.setValue(prospect.reach());
        if (!note.getText().equals(model.note())) {
            note.setText(model.note());
        }
        if (other) {
            typing.stop();
        }
        touches.show(read.touches(), prospect.place().zone(), model.now());
    }

    private void updateContact(Prospect prospect) {
        contact.getChildren().clear();
        Instant next = prospect.nextCallAt();
        if (next != null && prospect.due() != Prospect.Due.FRESH) {
            fact(contact, prospect.status() == Prospect.Status.RESTING ? "Rests until" : "Next call", agreed(next, prospect.place().zone()));
        }
    }

    private String agreed(Instant at, ZoneId there) {
        String shown = Times.dated(at, there, model.now());
        return PlaceRules.sameClock(there, model.here(), at) ? shown
            : shown + " there, " + Times.clock(at.atZone(model.here())) + " here";
    }

    private void updatePlace(Prospect prospect, boolean other) {
        Place at = prospect.place();
        boolean typed = !other && zone.isFocused() && !zone.getEditor().getText().equals(zoneShown);
        zoneShown = at.zone().getId();
        if (!typed) {
            zone.setValue(zoneShown);
            zone.getEditor().setText(zoneShown);
        }
        String names = at.zones().stream().map(Times::zone).distinct().collect(Collectors.joining(" or "));
        String source = switch (prospect.placeSource()) {
            case EDITED -> "as you set it";
            case IMPORTED -> "from the list";
            case STATE -> at.zones().size() > 1 ? "guessed from the address in the list; Enter confirms the first" : "from the address in the list";
            case NUMBER -> at.zones().size() > 1 ? "guessed from the number; Enter confirms the first" : "from the number";
            case UNKNOWN -> "unknown, so it is yours";
        };
        place.setText(Times.clock(model.now().atZone(at.zone())) + " there now · " + names + ", " + source);
    }

    private static void fact(GridPane grid, String what, String value) {
        Label label = wrapped(label(value));
        row(grid, what, label);
    }

    private static void row(GridPane grid, String what, Node value) {
        Label label = tipWhenCut(label(what, "text-muted", "fact"));
        grid.addRow(grid.getRowCount(), label, value);
        GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    }
}
