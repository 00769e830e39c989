package app.afterbeep.ui;

import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;

/// One entry of the rail.
///
/// @param id      `session`: the rail's button is `nav-session`
/// @param icon    Ikonli's code of a Feather icon
/// @param notices where a notice covers nothing that is needed just then
/// @param face    makes what is seen, when the screen comes to the front for the first time
public record Screen(String id, String title, String icon, Pos notices, Supplier<Face> face) {
    /// What is seen of a screen, and what it does.
    ///
    /// @param shown runs each time the screen comes to the front, and after each change of the data while it is there
    /// @param tick  runs once a second while the screen is in front
    /// @param keys  does what a shortcut asks for; false when it means nothing here
    public record Face(Region view, Runnable shown, Runnable tick, Predicate<Shortcut> keys) {}
}
