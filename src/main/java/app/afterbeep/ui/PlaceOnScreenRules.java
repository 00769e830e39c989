package app.afterbeep.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a window may stand: always where all of it can be seen.
final class PlaceOnScreenRules {
    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,6}),(-?\\d{1,6}),(\\d{1,6}),(\\d{1,6})");

    private PlaceOnScreenRules() {}

    /// A rectangle in the coordinates of all screens.
    record Area(double x, double y, double width, double height) {
        private double shared(Area other) {
            return Math.max(0, Math.min(x + width, other.x + other.width) - Math.max(x, other.x))
                * Math.max(0, Math.min(y + height, other.y + other.height) - Math.max(y, other.y));
        }

        private Area within(Area screen) {
            double wide = Math.min(width, screen.width);
            double high = Math.min(height, screen.height);
            return new Area(Math.clamp(x, screen.x, screen.x + screen.width - wide), Math.clamp(y, screen.y, screen.y + screen.height - high), wide, high);
        }

        private Area middle(double wide, double high) {
            return new Area(x + (width - wide) / 2, y + (height - high) / 2, wide, high);
        }

        /// "10,20,1280,800".
        String written() {
            return String.format(Locale.ROOT, "%.0f,%.0f,%.0f,%.0f", x, y, width, height);
        }

        /// What [#written] wrote; empty where it is none.
        static Optional<Area> read(String written) {
            Matcher matcher = WRITTEN.matcher(written.strip());
            return matcher.matches() ? Optional.of(new Area(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)))) : Optional.empty();
        }
    }

    /// Where the window goes that was at `wanted` before: wholly onto the screen that has most of it, moved and made smaller as far as that needs; onto
    /// the middle of the first screen where none has any of it.
    ///
    /// @param screens what there is now without the bars of the system, the primary one first
    static Area visible(Area wanted, List<Area> screens) {
        return screens.stream().filter(screen -> wanted.shared(screen) > 0).max(Comparator.comparingDouble(wanted::shared)).map(wanted::within)
            .or(() -> screens.stream().findFirst().map(first -> first.middle(wanted.width(), wanted.height()).within(first))).orElse(wanted);
    }
}
