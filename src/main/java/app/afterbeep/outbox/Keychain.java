package app.afterbeep.outbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The place where the operating system keeps passwords, through the tool that each brings for it: `secret-tool` on Linux, `security` on macOS,
/// Windows' PasswordVault. A password is handed over through a pipe, never as an argument that other programs could see. Where there is no such
/// place, [#read] finds nothing and [#write] says no. On the thread for files and servers.
public final class Keychain {
    private static final String SERVICE = "Afterbeep";
    /// The OS may ask the rep for leave.
    private static final long PATIENCE_SECONDS = 60;

    private final Tool tool;
    private final List<String> command;

    private enum Tool { SECRET_TOOL, SECURITY, VAULT, NONE }

    private Keychain(Tool tool, List<String> command) {
        this.tool = tool;
        this.command = command;
    }

    /// The one of this computer.
    public static Keychain system() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return os.contains("mac") ? new Keychain(Tool.SECURITY, List.of("/usr/bin/security"))
            : os.contains("win") ? new Keychain(Tool.VAULT, List.of("powershell.exe", "-NoProfile", "-NonInteractive", "-EncodedCommand"))
            : secretTool(List.of("secret-tool"));
    }

    /// Linux's, through this program.
    static Keychain secretTool(List<String> program) {
        return new Keychain(Tool.SECRET_TOOL, program);
    }

    /// None: everything is asked for once a start.
    public static Keychain none() {
        return new Keychain(Tool.NONE, List.of());
    }

    /// The password that is kept for `account`.
    Optional<String> read(String account) throws InterruptedException {
        Optional<String> found = switch (tool) {
            case SECRET_TOOL -> run("", Map.of(), "lookup", "service", SERVICE, "account", account);
            case SECURITY -> run("", Map.of(), "find-generic-password", "-s", SERVICE, "-a", account, "-w");
            case VAULT -> vault("$c = $v.Retrieve('" + SERVICE + "', $env:AFTERBEEP_ACCOUNT); $c.RetrievePassword(); [Console]::Out.Write("
                + "[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($c.Password)))", account, "").map(Keychain::decoded);
            case NONE -> Optional.empty();
        };
        return found.map(password -> password.replaceFirst("\\R$", "")).filter(password -> !password.isEmpty());
    }

    /// Keeps a password in the place of the one before.
    ///
    /// @return false when there is nowhere to keep it
    boolean write(String account, String password) throws InterruptedException {
        return switch (tool) {
            case SECRET_TOOL -> run(password, Map.of(), "store", "--label=Afterbeep mail", "service", SERVICE, "account", account).isPresent();
            // Its interactive mode reads the command from the pipe.
            case SECURITY -> run("add-generic-password -U -s " + SERVICE + " -a " + quoted(account) + " -w " + quoted(password) + "\n", Map.of(), "-i")
                .isPresent() && read(account).filter(password::equals).isPresent();
            case VAULT -> vault("$p = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadLine())); "
                + "$v.Add((New-Object Windows.Security.Credentials.PasswordCredential('" + SERVICE + "', $env:AFTERBEEP_ACCOUNT, $p)))", account,
                Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8)) + "\n").isPresent();
            case NONE -> false;
        };
    }

    /// Keeps nothing for `account` any more.
    void delete(String account) throws InterruptedException {
        switch (tool) {
            case SECRET_TOOL -> run("", Map.of(), "clear", "service", SERVICE, "account", account);
            case SECURITY -> run("", Map.of(), "delete-generic-password", "-s", SERVICE, "-a", account);
            case VAULT -> vault("$v.Remove($v.Retrieve('" + SERVICE + "', $env:AFTERBEEP_ACCOUNT))", account, "");
            case NONE -> { }
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
    }

    private Optional<String> vault(String script, String account, String input) throws InterruptedException {
        String whole = "$ErrorActionPreference = 'Stop'; [void][Windows.Security.Credentials.PasswordVault,Windows.Security.Credentials,"
            + "ContentType=WindowsRuntime]; $v = New-Object Windows.Security.Credentials.PasswordVault; " + script;
        return run(input, Map.of("AFTERBEEP_ACCOUNT", account), Base64.getEncoder().encodeToString(whole.getBytes(StandardCharsets.UTF_16LE)));
    }

    /// @return what it printed, if it ended well
    private Optional<String> run(String input, Map<String, String> environment, String... arguments)
            throws InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            // No such tool here, or it did not listen: the rep is asked instead.
            return Optional.empty();
        }
    }
}
