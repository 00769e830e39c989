package app.afterbeep.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.scripts.MergeText;
import app.afterbeep.studio.FieldRules.Edited;
import app.afterbeep.studio.FieldRules.Field;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Where fields stand in a text, and that odd values break none.
class FieldRulesTest {
    @Test
    void fieldsAreFoundWhereMergeTextFindsThem() {
        String text = "Hi {{first_name|there}}, {{ my name }} {{}} {{open {{company}} {{a|}} }}";
        assertEquals(List.of(new Field(3, 23, "first_name"), new Field(25, 38, "my name"), new Field(51, 62, "company"), new Field(63, 69, "a")),
            FieldRules.fields(text));
    }

    @Test
    void aChipIsAsLongAsWhatIsWritten() {
        String chip = FieldRules.chip("{{first_name|there you}}");
        assertEquals("{{first_name|there you}}".length(), chip.length());
        assertTrue(chip.contains("first\u00A0name|there you"), chip);
    }

    @Test
    void aFieldIsBegunFromTheBracesToTheCaret() {
        assertEquals(new FieldRules.Begun(3, "fi"), FieldRules.begun("Hi {{fi", 7).orElseThrow());
        assertEquals(new FieldRules.Begun(0, ""), FieldRules.begun("{{", 2).orElseThrow());
        assertTrue(FieldRules.begun("Hi {{fi}}", 7).isEmpty(), "closed already");
        assertTrue(FieldRules.begun("Hi {{fi|x", 9).isEmpty(), "the fallback is free");
        assertTrue(FieldRules.begun("Hi {", 4).isEmpty());
        assertTrue(FieldRules.begun("{{a\nb", 5).isEmpty());
        assertTrue(FieldRules.begun("", 0).isEmpty());
    }

    @Test
    void completingTakesWhatWasTypedAndBracesThatAreThere() {
        assertEquals(new Edited("Hi {{company}}, you", 14), FieldRules.complete("Hi {{co, you", 7, new FieldRules.Begun(3, "co"), "company", false));
        assertEquals(new Edited("Hi {{company|}} x", 13), FieldRules.complete("Hi {{co}} x", 7, new FieldRules.Begun(3, "co"), "company", true));
    }

    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.oneOf(Arbitraries.of("", " ", "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD", "\u202Eabc", "\uD83D\uDE80\uD83D\uDC69\u200D\uD83D\uDCBB", "a\r\nBcc: x@example.com",
            "{{first_name}}", "}}", "{{", "$1 \\", "x".repeat(200), "a\u0000b", "|"), Arbitraries.strings().ofMaxLength(200));
    }

    @Property(tries = 300)
    void anOddValueNeitherBreaksATextNorBringsFieldsOfItsOwn(@ForAll("odd") String value) {
        String script = "Hi {{first_name|there}}, {{company}}.";
        String filled = MergeText.of(script, Map.of("first_name", value, "company", value)).text();
        assertTrue(filled.startsWith("Hi ") && filled.endsWith("."), filled);
        assertTrue(filled.lines().count() == 1 || filled.codePoints().anyMatch(c -> c > 127), "one line");
        String plain = value.replaceAll("\\s+", " ").strip();
        assertEquals(plain.isEmpty() ? "Hi there, [company]." : "Hi " + plain + ", " + plain + ".", filled);
    }

    @Property(tries = 500)
    void anyTextWithAnyCaretIsReadWithoutAFault(@ForAll("odd") String before, @ForAll("odd") String after) {
        String text = before + "{{" + after;
        for (int caret = 0; caret <= text.length(); caret++) {
            int at = caret;
            FieldRules.begun(text, caret).ifPresent(begun -> {
                Edited edited = FieldRules.complete(text, at, begun, "company", true);
                assertTrue(edited.text().startsWith("{{company|}}", begun.from()) && edited.caret() <= edited.text().length());
            });
        }
        for (Field field : FieldRules.fields(text)) {
            assertEquals(field.to() - field.from(), FieldRules.chip(text.substring(field.from(), field.to())).length());
        }
    }

    @Property(tries = 500)
    void whatWasTypedComesBackStepByStep(@ForAll List<@net.jqwik.api.constraints.StringLength(max = 12) String> typed) {
        EditorHistory history = new EditorHistory("");
        typed.forEach(text -> history.changed(text, text.length()));
        String last = typed.isEmpty() ? "" : typed.getLast();
        int steps = 0;
        String first = last;
        for (var back = history.undo(); back.isPresent(); back = history.undo()) {
            first = back.get().text();
            steps++;
        }
        assertEquals(typed.size() > 200 ? first : "", first, "all the way back");
        String again = first;
        for (int i = 0; i < steps; i++) {
            again = history.redo().orElseThrow().text();
        }
        assertEquals(last, again);
    }
}
