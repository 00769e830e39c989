package app.afterbeep.calls;

import app.afterbeep.cadence.Holidays;
import app.afterbeep.prospects.CallingHours;
import app.afterbeep.prospects.HoursRules;
import app.afterbeep.prospects.OwnHours;
import app.afterbeep.prospects.Place;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hours of every place, as settings, the law and the rep's own hours make them; worked out once a place. On the database thread.
final class PlaceHours {
    /// What the hours are for.
    enum Use {
        /// A promise or a callback that the rep has made: the law alone.
        PROMISED,
        /// Whoever is called outside the preferred hours: the law, and the hours that were set for this person.
        OUTSIDE,
        /// Cadence and fresh calls: the hours that were set for this person, else the preferred ones; on working days; never outside the law.
        PREFERRED
    }

    private record Key(Use use, String country, String region, String hours) {}

    private final Settings settings;
    private final List<OwnHours> own;
    private final Holidays holidays;
    private final Map<Key, CallingHours> known = new HashMap<>();

    PlaceHours(Settings settings, List<OwnHours> own, Holidays holidays) {
        this.settings = settings;
        this.own = own;
        this.holidays = holidays;
    }

    /// Whether it was made of these.
    boolean of(Settings others, List<OwnHours> otherOwn) {
        return settings == others && own.equals(otherOwn);
    }

    CallingHours at(Place place, Use use) {
        Key key = new Key(use, place.country(), place.region(), use == Use.PROMISED ? "" : place.hours());
        CallingHours hours = known.get(key);
        if (hours == null) {
            hours = make(place, use);
            known.put(key, hours);
        }
        return hours;
    }

    private CallingHours make(Place place, Use use) {
        CallingHours legal = HoursRules.legal(place, new CallingHours(settings.time(Setting.LEGAL_FROM), settings.time(Setting.LEGAL_TO)), own,
            holidays.holidays(place));
        Optional<CallingHours.Span> personal = HoursRules.span(place.hours());
        return switch (use) {
            case PROMISED -> legal;
            case OUTSIDE -> personal.map(span -> legal.and(new CallingHours(span.from(), span.to()))).orElse(legal);
            case PREFERRED -> legal.and(personal.map(span -> new CallingHours(span.from(), span.to(), holidays.workingDays(place)))
                .orElseGet(() -> new CallingHours(settings.time(Setting.PREFERRED_FROM), settings.time(Setting.PREFERRED_TO), holidays.workingDays(place))));
        };
    }
}
