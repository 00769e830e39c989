package app.afterbeep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoffTest {
    private final List<List<String>> commands = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();

    private Handoff on(String os) {
        return new Handoff(opened::add, commands::add, os);
    }

    @Test
    void whatAProspectIsCalledIsNeverReadAsOptionScriptOrMarkup() {
        assertTrue(on("Linux").announce("-n \"Ann\"; rm", "<b>A & B</b>"));
        assertTrue(on("Mac OS X").announce("\" with title \"", "do shell script"));
        assertEquals(List.of("notify-send", "--app-name=Afterbeep", "--", "-n \"Ann\"; rm", "&lt;b&gt;A &amp; B&lt;/b&gt;"), commands.getFirst());
        assertEquals(List.of("\" with title \"", "do shell script"), commands.get(1).subList(commands.get(1).size() - 2, commands.get(1).size()));
        assertTrue(commands.get(1).subList(0, commands.get(1).size() - 2).stream().noneMatch(part -> part.contains("shell")));
    }

    @Test
    void whereTheSystemHasNoneNothingIsStarted() {
        assertFalse(on("Windows 11").announce("Ann", "Now"));
        assertEquals(List.of(), commands);
    }

    @Test
    void aFileIsOpenedByItsAddress() {
        on("Linux").open(Path.of("/tmp/a b.ics"));
        assertEquals(List.of("file:///tmp/a%20b.ics"), opened);
    }
}
