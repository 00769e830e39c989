package app.afterbeep;

import app.afterbeep.files.OwnerOnly;
import app.afterbeep.settings.Setting;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Lets the robot work through a whole day beside a mail server, and says in its exit code whether all went well.
final class RobotMain {
    private static final String CERTIFICATES = "src/test/resources/app/afterbeep/outbox/";
    private static final int[] USUAL = {8, 250, 2_000, 1};

    private RobotMain() {}

    /// The arguments: how many hours, how many outcomes and rows of a list in each, and the seed.
    public static void main(String[] args) throws IOException {
        // Held here, else the setting is forgotten.
        Logger server = Logger.getLogger("com.icegreen.greenmail");
        server.setLevel(Level.WARNING);
        for (Handler console : Logger.getLogger("").getHandlers()) {
            console.setLevel(Level.WARNING);
        }
        System.setProperty("greenmail.tls.keystore.file", CERTIFICATES + "good.p12");
        System.setProperty("greenmail.tls.keystore.password", "certificates");
        System.setProperty("javax.net.ssl.trustStore", CERTIFICATES + "trusted.p12");
        System.setProperty("javax.net.ssl.trustStorePassword", "certificates");
        System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
        int[] numbers = USUAL.clone();
        for (int i = 0; i < args.length; i++) {
            numbers[i] = Integer.parseInt(args[i]);
        }
        ServerSetup setup = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS);
        setup.setServerStartupTimeout(TimeUnit.MINUTES.toMillis(1));
        GreenMail mail = new GreenMail(setup);
        mail.start();
        RobotDay.Plan plan = new RobotDay.Plan(numbers[0], numbers[1], numbers[2], numbers[3],
            Map.of(Setting.MAIL_HOST, "localhost", Setting.MAIL_PORT, Integer.toString(mail.getSmtps().getPort()), Setting.MAIL_SECURITY, "tls",
                Setting.MAIL_FROM, "dana@example.com", Setting.MAIL_AUTOMATIC, "true", Setting.MAIL_DAILY_LIMIT, "1000"), () -> purge(mail));
        Path folder = Files.createTempDirectory("afterbeep-robot-");
        long start = System.nanoTime();
        List<String> faults = new RobotDay(plan, folder, System.out).run();
        mail.stop();
        System.out.println("seed " + plan.seed() + ", " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s; "
            + (faults.isEmpty() ? "nothing went wrong" : faults.size() + " faults, the file is in " + folder));
        faults.forEach(fault -> System.out.println("  " + fault));
        if (faults.isEmpty()) {
            OwnerOnly.remove(folder);
        }
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /// What the server has taken is no memory of the program's.
    private static void purge(GreenMail mail) {
        try {
            mail.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
