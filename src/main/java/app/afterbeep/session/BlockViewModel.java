package app.afterbeep.session;

import app.afterbeep.session.BlockService.Standing;
import app.afterbeep.ui.Background;
import java.time.Clock;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The block as the bar at the top shows it. On the FX thread.
final class BlockViewModel {
    private final BlockService blocks;
    private final Background background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();

    BlockViewModel(BlockService blocks, Background background, Clock clock) {
        this.blocks = blocks;
        this.background = background;
        this.clock = clock;
    }

    /// Null until it is read.
    ReadOnlyObjectProperty<@Nullable Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    void show(Standing now) {
        standing.set(now);
    }

    void refresh() {
        background.db(blocks::standing, this::show);
    }

    /// Pauses the block, ends the pause, or begins a new block after one that is over.
    void pressPause() {
        Standing now = standing.get();
        background.db(() -> {
            if (now == null || now.block() == null || now.block().over(clock.instant())) {
                blocks.start();
            } else if (now.block().paused()) {
                blocks.resume(now.block());
            } else {
                blocks.pause(now.block());
            }
            return blocks.standing();
        }, this::show);
    }
}
