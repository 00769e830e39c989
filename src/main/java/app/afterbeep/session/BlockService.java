package app.afterbeep.session;

import app.afterbeep.calls.AttemptStore;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.db.Database;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The block: it begins with the first call of the day and is paused and begun anew by the rep. On the database thread.
public final class BlockService {
    private final Database database;
    private final BlockStore blocks;
    private final AttemptStore attempts;
    private final PromiseStore promises;
    private final Clock clock;
    private final Supplier<Settings> settings;

    public BlockService(Database database, BlockStore blocks, AttemptStore attempts, PromiseStore promises, Clock clock,
                        Supplier<Settings> settings) {
        this.database = database;
        this.blocks = blocks;
        this.attempts = attempts;
        this.promises = promises;
        this.clock = clock;
        this.settings = settings;
    }

    /// Where the block stands.
    ///
    /// @param block    today's latest, or null before the first call
    /// @param upcoming the next promise of today, or null
    /// @param due      promises and callbacks that are due until the end of today
    public record Standing(@Nullable Block block, AttemptStore.Counts counts, BlockStore.@Nullable Upcoming upcoming, long due) {}

    public Standing standing() {
        Instant now = clock.instant();
        Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        Instant tomorrow = LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        Optional<Block> block = today();
        return new Standing(block.orElse(null), attempts.counts(block.map(Block::startedAt).orElse(midnight)),
            blocks.upcoming(now, tomorrow).orElse(null), promises.count(Instant.EPOCH, tomorrow));
    }

    private Optional<Block> today() {
        return blocks.latest(LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant(), clock.instant());
    }

    /// A call begins: so does the block, or its pause ends.
    public void work() {
        Optional<Block> block = today();
        if (block.isEmpty()) {
            start();
        } else if (block.get().paused()) {
            resume(block.get());
        }
    }

    /// The program ends: so does the time at work. The next call goes on with the block.
    public void leave() {
        today().filter(block -> !block.paused()).ifPresent(this::pause);
    }

    /// The program has started. A block that still runs was cut off by a crash: what came after its last call was no work.
    public void comeBack() {
        today().filter(block -> !block.paused()).ifPresent(block -> database.transaction(() -> {
            Instant last = attempts.lastBefore(clock.instant()).filter(block.startedAt()::isBefore).orElse(block.startedAt());
            blocks.pause(block.id(), last);
            return last;
        }));
    }

    public void start() {
        database.transaction(() -> {
            blocks.start(clock.instant(), settings.get().number(Setting.BLOCK_MINUTES), settings.get().number(Setting.BLOCK_GOAL));
            return true;
        });
    }

    public void pause(Block block) {
        database.transaction(() -> {
            blocks.pause(block.id(), clock.instant());
            return true;
        });
    }

    public void resume(Block block) {
        database.transaction(() -> {
            blocks.resume(block.id(), clock.instant());
            return true;
        });
    }
}
