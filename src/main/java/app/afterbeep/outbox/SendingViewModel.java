package app.afterbeep.outbox;

import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;

/// What the rep sees of the mail account and of emails that leave through it. On the FX thread.
public final class SendingViewModel {
    private final OutboxSender sender;
    private final OutboxService service;
    private final Background background;
    private final Notices notices;
    private final Clock clock;
    private final Supplier<Settings> settings;

    /// @param settings as they are now
    public SendingViewModel(OutboxSender sender, OutboxService service, Background background, Notices notices, Clock clock,
                            Supplier<Settings> settings) {
        this.sender = sender;
        this.service = service;
        this.background = background;
        this.notices = notices;
        this.clock = clock;
        this.settings = settings;
    }

    /// The rep is rewriting this email: it does not leave before [#release].
    void hold(Email email) {
        sender.hold(email);
    }

    void release() {
        sender.release();
    }

    /// Begins, also when the last connections failed.
    void goOn() {
        sender.goOn();
    }

    /// Stops sending, or goes on where something else has stopped it.
    public void stopOrGoOn() {
        if (sender.progress().get().pause() != null) {
            sender.goOn();
        } else if (sending()) {
            background.db(() -> {
                service.stop();
                return true;
            }, stopped -> {
                if (settings.get().flag(Setting.MAIL_AUTOMATIC)) {
                    sender.stop();
                }
                notices.show(Notice.done("Stopped. What has not left stays ready"));
            });
        }
    }

    /// Whether emails leave at present, one after the other, or will by themselves.
    public boolean sending() {
        return sender.progress().get().standing().nextAt() != null && account().isPresent();
    }

    /// The rep's mail account; empty until it is set up.
    public Optional<Account> account() {
        return Account.of(settings.get());
    }

    /// Takes the password for the mail account.
    ///
    /// @param then what to do once it is there
    public void type(String password, boolean keep, Runnable then) {
        account().ifPresent(account -> sender.type(account, password, keep, kept -> {
            then.run();
            if (!kept) {
                notices.show(Notice.done("This computer has no keychain that can be used: you will be asked again after the next start"));
            }
        }));
    }

    /// Tries the mail account without sending anything.
    ///
    /// @param answer is told whether it works, and the words for it
    /// @param ask    asks for the password, then does what it is given
    public void test(BiConsumer<Boolean, String> answer, Consumer<Runnable> ask) {
        if (account().isEmpty()) {
            answer.accept(false, "Type the server and your address first.");
            return;
        }
        String mine = LetterRules.mine(settings.get());
        if (!mine.isEmpty()) {
            answer.accept(false, mine);
            return;
        }
        answer.accept(true, "Connecting…");
        sender.test(account().get(), delivery -> {
            switch (delivery) {
                case null -> {
                    answer.accept(false, "Type the password first.");
                    ask.accept(() -> test(answer, ask));
                }
                case Delivery.Sent sent -> answer.accept(true, "It works: the connection is safe, and you may send as " + account().map(Account::from).orElse("") + ".");
                case Delivery.Stopped(String why, boolean password) -> answer.accept(false, why);
                case Delivery.Later(String why, boolean connection) -> answer.accept(false, why.endsWith(".") || why.endsWith("?") ? why : why + ".");
                case Delivery.Refused(String why) -> answer.accept(false, why);
                case Delivery.Unknown(String why) -> answer.accept(false, why);
            }
        });
    }

    /// How it stands with sending.
    public ReadOnlyObjectProperty<OutboxSender.Progress> progress() {
        return sender.progress();
    }

    /// "Sending 3 of 12, next in 18 s", or why nothing leaves; "" when there is nothing to say.
    public String progressText() {
        OutboxSender.Progress now = sender.progress().get();
        if (now.pause() != null) {
            return now.pause().why();
        }
        if (account().isEmpty()) {
            return "";
        }
        return OutboxRules.progress(now, settings.get().number(Setting.MAIL_DAILY_LIMIT), clock.getZone(), clock.instant());
    }
}
