package app.afterbeep.calls;

import app.afterbeep.db.Database;
import app.afterbeep.db.DbException;
import app.afterbeep.prospects.Erasures;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.ui.AppException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Erases a person on their request: every word and number about them, in one transaction, and then the bytes from the file. What is counted stays, without
/// a name: an attempt is never deleted. On the database thread.
public final class ErasureService implements Erasures {
    private static final System.Logger LOG = System.getLogger(ErasureService.class.getName());

    /// Measured: 255 MB take 2 to 3 seconds, 1.2 GB on a busy machine 40.
    private static final long REWRITTEN_PER_SECOND = 80L << 20;

    private final Database database;
    private final ProspectStore prospects;
    private final ErasureStore store;
    private final Clock clock;

    public ErasureService(Database database, ProspectStore prospects, Clock clock) {
        this.database = database;
        this.prospects = prospects;
        this.store = new ErasureStore(database.sql());
        this.clock = clock;
    }

    @Override
    public Plan plan(long prospectId) throws AppException {
        Prospect person = prospects.find(prospects.survivor(prospectId)).orElseThrow(() -> new AppException("This person is no longer there.", null));
        ErasureStore.Count count = store.count(person.id());
        if (count.sending() > 0) {
            throw new AppException("An email to " + person.name() + " is being sent just now. Try again when it has left.", null);
        }
        if (count.importing()) {
            throw new AppException("An import is running. Try again when it is in.", null);
        }
        boolean dnc = person.phones().stream().allMatch(phone -> prospects.dnc().numberSuppressed(phone.e164()))
            && (person.email().isEmpty() || prospects.dnc().emailSuppressed(person.email()));
        return new Plan(person, goes(count), stays(count), dnc, (int) (database.size() / REWRITTEN_PER_SECOND));
    }

    private static List<String> goes(ErasureStore.Count count) {
        List<String> goes = new ArrayList<>();
        goes.add("Name, company, numbers, email, address, notes and every other field");
        if (count.emails() > 0) {
            goes.add((count.emails() == 1 ? "The address and text of 1 email" : "The addresses and texts of " + count.emails() + " emails") + "; what has not left is withdrawn");
        }
        goes.add("Notes of calls, messages worded for them, what is agreed with them" + (count.rows() > 0 ? ", their rows of imported files" : ""));
        goes.add("The undo of everything done so far, also with others: the steps back hold names");
        return goes;
    }

    private static List<String> stays(ErasureStore.Count count) {
        List<String> stays = new ArrayList<>();
        stays.add(count.attempts() == 0 ? "Nothing that is counted: they were never called" : (count.attempts() == 1 ? "1 attempt" : count.attempts() + " attempts")
            + " without a name or number, so that your results stay right");
        stays.add("Backups, exports and sent emails outside of Afterbeep: backups made until today hold them until they are thinned out or deleted");
        if (count.others() > 0) {
            stays.add((count.others() == 1 ? "1 other person has" : count.others() + " others have") + " a number of theirs: those keep it");
        }
        return stays;
    }

    @Override
    public String erase(Plan plan, boolean keepAway) throws AppException {
        Prospect person = plan(plan.person().id()).person();
        if (!person.name().equals(plan.name())) {
            throw new AppException("Something of them has changed meanwhile. Look at it again, then erase.", null);
        }
        database.forGood(() -> {
            if (keepAway) {
                prospects.dnc().suppress(person, "rep");
            }
            List<Long> same = store.same(person.id());
            for (long id : same) {
                // Whom they were merged with may have had other numbers and another address.
                prospects.find(id).ifPresent(each -> {
                    if (keepAway) {
                        prospects.dnc().suppress(each.phones(), each.email(), "rep");
                    }
                    store.eraseNotes(each);
                    store.eraseRows(each);
                });
                store.erase(id, clock.instant());
            }
            store.forgetUndo();
            store.unindex(same);
            return true;
        });
        LOG.log(System.Logger.Level.INFO, "a person was erased");
        try {
            return database.scrub() ? "Erased. It can’t be undone." : "Erased. Their last traces leave the file when Afterbeep is closed.";
        } catch (DbException e) {
            LOG.log(System.Logger.Level.WARNING, "the file was not rewritten", e);
            return "Erased. Traces may stay in unused parts of the file: there is no room to rewrite it. Make room and erase anybody again.";
        }
    }
}
