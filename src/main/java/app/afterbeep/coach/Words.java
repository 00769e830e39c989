package app.afterbeep.coach;

import java.util.Set;

/// Lists of words for reading a text; they stand in `words.txt`.
final class Words {
    private static final Lexicon ALL = Lexicon.read("words.txt");

    static final Set<String> STOP = ALL.words("stop");
    static final Set<String> US = ALL.words("us");
    static final Set<String> THEM = ALL.words("them");
    static final Set<String> ADVICE = ALL.words("advice");
    static final Set<String> CONNECTORS = ALL.words("connectors");
    static final Set<String> SUBORDINATE = ALL.words("subordinate");
    static final Set<String> SUBJECTS = ALL.words("subjects");
    static final Set<String> ABBREVIATIONS = ALL.words("abbreviations");
    static final Set<String> SENTENCE_MAY_END = ALL.words("ending");
    static final Set<String> LEADS = ALL.words("leads");

    private Words() {}
}
