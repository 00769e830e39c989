package app.afterbeep.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MergeTextTest {
    @Test
    void aMissingValueIsItsFallbackOrMarkedNeverABlank() {
        MergeText text = MergeText.of("Hi {{first_name|there}}, {{my_name}} from {{ My Company }}.", Map.of("my_company", "Northline", "first_name", "  "));
        assertEquals("Hi there, [my name] from Northline.", text.text());
        assertEquals(List.of("my_name"), text.missing());
        assertEquals("Hi there, {{my_name}} from Northline.", text.unfilled());
        assertEquals("Hi there, Dana from Northline.", MergeText.of(text.unfilled(), Map.of("my_name", "Dana")).text());
    }

    @Test
    void aValueStaysOnOneLine() {
        assertEquals("to Ann Bcc: x", MergeText.of("to {{first_name}}", Map.of("first_name", "Ann\r\nBcc: x\n")).text());
    }

    @Property
    void anyValueComesThroughAsItselfOnOneLine(@ForAll String value) {
        MergeText text = MergeText.of("[{{company|your team}}]", Map.of("company", value));
        String expected = value.replaceAll("\\s+", " ").strip();
        assertEquals("[" + (expected.isEmpty() ? "your team" : expected) + "]", text.text());
        assertTrue(text.missing().isEmpty());
    }

    @Property
    void anyScriptCanBeFilled(@ForAll String script) {
        MergeText text = MergeText.of(script, Map.of());
        assertEquals(script.isEmpty(), text.text().isEmpty());
        assertFalse(text.words() < 0);
    }
}
