package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.files.OwnerOnly;
import app.afterbeep.scripts.HeardRules;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever the rep chooses and words anew, nobody hears a message twice, and what was chosen is what was logged.
class HeardPropertiesTest {
    private static final int OTHER = 0;
    private static final int SHORTEST = 1;
    private static final int WORD = 2;
    private static final int ORIGINAL = 3;
    private static final int REST = 4;
    private static final int LEAVE = 5;

    @Property(tries = 15)
    void nobodyHearsAMessageTwice(@ForAll @Size(min = 5, max = 40) List<@IntRange(min = 0, max = 8) Integer> actions) throws IOException {
        Path folder = Files.createTempDirectory("heard");
        try (Desk desk = new Desk(folder)) {
            long ann = desk.add("Ann Lee", "+12125550101");
            Texts.message(desk, desk.start.seriesId(), 2, 2, "Second", "{{my_name}} again. One more thing about {{company}}: who counts? I'll call {{callback_day}}.");
            List<String> heard = new ArrayList<>();
            Card card = desk.card(ann);
            for (int i = 0; i < actions.size(); i++) {
                switch (actions.get(i)) {
                    case OTHER -> card = card.withOther();
                    case SHORTEST -> card = card.withShortest();
                    case WORD -> {
                        Card now = card;
                        int word = i;
                        card.words().message().ifPresent(message -> desk.wordings.word(now, message, message.script().body() + " Thing " + word + "."));
                        card = desk.card(ann).choosingLike(card);
                    }
                    case ORIGINAL -> {
                        Card now = card;
                        card.words().message().ifPresent(message -> desk.wordings.original(now, message));
                        card = desk.card(ann).choosingLike(card);
                    }
                    case REST -> {
                        desk.database.transaction(() -> desk.database.sql().update("UPDATE prospect SET step = 1, status = 'active', due = 'step'"));
                        card = desk.card(ann);
                    }
                    default -> {
                        String said = card.voicemail().map(script -> script.body()).orElse("");
                        long version = card.voicemail().map(script -> script.versionId()).orElse(0L);
                        desk.log(card, actions.get(i) == LEAVE || version != 0 ? Outcome.LEFT_VOICEMAIL : Outcome.NO_ANSWER);
                        assertEquals(version, desk.number("SELECT coalesce(script_version_id, 0) FROM attempt ORDER BY id DESC LIMIT 1"));
                        if (!said.isEmpty()) {
                            assertTrue(heard.stream().noneMatch(before -> HeardRules.same(before, said)), said);
                            heard.add(said);
                        }
                        desk.clock.pass(Duration.ofHours(1));
                        card = desk.card(ann);
                    }
                }
            }
            assertEquals(heard.size(), desk.number("""
                SELECT count(DISTINCT coalesce(v.based_on, v.id)) FROM attempt a JOIN script_version v ON v.id = a.script_version_id"""),
                "nor the one that it was made from");
        } finally {
            OwnerOnly.remove(folder);
        }
    }
}
