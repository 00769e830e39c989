package app.afterbeep.settings;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.ui.Shortcut;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The section About of the settings: which Afterbeep this is, whose work is in it, and where its data lie.
final class AboutPane extends SettingsForm {
    AboutPane(SettingsViewModel model) {
        super(model);
        About about = model.about();
        row("Version", about.system()).with(value("about-version", about.version())).addTo(this);
        row("Data folder", "The data file, its backups and the log. Copies are only where you put some.").with(value("about-folder", about.folder().toString())).addTo(this);
        row("", "").with(button("about-open", "Open folder", Shortcut.OPEN_FOLDER, model::openFolder))
            .with(button("about-copy", "Copy all this", Shortcut.COPY, model::copyAbout)).addTo(this);
        row("Licence", "https://opensource.org/license/mit").with(value("about-licence", "MIT licence")).addTo(this);
        row("Typeface", "https://openfontlicense.org").with(value("about-typeface", "Inter, SIL Open Font License")).addTo(this);
        row("Other parts", "Every library, with its licence and its address.").with(value("about-parts", about.parts())).addTo(this);
        if (about.licences().isPresent()) {
            row("", "").with(button("about-licences", "Show licences", Shortcut.LICENCES, model::openLicences)).addTo(this);
        }
    }

    private static Label value(String id, String words) {
        Label value = wrapped(label(words, "plain-value"));
        value.setId(id);
        HBox.setHgrow(value, Priority.ALWAYS);
        return value;
    }
}
