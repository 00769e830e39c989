package app.afterbeep.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a window may stand: always where its title can be seen and grasped.
final class PlaceOnScreenRules {
    /// So much of the title's height and width must be on one screen.
    private static final double TITLE_HIGH = 32;
    private static final double TITLE_WIDE = 160;
    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,6}),(-?\\d{1,6}),(\\d{1,6}),(\\d{1,6})");

    private PlaceOnScreenRules() {}

    /// A rectangle in the coordinates of all screens.
    record Area(double x, double y, double width, double height) {
        private double wide(Area other) {
            return Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        }

        private double high(Area other) {
            return Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        }

        private double shared(Area other) {
            return Math.max(0, wide(other)) * Math.max(0, high(other));
        }

        private Area within(Area screen) {
            return new Area(x, y, Math.min(width, screen.width), Math.min(height, screen.height));
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

    /// Where the window goes that was at `wanted` before: there as long as its title is in sight, no larger than its screen; in the middle of the
    /// first screen where that one is gone.
    ///
    /// @param screens what there is now without the bars of the system, the primary one first
    static Area visible(Area wanted, List<Area> screens) {
        Area on = screens.stream().max(Comparator.comparingDouble(wanted::shared)).orElse(wanted);
        Area there = wanted.within(on);
        Area title = new Area(there.x(), there.y(), there.width(), TITLE_HIGH);
        if (title.high(on) >= TITLE_HIGH && title.wide(on) >= Math.min(TITLE_WIDE, there.width())) {
            return there;
        }
        Area first = screens.isEmpty() ? wanted : screens.getFirst();
        Area size = wanted.within(first);
        return new Area(first.x() + (first.width() - size.width()) / 2, first.y() + (first.height() - size.height()) / 2, size.width(), size.height());
    }
}
