package app.afterbeep.backups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.backups.Backup.Checked;
import app.afterbeep.backups.Backup.Kind;
import app.afterbeep.db.DataFile.Contents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Fault 15: whatever the clock does, the only good one is never deleted.
class BackupRulesTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static Instant at(String local) {
        return ZonedDateTime.parse(local + "[America/New_York]").toInstant();
    }

    private static Backup backup(Instant at, Kind kind, Checked checked, long attempts) {
        return new Backup(Path.of("backups", BackupRules.name(at, ZONE, kind, 1)), kind, at, 1 << 20,
            checked == Checked.GOOD ? new Contents(10, attempts, 5) : null, checked);
    }

    private static Backup good(Instant at) {
        return backup(at, Kind.REGULAR, Checked.GOOD, at.getEpochSecond() / 1000);
    }

    private static List<Backup> afterThinning(List<Backup> all, Instant now) {
        List<Backup> left = new ArrayList<>(all);
        left.removeAll(BackupRules.superfluous(all, now, ZONE));
        return left;
    }

    @Test
    void aMonthOfWorkIsThinnedToDaysAndWeeks() {
        List<Backup> all = new ArrayList<>();
        Instant now = at("2026-10-12T08:00:00-04:00");
        for (LocalDate day = LocalDate.of(2026, 10, 12); !day.isAfter(LocalDate.of(2026, 11, 13)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() > 5) {
                continue;
            }
            // Clocks go back on November 1st in between.
            for (int hour : new int[] {9, 13, 17}) {
                now = day.atTime(hour, 0).atZone(ZONE).toInstant();
                all.add(good(now));
                all = afterThinning(all, now);
            }
        }
        List<LocalDate> days = all.stream().map(backup -> backup.at().atZone(ZONE).toLocalDate()).distinct().sorted().toList();
        assertEquals(LocalDate.of(2026, 11, 13), days.getLast());
        assertTrue(days.size() >= BackupRules.DAYS, "one for each of the last working days: " + days);
        assertTrue(all.size() <= BackupRules.LATEST + BackupRules.DAYS + BackupRules.WEEKS + BackupRules.MONTHS, "and not all of 75: " + all.size());
        assertTrue(days.contains(LocalDate.of(2026, 10, 16)), "the last one of the first week");
        List<Backup> kept = all;
        days.stream().filter(day -> !day.equals(days.getLast())).skip(3).forEach(day -> assertTrue(kept.stream()
            .anyMatch(backup -> backup.at().equals(day.atTime(17, 0).atZone(ZONE).toInstant())), "of " + day + " the last one"));
    }

    @Test
    void twoYearsAreAHandful() {
        List<Backup> all = new ArrayList<>();
        Instant now = at("2025-01-01T17:00:00-05:00");
        for (int day = 0; day < 730; day++) {
            now = now.plus(Duration.ofDays(1));
            all.add(good(now));
            all = afterThinning(all, now);
        }
        assertTrue(all.size() <= 40, "kept " + all.size());
        assertTrue(all.getFirst().at().isBefore(now.minus(Duration.ofDays(300))), "the oldest is from " + all.getFirst().at());
    }

    @Test
    void aClockSetBackForAYearNeitherStopsThemNorTakesTheLatest() {
        List<Backup> all = new ArrayList<>();
        Instant now = at("2026-11-24T17:00:00-05:00");
        for (int day = 0; day < 40; day++) {
            all.add(good(now.minus(Duration.ofDays(40 - day))));
        }
        Instant last = all.getLast().at();
        Instant back = at("2025-11-24T09:00:00-05:00");
        assertTrue(BackupRules.due(last, back, ZONE, true), "it is time for one at once");
        Backup fresh = good(back);
        all.add(fresh);
        List<Backup> left = afterThinning(all, back);
        assertTrue(left.contains(fresh), "what was just made stays");
        assertTrue(left.stream().anyMatch(backup -> backup.at().equals(last)), "and the last one before the clock changed");
        assertEquals(fresh, BackupRules.newestGood(left, back).orElseThrow());
        // And a year later nothing of it is in the way.
        Instant again = at("2026-11-25T09:00:00-05:00");
        left.add(good(again));
        assertTrue(afterThinning(left, again).contains(good(again)));
    }

    @Test
    void aFileFromTheFutureTakesNobodysPlace() {
        Instant now = at("2026-11-24T17:00:00-05:00");
        Backup future = good(at("2031-01-01T09:00:00-05:00"));
        Backup today = good(now);
        List<Backup> all = List.of(future, today);
        assertEquals(all, afterThinning(all, now));
        assertEquals(today, BackupRules.newestGood(all, now).orElseThrow());
        assertEquals(future, BackupRules.newestGood(List.of(future), now).orElseThrow(), "better than none");
        assertTrue(BackupRules.due(future.at(), now, ZONE, true));
    }

    @Test
    void onlyTheOnesThatAreGoodMakeOthersSuperfluous() {
        Instant now = at("2026-11-24T17:00:00-05:00");
        Backup only = good(now.minus(Duration.ofDays(300)));
        List<Backup> all = new ArrayList<>(List.of(only));
        for (int i = 0; i < 100; i++) {
            all.add(backup(now.minus(Duration.ofHours(i)), Kind.REGULAR, i % 2 == 0 ? Checked.DAMAGED : Checked.NOT_YET, 0));
        }
        assertEquals(all, afterThinning(all, now), "a damaged or unread one is no reason to delete anything, and is kept itself");
    }

    @Test
    void theRichestOneStaysThoughTheFileWasEmptiedSince() {
        Instant now = at("2026-11-24T17:00:00-05:00");
        List<Backup> all = new ArrayList<>();
        Backup rich = backup(now.minus(Duration.ofDays(800)), Kind.REGULAR, Checked.GOOD, 9_000);
        all.add(rich);
        for (int day = 0; day < 790; day++) {
            all.add(backup(now.minus(Duration.ofDays(day)), Kind.REGULAR, Checked.GOOD, 3));
        }
        assertTrue(afterThinning(all, now).contains(rich));
    }

    @Test
    void whateverTheClockDoesAGoodOneIsLeftAndWhatWasJustMadeToo() {
        Random random = new Random(15);
        for (int run = 0; run < 200; run++) {
            Instant now = at("2026-03-08T01:30:00-05:00");
            List<Backup> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                now = switch (random.nextInt(12)) {
                    case 0 -> now.minus(Duration.ofDays(random.nextInt(800)));
                    case 1 -> now.plus(Duration.ofDays(random.nextInt(800)));
                    default -> now.plus(Duration.ofMinutes(1 + random.nextInt(3_000)));
                };
                Backup made = backup(now, Kind.values()[random.nextInt(3)], random.nextInt(10) == 0 ? Checked.DAMAGED : Checked.GOOD, random.nextInt(100));
                all.removeIf(backup -> backup.file().equals(made.file()));
                all.add(made);
                boolean before = all.stream().anyMatch(Backup::good);
                all = afterThinning(all, now);
                assertEquals(before, all.stream().anyMatch(Backup::good));
                assertTrue(all.contains(made));
            }
        }
    }

    @Test
    void itIsTimeOnceADayAndAgainAfterHours() {
        Instant morning = at("2026-11-24T09:00:00-05:00");
        assertTrue(BackupRules.due(null, morning, ZONE, true));
        assertFalse(BackupRules.due(null, morning, ZONE, false), "nothing has changed");
        assertFalse(BackupRules.due(morning, morning.plus(Duration.ofHours(3)), ZONE, true));
        assertTrue(BackupRules.due(morning, morning.plus(Duration.ofHours(4)), ZONE, true));
        assertTrue(BackupRules.due(at("2026-11-24T23:50:00-05:00"), at("2026-11-25T00:10:00-05:00"), ZONE, true), "another day");
        // The night in which 1:30 comes twice.
        assertFalse(BackupRules.due(at("2026-11-01T01:30:00-04:00"), at("2026-11-01T01:30:00-05:00"), ZONE, true));
    }

    @Test
    void namesSayWhenAndWhyAndOthersAreNoneOfOurs() {
        Instant at = at("2026-11-24T09:30:00-05:00");
        assertEquals("afterbeep-2026-11-24T0930.db", BackupRules.name(at, ZONE, Kind.REGULAR, 1));
        assertEquals("afterbeep-2026-11-24T0930-before-import-2.db", BackupRules.name(at, ZONE, Kind.BEFORE_IMPORT, 2));
        for (Kind kind : Kind.values()) {
            assertEquals(kind, BackupRules.read(BackupRules.name(at, ZONE, kind, 3)).orElseThrow().kind());
        }
        assertEquals(Kind.BEFORE_VERSION, BackupRules.read("before-version-5.db").orElseThrow().kind());
        assertTrue(Stream.of("afterbeep.db", "my.db", "afterbeep-2026-99-99T9999.db", ".copy-1.tmp", "afterbeep-2026-11-24T0930.db-wal", "catalog.txt")
            .allMatch(name -> BackupRules.read(name).isEmpty()));
    }
}
