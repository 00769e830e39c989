package app.afterbeep.calls;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.coach.Draft;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.Script;
import app.afterbeep.scripts.Script.Channel;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.scripts.ScriptStore.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Chooses what can be said to a prospect: a message is never spoken to the same person twice, in whatever series. On the database thread.
final class MessageChoice {
    private final ScriptStore scripts;
    private final CadenceStore cadences;
    private final ProspectStore prospects;

    MessageChoice(ScriptStore scripts, CadenceStore cadences, ProspectStore prospects) {
        this.scripts = scripts;
        this.cadences = cadences;
        this.prospects = prospects;
    }

    /// What the choice depends on.
    ///
    /// @param inbound the prospect has called: nothing is left
    /// @param missed  a promise was missed that nobody has answered for
    /// @param before  an attempt that is left out of account, or 0
    /// @param values  the merge values, but for the times of the next call
    record Wish(Prospect prospect, Cadence cadence, boolean inbound, boolean missed, long before, Map<String, String> values) {
        private boolean speaks() {
            return !inbound && (prospect.status() == Prospect.Status.ACTIVE || prospect.status() == Prospect.Status.RESTING);
        }
    }

    Words of(Wish wish) {
        Prospect prospect = wish.prospect();
        int step = prospect.step();
        List<Script> texts = scripts.texts(prospect.seriesId(), step);
        List<Heard> heard = scripts.heard(prospect.id(), wish.before());
        List<Script> series = scripts.messages(prospect.seriesId());
        List<Message> own = List.of();
        boolean heardAll = false;
        if (wish.speaks()) {
            List<Script> written = texts.stream().filter(text -> text.step() == step && text.channel() == Channel.VOICEMAIL).toList();
            own = unheard(wish, written, texts, heard, "");
            heardAll = own.isEmpty() && !written.isEmpty();
        }
        Optional<Script> opening = wish.missed() ? first(texts, 0, Channel.VOICEMAIL) : Optional.empty();
        return new Words(heardAll ? others(wish, series, heard) : own, own.isEmpty() ? -1 : 0, heardAll,
            wish.inbound() ? first(texts, 0, Channel.CALL_GUIDE) : guide(texts, step), opening, opening.isPresent(), heard,
            series.stream().map(message -> new Draft.Message(message.name(), message.body())).toList());
    }

    /// What else could be said: the messages of the other steps, those to come first, then those of the next series.
    private List<Message> others(Wish wish, List<Script> series, List<Heard> heard) {
        long seriesId = wish.prospect().seriesId();
        int step = wish.prospect().step();
        Stream<Integer> steps = Stream.concat(wish.cadence().steps().stream().map(Cadence.Step::number).dropWhile(number -> number != step),
            wish.cadence().steps().stream().map(Cadence.Step::number).takeWhile(number -> number != step));
        List<Message> others = new ArrayList<>(steps.skip(1).flatMap(number -> ofStep(wish, seriesId, series, number, heard, "")).toList());
        long next = cadences.next(seriesId).seriesId();
        if (next != seriesId) {
            List<Script> messages = scripts.messages(next);
            String name = cadences.seriesName(next);
            cadences.ofSeries(next).steps().forEach(each -> others.addAll(ofStep(wish, next, messages, each.number(), heard, name).toList()));
        }
        return others;
    }

    private Stream<Message> ofStep(Wish wish, long seriesId, List<Script> series, int step, List<Heard> heard, String name) {
        List<Script> messages = series.stream().filter(message -> message.step() == step).toList();
        return messages.isEmpty() ? Stream.of() : unheard(wish, messages, scripts.texts(seriesId, step), heard, name).stream();
    }

    private List<Message> unheard(Wish wish, List<Script> messages, List<Script> texts, List<Heard> heard, String series) {
        Map<Long, Script> edited = scripts.edited(wish.prospect().id());
        boolean writes = !prospects.dnc().emailSuppressed(wish.prospect().email());
        return messages.stream().map(message -> {
            Optional<Script> mine = Optional.ofNullable(edited.get(message.scriptId()));
            Optional<Script> email = writes ? email(texts, message) : Optional.empty();
            return new Message(mine.orElse(message), mine.map(changed -> message), email, lacks(email, wish.values()),
                new Message.From(message.step(), series));
        }).filter(message -> heard.stream().noneMatch(said -> said.repeats(message.script()) || said.repeats(message.forAll()))).toList();
    }

    /// The email of the same version where there is one, else the step's first.
    private static Optional<Script> email(List<Script> texts, Script message) {
        return texts.stream().filter(text -> text.step() == message.step() && text.channel() == Channel.EMAIL && text.variant() == message.variant())
            .findFirst().or(() -> first(texts, message.step(), Channel.EMAIL));
    }

    private static Optional<Script> first(List<Script> texts, int step, Channel channel) {
        return texts.stream().filter(text -> text.step() == step && text.channel() == channel).findFirst();
    }

    /// What to say live: the step's own lines, else those of the first step of the series that has some.
    private static Optional<Script> guide(List<Script> texts, int step) {
        return first(texts, step, Channel.CALL_GUIDE)
            .or(() -> texts.stream().filter(text -> text.channel() == Channel.CALL_GUIDE && text.step() > 0).findFirst());
    }

    /// The fields that the email has no value for; the times of the next call are always known.
    private static List<String> lacks(Optional<Script> email, Map<String, String> values) {
        return email.stream().flatMap(e -> Stream.of(e.subject(), e.body())).flatMap(text -> MergeText.of(text, values).missing().stream())
            .filter(field -> !field.startsWith("callback_")).distinct().toList();
    }
}
