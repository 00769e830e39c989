package app.afterbeep.calls;

import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.prospects.Balance;
import app.afterbeep.prospects.Balance.Entry;
import app.afterbeep.scripts.HeardRules;
import app.afterbeep.ui.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was a deposit and what a withdrawal. All of it follows from the second conviction of product.md ("What it believes"): whoever leaves
/// something of use, or keeps their word, gives; whoever only rings, says the same again, or breaks their word, takes.
public final class BalanceRules {
    private BalanceRules() {}

    /// One logged call that was not undone.
    ///
    /// @param text   the message as it was written, with its fields; "" when it is not known or none was left
    /// @param agreed what was promised, asked for or booked in it; also what took the place of that
    public record Call(long attemptId, Instant at, boolean inbound, Outcome outcome, String text, List<Promise> agreed) {
        boolean leftMessage() {
            return outcome == Outcome.LEFT_VOICEMAIL && !inbound;
        }

        boolean silent() {
            return outcome == Outcome.NO_ANSWER && !inbound;
        }

        /// Nobody's phone rang, so that it neither adds to a run of silent calls nor ends it.
        boolean unheard() {
            return !inbound && (outcome == Outcome.BUSY || outcome == Outcome.WRONG_NUMBER);
        }
    }

    /// An email that has left.
    public record Mail(long attemptId, Instant sentAt) {}

    /// All that was between the rep and one prospect.
    public record Past(List<Call> calls, List<Mail> mails) {
        /// In whatever order they were given: by time, of the same moment as they were logged.
        public Past {
            calls = calls.stream().sorted(Comparator.comparing(Call::at).thenComparing(Call::attemptId)).toList();
            mails = mails.stream().sorted(Comparator.comparing(Mail::sentAt).thenComparing(Mail::attemptId)).toList();
        }
    }

    public static Balance balance(Past past, Instant now) {
        List<Entry> entries = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        int silent = 0;
        for (Call call : past.calls()) {
            silent = silentAfter(silent, call);
            if (call.leftMessage()) {
                entries.add(message(call, heard));
            } else if (call.silent() && silent > 1) {
                entries.add(new Entry(call.at(), false, inARow(silent), call.attemptId(), false));
            }
            for (Promise agreed : call.agreed()) {
                promise(call, agreed, now, entries);
            }
        }
        past.mails().forEach(mail -> entries.add(email(mail)));
        entries.sort(Comparator.comparing(Entry::at));
        return new Balance(entries);
    }

    /// Something new was said: a deposit. What this person has heard before costs their time and teaches nothing: a withdrawal. A message
    /// whose words nobody knows (the log of another system, a call made elsewhere) counts as new.
    private static Entry message(Call call, List<String> heard) {
        boolean repeated = repeats(heard, call.text());
        heard.add(call.text());
        return new Entry(call.at(), !repeated, repeated ? "repeated message" : "message", call.attemptId(), false);
    }

    /// An email that reached them gives them the idea in writing: a deposit. One that waits, failed or was withdrawn is nothing yet.
    static Entry email(Mail mail) {
        return new Entry(mail.sentAt(), true, "email", mail.attemptId(), true);
    }

    /// One missed call is a try; from the second in a row on all that they see of the rep is missed calls: each is a withdrawal. A busy line
    /// and a wrong number leave no trace on their display. A message explains the calls before it; a gatekeeper, a connect and a call from
    /// them are contact: each of these ends the run.
    private static int silentAfter(int silent, Call call) {
        return call.silent() ? silent + 1 : call.unheard() ? silent : 0;
    }

    /// Who calls at the time that was said gives; who lets the day pass takes. Late is neither: the call was made, the word was not kept to
    /// the quarter of an hour. One that was moved in time, or that the prospect made needless, is neither as well.
    private static void promise(Call call, Promise agreed, Instant now, List<Entry> entries) {
        Promise.State state = agreed.seen(now);
        if (state == Promise.State.KEPT || state == Promise.State.MISSED) {
            entries.add(new Entry(agreed.at(), state == Promise.State.KEPT, agreed.kind() + " " + state, call.attemptId(), false));
        }
    }

    /// How many silent calls in a row there were up to now.
    public static int silent(Past past) {
        int silent = 0;
        for (Call call : past.calls()) {
            silent = silentAfter(silent, call);
        }
        return silent;
    }

    /// The messages that this person has heard, as far as their words are known.
    public static List<String> heard(Past past) {
        return past.calls().stream().filter(Call::leftMessage).map(Call::text).filter(text -> !text.isBlank()).toList();
    }

    private static boolean repeats(List<String> heard, String message) {
        return !message.isBlank() && heard.stream().anyMatch(said -> HeardRules.same(said, message));
    }

    /// What pressing `outcome` would take from the prospect, in words; "" when nothing. It only says so: every outcome can be logged.
    ///
    /// @param silent  how many silent calls in a row there were before this one
    /// @param heard   as [#heard] has them
    /// @param message the one on the card, or ""
    public static String warning(Outcome outcome, int silent, List<String> heard, String message) {
        return switch (outcome) {
            case NO_ANSWER -> silent > 0 ? inARow(silent + 1) : "";
            case LEFT_VOICEMAIL -> repeats(heard, message) ? "They have heard this one" : "";
            default -> "";
        };
    }

    /// What not calling now would do to the word that was given, in words; "" before it can be kept, and when it is broken already.
    public static String warning(@Nullable Promise open, Instant now) {
        if (open == null || open.kind() == Promise.Kind.MEETING || open.seen(now) != Promise.State.OPEN
            || now.isBefore(open.at().minus(PromiseRules.KEPT_WITHIN))) {
            return "";
        }
        Instant until = open.at().plus(PromiseRules.KEPT_WITHIN);
        return now.isAfter(until) ? "Late already. Without a call today it is missed."
            : "Call by " + Times.clock(until.atZone(open.zone())) + " there to keep your word.";
    }

    private static String inARow(int silent) {
        int tens = silent % 100;
        String ordinal = silent + (tens >= 11 && tens <= 13 ? "th" : switch (silent % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        });
        return ordinal + " silent call in a row";
    }
}
