package app.afterbeep.start;

import app.afterbeep.files.OwnerOnly;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One window for one data folder. Whoever starts first holds a lock of the operating system on a file in it, which ends with the process, also with a
/// killed one. A second start finds it held and tells the first window to come to the front, through a port of this computer that is known, with
/// a secret, from a file that only the owner can read.
public final class OneWindow implements AutoCloseable {
    static final String LOCK = "window.lock";
    static final String PORT = "window.port";
    /// How long a second start waits for an answer, and for a first one that only just begins.
    static final long PATIENCE_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 1_500;
    private static final int RETRY_MILLIS = 50;
    private static final int MOST_BYTES = 64 << 10;
    private static final String IMPORT = "import";
    private static final String DONE = "done";
    /// Between the secret and the paths: no path has one in it.
    private static final String NEXT = "\0";
    private static final System.Logger LOG = System.getLogger(OneWindow.class.getName());

    private final Path folder;
    private final FileChannel file;
    private final FileLock lock;
    /// Who came before there was a window.
    private final List<Path> early = new ArrayList<>();
    private @Nullable Window window;
    private @Nullable ServerSocketChannel door;

    private OneWindow(Path folder, FileChannel file, FileLock lock) {
        this.folder = folder;
        this.file = file;
        this.lock = lock;
    }

    /// The window, as soon as there is one.
    ///
    /// @param fx    its thread
    /// @param front brings it to the front, with lists to import or none
    public record Window(Executor fx, Consumer<List<Path>> front) {}

    /// What became of a second start: the first one has it, is an import without a window, or does not answer.
    public enum Answer { TAKEN_OVER, IMPORTING, SILENT }

    /// Takes the folder for this process.
    ///
    /// @return empty when another process has it
    /// @throws IOException when the folder can't be written or its file system has no locks
    public static Optional<OneWindow> take(Path folder) throws IOException {
        OwnerOnly.folder(folder);
        FileChannel file = OwnerOnly.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                // What a killed one has left.
                Files.deleteIfExists(folder.resolve(PORT));
                return Optional.of(new OneWindow(folder, file, lock));
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
        } catch (IOException e) {
            file.close();
            throw e;
        }
        file.close();
        return Optional.empty();
    }

    /// Does `work`, which changes much and must not be done beside a window, with the folder taken.
    ///
    /// @throws AppException when a window or another such work has it
    public static void alone(Path folder, Work work) throws AppException {
        Optional<OneWindow> alone;
        try {
            alone = take(folder);
            if (alone.isPresent()) {
                OwnerOnly.write(folder.resolve(PORT), IMPORT.getBytes(StandardCharsets.UTF_8));
            } else {
                throw new AppException(Files.exists(folder.resolve(PORT)) && Files.readString(folder.resolve(PORT)).equals(IMPORT)
                    ? "Another import into this data is running. Try again when it has ended."
                    : "Afterbeep is open on this data. Import in its window (Ctrl+O), or close it first.", null);
            }
        } catch (IOException e) {
            // No locks there, or nowhere to write: what opens the data says so.
            alone = Optional.empty();
        }
        try {
            work.run();
        } finally {
            alone.ifPresent(OneWindow::close);
        }
    }

    /// What is done with the folder taken.
    public interface Work {
        void run() throws AppException;
    }

    /// Listens for second starts from now on. Those that come before there is a window are answered when there is one.
    public void listen() throws IOException {
        ServerSocketChannel opened = ServerSocketChannel.open();
        door = opened;
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        Background.beside("second-start", () -> serve(opened, token));
        OwnerOnly.write(folder.resolve(PORT), (opened.socket().getLocalPort() + " " + token).getBytes(StandardCharsets.UTF_8));
    }

    /// Brings the window to the front whenever somebody starts Afterbeep again, and at once for those who did so meanwhile.
    public synchronized void show(Window shown) {
        window = shown;
        if (!early.isEmpty()) {
            shown.fx().execute(() -> shown.front().accept(List.copyOf(early)));
        }
    }

    private void serve(ServerSocketChannel opened, String token) throws InterruptedException {
        while (opened.isOpen()) {
            try (SocketChannel caller = opened.accept()) {
                caller.socket().setSoTimeout(ANSWER_MILLIS);
                answer(caller.socket(), token);
            } catch (IOException e) {
                // Closed, or a caller who has gone: the next one is heard.
                LOG.log(System.Logger.Level.DEBUG, "a second start was not heard out");
            }
        }
    }

    private void answer(Socket caller, String token) throws IOException, InterruptedException {
        List<String> said = List.of(new String(caller.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8).split(NEXT));
        if (MessageDigest.isEqual(said.getFirst().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
            LOG.log(System.Logger.Level.INFO, "a second start comes to this window, with " + (said.size() - 1) + " lists");
            if (front(said.stream().skip(1).map(Path::of).toList())) {
                caller.getOutputStream().write(DONE.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// Whether the window has come to the front or will; one that hangs is not waited for.
    private boolean front(List<Path> lists) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Window shown;
        synchronized (this) {
            shown = window;
            if (shown == null) {
                early.addAll(lists);
                return true;
            }
        }
        shown.fx().execute(() -> {
            shown.front().accept(lists);
            done.countDown();
        });
        return done.await(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Asks whoever has the folder to come to the front, with lists to import or none. Waits two seconds at most.
    public static Answer callFirst(Path folder, List<Path> lists) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        String message = lists.stream().map(list -> NEXT + list.toAbsolutePath()).reduce("", String::concat);
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return Answer.SILENT;
            }
            try {
                String[] known = Files.readString(folder.resolve(PORT)).split(" ");
                if (known.length < 2) {
                    return Answer.IMPORTING;
                }
                if (ask(Integer.parseInt(known[0]), known[1] + message, (int) left)) {
                    return Answer.TAKEN_OVER;
                }
            } catch (IOException | NumberFormatException e) {
                // It only just begins, or hangs: which of the two, time tells.
                LOG.log(System.Logger.Level.DEBUG, "the first window does not answer yet");
            }
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        }
    }

    private static boolean ask(int port, String message, int patience) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patience);
            socket.setSoTimeout(patience);
            OutputStream out = socket.getOutputStream();
            out.write(message.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readNBytes(DONE.length()), StandardCharsets.UTF_8).equals(DONE);
        }
    }

    /// Gives the folder free. What can't be taken away, the end of the process does.
    @Override
    public void close() {
        try (file) {
            if (door != null) {
                door.close();
            }
            Files.deleteIfExists(folder.resolve(PORT));
            lock.release();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the data folder is not given free before the end", e);
        }
    }
}
