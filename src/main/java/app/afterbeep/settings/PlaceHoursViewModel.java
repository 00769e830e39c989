package app.afterbeep.settings;

import app.afterbeep.prospects.OwnHours;
import app.afterbeep.settings.PlaceHoursRules.Judged;
import app.afterbeep.ui.Background;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The calling hours that the rep has set for countries and states. On the FX thread.
public final class PlaceHoursViewModel {
    private final PlaceHoursService service;
    private final Background background;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<List<OwnHours>> own = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /// @param changed runs after a change: whose turn it is may be another's
    public PlaceHoursViewModel(PlaceHoursService service, Background background, Runnable changed) {
        this.service = service;
        this.background = background;
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<List<OwnHours>> own() {
        return own.getReadOnlyProperty();
    }

    /// Why nothing was set, or "".
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    public void refresh() {
        background.db(service::list, own::set);
    }

    /// Sets the hours of a place; `done` runs when they are.
    public void save(String country, String state, String hours, Runnable done) {
        switch (PlaceHoursRules.judge(country, state, hours)) {
            case Judged.Bad(String why) -> problem.set(why);
            case Judged.Good(OwnHours good) -> change(() -> service.save(good), done);
        }
    }

    public void remove(OwnHours hours) {
        change(() -> service.remove(hours), () -> {});
    }

    private void change(Callable<List<OwnHours>> action, Runnable done) {
        background.db(action, now -> {
            problem.set("");
            own.set(now);
            done.run();
            changed.run();
        });
    }
}
