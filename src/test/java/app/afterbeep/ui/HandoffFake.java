package app.afterbeep.ui;

import java.util.ArrayList;
import java.util.List;

/// A [Handoff] on Linux that keeps what it would have started.
public final class HandoffFake {
    private final List<List<String>> commands = new ArrayList<>();

    public Handoff handoff() {
        return new Handoff(address -> {}, commands::add, "Linux");
    }

    /// The titles of the notifications, in order.
    public List<String> titles() {
        return commands.stream().map(command -> command.get(3)).toList();
    }
}
