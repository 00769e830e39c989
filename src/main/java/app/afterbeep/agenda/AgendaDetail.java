package app.afterbeep.agenda;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.agenda.AgendaService.Detail;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.TouchList;
import app.afterbeep.ui.Lines;
import app.afterbeep.ui.Shortcut;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The selected entry of the agenda: what was agreed, with whom, and all that came before.
final class AgendaDetail extends VBox {
    private static final PseudoClass PROMISED = PseudoClass.getPseudoClass("promised");
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");

    private final AgendaViewModel model;
    private final Label name = label("", "pane-title");
    private final Label work = label("", "text-muted");
    private final Label why = label("", "why-now");
    private final Label number = label("", "number");
    private final Label note = label("", "note-text");
    private final TouchList touches = new TouchList();
    private final Button drop;

    AgendaDetail(AgendaViewModel model) {
        this.model = model;
        setId("agenda-detail");
        getStyleClass().addAll("card", "beside");
        name.setId("agenda-name");
        why.setId("agenda-why");
        for (Label words : new Label[] {why, note}) {
            wrapped(words);
            words.setMaxWidth(Double.MAX_VALUE);
        }
        touches.setMinHeight(0);
        VBox.setVgrow(touches, Priority.ALWAYS);
        Button open = button("agenda-open", "Open in session", Shortcut.OPEN, model::open, "accent");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setMinHeight(USE_PREF_SIZE);
        Button move = button("agenda-move", "Move", Shortcut.MOVE, model::move);
        Button calendar = button("agenda-calendar", "Calendar", Shortcut.CALENDAR, model::openInCalendar);
        drop = button("agenda-drop", "Drop", Shortcut.DROP, model::drop);
        HBox two = new HBox(move, calendar);
        two.getStyleClass().add("row");
        for (Button each : new Button[] {move, calendar, drop}) {
            each.setMaxWidth(Double.MAX_VALUE);
            each.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(each, Priority.ALWAYS);
        }
        two.setMinHeight(USE_PREF_SIZE);
        VBox actions = new VBox(open, two, drop);
        actions.getStyleClass().add("actions");
        actions.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(new VBox(name, work), why, number, note, touches, actions);
        model.selected().subscribe(entry -> update(entry, model.detail().get()));
        model.detail().subscribe(detail -> update(model.selected().get(), detail));
    }

    private void update(@Nullable AgendaEntry entry, @Nullable Detail detail) {
        if (entry == null) {
            return;
        }
        name.setText(entry.name());
        name.setTooltip(new Tooltip(entry.name()));
        drop.setText(AgendaViewModel.drop(entry));
        drop.setAccessibleText(drop.getText() + ", key " + Shortcut.DROP.cap());
        String here = model.here(entry);
        why.setText(entry.why() + " · " + model.there(entry) + (here.isEmpty() ? "" : " there, " + here) + " · " + model.status(entry));
        why.pseudoClassStateChanged(PROMISED, entry.agreed() && entry.group() != AgendaGroup.MISSED);
        why.pseudoClassStateChanged(MISSED, entry.group() == AgendaGroup.MISSED);
        Prospect prospect = detail == null ? null : detail.prospect();
        work.setText(prospect == null ? entry.company()
            : Stream.of(prospect.title(), entry.company()).filter(s -> !s.isEmpty() && !s.equals(entry.name())).map(Lines::piece).collect(Collectors.joining(" · ")));
        work.setTooltip(new Tooltip(work.getText()));
        show(work, !work.getText().isEmpty());
        number.setText(prospect == null ? "" : prospect.phone().map(PhoneNumbers::shown).orElse("No usable number"));
        note.setText(prospect == null ? "" : prospect.note());
        show(note, !note.getText().isBlank());
        touches.setVisible(detail != null);
        if (detail != null) {
            touches.show(detail.touches(), detail.prospect().place().zone(), model.now());
        }
    }
}
