package app.afterbeep.backups;

import app.afterbeep.backups.Backup.Checked;
import app.afterbeep.backups.Backup.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a backup is made, what it is called, which ones are kept.
public final class BackupRules {
    /// The latest ones, whatever their age; then the last one of so many days, weeks and months that have any. Counted in days that have one and
    /// not back from now: a clock that is wrong can't make all of them old.
    static final int LATEST = 10;
    static final int DAYS = 14;
    static final int WEEKS = 8;
    static final int MONTHS = 12;
    /// Within a day of dialing.
    private static final Duration AGAIN = Duration.ofHours(4);
    /// The way back from a restore.
    private static final Duration SET_ASIDE = Duration.ofDays(60);
    /// Clocks of two computers that share a folder.
    private static final Duration SAME = Duration.ofMinutes(10);

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm", Locale.ROOT);
    private static final Pattern NAME = Pattern.compile("afterbeep-(\\d{4}-\\d\\d-\\d\\dT\\d{4})(?:-(before-import|before-restore|before-version|damaged))?(?:-\\d+)?\\.db");
    private static final Pattern VERSION = Pattern.compile("before-version-\\d+\\.db");

    private BackupRules() {}

    /// What a file's name says.
    ///
    /// @param at on the clock of the place where it was made; null: the name does not say
    record Named(Kind kind, @Nullable LocalDateTime at) {}

    /// "afterbeep-2026-11-24T0930.db".
    ///
    /// @param nth from 1: several in one minute, or in the hour that a clock goes through twice
    static String name(Instant at, ZoneId zone, Kind kind, int nth) {
        return "afterbeep-" + STAMP.format(at.atZone(zone)) + (kind.word().isEmpty() ? "" : "-" + kind.word()) + (nth == 1 ? "" : "-" + nth) + ".db";
    }

    /// Empty for a file that is none of ours: it is neither shown nor touched.
    static Optional<Named> read(String name) {
        if (VERSION.matcher(name).matches()) {
            return Optional.of(new Named(Kind.BEFORE_VERSION, null));
        }
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String word = matcher.group(2) == null ? "" : matcher.group(2);
            return Optional.of(new Named(Stream.of(Kind.values()).filter(kind -> kind.word().equals(word)).findFirst().orElseThrow(),
                LocalDateTime.parse(matcher.group(1), STAMP)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// Whether it is time for one: the first of the day, and again some hours later. On another day than the last one, earlier or later, it is
    /// always time: a clock that was set back for a year must not stop the backups for a year.
    ///
    /// @param changed something has changed since the last one
    static boolean due(@Nullable Instant last, Instant now, ZoneId zone, boolean changed) {
        return changed && (last == null || last.isAfter(now) || !last.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate())
            || Duration.between(last, now).compareTo(AGAIN) >= 0);
    }

    /// The ones that may go. Never a damaged or an unchecked one, none that was made before a new version, the one with the most attempts, and
    /// whatever clock is wrong, the latest good ones. Those from the future are thinned among themselves: they say nothing about the others.
    static List<Backup> superfluous(List<Backup> all, Instant now, ZoneId zone) {
        List<Backup> good = all.stream().filter(backup -> backup.checked() == Checked.GOOD)
            .filter(backup -> backup.kind() != Kind.DAMAGED && backup.kind() != Kind.BEFORE_VERSION)
            .sorted(Comparator.comparing(Backup::at).thenComparing(Backup::name).reversed()).toList();
        Instant future = now.plus(SAME);
        Set<Backup> kept = new HashSet<>(kept(good.stream().filter(backup -> !backup.at().isAfter(future)).toList(), zone));
        kept.addAll(kept(good.stream().filter(backup -> backup.at().isAfter(future)).toList(), zone));
        good.stream().filter(backup -> backup.kind() == Kind.BEFORE_RESTORE && backup.at().plus(SET_ASIDE).isAfter(now)).forEach(kept::add);
        good.stream().filter(backup -> backup.contents() != null)
            .max(Comparator.comparing((Backup backup) -> attempts(backup)).thenComparing(Backup::at)).ifPresent(kept::add);
        // Earlier programs copied those from before a version again with every backup.
        Set<Object> once = new HashSet<>();
        Stream<Backup> again = all.stream().filter(backup -> backup.good() && backup.kind() == Kind.BEFORE_VERSION && !VERSION.matcher(backup.name()).matches())
            .filter(backup -> !once.add(List.of(backup.at(), backup.size(), Optional.ofNullable(backup.contents()))));
        return Stream.concat(good.stream().filter(backup -> !kept.contains(backup)), again).toList();
    }

    private static long attempts(Backup backup) {
        return backup.contents() == null ? 0 : backup.contents().attempts();
    }

    private static Set<Backup> kept(List<Backup> latestFirst, ZoneId zone) {
        Set<Backup> kept = new LinkedHashSet<>(latestFirst.subList(0, Math.min(LATEST, latestFirst.size())));
        kept.addAll(lastOfEach(latestFirst, DAYS, backup -> day(backup, zone)));
        kept.addAll(lastOfEach(latestFirst, WEEKS,
            backup -> day(backup, zone).get(IsoFields.WEEK_BASED_YEAR) * 100 + day(backup, zone).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
        kept.addAll(lastOfEach(latestFirst, MONTHS, backup -> YearMonth.from(day(backup, zone))));
        return kept;
    }

    private static LocalDate day(Backup backup, ZoneId zone) {
        return backup.at().atZone(zone).toLocalDate();
    }

    private static List<Backup> lastOfEach(List<Backup> latestFirst, int most, Function<Backup, Object> span) {
        Set<Object> seen = new HashSet<>();
        return latestFirst.stream().filter(backup -> seen.size() < most && seen.add(span.apply(backup))).toList();
    }

    /// What to restore when the file can't be used: the latest good one; of those from a clock that ran ahead only when there is no other.
    static Optional<Backup> newestGood(List<Backup> all, Instant now) {
        Comparator<Backup> latest = Comparator.comparing(Backup::at);
        List<Backup> good = all.stream().filter(Backup::good).filter(backup -> backup.kind() != Kind.DAMAGED).toList();
        return good.stream().filter(backup -> !backup.at().isAfter(now.plus(SAME))).max(latest).or(() -> good.stream().min(latest));
    }

    /// "3.4 MB".
    static String size(long bytes) {
        return bytes < 1 << 20 ? Math.max(1, bytes >> 10) + " kB" : bytes < 10L << 20 ? "%.1f MB".formatted(bytes / 1048576.0)
            : bytes < 1L << 30 ? (bytes >> 20) + " MB" : "%.1f GB".formatted(bytes / 1073741824.0);
    }

    /// "today", "yesterday", "12 days ago": what matters about the last one.
    static String ago(Instant at, Instant now, ZoneId zone) {
        long days = ChronoUnit.DAYS.between(at.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate());
        return days == 0 ? "today" : days == 1 ? "yesterday" : days > 1 ? days + " days ago" : "in the future by its date";
    }
}
