package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.tipWhenCut;

import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import java.io.File;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The Scripts screen: the series at the top, its steps at the left, the texts of the chosen step beside them.
public final class StudioView extends BorderPane {
    /// Letters of a series' name that the bar has room for.
    private static final int SHOWN = 22;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /// From this width on, in em, three panes stand beside each other with room to breathe.
    private static final int ROOMY = 76;

    private final StudioViewModel model;
    private final MainWindow window;
    private final Doors doors;
    private final TextsPane texts;
    private final MenuButton chooser = new MenuButton();
    private final Label used = tipWhenCut(label("", "text-muted"));
    private final TimelinePane timeline;

    /// Where the screen leads to.
    ///
    /// @param draft    asks the four questions for a new series
    /// @param rehearse speaks the messages of a series without a prospect
    public record Doors(Runnable draft, Runnable rehearse) {}

    /// @param texts shows those of [StudioViewModel#selected]
    public StudioView(StudioViewModel model, MainWindow window, TextsPane texts, Doors doors) {
        this.model = model;
        this.texts = texts;
        this.window = window;
        this.doors = doors;
        setId("scripts");
        getStyleClass().addAll("screen", "studio");
        chooser.setId("series");
        chooser.getStyleClass().addAll("chip", "series-chip");
        chooser.setMinWidth(USE_PREF_SIZE);
        used.setId("series-used");
        used.setMinWidth(0);
        Label title = label("Scripts", "screen-title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(title, chooser, cap(Shortcut.SERIES), used, spring(),
            button("draft-series", "Draft a series", Shortcut.DRAFT, doors.draft()),
            button("rehearse", "Rehearse", Shortcut.REHEARSE, doors.rehearse()),
            button("series-export", "Export", Shortcut.EXPORT, () -> export(false)));
        bar.getStyleClass().add("screen-bar");
        setTop(bar);
        timeline = new TimelinePane(model, this::askKind, this::askStep, this::askRest);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        HBox desk = new HBox(timeline, texts);
        desk.getStyleClass().add("desk");
        setCenter(desk);
        widthProperty().subscribe(this::room);
        texts.widthProperty().subscribe(this::room);
        used.fontProperty().subscribe(this::room);
        model.studio().subscribe(now -> updateChooser());
        model.selected().subscribe(this::update);
    }

    private void room() {
        double em = used.getFont().getSize();
        pseudoClassStateChanged(NARROW, getWidth() < ROOMY * em);
        texts.room(em);
    }

    private void update(@Nullable Selection now) {
        if (now != null) {
            String name = now.series().name();
            chooser.setText(name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name);
            chooser.setTooltip(name.length() > SHOWN ? new Tooltip(name) : null);
            chooser.setAccessibleText("Series " + now.series().name() + ", key " + Shortcut.SERIES.cap());
            used.setText(UseRules.usedBy(now.series()));
            updateChooser();
        }
    }

    private void updateChooser() {
        Studio studio = model.studio().get();
        StudioSeries shown = model.series();
        if (studio == null || shown == null) {
            return;
        }
        chooser.getItems().clear();
        for (StudioSeries series : studio.series()) {
            RadioMenuItem item = new RadioMenuItem(series.name());
            item.setSelected(series.id() == shown.id());
            item.setOnAction(e -> model.chooseSeries(series.id()));
            chooser.getItems().add(item);
        }
        chooser.getItems().addAll(new SeparatorMenuItem(),
            item("series-edit", "Name and lists…", this::askSeries),
            item("series-new", "New series…", this::askNew),
            item("series-snippets", "Snippets…  " + Shortcut.SNIPPETS.cap(), this::askSnippets), new SeparatorMenuItem(),
            item("series-export-all", "Export all series…", () -> export(true)),
            item("series-import", "Import series…  " + Shortcut.IMPORT.cap(), this::importFile));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }

    // Files -----------------------------------------------------------------------------------------------------------------

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Series", "*.json"));
        return chooser;
    }

    private void export(boolean all) {
        FileChooser files = chooser(all ? "Export all series" : "Export this series");
        files.setInitialFileName(model.fileName(all));
        File file = files.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.export(all, file.toPath());
        }
    }

    private void importFile() {
        File file = chooser("Import series").showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.importFile(file.toPath());
        }
    }

    // Sheets ----------------------------------------------------------------------------------------------------------------

    private void open(@Nullable Region sheet) {
        if (sheet != null) {
            window.openSheet(sheet, window::closeSheet);
            sheet.requestFocus();
        }
    }

    private void askKind() {
        Selection now = model.selected().get();
        open(now == null || now.step() == null ? null : StepPane.change(now, model::changeStep, window::closeSheet));
    }

    private void askStep() {
        Selection now = model.selected().get();
        open(now == null ? null : StepPane.add(now, model::addStep, window::closeSheet));
    }

    private void askRest() {
        Selection now = model.selected().get();
        open(now == null ? null : new RestPane(model, now.series(), window::closeSheet));
    }

    private void askSeries() {
        Selection now = model.selected().get();
        open(now == null ? null : new SeriesPane(model, now.series(), false, window::closeSheet));
    }

    /// A series that was just drafted: asks which lists are to hear it.
    public void askLists(StudioSeries drafted) {
        open(new SeriesPane(model, drafted, true, window::closeSheet));
    }

    private void askNew() {
        Selection now = model.selected().get();
        open(now == null ? null : new NewSeriesPane(model, now.series(), window::closeSheet));
    }

    private void askSnippets() {
        open(model.studio().get() == null ? null : new SnippetsPane(model, Objects.requireNonNull(model.studio().get()), window::closeSheet));
    }

    /// To be called when the screen comes to the front and when the data have changed.
    public void shown() {
        model.refresh();
        texts.shown();
        if (isFocused()) {
            timeline.takeKeyboard();
        }
    }

    /// Does what a shortcut asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        return texts.press(shortcut) || switch (shortcut) {
            case STEP_ABOVE -> did(() -> model.chooseNext(-1));
            case STEP_BELOW -> did(() -> model.chooseNext(1));
            case STEP_UP -> model.moveStep(-1);
            case STEP_DOWN -> model.moveStep(1);
            case STEP_ADD -> did(this::askStep);
            case STEP_COPY -> model.copyStep();
            case STEP_KIND -> did(this::askKind);
            case STEP_SWITCH -> model.switchStep();
            case STEP_REMOVE -> model.removeStep();
            case SERIES -> did(() -> {
                chooser.requestFocus();
                chooser.show();
            });
            case SNIPPETS -> did(this::askSnippets);
            case EXPORT -> did(() -> export(false));
            case IMPORT -> did(this::importFile);
            case DRAFT -> did(doors.draft());
            case REHEARSE -> did(doors.rehearse());
            case CLOSE -> did(timeline::takeKeyboard);
            default -> false;
        };
    }

    private static boolean did(Runnable action) {
        action.run();
        return true;
    }
}
