package app.afterbeep.outbox;

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
        return switch (email.state()) {
            case READY -> true;
            case FAILED, UNKNOWN -> email.problem().isEmpty();
            default -> false;
        };
    }

    /// Whether the rep may say that it has left.
    static boolean mayBeMarked(Email email) {
        return email.state() == Email.State.READY || email.state() == Email.State.UNKNOWN || email.state() == Email.State.FAILED;
    }

    static boolean mayBeWithdrawn(Email email) {
        return email.state() == Email.State.WAITING || email.state() == Email.State.READY || email.state() == Email.State.FAILED;
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
            default -> title;
        };
    }

    /// What stands in the way of the email, or what has become of it: one sentence, or "" when it may leave.
    static String reason(Email email, ZoneId zone, Instant now) {
        return switch (email.state()) {
            case WAITING -> !email.problem().isEmpty() ? sentence(email.problem()) + (lacksMine(email)
                ? " Once the settings have it, the email is filled in and ready." : "") : "Leaves the undo window in " + Times.timer(Duration.ofSeconds(Math.ceilDiv(
                Math.max(0, Duration.between(now, email.dueAt()).toMillis()), 1000L))) + ".";
            case READY -> "";
            case SENDING -> "It is being sent.";
            case SENT -> "It has left" + (email.sentAt() == null ? "" : ", " + Times.moment(email.sentAt(), zone, now)) + ".";
            case FAILED -> email.problem().isEmpty() ? "" : sentence(email.problem());
            case UNKNOWN -> email.problem().isEmpty() ? "Nobody knows whether it has left. Look into your mail program first."
                : sentence(email.problem());
            case WITHDRAWN -> "It was withdrawn and will not leave.";
        };
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
        return words.endsWith(".") ? words : words + ".";
    }
}
