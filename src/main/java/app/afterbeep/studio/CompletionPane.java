package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.spring;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The list of merge fields below the caret: what each stands for and what the prospect of the preview has for it.
final class CompletionPane extends VBox {
    private static final int ROWS = 6;

    private final ListView<FieldChoice> list = new ListView<>();

    CompletionPane(EditorViewModel model) {
        CompletionViewModel completion = model.completion();
        getStyleClass().add("completion");
        setId("editor-fields");
        setManaged(false);
        list.setId("editor-field-list");
        list.setAccessibleText("Merge fields");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new FieldCell(model));
        HBox keys = new HBox(cap("Enter"), label("insert", "text-muted"), cap("Tab"), label("with a fallback", "text-muted"), cap("Esc"), label("close", "text-muted"));
        keys.getStyleClass().addAll("row", "completion-keys");
        getChildren().addAll(list, keys);
        completion.offered().subscribe(offered -> {
            list.getItems().setAll(offered);
            setVisible(!offered.isEmpty());
            mark(completion.selected().get());
        });
        completion.selected().subscribe(index -> mark(index.intValue()));
    }

    private void mark(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - ROWS + 2));
    }

    /// As many rows as there are, up to a few.
    double heightFor(double em) {
        return Math.min(ROWS, list.getItems().size()) * 2.1 * em + 2.9 * em;
    }

    private static final class FieldCell extends ListCell<FieldChoice> {
        private final EditorViewModel model;

        private FieldCell(EditorViewModel model) {
            this.model = model;
            setPrefWidth(0);
            addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
                if (!isEmpty()) {
                    model.completion().select(getIndex());
                    model.complete(false);
                }
                e.consume();
            });
        }

        @Override
        protected void updateItem(@Nullable FieldChoice field, boolean empty) {
            super.updateItem(field, empty);
            if (empty || field == null) {
                setGraphic(null);
                return;
            }
            String value = model.completion().value(field);
            var says = label(field.says(), "text-muted", "text-small");
            var name = label(field.name().replace('_', ' '), "strong");
            var shown = label(value.isEmpty() ? "nothing there" : value, value.isEmpty() ? "problem" : "field-value", "text-small");
            name.setMinWidth(USE_PREF_SIZE);
            says.setMinWidth(0);
            // What it is says the name; what this prospect has is the news.
            shown.setMinWidth(Math.min(value.length() * 8.0, getListView().getWidth() / 3));
            HBox row = new HBox(name, says, spring(), shown);
            HBox.setHgrow(says, Priority.SOMETIMES);
            row.getStyleClass().add("row");
            row.setMinWidth(0);
            // All values end at the right, in rows as wide as the list.
            row.prefWidthProperty().bind(Bindings.createDoubleBinding(() -> getWidth() - getInsets().getLeft() - getInsets().getRight(), widthProperty(),
                insetsProperty()));
            setGraphic(row);
            setAccessibleText(field.name() + ", " + field.says() + ": " + (value.isEmpty() ? "nothing there" : value));
        }
    }
}
