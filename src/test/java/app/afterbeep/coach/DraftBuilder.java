package app.afterbeep.coach;

import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script.Channel;
import app.afterbeep.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A draft with typical values, of which a test changes what it is about.
final class DraftBuilder {
    private final String body;
    private Channel channel = Channel.VOICEMAIL;
    private boolean last;
    private String subject = "Two docks";
    private final List<Draft.Message> series = new ArrayList<>();
    private final List<Draft.Message> heard = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>(Corpus.VALUES);
    private Limits limits = Limits.of(Settings.initial());

    private DraftBuilder(String body) {
        this.body = body;
    }

    static DraftBuilder voicemail(String body) {
        return new DraftBuilder(body);
    }

    static DraftBuilder email(String subject, String body) {
        DraftBuilder builder = new DraftBuilder(body);
        builder.channel = Channel.EMAIL;
        builder.subject = subject;
        return builder;
    }

    DraftBuilder channel(Channel other) {
        channel = other;
        return this;
    }

    DraftBuilder last() {
        last = true;
        return this;
    }

    DraftBuilder beside(String name, String other) {
        series.add(new Draft.Message(name, other));
        return this;
    }

    DraftBuilder heard(String name, String other) {
        heard.add(new Draft.Message(name, other));
        return this;
    }

    DraftBuilder without(String field) {
        values.remove(field);
        return this;
    }

    DraftBuilder with(String field, String value) {
        values.put(field, value);
        return this;
    }

    DraftBuilder limits(Limits other) {
        limits = other;
        return this;
    }

    Draft draft() {
        return new Draft(channel, last, channel == Channel.EMAIL ? subject : "", body, series, heard, values, MergeField.names(),
            new Pace(150, false), limits);
    }

    List<Finding> read() {
        return Coach.read(draft());
    }
}
