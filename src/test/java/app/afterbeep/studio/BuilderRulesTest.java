package app.afterbeep.studio;

import org.junit.jupiter.api.Test;
import app.afterbeep.scripts.*;
class BuilderRulesTest {
    @Test void show() throws Exception {
        String all = new String(BuilderRulesTest.class.getResourceAsStream("answers.txt").readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        for (String line : all.lines().filter(l -> !l.startsWith(";")).toList()) {
            String[] a = line.split("\\|");
            var answers = new BuilderAnswers("Dana Reyes", "Northline", a[0].strip(), a[1].strip(), a[2].strip());
            
            System.out.println("   " + BuilderPhraseRules.audience(a[0]) + " | about " + BuilderPhraseRules.pain(a[1]) + " | Customers of ours " + BuilderPhraseRules.value(a[2]) + " [" + BuilderRules.family(answers).name() + "]" + BuilderRules.problems(answers));
            if (false) for (var t : BuilderRules.draft(answers, 0).texts()) if (t.channel() == Script.Channel.VOICEMAIL && t.step() > 0) {
                var m = MergeText.of(t.body(), BuilderRules.sample(answers));
                System.out.println("   " + t.step() + " (" + m.words() + ") " + m.text());
            }
        }
    }
}
