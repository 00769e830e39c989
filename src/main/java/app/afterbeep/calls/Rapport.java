package app.afterbeep.calls;

import app.afterbeep.prospects.Balance;
import app.afterbeep.prospects.CallingHours;
import java.util.List;

/// How things stand between the rep and a prospect when the card is drawn.
///
/// @param silent how many silent calls in a row there were
/// @param heard  the messages that this person has heard, as [BalanceRules#heard] has them
/// @param reach  how the person can be reached
/// @param legal  the hours in which a promised call can be made
public record Rapport(Balance balance, int silent, List<String> heard, ReachRules.Found reach, CallingHours legal) {}
