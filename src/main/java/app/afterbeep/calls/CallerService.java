package app.afterbeep.calls;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cadence.Round;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.db.Database;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.FindViewModel.Stranger;
import app.afterbeep.prospects.HoursRules;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Who has called: what is to be known of them before the call is taken, and strangers. On the database thread.
public final class CallerService {
    private static final String LIST = "Added by hand";

    private final Database database;
    private final ProspectStore prospects;
    private final CadenceStore cadences;
    private final PromiseStore promises;
    private final EmailStore emails;
    private final Clock clock;
    private final Supplier<Settings> settings;

    public CallerService(Database database, ProspectStore prospects, CadenceStore cadences, PromiseStore promises, EmailStore emails, Clock clock,
                         Supplier<Settings> settings) {
        this.database = database;
        this.prospects = prospects;
        this.cadences = cadences;
        this.promises = promises;
        this.emails = emails;
        this.clock = clock;
        this.settings = settings;
    }

    /// What was agreed with a prospect and what waits for them, a sentence each; what a received call releases and withdraws.
    public List<String> pending(Prospect prospect) {
        List<String> sentences = new ArrayList<>();
        if (prospect.suppressed()) {
            sentences.add("On your do-not-call list. The call can be logged; they stay on it.");
        }
        promises.allOpen(prospect.id()).forEach(p -> sentences.add(WhyRules.said(p, prospect.place().zone(), clock.instant()) + " there."));
        long waiting = emails.waiting(prospect.id());
        if (waiting > 0) {
            sentences.add(waiting == 1 ? "1 email waits to be sent." : waiting + " emails wait to be sent.");
        }
        return sentences;
    }

    /// Adds somebody whom no list has, as a fresh prospect.
    ///
    /// @return the id of the prospect
    /// @throws AppException when the number is none, or somebody of that name has it already
    public long add(Stranger stranger) throws AppException {
        PhoneNumbers.Parsed number = PhoneNumbers.parse(stranger.number(), settings.get().country())
            .orElseThrow(() -> new AppException("Write the whole number, with its country code when it is from abroad.", null));
        String name = stranger.name().strip().replaceAll("\\s+", " ");
        int blank = name.lastIndexOf(' ');
        String first = blank < 0 ? name : name.substring(0, blank);
        String last = blank < 0 ? "" : name.substring(blank + 1);
        Optional<Prospect> known = prospects.byPhone(number.e164()).stream()
            .filter(p -> (p.firstName() + " " + p.lastName()).strip().equalsIgnoreCase(name)).findFirst();
        if (known.isPresent()) {
            throw new AppException(known.get().name() + " has this number already. Search for it.", null);
        }
        Place place = number.zones().isEmpty() ? new Place(0, number.country(), List.of(clock.getZone()))
            : HoursRules.placeOf(number.country(), "", number.e164(), number.zones());
        return database.transaction(() -> {
            long list = prospects.list(LIST, cadences.first().seriesId());
            Round round = cadences.roundOf(list);
            return prospects.add(new ProspectStore.Draft(list, round.cadenceId(), round.seriesId(), round.step(), first, last, "",
                stranger.company().strip(), "", "", "", "", number.country(), "", "{}", "", place,
                number.zones().isEmpty() ? Place.Source.UNKNOWN : Place.Source.NUMBER,
                List.of(new Phone(0, 1, number.e164(), number.extension(), "", number.type(), number.valid(), false, false, false))));
        });
    }
}
