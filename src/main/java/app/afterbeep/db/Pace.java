package app.afterbeep.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.ProgressHandler;

/// How a file is copied or read to its end: at once, or beside the clicks. Then it rests after every few milliseconds, since on two cores a click waits
/// twice as long while one of them is taken. Made anew for each file; the thread that works on it asks, any other may [#hurry] it.
public final class Pace {
    private static final long WORK = TimeUnit.MILLISECONDS.toNanos(5);
    /// Rested for each piece of time that was worked.
    private static final int RESTS = 2;
    /// After a computer that slept, too.
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(100);
    /// From the beginning of a transaction until the window has painted what comes of it, with room to spare.
    private static final long AFTER_CLICK = TimeUnit.MILLISECONDS.toNanos(100);
    /// Steps of SQLite's machine, or pages that it looks at, between two questions whether it is time to rest: some tens of microseconds.
    private static final int STEPS = 500;

    /// When the database thread last began a transaction that somebody waits for; there is one window in a process.
    private static volatile long clicked = System.nanoTime();

    private volatile boolean hurried;
    private long since = System.nanoTime();

    private Pace(boolean hurried) {
        this.hurried = hurried;
    }

    /// Somebody waits for it.
    public static Pace atOnce() {
        return new Pace(true);
    }

    /// Nobody waits for it, and the rep goes on calling.
    public static Pace besideClicks() {
        return new Pace(false);
    }

    /// Somebody waits for it by now.
    public void hurry() {
        hurried = true;
    }

    /// Somebody has clicked.
    static void clicked() {
        clicked = System.nanoTime();
    }

    /// Waits, once, while the window draws and paints what comes of a click: on two cores that is there sooner when nobody else has work. Else goes on.
    static void giveWay() {
        LockSupport.parkNanos(clicked + AFTER_CLICK - System.nanoTime());
    }

    /// Rests if there was work for long enough, or a click. A thread that is interrupted does not rest any more.
    void rest() {
        if (hurried) {
            return;
        }
        giveWay();
        long worked = System.nanoTime() - since;
        if (worked >= WORK) {
            LockSupport.parkNanos(this, Math.min(worked * RESTS, LONGEST));
            since = System.nanoTime();
        }
    }

    /// Lets whatever this connection does have its rests.
    void on(Connection connection) throws SQLException {
        ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                rest();
                return 0;
            }
        });
    }
}
