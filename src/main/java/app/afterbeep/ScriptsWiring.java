package app.afterbeep;

import app.afterbeep.coach.Limits;
import app.afterbeep.db.Database;
import app.afterbeep.rehearse.RehearsalService;
import app.afterbeep.rehearse.RehearsalStore;
import app.afterbeep.rehearse.RehearseView;
import app.afterbeep.rehearse.RehearseViewModel;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.studio.BuilderView;
import app.afterbeep.studio.BuilderViewModel;
import app.afterbeep.studio.CoachViewModel;
import app.afterbeep.studio.EditorService;
import app.afterbeep.studio.EditorViewModel;
import app.afterbeep.studio.SharingService;
import app.afterbeep.studio.StudioService;
import app.afterbeep.studio.StudioStore;
import app.afterbeep.studio.StudioView;
import app.afterbeep.studio.StudioViewModel;
import app.afterbeep.studio.TextsPane;
import app.afterbeep.ui.MainWindow;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes every object of the Scripts screen, by hand. What is opened from it is made when it is opened for the first time: the start of the
/// program waits neither for a draft nor for the lists of the coach.
final class ScriptsWiring implements AutoCloseable {
    private final Supplier<Settings> settings;
    private final MainWindow window;
    private final Consumer<Map<Setting, String>> introduce;
    private final StudioService studio;
    private final StudioViewModel model;
    private final EditorViewModel editor;
    private final StudioView view;
    private final Supplier<RehearseView> rehearsals;
    private @Nullable BuilderView builder;
    private @Nullable RehearseView rehearse;

    /// @param undo   takes the latest action back
    /// @param redraw shows the session's words anew
    ScriptsWiring(Services s, MainWindow window, Runnable undo, Runnable redraw) {
        this.settings = s.settings;
        this.window = window;
        this.introduce = me -> s.introduce(me, redraw);
        Database database = s.database;
        StudioStore store = new StudioStore(database.sql(), s.cadences, s.clock);
        studio = new StudioService(database, store, s.scripts, settings);
        model = new StudioViewModel(studio, new SharingService(database, store), s.background, window, () -> {
            save();
            undo.run();
        });
        editor = new EditorViewModel(model, new EditorService(database, s.scripts, s.queue, s.people, s.outbox, settings), studio::saveText,
            new CoachViewModel(() -> Limits.of(settings.get())), s.background);
        view = new StudioView(model, window, new TextsPane(editor), new StudioView.Doors(this::openBuilder, this::openRehearsal));
        rehearsals = () -> {
            RehearseViewModel rehearsal = new RehearseViewModel(new RehearsalService(database, new RehearsalStore(database.sql()), s.scripts,
                s.cadences, studio::samples, s.clock, settings), s.background, window, undo, s.clock, settings);
            database.onChange(rehearsal::changed);
            return new RehearseView(rehearsal, window);
        };
    }

    StudioView view() {
        return view;
    }

    @Override
    public void close() {
        studio.close();
    }

    /// Writes what was typed last; to be called before the end.
    void save() {
        editor.save();
    }

    private void openBuilder() {
        if (builder == null) {
            builder = new BuilderView(new BuilderViewModel(settings, this::drafted), window);
        }
        builder.open();
    }

    private void openRehearsal() {
        if (model.series() != null) {
            if (rehearse == null) {
                rehearse = rehearsals.get();
            }
            // What is spoken is what was just typed.
            save();
            rehearse.open(model.series().id());
        }
    }

    /// The builder's series into the file; who is calling, where that was not known; then which lists are to hear it.
    private void drafted(BuilderViewModel.Use use) {
        Map<Setting, String> me = new EnumMap<>(Setting.class);
        Map.of(Setting.MY_NAME, use.answers().name(), Setting.MY_COMPANY, use.answers().company()).forEach((setting, answer) -> {
            if (settings.get().text(setting).isEmpty() && !answer.isBlank()) {
                me.put(setting, answer.strip());
            }
        });
        if (!me.isEmpty()) {
            introduce.accept(me);
        }
        model.add(use.draft(), view::askLists);
    }
}
