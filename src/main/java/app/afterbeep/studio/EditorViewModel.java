package app.afterbeep.studio;

import app.afterbeep.scripts.Script;
import app.afterbeep.studio.FieldRules.Edited;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The text that is being written: what stands in it, how it came there, and when it goes into the file. What could not be written stays
/// here, also when another text is opened. On the FX thread.
public final class EditorViewModel {
    private final StudioViewModel studio;
    private final EditorService service;
    private final Saving saving;
    private final Background background;
    private final CoachViewModel coach;
    private final CompletionViewModel completion = new CompletionViewModel();
    private final Reading reading;
    private final PersonViewModel shownFor;

    private final ReadOnlyObjectWrapper<List<EditorText>> texts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable EditorText> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Edited> body = new ReadOnlyObjectWrapper<>(new Edited("", 0));
    private final ReadOnlyStringWrapper subject = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper foot = new ReadOnlyStringWrapper("");

    /// By script: what differs from the file, or did when it could not be written.
    private final Map<Long, TextDraft> drafts = new HashMap<>();
    private final Map<Long, EditorHistory> histories = new HashMap<>();
    private EditorHistory history = new EditorHistory("");
    private long wanted;
    private boolean loaded;

    /// Writes a text into the file, on the database thread: in place while nobody was told it, else as a new version.
    public interface Saving {
        void save(long scriptId, String name, String subject, String body) throws Exception;
    }

    public EditorViewModel(StudioViewModel studio, EditorService service, Saving saving, CoachViewModel coach, Background background) {
        this.studio = studio;
        this.service = service;
        this.saving = saving;
        this.coach = coach;
        this.background = background;
        this.reading = new Reading(background);
        this.shownFor = new PersonViewModel(service, background, this::shownFor);
        studio.selected().subscribe(chosen -> {
            if (chosen != null) {
                show(chosen);
            }
        });
    }

    /// There has been a step to show.
    boolean loaded() {
        return loaded;
    }

    ReadOnlyObjectProperty<List<EditorText>> texts() {
        return texts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable EditorText> current() {
        return current.getReadOnlyProperty();
    }

    /// With the caret where the model last put it or heard of it.
    ReadOnlyObjectProperty<Edited> body() {
        return body.getReadOnlyProperty();
    }

    ReadOnlyStringProperty subject() {
        return subject.getReadOnlyProperty();
    }

    ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /// "Saved", or "".
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /// Why a text is not in the file, or "".
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whom the text is shown for.
    PersonViewModel shownFor() {
        return shownFor;
    }

    /// What stands below every email.
    ReadOnlyStringProperty foot() {
        return foot.getReadOnlyProperty();
    }

    public CoachViewModel coach() {
        return coach;
    }

    CompletionViewModel completion() {
        return completion;
    }

    /// Shows the texts of the chosen step, or shows them again as the file has them now; what is being typed stays.
    private void show(Selection chosen) {
        EditorText before = current.get();
        List<EditorText> now = EditorText.of(chosen);
        loaded = true;
        if (before != null && now.stream().noneMatch(text -> text.script().scriptId() == before.script().scriptId())) {
            save();
        }
        coach.pace(chosen.pace());
        texts.set(now);
        long id = wanted != 0 ? wanted : before == null ? 0 : before.script().scriptId();
        Optional<EditorText> found = now.stream().filter(text -> text.script().scriptId() == id).findFirst();
        if (found.isPresent()) {
            wanted = 0;
        }
        // The same kind of text as at the step before, where there is one.
        open(found.or(() -> now.stream().filter(text -> before != null && text.script().channel() == before.script().channel()).findFirst())
            .or(() -> now.stream().findFirst()).orElse(null));
        refresh();
    }

    /// Reads again whom the text is shown for and which fields there are: on coming to the front and after a change of the data.
    public void refresh() {
        Person before = shownFor.person().get();
        reading.ask(() -> {
            if (before == null) {
                CoachViewModel.warmUp();
            }
            return new Around(service.fields(), service.foot(), shownFor.again(before));
        }, around -> {
            completion.fields(around.fields());
            coach.fields(around.fields());
            foot.set(around.foot());
            shownFor.show(before, around.person());
        });
    }

    private record Around(List<FieldChoice> fields, String foot, Person person) {}

    /// Opens a text of the step; as soon as it is there when it has only just been added.
    public void choose(long scriptId) {
        save();
        Optional<EditorText> there = texts.get().stream().filter(text -> text.script().scriptId() == scriptId).findFirst();
        if (there.isPresent()) {
            open(there.get());
        } else {
            wanted = scriptId;
        }
    }

    private void open(@Nullable EditorText text) {
        current.set(text);
        if (text == null) {
            put(new TextDraft(new TextDraft.Words("", "", "")));
            coach.nothing();
            return;
        }
        TextDraft.Words stored = new TextDraft.Words(text.script().name(), text.script().subject(), text.script().body().replace("\r\n", "\n").replace('\r', '\n'));
        TextDraft draft = drafts.computeIfAbsent(text.script().scriptId(), id -> new TextDraft(stored));
        draft.reread(stored);
        // Each text keeps its own; what was changed elsewhere, or taken back there, can be taken back here too.
        history = histories.computeIfAbsent(text.script().scriptId(), id -> new EditorHistory(draft.words().body()));
        history.replaced(draft.words().body());
        put(draft);
    }

    private void put(TextDraft draft) {
        name.set(draft.words().name());
        subject.set(draft.words().subject());
        if (!body.get().text().equals(draft.words().body())) {
            completion.moved(draft.words().body(), 0, false);
            body.set(new Edited(draft.words().body(), draft.words().body().length()));
        }
        said(draft);
        read();
    }

    private void said(TextDraft draft) {
        problem.set(draft.emptied() ? "A text without words is not saved. Write some, or remove the text with + above." : draft.problem());
        state.set(draft.changed() || current.get() == null ? "" : "Saved");
    }

    private @Nullable TextDraft draft() {
        EditorText text = current.get();
        return text == null ? null : drafts.get(text.script().scriptId());
    }

    /// The rep has typed, or moved the caret.
    void typed(String typed, int caret) {
        String text = StudioService.shown(typed);
        TextDraft draft = draft();
        if (draft == null) {
            return;
        }
        boolean changed = !text.equals(draft.words().body());
        history.changed(text, caret);
        draft.body(text);
        said(draft);
        body.set(new Edited(text, caret));
        int begun = completion.begun();
        completion.moved(text, caret, changed);
        if (changed || begun != completion.begun()) {
            read();
        }
        coach.caret(caret);
    }

    void typedSubject(String text) {
        typed(draft -> draft.subject(text), () -> subject.set(text));
    }

    void typedName(String text) {
        typed(draft -> draft.name(text), () -> name.set(text));
    }

    private void typed(Consumer<TextDraft> change, Runnable show) {
        TextDraft draft = draft();
        if (draft != null) {
            change.accept(draft);
            said(draft);
            show.run();
            read();
        }
    }

    /// What a step without a text needs first is what to say when somebody answers: it leaves no message.
    boolean firstIsGuide() {
        Selection chosen = studio.selected().get();
        return chosen == null || chosen.step() == null || !chosen.step().kind().owesMessage();
    }

    /// Adds a text to the step, a variant where it has one of this channel, and opens it.
    void add(Script.Channel channel) {
        studio.addText(channel, this::choose);
    }

    /// Takes the open text out of the step.
    void remove() {
        EditorText text = current.get();
        if (text != null) {
            save();
            studio.removeText(text.script());
        }
    }

    void undo() {
        history.undo().ifPresent(this::moveTo);
    }

    void redo() {
        history.redo().ifPresent(this::moveTo);
    }

    /// What the history already knows.
    private void moveTo(Edited edited) {
        TextDraft draft = draft();
        if (draft != null) {
            draft.body(edited.text());
            said(draft);
            body.set(edited);
            completion.moved(edited.text(), edited.caret(), false);
            read();
            coach.caret(edited.caret());
        }
    }

    /// Closes the list of fields; false when none is open.
    boolean closeCompletion() {
        boolean open = completion.open();
        if (open) {
            completion.close();
            read();
        }
        return open;
    }

    /// Puts the selected field into the text. Returns false when no list is open.
    boolean complete(boolean fallback) {
        Optional<Edited> edited = completion.accept(fallback);
        edited.ifPresent(e -> typed(e.text(), e.caret()));
        return edited.isPresent();
    }

    /// Does what the coach proposes: one step of undo. Returns false when there is no such proposal.
    ///
    /// @param number from 1, as on the cards
    public boolean fix(int number) {
        Optional<CoachViewModel.Fixed> fixed = coach.fix(number, body.get(), subject.get());
        fixed.ifPresent(f -> {
            if (f.subject() != null) {
                typedSubject(f.subject());
            } else {
                typed(f.body().text(), f.body().caret());
            }
        });
        return fixed.isPresent();
    }

    private void read() {
        EditorText text = current.get();
        Person person = shownFor.person().get();
        if (text != null && person != null) {
            coach.read(text, subject.get(), body.get().text(), person, completion.begun());
            coach.caret(body.get().caret());
        }
    }

    /// Writes what has been typed into the file, if anything has. To be called after a pause, and before anything else is shown.
    public void save() {
        EditorText text = current.get();
        TextDraft draft = draft();
        if (text == null || draft == null || !draft.changed() || draft.emptied()) {
            return;
        }
        TextDraft.Words words = draft.words();
        TextDraft.Words before = draft.write();
        background.db(() -> {
            saving.save(text.script().scriptId(), words.name(), words.subject(), words.body());
            return true;
        }, done -> {
            draft.written();
            if (draft() == draft) {
                said(draft);
            }
        }, e -> {
            draft.refused(before, e.getMessage() == null ? "Not saved. Go on typing to try again." : e.getMessage());
            if (draft() == draft) {
                said(draft);
            }
        });
    }

    private void shownFor(Person person) {
        completion.values(person.values());
        read();
    }
}
