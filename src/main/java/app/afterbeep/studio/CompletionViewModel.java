package app.afterbeep.studio;

import app.afterbeep.scripts.MergeText;
import app.afterbeep.studio.FieldRules.Begun;
import app.afterbeep.studio.FieldRules.Edited;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The list of merge fields that opens when `{{` is typed. On the FX thread.
final class CompletionViewModel {
    private final ReadOnlyObjectWrapper<List<FieldChoice>> offered = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(0);
    private List<FieldChoice> fields = List.of();
    private Map<String, String> values = Map.of();
    private String text = "";
    private int caret;
    private @Nullable Begun begun;
    private int closedAt = -1;

    /// What fits what has been typed; empty while the list is closed.
    ReadOnlyObjectProperty<List<FieldChoice>> offered() {
        return offered.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty selected() {
        return selected.getReadOnlyProperty();
    }

    boolean open() {
        return !offered.get().isEmpty();
    }

    /// Where the field begins that is being chosen; -1 while the list is closed.
    int begun() {
        return begun == null || !open() ? -1 : begun.from();
    }

    void fields(List<FieldChoice> known) {
        fields = List.copyOf(known);
    }

    /// @param known of the prospect of the preview
    void values(Map<String, String> known) {
        values = known;
    }

    /// What the prospect of the preview has for it, or "".
    String value(FieldChoice choice) {
        return MergeText.of("{{" + choice.name() + "}}", values).pieces().stream().filter(piece -> !piece.missing()).map(MergeText.Piece::text)
            .findFirst().orElse("");
    }

    /// The text or the caret has changed.
    ///
    /// @param typed the text has: only then the list opens
    void moved(String text, int caret, boolean typed) {
        this.text = text;
        this.caret = caret;
        Optional<Begun> now = FieldRules.begun(text, caret);
        int from = now.map(Begun::from).orElse(-1);
        if (from != closedAt) {
            closedAt = -1;
        }
        boolean show = now.isPresent() && closedAt < 0 && (typed || open() && begun != null && begun.from() == from);
        begun = now.orElse(null);
        List<FieldChoice> fitting = show ? fitting(now.get().typed()) : List.of();
        if (!fitting.equals(offered.get())) {
            selected.set(0);
            offered.set(fitting);
        }
    }

    /// Those that begin with it first, then those that have it inside, also in what they say.
    private List<FieldChoice> fitting(String typed) {
        String wanted = MergeText.normal(typed.strip());
        return fields.stream().filter(field -> rank(field, wanted) < 3).sorted(Comparator.comparingInt(field -> rank(field, wanted))).toList();
    }

    private static int rank(FieldChoice field, String wanted) {
        String key = MergeText.normal(field.name());
        return key.startsWith(wanted) ? 0 : key.contains("_" + wanted) ? 1
            : key.contains(wanted) || field.says().toLowerCase(Locale.ROOT).contains(wanted.replace('_', ' ')) ? 2 : 3;
    }

    void select(int index) {
        int size = offered.get().size();
        if (size > 0) {
            selected.set(Math.floorMod(index, size));
        }
    }

    /// Closes the list for this field.
    void close() {
        closedAt = begun == null ? -1 : begun.from();
        offered.set(List.of());
    }

    /// The text with the selected field in the place of what was typed; the list is closed. Empty when it was.
    ///
    /// @param fallback with room for a fallback, where somebody may lack it
    Optional<Edited> accept(boolean fallback) {
        if (!open() || begun == null) {
            return Optional.empty();
        }
        FieldChoice choice = offered.get().get(selected.get());
        offered.set(List.of());
        return Optional.of(FieldRules.complete(text, caret, begun, choice.name(), fallback && choice.fallback()));
    }
}
