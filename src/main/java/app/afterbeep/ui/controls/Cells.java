package app.afterbeep.ui.controls;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import java.util.Objects;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The cells that tables are made of.
final class Cells {
    private Cells() {}

    static final class PersonCell<T> extends TableCell<T, T> {
        private final Function<T, String> name;
        private final Function<T, String> below;
        private final Label first;
        private final Label second = label("", "person-below");
        private final VBox lines;

        PersonCell(Function<T, String> name, Function<T, String> below, String style) {
            first = label("", style);
            lines = new VBox(first, second);
            this.name = name;
            this.below = below;
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            lines.setAlignment(Pos.CENTER_LEFT);
            tipWhenCut(first);
            tipWhenCut(second);
            // A graphic is as wide as it likes; the lines must be cut where the cell ends.
            lines.maxWidthProperty().bind(widthProperty().subtract(snappedLeftInset() + snappedRightInset()));
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setText(null);
            } else {
                first.setText(name.apply(row));
                second.setText(below.apply(row));
                Controls.show(second, !second.getText().isEmpty());
                setText(first.getText() + (second.getText().isEmpty() ? "" : ", " + second.getText()));
                setGraphic(lines);
            }
        }
    }

    static final class TextCell<T> extends TableCell<T, T> {
        private final Function<T, String> text;
        private final @Nullable Function<T, String> dot;
        private final Region mark = new Region();

        TextCell(Function<T, String> text, @Nullable Function<T, String> dot, String... styles) {
            this.text = text;
            this.dot = dot;
            getStyleClass().addAll(styles);
            tipWhenCut(this);
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setText(null);
            } else {
                setText(text.apply(row));
                if (dot != null) {
                    mark.getStyleClass().setAll("dot", Objects.requireNonNull(dot).apply(row));
                    setGraphic(mark);
                }
            }
        }
    }

    static final class TonedCell<T> extends TableCell<T, T> {
        private final Function<T, String> text;
        private final Function<T, String> tone;
        private String before = "";

        TonedCell(Function<T, String> text, Function<T, String> tone) {
            this.text = text;
            this.tone = tone;
            tipWhenCut(this);
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove(before);
            before = "";
            if (empty || row == null) {
                setText(null);
            } else {
                setText(text.apply(row));
                before = tone.apply(row);
                getStyleClass().add(before);
            }
        }
    }
}
