package app.afterbeep.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// However an answer is put, it fits into the sentence.
class BuilderPhraseRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        trucks waiting at the dock               | trucks waiting at the dock
        Trucks waiting at the dock.              | trucks waiting at the dock
        they lose hours on reports               | losing hours on reports
        They always lose hours on reports!       | losing hours on reports
        lose hours on reports                    | losing hours on reports
        to lose hours on reports                 | losing hours on reports
        trucks wait at the dock                  | trucks waiting at the dock
        orders get lost                          | orders getting lost
        questions from the site take days        | questions from the site taking days
        the night shift runs slower              | the night shift running slower
        the same numbers are asked for           | the same numbers being asked for
        reducing no-shows                        | reducing no-shows
        We help clinics to reduce no-shows       | no-shows
        we solve missing invoices                | missing invoices
        Their biggest problem is late carriers   | late carriers
        The pain we resolve is that trucks wait  | trucks waiting
        they struggle with late carriers         | late carriers
        they can't find staff                    | not being able to find staff
        don't know their costs                   | not knowing their costs
        people who quit after a month            | people who quit after a month
        patients who don't show up               | patients who don't show up
        clients who leave at renewal             | clients who leave at renewal
        no time for patients                     | having no time for patients
        when trucks wait for hours               | what happens when trucks wait for hours
        too many no-shows                        | too many no-shows
        nobody volunteers                        | how nobody volunteers
        listings expire                          | listings expiring
        members ghost in February                | members ghosting in February
        visitors skirt the second floor          | how visitors skirt the second floor
        trucks behind the dock                   | trucks behind the dock
        cows get sick and vets are expensive     | how cows get sick and vets are expensive
        IT outages                               | IT outages
        Excel sheets that break                  | Excel sheets that break
        sales drop in winter                     | sales dropping in winter
        quiet Tuesdays, and empty rooms          | quiet Tuesdays, and empty rooms""")
    void aPainFitsAfterAbout(String typed, String said) {
        assertEquals(said, BuilderPhraseRules.pain(typed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        turned trucks around eleven minutes faster   | turned trucks around eleven minutes faster
        Turn trucks around faster.                   | now turn trucks around faster
        they turn trucks around faster               | now turn trucks around faster
        cuts waiting by half                         | now cut waiting by half
        cut waiting by half                          | cut waiting by half
        reducing no-shows                            | are now reducing no-shows
        having more time                             | now have more time
        fewer no-shows                               | now have fewer no-shows
        two hours a day back                         | now have two hours a day back
        we help them to sleep again                  | now sleep again
        so that they can go home at six              | now go home at six
        able to release every day                    | now release every day
        saves them two hours a week                  | now save two hours a week
        gives them time for patients                 | now have time for patients
        makes them faster                            | are now faster
        no-shows drop by half                        | say that no-shows drop by half
        the phone is quiet after nine                | say that the phone is quiet after nine
        their cloud bill dropped by a quarter        | say that their cloud bill dropped by a quarter
        no longer redo drawings                      | no longer redo drawings
        have Mondays back                            | now have Mondays back
        calls answered the first time                | now have calls answered the first time
        people who stay                              | now have people who stay
        volunteers sign up by themselves             | say that volunteers sign up by themselves
        visitors linger                              | say that visitors linger
        retention up 12%                             | saw retention go up 12%
        The result is that they save money           | now save money""")
    void aValueFitsAfterWhomItHappenedTo(String typed, String said) {
        assertEquals(said, BuilderPhraseRules.value(typed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        warehouse managers                        | warehouse managers
        We help warehouse managers.               | warehouse managers
        we help clinics reduce no-shows           | clinics
        I work with fleet owners in Ohio          | fleet owners in Ohio
        Companies that ship pallets               | companies that ship pallets
        clinics so that they lose fewer patients  | clinics
        logistics                                 | people in logistics
        IT                                        | people in IT
        HR managers                               | HR managers
        a family doctor                           | a family doctor""")
    void anAudienceFitsAfterWith(String typed, String said) {
        assertEquals(said, BuilderPhraseRules.audience(typed));
    }

    @Test
    void whatCannotBeSpokenIsLeftOut() {
        assertEquals("trucks waiting here", BuilderPhraseRules.clean("  \u201Ctrucks\u00A0 waiting\u0000\n here\u201D \uD83D\uDE9A …. "));
        assertEquals("first name", BuilderPhraseRules.clean("{{first name}}"));
        assertEquals("شاحنات تنتظر", BuilderPhraseRules.clean("شاحنات تنتظر."));
        assertEquals("", BuilderPhraseRules.clean("\uD83D\uDE9A\uD83D\uDE9A !!! \u202E"));
    }

    @Test
    void aLongAnswerIsCutWhereItCanBeCutOrRefused() {
        assertEquals(Optional.of("losing two hours a day on reports"),
            BuilderPhraseRules.within("losing two hours a day on reports because nobody has connected the systems that they bought", 9));
        assertEquals(Optional.empty(), BuilderPhraseRules.within("one two three four five six seven eight nine ten eleven twelve", 9));
        assertFalse(BuilderPhraseRules.within("x".repeat(200), 9).isPresent());
    }
}
