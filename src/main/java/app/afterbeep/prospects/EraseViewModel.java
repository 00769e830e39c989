package app.afterbeep.prospects;

import app.afterbeep.prospects.Erasures.Plan;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Erases a person on their request: says before what goes and what stays. On the FX thread.
public final class EraseViewModel {
    private final Erasures erasures;
    private final Background background;
    private final Notices notices;
    private final LongPredicate onScreen;
    private final Runnable erased;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param onScreen whether this prospect has the turn in the session, where notes about them may be typed just now
    /// @param erased   is told when somebody is gone
    public EraseViewModel(Erasures erasures, Background background, Notices notices, LongPredicate onScreen, Runnable erased) {
        this.erasures = erasures;
        this.background = background;
        this.notices = notices;
        this.onScreen = onScreen;
        this.erased = erased;
    }

    /// While it is done, which takes seconds for a large file.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Says what erasing this person would do, or in a notice why not now.
    public void plan(Prospect person, Consumer<Plan> show) {
        if (!refused(person)) {
            background.db(() -> erasures.plan(person.id()), show, this::problem);
        }
    }

    /// @param keepAway puts numbers and address on the do-not-call list
    /// @param done     when they are gone, or it can't be done
    public void erase(Plan plan, boolean keepAway, Runnable done) {
        if (!refused(plan.person()) && !busy.get()) {
            busy.set(true);
            background.db(() -> erasures.erase(plan, keepAway), said -> {
                busy.set(false);
                done.run();
                erased.run();
                notices.show(Notice.done(said));
            }, e -> {
                busy.set(false);
                done.run();
                problem(e);
            });
        }
    }

    private boolean refused(Prospect person) {
        boolean refused = onScreen.test(person.id());
        if (refused) {
            notices.show(Notice.problem(person.name() + " is on the Session screen. Go on to somebody else there first (S skips), then erase."));
        }
        return refused;
    }

    private void problem(Exception e) {
        notices.show(Notice.problem(String.valueOf(e.getMessage())));
    }
}
