package app.afterbeep.studio;

import app.afterbeep.coach.*;
import app.afterbeep.scripts.*;
import app.afterbeep.settings.Settings;
import org.junit.jupiter.api.Test;
import java.util.*;
class BuilderRulesTest {
    @Test void show() throws Exception {
        String all = new String(BuilderRulesTest.class.getResourceAsStream("answers.txt").readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Map<String, Integer> n = new TreeMap<>(); int[] secs = new int[2]; secs[0] = 99; Map<String,String> ex = new TreeMap<>();
        for (String line : all.lines().filter(l -> !l.startsWith(";")).toList()) for (int v = 0; v < 6; v++) {
            String[] a = line.split("\\|");
            var answers = new BuilderAnswers("Dana Reyes", "Northline", a[0].strip(), a[1].strip(), a[2].strip());
            var d = BuilderRules.draft(answers, v);
            for (var t : d.texts()) {
                for (Finding f : BuilderViewModel.findings(d, t, BuilderRules.sample(answers), Pace.learned(List.of(), 150), Limits.of(Settings.initial()))) {
                    String k = f.severity() + " " + f.rule() + " " + t.step() + " " + t.channel() + " " + t.name();
                    n.merge(k, 1, Integer::sum); String src = f.part() == Finding.Part.SUBJECT ? t.subject() : t.body(); ex.put(k, src.substring(f.from(), f.to()) + " :: " + f.sentence());
                }
                if (t.channel() == Script.Channel.VOICEMAIL && t.step() > 0) { int s = Pace.learned(List.of(), 150).seconds(MergeText.of(t.body(), BuilderRules.sample(answers)).text()); secs[0] = Math.min(secs[0], s); secs[1] = Math.max(secs[1], s); }
            }
        }
        n.forEach((k, c) -> System.out.println(c + " " + k + " :: " + ex.get(k)));
        System.out.println(Arrays.toString(secs));
    }
}
