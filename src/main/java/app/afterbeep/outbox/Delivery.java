package app.afterbeep.outbox;

/// What became of one email at the server.
public sealed interface Delivery {
    /// The server has taken it.
    record Sent() implements Delivery {}

    /// The server will never take it: this address, or this text.
    record Refused(String why) implements Delivery {}

    /// Nothing was taken; another try may help.
    ///
    /// @param connection there was no working connection: the others would fare no better
    record Later(String why, boolean connection) implements Delivery {}

    /// It was handed over completely and the answer was lost: nobody knows.
    record Unknown(String why) implements Delivery {}

    /// Nothing was taken, and nothing will be before the rep does something.
    ///
    /// @param password the password is what is wrong
    record Stopped(String why, boolean password) implements Delivery {}
}
