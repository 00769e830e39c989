package app.afterbeep.outbox;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the outbox lists.
public enum OutboxFilter {
    ALL("All", EnumSet.allOf(Email.State.class)),
    WAITING("Waiting", EnumSet.of(Email.State.WAITING)),
    READY("Ready", EnumSet.of(Email.State.READY, Email.State.SENDING)),
    SENT("Sent", EnumSet.of(Email.State.SENT)),
    /// With those of which nobody knows whether they have left.
    FAILED("Failed", EnumSet.of(Email.State.FAILED, Email.State.UNKNOWN)),
    WITHDRAWN("Withdrawn", EnumSet.of(Email.State.WITHDRAWN));

    private final String title;
    private final Set<Email.State> states;

    OutboxFilter(String title, Set<Email.State> states) {
        this.title = title;
        this.states = states;
    }

    public String title() {
        return title;
    }

    /// `waiting`, for ids.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean lists(Email email) {
        return states.contains(email.state());
    }

    long count(Map<Email.State, Long> counts) {
        return counts.entrySet().stream().filter(e -> states.contains(e.getKey())).mapToLong(Map.Entry::getValue).sum();
    }
}
