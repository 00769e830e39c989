package app.afterbeep.results;

/// What was counted of some days or hours. All but the last two count calls that the rep placed.
///
/// @param connects      the prospect was reached live; a gatekeeper is not a connect
/// @param conversations connects in which the prospect talked with the rep, meetings included
/// @param received      calls that prospects made
/// @param reached       those among them that were connects
record Figures(int attempts, int messages, int connects, int conversations, int meetings, int received, int reached) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

    Figures plus(Figures other) {
        return new Figures(attempts + other.attempts, messages + other.messages, connects + other.connects,
            conversations + other.conversations, meetings + other.meetings, received + other.received, reached + other.reached);
    }
}
