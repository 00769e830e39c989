package app.afterbeep.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A mail server that misbehaves as it is told: one that really speaks SMTP over TLS, but answers each command as the test says.
final class ScriptedServer implements AutoCloseable {
    static final String DROP = "DROP";
    static final String HANG = "HANG";
    static final String PASSWORD = "Tr0ub4dor&3";

    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<String> messages = new CopyOnWriteArrayList<>();
    /// The answer to a command, `GREETING` and `END` (of the text) among them; "" for what a good server answers.
    volatile Function<String, String> answers = command -> "";
    private final ServerSocket server;
    private final SSLContext tls;
    private final Kind kind;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /// How it becomes safe, if at all.
    enum Kind { TLS, STARTTLS, PLAIN }

    /// @param certificate as in [Certificates]
    ScriptedServer(Kind kind, String certificate) {
        this.kind = kind;
        tls = Certificates.server(certificate);
        try {
            InetAddress local = InetAddress.getLoopbackAddress();
            server = kind == Kind.TLS ? tls.getServerSocketFactory().createServerSocket(0, 50, local) : new ServerSocket(0, 50, local);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    Account account() {
        return new Account("localhost", server.getLocalPort(), kind != Kind.TLS, "dana", "dana@example.com");
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket accepted) {
        Socket socket = accepted;
        try {
            BufferedReader in = reader(socket);
            if (!say(socket, "GREETING", "220 localhost ready")) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line.startsWith("AUTH PLAIN") ? "AUTH PLAIN" : line);
                String verb = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
                boolean safe = socket instanceof SSLSocket;
                String usual = switch (verb) {
                    case "EHLO" -> "250-localhost\r\n" + (kind == Kind.STARTTLS && !safe ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN";
                    case "AUTH" -> new String(Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length())), StandardCharsets.UTF_8).endsWith("\0dana\0" + PASSWORD)
                        ? "235 welcome" : "535 5.7.8 wrong, you said " + line;
                    case "STARTTLS" -> kind == Kind.STARTTLS ? "220 go on" : "502 what?";
                    case "DATA" -> "354 go on";
                    case "QUIT" -> "221 bye";
                    default -> "250 ok";
                };
                if (!say(socket, verb, usual)) {
                    return;
                }
                if (verb.equals("STARTTLS") && kind == Kind.STARTTLS && answers.apply(verb).isEmpty()) {
                    SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
                    secured.setUseClientMode(false);
                    socket = secured;
                    in = reader(socket);
                }
                if (verb.equals("DATA") && answers.apply("DATA").isEmpty() && !text(in, socket)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client has had enough.
        } finally {
            close(socket);
        }
    }

    private boolean text(BufferedReader in, Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (answers.apply("TEXT").equals(DROP)) {
                close(socket);
                return false;
            }
            if (line.equals(".")) {
                if (answers.apply("END").isEmpty() || answers.apply("END").equals(DROP)) {
                    messages.add(text.toString());
                }
                return say(socket, "END", "250 taken");
            }
            text.append(line).append('\n');
        }
        return false;
    }

    private boolean say(Socket socket, String command, String usual) throws IOException {
        String told = answers.apply(command);
        if (told.equals(HANG)) {
            // Until the client ends it.
            socket.getInputStream().read();
            return false;
        }
        if (told.equals(DROP)) {
            close(socket);
            return false;
        }
        socket.getOutputStream().write(((told.isEmpty() ? usual : told) + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return true;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            open.forEach(ScriptedServer::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
