package app.afterbeep.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Stands in for `secret-tool`: keeps what it reads from the pipe in a folder, and notes there how it was called.
final class SecretToolStandIn {
    private SecretToolStandIn() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<String> call = List.of(arguments).subList(1, arguments.length);
        Files.writeString(folder.resolve("calls"), String.join(" ", call) + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Path secret = folder.resolve("secret");
        switch (call.getFirst()) {
            case "store" -> Files.write(secret, System.in.readAllBytes());
            case "lookup" -> {
                if (Files.notExists(secret)) {
                    System.exit(1);
                }
                Files.copy(secret, System.out);
                System.out.flush();
            }
            case "clear" -> Files.deleteIfExists(secret);
            default -> System.exit(2);
        }
    }
}
