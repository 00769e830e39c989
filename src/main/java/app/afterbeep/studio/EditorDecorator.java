package app.afterbeep.studio;

import app.afterbeep.coach.Finding;
import app.afterbeep.studio.FieldRules.Field;
import java.util.Locale;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/// Draws a text that stays plain: fields as chips, a wavy line below what the coach speaks of. On the FX thread.
final class EditorDecorator implements SyntaxDecorator {
    private final CoachViewModel coach;

    EditorDecorator(CoachViewModel coach) {
        this.coach = coach;
    }

    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
        String text = model.getPlainText(index);
        RichParagraph.Builder paragraph = RichParagraph.builder();
        int end = 0;
        for (Field field : FieldRules.fields(text)) {
            if (field.from() > end) {
                paragraph.addWithStyleNames(text.substring(end, field.from()), "editor-words");
            }
            boolean known = coach.known(field.name());
            paragraph.addHighlight(field.from(), field.to() - field.from(), known ? "chip-ground" : "chip-ground-unknown");
            paragraph.addWithStyleNames(FieldRules.chip(text.substring(field.from(), field.to())), known ? "chip-words" : "chip-words-unknown");
            end = field.to();
        }
        if (end < text.length() || text.isEmpty()) {
            paragraph.addWithStyleNames(text.substring(end), "editor-words");
        }
        mark(paragraph, text, start(model, index));
        return paragraph.build();
    }

    private void mark(RichParagraph.Builder paragraph, String text, int start) {
        for (Finding finding : coach.said().get().findings()) {
            if (finding.part() == Finding.Part.BODY && coach.said().get().marks(finding)) {
                int from = Math.max(0, finding.from() - start);
                int to = Math.min(text.length(), finding.to() - start);
                if (from < to) {
                    paragraph.addWavyUnderline(from, to - from, "wave", "wave-" + finding.severity().name().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static int start(CodeTextModel model, int index) {
        int start = 0;
        for (int i = 0; i < index; i++) {
            start += model.getPlainText(i).length() + 1;
        }
        return start;
    }

    @Override
    public void handleChange(CodeTextModel model, TextPos start, TextPos end, int charsTop, int linesAdded, int charsBottom) {
        // Nothing is kept between two drawings.
    }
}
