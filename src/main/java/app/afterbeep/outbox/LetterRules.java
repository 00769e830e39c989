package app.afterbeep.outbox;

import app.afterbeep.scripts.MergeText;
import app.afterbeep.settings.AddressRules;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How an email becomes a letter, and what may not stand in one.
final class LetterRules {
    private static final Pattern LINE_END = Pattern.compile("[\\r\\n\\u0000]");

    private LetterRules() {}

    /// @param date when it leaves
    static Letter letter(Email email, Settings settings, String messageId, Instant date) {
        String from = settings.text(Setting.MAIL_FROM);
        String replyTo = settings.text(Setting.MAIL_REPLY_TO);
        return new Letter(settings.text(Setting.MY_NAME), from, replyTo.equalsIgnoreCase(from) ? "" : replyTo, email.name(), email.to(), subject(email),
            body(email) + foot(settings), messageId, email.journey().answers(), date, replyTo.isEmpty() ? from : replyTo);
    }

    /// A follow-up answers the first email of its series and has its subject, unless the rep has written another. With "[my name]" in the
    /// place of a value that is missing.
    static String subject(Email email) {
        Email.Journey journey = email.journey();
        boolean own = journey.edited() || journey.threadSubject().isEmpty() || email.state() == Email.State.SENT;
        return MergeText.of(own ? email.subject()
            : journey.threadSubject().regionMatches(true, 0, "Re:", 0, 3) ? journey.threadSubject() : "Re: " + journey.threadSubject(), Map.of()).text();
    }

    /// With "[my name]" in the place of a value that is missing.
    static String body(Email email) {
        return MergeText.of(email.body(), Map.of()).text();
    }

    /// Who writes, from where, and how to be left alone.
    static String foot(Settings settings) {
        String who = Stream.of(settings.text(Setting.MY_NAME), settings.text(Setting.MY_COMPANY)).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
        String sender = Stream.of(who, settings.text(Setting.POSTAL_ADDRESS)).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
        return "\n\n-- \n" + (sender.isEmpty() ? "" : sender + "\n") + "Would you rather not hear from me? Answer “no” and I won't write again.\n";
    }

    /// Why this letter can't be sent, in one sentence; "" when it can. A line end in a header value would begin another header.
    static String problem(Letter letter) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("your name", letter.fromName());
        headers.put("the sender's address", letter.from());
        headers.put("the reply-to address", letter.replyTo());
        headers.put("the name", letter.toName());
        headers.put("the address", letter.to());
        headers.put("the subject", letter.subject());
        headers.put("a Message-ID", letter.messageId() + String.join("", letter.answers()));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (LINE_END.matcher(header.getValue()).find()) {
                return "Not sent: there is a line end in " + header.getKey() + ". Correct it, then send again.";
            }
        }
        if (!AddressRules.valid(letter.to())) {
            return letter.to().isBlank() ? "Not sent: there is no address." : "Not sent: “" + letter.to() + "” is not an email address. Correct it, then send again.";
        }
        return letter.subject().isBlank() ? "Not sent: there is no subject." : "";
    }

    /// Why nothing can leave for this sender, in one sentence; "" when it can.
    static String mine(Settings settings) {
        for (Setting address : List.of(Setting.MAIL_FROM, Setting.MAIL_REPLY_TO)) {
            String text = settings.text(address);
            if (!text.isEmpty() && !AddressRules.valid(text)) {
                return "“" + text + "” is not an email address that a server takes. Correct your own address in Settings, Email.";
            }
        }
        return LINE_END.matcher(settings.text(Setting.MY_NAME)).find() ? "There is a line end in your name. Correct it in Settings, Me." : "";
    }

    /// The fields that have no value in this subject or text, as the rep reads them; "" when there is none.
    static String missing(String subject, String body) {
        List<String> fields = Stream.concat(MergeText.of(subject, Map.of()).missing().stream(), MergeText.of(body, Map.of()).missing().stream())
            .distinct().toList();
        return fields.isEmpty() ? "" : "No value for " + String.join(", ", fields).replace('_', ' ');
    }

    /// The text as a page without anything in it that a reader could stumble over: no picture, no style, nothing to load.
    static String html(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
        String paragraphs = Stream.of(escaped.strip().split("\\n[ \\t]*\\n+")).map(p -> "<p>" + p.replace("\n", "<br>\n") + "</p>").collect(Collectors.joining("\n"));
        return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n" + paragraphs + "\n</body></html>\n";
    }
}
