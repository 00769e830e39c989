package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.icon;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tip;

import app.afterbeep.calls.Card;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.prospects.ProspectRules;
import app.afterbeep.ui.Shortcut;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The prospect's numbers, the one that is dialed first. Its rows are made once and filled for each prospect.
final class NumbersPane extends VBox {
    private static final int SHOWN = 3;

    private final SessionViewModel model;
    private final Row first;
    private final List<Row> others = new ArrayList<>();
    private final Label none = label("No number. Add one on Prospects.", "text-muted");

    NumbersPane(SessionViewModel model) {
        this.model = model;
        getStyleClass().add("numbers");
        setMinHeight(USE_PREF_SIZE);
        Button copy = button("copy-number", "", model::copy);
        copy.setGraphic(new HBox(4, icon("fth-copy"), cap(Shortcut.COPY)));
        copy.setAccessibleText("Copy the number, key C");
        tip(copy, "Copy the number");
        // Below the number that is dialed first: beside it stand the buttons.
        first = new Row("number", new VBox(), button("dial", "Dial", Shortcut.DIAL, model::dial, "accent"));
        first.getChildren().add(2, copy);
        for (int i = 1; i < SHOWN; i++) {
            Pane words = new HBox();
            words.getStyleClass().add("number-row");
            others.add(new Row("number-other", words, button("dial-" + i, "Dial", () -> {})));
        }
        getChildren().add(first);
        getChildren().addAll(others);
        getChildren().add(none);
    }

    void update(Card card) {
        List<Phone> phones = card.prospect().phones();
        Phone dialed = card.dialed();
        // They are on the line: nothing is dialed.
        boolean dials = !card.inbound();
        first.update(dialed, dials);
        List<Phone> rest = phones.stream().filter(phone -> dialed == null || !phone.e164().equals(dialed.e164())).limit(SHOWN - 1L).toList();
        for (int i = 0; i < others.size(); i++) {
            Phone phone = i < rest.size() ? rest.get(i) : null;
            Row row = others.get(i);
            row.update(phone, dials && phone != null && phone.usable());
            if (phone != null) {
                row.dial.setId("dial-" + phone.rank());
                row.dial.setOnAction(e -> model.dial(phone));
            }
        }
        show(none, phones.isEmpty());
    }

    private static final class Row extends HBox {
        private final Label number;
        private final Label marks = label("", "text-muted", "text-small");
        private final Button dial;

        Row(String style, Pane words, Button dial) {
            this.dial = dial;
            number = label("", style);
            number.setMinWidth(USE_PREF_SIZE);
            words.getChildren().addAll(number, marks);
            getChildren().addAll(words, spring(), dial);
            getStyleClass().add("number-row");
        }

        void update(@Nullable Phone phone, boolean dials) {
            show(this, phone != null);
            if (phone != null) {
                number.setText(PhoneNumbers.shown(phone));
                marks.setText(ProspectRules.marks(phone));
                show(marks, !marks.getText().isEmpty());
                show(dial, dials);
            }
        }
    }
}
