package app.afterbeep.studio;

import app.afterbeep.scripts.Script;

/// A text of a series in its newest version; its body is "" as long as nobody has written it.
///
/// @param uses how often this version was spoken or queued, in all series; from then on an edit makes a new version
public record StudioText(Script script, int uses) {
    public boolean written() {
        return !script.body().isBlank();
    }
}
