package app.afterbeep.studio;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// As much about English verbs as it takes to work an answer into a sentence: a list of the common ones, and how they change.
final class BuilderVerbRules {
    private static final Set<String> BASE = words("""
        lose spend waste wait pay need get have miss fail run take keep go make do find chase fight struggle forget leave drop sit break turn save cut
        reduce increase improve avoid stop end win grow sell buy hire fill close ship deliver finish start know see spot catch prevent meet reach earn
        free gain double halve lower raise speed serve treat sleep work plan handle manage move answer become come arrive stay cost suffer deal wonder
        worry guess search look hope try give bring send receive wrestle drown rely depend argue change check clean repair fix build replace carry
        hold pick pack load unload type enter copy rewrite correct redo repeat print sign approve remember learn train teach recruit retain quit
        resign burn complain return cancel reschedule book show vanish disappear walk drive fly use book onboard pass book hit measure track control
        eliminate remove solve resolve recover collect detect discover respond reply react launch release deploy ship scale automate simplify
        struggle juggle postpone delay overpay overspend undercharge stand pile hang slip leak crash freeze bounce idle cover decide hear
        pass hand own share store trust feel enjoy love like prefer expect accept offer quote charge
        ghost expire lapse linger skip volunteer rot wilt spoil rust wither starve graduate enroll attend apply donate pledge vote
        evict renovate lease sublet litigate negotiate object appeal testify invest withdraw
        refuse reject dispute overlook underestimate overestimate misplace mishandle misread ignore neglect abandon escalate deteriorate
        collapse explode evaporate flood overheat malfunction stall stumble hesitate improvise firefight multitask micromanage
        overwork overstay overbook underperform outsource onboard upsell chase nag beg pray hoard
        wander roam flee migrate commute disagree quarrel bicker gossip guess invent memorize prove publish proofread translate
        annotate grade tutor coach mentor motivate inspire reassure persuade convince bore annoy frustrate
        harvest plant breed milk calve graze irrigate spray fertilize thrive bloom yawn
        assign allocate delegate prioritize reconcile reimburse overcharge audit certify notify verify qualify clarify identify
        borrow lend settle comply follow switch migrate restore access read listen speak talk ask tell call visit welcome invite cook bake
        clear pour weld
        drill wire install mount inspect test detect log file count compare forecast budget merge match protect secure block escape breathe relax rest
        focus concentrate deserve outgrow overrun bill invoice pile double triple quadruple retire advance flow fit last live lack want use let""");
    /// Those that are nouns as well, so that after another noun they say nothing: "sales drop", "price cut", "missed calls".
    private static final Set<String> NOUNS_TOO = words("""
        need run break turn cut end win start spot work plan answer stay cost deal worry guess search look hope change repair fix hold pick pack load
        type copy print sign train return book show walk drive use pass hit measure track control release reply check close fight drop plan
        raise speed double scale stop catch move leave spend waste miss wait try delay hang slip leak crash freeze stand pile bounce idle
        cover pass hand share store trust love offer quote charge access call visit welcome cook clear wire test log file count
        ghost volunteer object vote lease appeal dispute flood stall plant breed milk spray audit grade coach mentor bloom harvest
        refuse graduate nag
        forecast budget match block rest focus advance flow fit last lack use read ask like bill invoice""");
    private static final Set<String> DOUBLED = words("skip rot nag beg fit log get run stop sit cut drop win plan ship hit quit let put spot forget slip chat");
    private static final Map<String, String> IRREGULAR_THIRD = Map.of("has", "have", "does", "do", "goes", "go", "is", "be", "are", "be");
    private static final Set<String> PAST = words("""
        cut got had won found made brought took went kept lost grew sold paid built held began ran met gave spent saw became knew slept hit put shut
        rose fell sent caught taught bought fought left drove flew broke chose wrote stood understood led fed sped read set beat quit let split
        came felt used cured tied heard""");
    private static final Set<String> NO_PAST = words("need feed speed exceed seed weed indeed hundred red bed");
    private static final Set<String> NO_GERUND = words("""
        nothing something everything anything morning evening spring string king ring thing building ceiling wing sibling during interesting
        outstanding""");

    private BuilderVerbRules() {}

    private static Set<String> words(String list) {
        return java.util.Arrays.stream(list.strip().split("\\s+")).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    static boolean isBase(String word) {
        return BASE.contains(word.toLowerCase(Locale.ROOT));
    }

    /// A verb even where a noun could stand.
    static boolean isOnlyBase(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        return BASE.contains(w) && !NOUNS_TOO.contains(w);
    }

    static boolean isPast(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        return PAST.contains(w) || w.length() > 4 && w.endsWith("ed") && !NO_PAST.contains(w);
    }

    static boolean isGerund(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        return w.length() > 4 && w.endsWith("ing") && !NO_GERUND.contains(w);
    }

    /// The base of a third person: "cuts", "carries", "is".
    static Optional<String> baseOfThird(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        if (IRREGULAR_THIRD.containsKey(w)) {
            return Optional.of(IRREGULAR_THIRD.get(w));
        }
        if (w.endsWith("ies") && isBase(w.substring(0, w.length() - 3) + "y")) {
            return Optional.of(w.substring(0, w.length() - 3) + "y");
        }
        if (w.endsWith("es") && isBase(w.substring(0, w.length() - 2))) {
            return Optional.of(w.substring(0, w.length() - 2));
        }
        return w.endsWith("s") && isBase(w.substring(0, w.length() - 1)) ? Optional.of(w.substring(0, w.length() - 1)) : Optional.empty();
    }

    /// "losing" of "lose".
    static String gerund(String base) {
        String w = base.toLowerCase(Locale.ROOT);
        if (DOUBLED.contains(w)) {
            return w + w.charAt(w.length() - 1) + "ing";
        }
        if (w.endsWith("ie")) {
            return w.substring(0, w.length() - 2) + "ying";
        }
        boolean silent = w.endsWith("e") && !w.endsWith("ee") && !w.equals("be");
        return (silent ? w.substring(0, w.length() - 1) : w) + "ing";
    }
}
