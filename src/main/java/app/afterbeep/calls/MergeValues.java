package app.afterbeep.calls;

import app.afterbeep.prospects.Prospect;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The values of the merge fields for one prospect, all but those of the next call, which [Card] knows. On the database thread.
public final class MergeValues {
    private static final List<Setting> MINE = List.of(Setting.MY_NAME, Setting.MY_COMPANY, Setting.MY_PHONE, Setting.MY_PROBLEM, Setting.MY_RESULT);
    private static final Set<String> FIELDS = MergeField.names();

    private final AttemptStore attempts;
    private final ScriptStore scripts;
    private final Clock clock;
    private final Supplier<Settings> settings;

    public MergeValues(AttemptStore attempts, ScriptStore scripts, Clock clock, Supplier<Settings> settings) {
        this.attempts = attempts;
        this.scripts = scripts;
        this.clock = clock;
        this.settings = settings;
    }

    /// By field name; what is not known is "" or not there. Extra columns of the import never hide a field of [MergeField], nor a snippet: that
    /// was written to be spoken, a column may hold anything.
    public Map<String, String> of(Prospect prospect) {
        Map<String, String> snippets = scripts.snippets(prospect.listId());
        Map<String, String> values = new HashMap<>(prospect.fields());
        values.keySet().removeIf(column -> FIELDS.contains(MergeText.normal(column)) || snippets.containsKey(MergeText.normal(column)));
        put(values, MergeField.FIRST_NAME, prospect.firstName());
        put(values, MergeField.LAST_NAME, prospect.lastName());
        put(values, MergeField.FULL_NAME, (prospect.firstName() + " " + prospect.lastName()).strip());
        put(values, MergeField.COMPANY, prospect.company());
        put(values, MergeField.TITLE, prospect.title());
        put(values, MergeField.EMAIL, prospect.email());
        put(values, MergeField.CITY, prospect.city());
        put(values, MergeField.STATE, prospect.state());
        put(values, MergeField.ZIP, prospect.zip());
        put(values, MergeField.COUNTRY, prospect.country());
        MINE.forEach(mine -> values.put(mine.key(), settings.get().text(mine)));
        put(values, MergeField.LAST_MESSAGE_DAY, attempts.lastMessage(prospect.id()).map(at -> day(at.atZone(prospect.place().zone()).toLocalDate(),
            prospect.place().zone())).orElse(""));
        // Last, so that a list may have a problem and a result of its own.
        values.putAll(snippets);
        return values;
    }

    private static void put(Map<String, String> values, MergeField field, String value) {
        values.put(field.field(), value);
    }

    private String day(LocalDate day, ZoneId zone) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(day, today);
        if (days < 7) {
            return days == 0 ? "earlier today" : Times.day(day, today);
        }
        // As people count: on a Monday the Friday ten days ago is not of last week.
        TemporalAdjuster begin = TemporalAdjusters.previousOrSame(Times.firstDay());
        long weeks = ChronoUnit.WEEKS.between(day.with(begin), today.with(begin));
        return weeks == 1 ? "last week" : weeks == 2 ? "the week before last" : "a while ago";
    }
}
