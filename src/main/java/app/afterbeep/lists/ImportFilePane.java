package app.afterbeep.lists;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.icon;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.lists.ImportViewModel.Choosing;
import app.afterbeep.lists.ImportViewModel.Looked;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Sheets;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Step 1 of an import: which file, what it is, and what is to become of it.
final class ImportFilePane extends VBox {
    private static final FileChooser.ExtensionFilter LISTS =
        new FileChooser.ExtensionFilter("Lists (CSV, Excel, vCard, text)", "*.csv", "*.tsv", "*.txt", "*.xlsx", "*.vcf");

    private static final String LOG = "Afterbeep has written this call log: its calls, promises, emails and people are brought back as they were.";
    private static final String PROSPECTS = "Exported by Afterbeep: its columns are known. Everybody goes into the list that they were in and stands where they stood."
        + " Who is here already stays where they stand, and gets what is missing.";

    private final ImportViewModel model;
    private final MainWindow window;
    private final TextField path = new TextField();
    private final Label problem = label("", "problem");
    private final Button choose = button("import-choose", "Choose a file…", Shortcut.OPEN, this::chooseFile);
    private final Button next = button("import-next", "Next: columns", Shortcut.GO_ON, this::goOn, "accent");
    private final VBox asking;
    private final VBox file = new VBox();
    private final Label name = tipWhenCut(label("", "wizard-file"));
    private final Label kind = tipWhenCut(label("", "text-muted"));
    private final Label restores = label("", "wizard-note");
    private final ImportOptionsPane options;
    private @Nullable File folder;
    private final Button other = button("import-other", "Another file", this::another);

    ImportFilePane(ImportViewModel model, MainWindow window, Runnable close) {
        this.model = model;
        this.window = window;
        getStyleClass().add("wizard-body");
        options = new ImportOptionsPane(model);
        problem.setId("import-problem");
        wrapped(problem);
        asking = asking();
        name.setId("import-file");
        kind.setId("import-kind");
        restores.setId("import-restores");
        wrapped(restores);
        VBox words = new VBox(name, kind);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(icon("fth-file-text"), words, other);
        head.getStyleClass().addAll("row", "wizard-file-row");
        VBox.setVgrow(options, Priority.ALWAYS);
        file.getStyleClass().add("wizard-body");
        file.getChildren().addAll(head, restores, options);
        VBox.setVgrow(asking, Priority.ALWAYS);
        VBox.setVgrow(file, Priority.ALWAYS);
        next.setDefaultButton(true);
        HBox foot = Sheets.foot(spring(), button("import-cancel", "Close", Shortcut.CLOSE, close), next);
        getChildren().addAll(problem, asking, file, foot);
        model.choices().subscribe(now -> enable());
    }

    private VBox asking() {
        path.setId("import-path");
        path.setAccessibleText("Path of the file");
        path.setPromptText("or type or paste its path, then Enter");
        path.setOnAction(e -> {
            if (path.getText().isBlank()) {
                chooseFile();
            } else {
                model.choose(path.getText());
            }
        });
        choose.getStyleClass().add("accent");
        VBox zone = new VBox(icon("fth-upload"), label("Drop a file here, or anywhere on the window", "strong"), new HBox(choose), path,
            label("CSV, text with tabs or semicolons, Excel (.xlsx) or vCards (.vcf), from any program. Only a phone number is needed.", "text-muted", "text-small"));
        ((HBox) zone.getChildren().get(2)).getStyleClass().add("centered");
        zone.getStyleClass().addAll("drop-zone", "wizard-drop");
        VBox.setVgrow(zone, Priority.ALWAYS);
        VBox all = new VBox(zone, new EarlierImportsPane(model));
        all.getStyleClass().add("wizard-body");
        return all;
    }

    void update(Choosing state) {
        problem.setText(state.problem());
        show(problem, !state.problem().isEmpty());
        Looked looked = state.looked();
        boolean chosen = state.file() != null && (looked != null || state.looking());
        show(asking, !chosen);
        show(file, chosen);
        if (state.file() == null && state.problem().isEmpty()) {
            path.clear();
        }
        if (chosen) {
            name.setText(String.valueOf(Optional.ofNullable(state.file()).orElseThrow().getFileName()));
            kind.setText(looked == null ? "Looking at it…" : words(looked));
            restores.setText(looked != null && looked.log() ? LOG : PROSPECTS);
            show(restores, looked != null && looked.restored());
            show(options, looked != null && !looked.restored());
            next.setText(looked != null && looked.restored() ? "Restore" : "Next: columns");
        }
        show(next, chosen);
        enable();
        if (looked != null) {
            options.update(looked);
            (looked.restored() ? next : options.first()).requestFocus();
        } else if (!chosen) {
            // What is typed or pasted is a path; Enter without one opens the system's window.
            path.requestFocus();
        }
    }

    private static String words(Looked looked) {
        String rows = looked.rows() == 0 ? "" : "about %,d %s".formatted(looked.rows(), looked.rows() == 1 ? "row" : "rows");
        int columns = looked.look().columns().size();
        String source = looked.look().source();
        return String.join(" · ", Stream.of(looked.look().kind(), source.isEmpty() || looked.restored() ? "" : export(source), rows,
            "%,d %s".formatted(columns, columns == 1 ? "column" : "columns")).filter(part -> !part.isEmpty()).toList());
    }

    /// "HubSpot export", "VICIdial export, by position".
    private static String export(String source) {
        String[] parts = source.split(", ", 2);
        return parts[0] + " export" + (parts.length == 1 ? "" : ", " + parts[1]);
    }

    private void enable() {
        next.setDisable(!(model.state().get() instanceof Choosing now) || now.looked() == null || !model.choices().get().problem().isEmpty());
    }

    private void another() {
        model.begin();
    }

    void goOn() {
        model.next();
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a list");
        chooser.getExtensionFilters().addAll(LISTS, new FileChooser.ExtensionFilter("All files", "*"));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        File chosen = chooser.showOpenDialog(window.getScene().getWindow());
        if (chosen != null) {
            folder = chosen.getParentFile();
            model.choose(List.of(chosen.toPath()));
        }
    }
}
