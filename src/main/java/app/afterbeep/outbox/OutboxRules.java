package app.afterbeep.outbox;

import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;

/// What may be done with an email, and how its state is said.
final class OutboxRules {
    private OutboxRules() {}

    /// Out of the undo window, with nothing missing.
    static boolean mayLeave(Email email) {
        return email.state() == Email.State.READY;
    }

    /// Whether the rep may ask for it to leave, also once more.
    static boolean mayBeSent(Email email) {
        return email.state() == Email.State.READY || email.state() == Email.State.FAILED;
    }

    /// Whether the rep may say that it has left.
    static boolean mayBeMarked(Email email) {
        return email.state() == Email.State.READY || email.state() == Email.State.UNKNOWN || email.state() == Email.State.FAILED;
    }

    static boolean mayBeWithdrawn(Email email) {
        return email.state() == Email.State.WAITING || email.state() == Email.State.READY || email.state() == Email.State.FAILED;
    }

    static boolean mayBeEdited(Email email) {
        return mayBeWithdrawn(email);
    }

    static String title(Email.State state) {
        return switch (state) {
            case WAITING -> "Waiting";
            case READY -> "Ready";
            case SENDING -> "Being sent";
            case SENT -> "Sent";
            case FAILED -> "Failed";
            case UNKNOWN -> "Perhaps sent";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    /// The state with its time, short: "Waiting until 9:32 am", "Ready", "Sent Tue 9:40 am", "Waiting: no value for my name".
    static String state(Email email, ZoneId zone, Instant now) {
        String title = title(email.state());
        return switch (email.state()) {
            case WAITING -> !email.problem().isEmpty() ? title + ": " + lower(email.problem()) : title + " until " + Times.moment(email.dueAt(), zone, now);
            case SENT -> email.sentAt() == null ? title : title + " " + Times.moment(email.sentAt(), zone, now);
            case FAILED -> email.problem().isEmpty() ? title : title + ": " + lower(email.problem());
            case READY -> email.journey().nextTryAt() != null ? "Next try " + Times.moment(email.journey().nextTryAt(), zone, now)
                : email.journey().askedAt() != null ? "Leaves in its turn" : title;
            default -> title;
        };
    }

    /// What stands in the way of the email, or what has become of it: one sentence, or "" when it may leave.
    static String reason(Email email, ZoneId zone, Instant now) {
        return switch (email.state()) {
            case WAITING -> !email.problem().isEmpty() ? sentence(email.problem()) + (lacksMine(email)
                ? " Once the settings have it, the email is filled in and ready." : " Press " + Shortcut.EDIT.cap() + " and write it in.") : "Leaves the undo window in " + Times.timer(Duration.ofSeconds(Math.ceilDiv(
                Math.max(0, Duration.between(now, email.dueAt()).toMillis()), 1000L))) + ".";
            case READY -> email.journey().nextTryAt() != null ? sentence(email.problem()) + " Next try " + Times.moment(email.journey().nextTryAt(), zone, now) + "."
                : email.journey().askedAt() != null ? "It leaves in its turn." : "";
            case SENDING -> "It is being sent.";
            case SENT -> "It has left" + (email.sentAt() == null ? "" : ", " + Times.moment(email.sentAt(), zone, now)) + ".";
            case FAILED -> email.problem().isEmpty() ? "" : sentence(email.problem());
            case UNKNOWN -> email.problem().isEmpty() ? "Nobody knows whether it has left. Look into your mail program first."
                : sentence(email.problem());
            case WITHDRAWN -> "It was withdrawn and will not leave.";
        };
    }

    /// "Sending 3 of 12, next in 18 s", or why there is no connection; "" when nothing is on its way.
    static String progress(OutboxSender.Progress progress, int limit, ZoneId zone, Instant now) {
        SendingService.Standing standing = progress.standing();
        Instant next = standing.nextAt();
        if (next == null) {
            return "";
        }
        long seconds = Math.ceilDiv(Math.max(0, Duration.between(now, next).toMillis()), 1000L);
        String when = seconds < 100 ? "in " + seconds + " s" : "at " + Times.moment(next, zone, now);
        if (!progress.trouble().isEmpty()) {
            return sentence(progress.trouble()) + (seconds == 0 ? " Trying again." : " Next try " + when + ".");
        }
        if (standing.left() == 0) {
            return standing.later() + (standing.later() == 1 ? " email leaves" : " emails leave, the first") + " at " + Times.moment(next, zone, now) + ".";
        }
        if (standing.limited()) {
            return "Today's limit of " + limit + " emails is reached. " + standing.left() + (standing.left() == 1 ? " goes" : " go") + " on tomorrow.";
        }
        String sending = "Sending " + (progress.done() + 1) + " of " + progress.total();
        return seconds == 0 ? sending : sending + ", next " + when;
    }

    /// Whether it lacks what the settings can give it, and nothing else.
    static boolean lacksMine(Email email) {
        return email.state() == Email.State.WAITING && email.problem().startsWith("No value for ")
            && Arrays.stream(email.problem().substring("No value for ".length()).split(", ")).allMatch(field -> field.startsWith("my "));
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    private static String sentence(String words) {
        return words.endsWith(".") || words.endsWith("?") ? words : words + ".";
    }
}
