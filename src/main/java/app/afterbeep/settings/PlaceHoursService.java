package app.afterbeep.settings;

import app.afterbeep.db.Database;
import app.afterbeep.prospects.HoursStore;
import app.afterbeep.prospects.OwnHours;
import java.util.List;

/// What the rep does with the calling hours of countries and states. On the database thread.
public final class PlaceHoursService {
    private final Database database;
    private final HoursStore hours;

    public PlaceHoursService(Database database, HoursStore hours) {
        this.database = database;
        this.hours = hours;
    }

    public List<OwnHours> list() {
        return hours.list();
    }

    /// Sets the hours of a country or a state.
    ///
    /// @return all that are set now
    public List<OwnHours> save(OwnHours one) {
        return database.transaction(() -> {
            hours.save(one);
            return hours.list();
        });
    }

    /// What the program knows holds there again.
    ///
    /// @return all that are set now
    public List<OwnHours> remove(OwnHours one) {
        return database.transaction(() -> {
            hours.remove(one.country(), one.region());
            return hours.list();
        });
    }
}
