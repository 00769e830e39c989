package app.afterbeep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Bidi;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final String AHMAD = "أحمد علي";
    private static final String FIRM = "شركة النور";

    @Test
    void whatReadsFromLeftToRightStaysAsItIs() {
        assertEquals("Ann Lee, Lee & Sons", Lines.of(", ", "Ann Lee", "", "Lee & Sons"));
        assertEquals("王小明 · 株式会社", Lines.of(" · ", "王小明", "株式会社"));
        assertEquals("", Lines.of(", ", "", ""));
    }

    @Test
    void nameAndCompanyKeepTheirOrder() {
        String line = Lines.of(", ", AHMAD, FIRM);
        assertEquals("LRLRL", order(line).replaceAll("(.)\\1+", "$1"), "name first, then company, each from right to left");
        assertEquals("R", order(AHMAD + ", " + FIRM).replaceAll("(.)\\1+", "$1"), "else both are one run, and the company stands first");
    }

    @Test
    void aNumberBesideANameStaysWhereItIs() {
        String line = Lines.piece(AHMAD) + " · 3 of 5";
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        assertEquals(0, bidi.getLevelAt(line.indexOf('3')) % 2);
    }

    @Test
    void isOnePieceOnce() {
        assertEquals(Lines.piece(AHMAD), Lines.piece(Lines.piece(AHMAD)));
    }

    private static String order(String line) {
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            order.append(bidi.getLevelAt(i) % 2 == 0 ? 'L' : 'R');
        }
        return order.toString();
    }
}
