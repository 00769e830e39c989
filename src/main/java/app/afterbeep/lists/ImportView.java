package app.afterbeep.lists;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.lists.ImportViewModel.Choosing;
import app.afterbeep.lists.ImportViewModel.Done;
import app.afterbeep.lists.ImportViewModel.Mapping;
import app.afterbeep.lists.ImportViewModel.Running;
import app.afterbeep.lists.ImportViewModel.State;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Shortcut;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window that brings a list in, in three steps: the file, its columns, what became of its rows. A file may be dropped anywhere on the
/// main window. While the import runs the rep may leave it; a strip at the foot of the main window then says how far it is.
public final class ImportView extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final List<String> STEPS = List.of("File", "Columns", "Result");

    private final ImportViewModel model;
    private final MainWindow window;
    private final List<Label> steps = new ArrayList<>();
    private final StackPane body = new StackPane();
    private final ImportFilePane file;
    private final ImportColumnsPane columns;
    private final ImportResultPane result;
    private final ImportStripPane strip;
    private boolean open;

    /// @param dial brings the session to the front with whoever is next
    public ImportView(ImportViewModel model, MainWindow window, Runnable dial) {
        this.model = model;
        this.window = window;
        setId("import");
        getStyleClass().addAll("card", "sheet", "wizard");
        file = new ImportFilePane(model, window, this::close);
        columns = new ImportColumnsPane(model, this::close);
        result = new ImportResultPane(model, window, this::close, () -> {
            close();
            dial.run();
        });
        strip = new ImportStripPane(model, this::open);
        HBox head = new HBox(label("Import a list", "sheet-title"), spring());
        head.getStyleClass().add("row");
        for (String step : STEPS) {
            Label shown = label(steps.size() + 1 + " " + step, "wizard-step");
            shown.setId("import-step-" + (steps.size() + 1));
            if (!steps.isEmpty()) {
                head.getChildren().add(label("·", "text-muted"));
            }
            steps.add(shown);
            head.getChildren().add(shown);
        }
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinSize(0, 0);
        getChildren().addAll(head, body);
        model.state().subscribe(this::update);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        window.setOnDragOver(this::dragged);
        window.setOnDragExited(e -> pseudoClassStateChanged(OVER, false));
        window.setOnDragDropped(this::dropped);
    }

    /// Shows the window as it was left: ready for a file, with one that was not imported yet, or with the import that runs or has just ended.
    public void open() {
        model.refresh();
        open = true;
        strip.hide(window);
        window.openSheet(this, this::escape);
        update(model.state().get());
    }

    /// Esc closes the choice of a field, else the window; nothing that was said is lost, and an import that runs goes on.
    private void escape() {
        if (!columns.closeChoice()) {
            close();
        }
    }

    private void close() {
        open = false;
        window.closeSheet();
        switch (model.state().get()) {
            case Running running -> strip.show(window);
            case Done done -> model.begin();
            case Choosing choosing when choosing.looked() == null -> model.begin();
            // What was said about a file is still there when the window is opened again.
            default -> {}
        }
    }

    /// Ctrl+Enter goes on from wherever the keyboard is.
    private void pressed(KeyEvent event) {
        if (Shortcut.GO_ON.is(event)) {
            switch (model.state().get()) {
                case Choosing choosing -> file.goOn();
                case Mapping mapping -> model.run();
                case Running running -> close();
                case Done done -> result.dial();
            }
            event.consume();
        }
    }

    private boolean takes(DragEvent event) {
        return event.getDragboard().hasFiles() && (open || !window.hasSheet());
    }

    private void dragged(DragEvent event) {
        if (takes(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(OVER, true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        pseudoClassStateChanged(OVER, false);
        boolean taken = takes(event);
        if (taken) {
            take(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(taken);
        event.consume();
    }

    /// Opens with these files, as if they had been dropped: those that the program was started with.
    public void take(List<Path> files) {
        if (!open && window.hasSheet()) {
            window.show(Notice.problem("Close what stands in front first (Esc), then import " + files.getFirst().getFileName() + " with Ctrl+O."));
            return;
        }
        if (!open) {
            open();
        }
        model.choose(files);
    }

    private void update(State state) {
        if (!open) {
            ended(state);
            return;
        }
        int step = state instanceof Choosing ? 0 : state instanceof Mapping ? 1 : 2;
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).pseudoClassStateChanged(CURRENT, i == step);
            steps.get(i).setAccessibleText("Step " + (i + 1) + " of 3, " + STEPS.get(i) + (i == step ? ", this one" : ""));
        }
        Node shown = switch (state) {
            case Choosing choosing -> file;
            case Mapping mapping -> columns;
            case Running running -> result;
            case Done done -> result;
        };
        if (!body.getChildren().equals(List.of(shown))) {
            body.getChildren().setAll(shown);
        }
        switch (state) {
            case Choosing choosing -> file.update(choosing);
            case Mapping mapping -> columns.update(mapping);
            case Running running -> result.update(running);
            case Done done -> result.update(done);
        }
    }

    /// What the import came to while the rep went on dialing.
    private void ended(State state) {
        switch (state) {
            case Running running -> {}
            case Done done -> strip.show(window);
            case Mapping mapping -> failed(mapping.problem());
            case Choosing choosing -> failed(choosing.problem());
        }
    }

    private void failed(String problem) {
        if (!problem.isEmpty()) {
            strip.hide(window);
            window.show(Notice.problem(problem));
            model.begin();
        }
    }
}
