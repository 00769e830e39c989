package app.afterbeep.session;

import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import java.util.Optional;

/// Hands a number to the softphone or to the clipboard and says so. On the FX thread.
final class Dialing {
    private final Handoff handoff;
    private final Notices notices;

    Dialing(Handoff handoff, Notices notices) {
        this.handoff = handoff;
        this.notices = notices;
    }

    /// @param address for the softphone; empty where the setting is to copy
    void dial(Phone phone, Optional<String> address) {
        if (address.isEmpty()) {
            copy(phone);
            return;
        }
        try {
            handoff.open(address.get());
            notices.show(Notice.done("Handed to your phone program: " + PhoneNumbers.shown(phone)));
        } catch (AppException e) {
            notices.show(Notice.problem(e.getMessage()));
        }
    }

    void copy(Phone phone) {
        handoff.copy(phone.e164());
        notices.show(Notice.done("Copied " + PhoneNumbers.shown(phone)));
    }
}
