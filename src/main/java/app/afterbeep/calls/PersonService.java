package app.afterbeep.calls;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cadence.Round;
import app.afterbeep.db.Database;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.PersonEdits;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.PlaceRules;
import app.afterbeep.prospects.PlaceRules.Clues;
import app.afterbeep.prospects.PlaceRules.Where;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectRules;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.settings.AddressRules;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What the rep corrects about one person, each with what follows from it: who can be called, what the search finds, where an email goes. On the
/// database thread.
public final class PersonService implements PersonEdits {
    private static final String BY_HAND = "Added by hand";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Database database;
    private final ProspectStore prospects;
    private final CadenceStore cadences;
    private final EmailStore emails;
    private final MergeService merges;
    private final Clock clock;
    private final Supplier<Settings> settings;

    public PersonService(Database database, ProspectStore prospects, CadenceStore cadences, EmailStore emails, MergeService merges, Clock clock,
                         Supplier<Settings> settings) {
        this.database = database;
        this.prospects = prospects;
        this.cadences = cadences;
        this.emails = emails;
        this.merges = merges;
        this.clock = clock;
        this.settings = settings;
    }

    /// Of nobody: taking an edit back must not give this prospect the turn.
    private void edit(String what, Prospect prospect, Runnable work) {
        database.action(what + " – " + prospect.name(), null, () -> {
            work.run();
            prospects.refresh(prospect.id());
            return true;
        });
    }

    @Override
    public String save(Prospect prospect, Text text, String value) throws AppException {
        String clean = value.strip().replaceAll("\\s+", " ");
        if (text == Text.EMAIL) {
            return saveEmail(prospect, clean);
        }
        if (text == Text.COUNTRY && !clean.isEmpty() && !COUNTRIES.contains(clean.toUpperCase(Locale.ROOT))) {
            throw new AppException("Write the country with its two letters, such as US, CA or GB.", null);
        }
        String stored = text == Text.COUNTRY ? clean.toUpperCase(Locale.ROOT) : clean;
        edit(text.label(), prospect, () -> {
            prospects.saveText(prospect.id(), text.name().toLowerCase(Locale.ROOT), stored);
            if (text == Text.STATE || text == Text.ZIP || text == Text.COUNTRY) {
                place(prospect.id());
            }
        });
        return text.label() + (stored.isEmpty() ? " taken away" : " is now “" + stored + "”") + moved(prospect);
    }

    private String saveEmail(Prospect prospect, String address) throws AppException {
        if (!address.isEmpty() && !AddressRules.valid(address)) {
            throw new AppException("“" + address + "” is no email address. Write it as name@company.com, or leave it empty.", null);
        }
        List<String> others = prospects.byEmail(address).stream().filter(p -> p.id() != prospect.id()).map(Prospect::name).limit(2).toList();
        boolean suppressed = prospects.dnc().emailSuppressed(address);
        long waiting = emails.waiting(prospect.id());
        edit("Email", prospect, () -> {
            prospects.saveText(prospect.id(), "email", address);
            if (address.isEmpty() || suppressed) {
                emails.withdrawWaiting(prospect.id());
            } else {
                emails.readdress(prospect.id(), address);
            }
        });
        return (address.isEmpty() ? "Email taken away" : "Email is now " + address)
            + (waiting == 0 ? "" : address.isEmpty() || suppressed ? "; what waited is withdrawn" : "; what waits goes there")
            + (suppressed ? ". It is on your do-not-call list" : "")
            + (others.isEmpty() ? "" : ". " + String.join(" and ", others) + " has it too");
    }

    @Override
    public String saveField(Prospect prospect, String name, String value) throws AppException {
        if (name.isBlank()) {
            throw new AppException("Give the field a name, such as Industry.", null);
        }
        edit(name, prospect, () -> prospects.saveField(prospect.id(), name.strip(), value.strip()));
        return value.isBlank() ? name + " taken away" : name + " is now “" + value.strip() + "”";
    }

    @Override
    public String saveList(Prospect prospect, String list) throws AppException {
        if (list.isBlank()) {
            throw new AppException("A list needs a name.", null);
        }
        edit("List", prospect, () -> prospects.saveList(prospect.id(), prospects.list(list.strip(), cadences.first().seriesId())));
        return prospect.name() + " is in “" + list.strip() + "” now";
    }

    private PhoneNumbers.Parsed parse(Prospect prospect, String text) throws AppException {
        return parse(text, country(prospect).isEmpty() ? settings.get().country() : country(prospect));
    }

    /// "" when it is none, as a list may have it.
    private static String country(Prospect prospect) {
        return COUNTRIES.contains(prospect.country()) ? prospect.country() : "";
    }

    private static PhoneNumbers.Parsed parse(String text, String country) throws AppException {
        return PhoneNumbers.parse(text, country).orElseThrow(() -> new AppException("“" + text.strip()
            + "” can't be dialed. Write the whole number with its area code, and with + and the country code when it is from abroad.", null));
    }

    private static Phone phone(PhoneNumbers.Parsed number, int rank, String label) {
        return new Phone(0, rank, number.e164(), number.extension(), label, number.type(), number.valid(), false, false, false);
    }

    @Override
    public String addNumber(Prospect prospect, String text) throws AppException {
        PhoneNumbers.Parsed number = parse(prospect, text);
        notTwice(prospect, number, 0);
        edit("Number", prospect, () -> {
            prospects.phones().add(prospect.id(), phone(number, 0, ""));
            place(prospect.id());
        });
        return PhoneNumbers.shown(number.e164()) + " added" + hints(prospect, number) + moved(prospect);
    }

    @Override
    public String correctNumber(Prospect prospect, Phone phone, String text) throws AppException {
        PhoneNumbers.Parsed number = parse(prospect, text);
        notTwice(prospect, number, phone.id());
        edit("Number", prospect, () -> {
            prospects.phones().save(phone.id(), phone(number, phone.rank(), phone.label()));
            place(prospect.id());
        });
        return "The number is now " + PhoneNumbers.shown(number.e164()) + hints(prospect, number) + moved(prospect);
    }

    private static void notTwice(Prospect prospect, PhoneNumbers.Parsed number, long but) throws AppException {
        if (prospect.phones().stream().anyMatch(p -> p.id() != but && p.e164().equals(number.e164()) && p.extension().equals(number.extension()))) {
            throw new AppException(prospect.name() + " has this number already.", null);
        }
    }

    /// Country, state, postal code and first number say anew where somebody is, as in an import. A time zone that the rep or a list has said stays, and so
    /// do hours of their own; a list's say may come from elsewhere than the state, so that the state's hours follow all the same.
    private void place(long prospectId) {
        Prospect now = prospects.find(prospectId).orElseThrow();
        String home = settings.get().country();
        PhoneNumbers.Parsed number = now.phones().stream().findFirst().flatMap(phone -> PhoneNumbers.parse(phone.e164(), home)).orElse(PhoneNumbers.NONE);
        boolean said = now.placeSource() == Place.Source.IMPORTED || now.placeSource() == Place.Source.EDITED;
        if (number.e164().isEmpty() && !said && now.state().isEmpty() && now.zip().isEmpty()) {
            return; // nothing left that could say better
        }
        Where where = PlaceRules.where(new Clues(country(now), home, now.state(), now.zip(), number), said ? now.place().zones() : List.of(),
            clock.getZone(), clock.instant());
        prospects.places().save(prospectId, where.place().with(now.place().hours()), said ? now.placeSource() : where.source());
    }

    /// ". It is 8:30 am there now" when an edit has put somebody under another clock, with the promise that goes with it; else "".
    private String moved(Prospect before) {
        Instant now = clock.instant();
        Prospect after = prospects.find(before.id()).orElseThrow();
        ZoneId zone = after.place().zone();
        return PlaceRules.sameClock(zone, before.place().zone(), now) ? ""
            : ". It is " + Times.clock(now.atZone(zone)) + " there now (" + Times.zone(zone) + ")" + ProspectRules.promiseStays(before, after, now);
    }

    private String hints(Prospect prospect, PhoneNumbers.Parsed number) {
        List<String> others = prospects.byPhone(number.e164()).stream().filter(p -> p.id() != prospect.id()).map(Prospect::name).distinct().toList();
        boolean dnc = prospects.find(prospect.id()).stream().flatMap(p -> p.phones().stream()).anyMatch(p -> p.e164().equals(number.e164()) && p.dnc());
        return (others.isEmpty() ? "" : ". " + others.getFirst() + (others.size() == 1 ? " has it too" : " and " + (others.size() - 1) + " more have it too"))
            + (dnc ? ". It is on your do-not-call list" : "") + (number.valid() ? "" : ". It may not exist");
    }

    @Override
    public String dialFirst(Prospect prospect, Phone phone) {
        List<Long> order = new ArrayList<>(List.of(phone.id()));
        prospect.phones().stream().map(Phone::id).filter(id -> id != phone.id()).forEach(order::add);
        edit("Order of numbers", prospect, () -> {
            prospects.phones().saveOrder(order);
            place(prospect.id());
        });
        return PhoneNumbers.shown(phone) + " is dialed first" + moved(prospect);
    }

    @Override
    public String mark(Prospect prospect, Phone phone, boolean wrong) {
        edit(wrong ? "Wrong number" : "Right number", prospect, () -> {
            if (wrong) {
                prospects.phones().markBad(prospect.id(), phone.e164());
            } else {
                prospects.phones().markGood(prospect.id(), phone.e164());
            }
        });
        boolean none = wrong && prospects.find(prospect.id()).flatMap(Prospect::phone).isEmpty();
        return PhoneNumbers.shown(phone) + (wrong ? " is marked as wrong" : " is right again") + (none ? ". No other number: waits for one" : "");
    }

    @Override
    public String removeNumber(Prospect prospect, Phone phone) {
        edit("Number taken away", prospect, () -> {
            prospects.phones().remove(phone.id());
            place(prospect.id());
        });
        boolean none = prospects.find(prospect.id()).flatMap(Prospect::phone).isEmpty();
        return PhoneNumbers.shown(phone) + " taken away" + (none ? ". No other number: waits for one" : "") + moved(prospect);
    }

    @Override
    public long add(Newcomer n) throws AppException {
        PhoneNumbers.Parsed number = parse(n.number(), settings.get().country());
        String email = n.email().strip();
        if (!email.isEmpty() && !AddressRules.valid(email)) {
            throw new AppException("“" + email + "” is no email address. Write it as name@company.com, or leave it empty.", null);
        }
        String name = (n.firstName().strip() + " " + n.lastName().strip()).strip();
        List<Prospect> same = new ArrayList<>(prospects.byPhone(number.e164()));
        same.addAll(prospects.byEmail(email));
        Optional<Prospect> known = same.stream().filter(p -> name.isEmpty() || (p.firstName() + p.lastName()).isBlank()
            || (p.firstName() + " " + p.lastName()).strip().equalsIgnoreCase(name)).findFirst();
        if (known.isPresent()) {
            throw new AppException(known.get().name() + " is in “" + known.get().listName() + "” already, with this number or address. Search for them.", null);
        }
        Where where = PlaceRules.where(new Clues("", settings.get().country(), "", "", number), List.of(), clock.getZone(), clock.instant());
        return database.transaction(() -> {
            long list = prospects.list(n.list().isBlank() ? BY_HAND : n.list().strip(), cadences.first().seriesId());
            Round round = cadences.roundOf(list);
            return prospects.add(new ProspectStore.Draft(list, round.cadenceId(), round.seriesId(), round.step(), n.firstName().strip(), n.lastName().strip(), "",
                n.company().strip(), email, "", "", "", number.country(), "", "{}", "", where.place(),
                where.source(), List.of(phone(number, 1, ""))));
        });
    }

    @Override
    public List<Likely> likely(Prospect prospect) {
        return merges.likely(prospect);
    }

    @Override
    public Optional<Merge> merge(long stays, long goes) {
        return merges.look(stays, goes);
    }

    @Override
    public String carryOut(Merge merge) throws AppException {
        return merges.carryOut(merge, this::place);
    }
}
