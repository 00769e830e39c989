package app.afterbeep.session;

import app.afterbeep.calls.Card;
import app.afterbeep.calls.Message;
import app.afterbeep.calls.Words;
import app.afterbeep.calls.WordingService;
import app.afterbeep.coach.Draft;
import app.afterbeep.coach.Limits;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.Script;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.Background;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// What will be said in this attempt: which message, with which promise, in which words, and what the coach thinks of it. On the FX thread.
final class WordingViewModel {
    private final OnScreen screen;
    private final WhoseTurn whose;
    private final WordingService wordings;
    private final Background background;
    private final Supplier<Settings> settings;

    WordingViewModel(OnScreen screen, WhoseTurn whose, WordingService wordings, Background background, Supplier<Settings> settings) {
        this.screen = screen;
        this.whose = whose;
        this.wordings = wordings;
        this.background = background;
        this.settings = settings;
    }

    /// The message that is being worded for this person, or null.
    ReadOnlyObjectProperty<@Nullable WordingDraft> draft() {
        return screen.draft.getReadOnlyProperty();
    }

    /// Moves the promise to the next free slot; script and buttons say so at once.
    void movePromise() {
        change(card -> card.voicemail().isPresent() && !card.cadence().isGoodbye(card.prospect().step()) ? card.withNextSlot() : card);
    }

    /// Says the line that owns the missed promise, or leaves it out; script, estimate and email say so at once. False when no
    /// promise was missed.
    boolean toggleOwning() {
        return change(card -> card.words().opening().isPresent() ? card.withOwning(!card.words().owns()) : card);
    }

    /// Another message for this attempt; false when there is none.
    boolean other() {
        return choose(Card::withOther);
    }

    /// The shortest message for this attempt; false when that is the one on the card.
    boolean shortest() {
        return choose(Card::withShortest);
    }

    /// While it is being spoken no other text takes its place; afterwards the timer begins anew, as what it measured were other words.
    private boolean choose(UnaryOperator<Card> how) {
        boolean other = !screen.timer().running() && change(how);
        if (other) {
            screen.timer().reset();
        }
        return other;
    }

    private boolean change(UnaryOperator<Card> how) {
        Optional<Card> before = screen.card().filter(card -> !screen.talking() && screen.draft.get() == null);
        Optional<Card> after = before.map(how).filter(card -> !card.equals(before.get()));
        after.ifPresent(screen::showCard);
        return after.isPresent();
    }

    /// Opens the message on the card to be worded for this person only; false when there is none or it is being spoken.
    boolean edit() {
        Optional<Message> message = screen.card().filter(card -> screen.quiet() && !screen.timer().running()).flatMap(card -> card.words().message());
        message.ifPresent(edited -> screen.draft.set(new WordingDraft(screen.card().orElseThrow(), edited)));
        return message.isPresent();
    }

    void type(String text) {
        Optional.ofNullable(screen.draft.get()).ifPresent(draft -> draft.type(text));
    }

    /// Keeps what was typed; nothing at all is no message, and stays open.
    void keep() {
        WordingDraft draft = screen.draft.get();
        if (draft != null && !draft.text().isBlank() && !screen.busy.get()) {
            write(() -> wordings.word(draft.card(), draft.message(), draft.text()));
        }
    }

    /// Forgets what was typed.
    void cancel() {
        screen.draft.set(null);
    }

    /// The message as it is for all; false when it is that already.
    boolean original() {
        Optional<Message> message = screen.card().filter(card -> !screen.talking() && !screen.busy.get())
            .flatMap(card -> card.words().message()).filter(worded -> worded.original().isPresent());
        message.ifPresent(worded -> write(() -> wordings.original(screen.card().orElseThrow(), worded)));
        return message.isPresent();
    }

    private void write(Runnable work) {
        screen.busy.set(true);
        background.db(() -> {
            work.run();
            return true;
        }, written -> {
            screen.busy.set(false);
            screen.draft.set(null);
            screen.timer().reset();
            whose.redrawWorded();
        }, whose::notSaved);
    }

    /// A place on the screen where the coach says what it thinks.
    CoachLine coach() {
        return new CoachLine(background);
    }

    /// `body` as the message of `card`, for the coach.
    Draft draft(Card card, String body) {
        Words words = card.words();
        String own = words.message().map(message -> message.forAll().body()).orElse("");
        Set<String> fields = new HashSet<>(MergeField.names());
        fields.addAll(card.values().keySet());
        List<Draft.Message> others = words.series().stream().filter(message -> !message.body().equals(own)).toList();
        List<Draft.Message> heard = words.heard().stream().map(said -> new Draft.Message(said.name(), said.body())).toList();
        return new Draft(Script.Channel.VOICEMAIL, card.cadence().isGoodbye(card.prospect().step()), "", card.owning(body), others, heard, card.allValues(),
            fields, card.pace(), Limits.of(settings.get()));
    }
}
