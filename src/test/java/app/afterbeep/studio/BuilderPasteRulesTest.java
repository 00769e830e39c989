package app.afterbeep.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.studio.SeriesDraft.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A script that was used so far becomes the first message; what can't be used is named.
class BuilderPasteRulesTest {
    private static final String OLD = """
        Hi Sarah, this is Tom Baker from Brightdesk. I hope you're doing well. Many clinics tell me that they lose two hours a day on reminders.
        We help clinics fill empty slots within the hour. Who answers the phone at eight, Sarah?
        I'd love to schedule a demo. Please call me back at 555-0134. I'll try you again tomorrow. Thanks, and have a great day!""";

    @Test
    void greetingAndNamesBecomeFields() {
        BuilderPasteRules.Read read = BuilderPasteRules.read(OLD, BuilderAnswers.NONE);
        assertEquals("Tom Baker", read.answers().name());
        assertEquals("Brightdesk", read.answers().company());
        assertEquals("Many clinics tell me that they lose two hours a day on reminders. Who answers the phone at eight, {{first_name|"
            + "there}}?", read.own().message());
        Text first = BuilderRules.draft(read.answers(), 0, read.own()).texts().getFirst();
        assertTrue(first.body().contains("{{my_name}}") && first.body().contains("{{my_company}}") && first.body()
            .contains("{{callback_day}} at {{callback_time}}"), first.body());
        assertFalse(first.body().contains("Sarah"));
    }

    @Test
    void whatAnswersAQuestionAnswersIt() {
        BuilderAnswers answers = BuilderPasteRules.read(OLD, BuilderAnswers.NONE).answers();
        assertEquals("clinics", answers.audience());
        assertEquals("they lose two hours a day on reminders", answers.pain());
        assertEquals("fill empty slots within the hour", answers.value());
        assertEquals("warehouses", BuilderPasteRules.read(OLD, BuilderAnswers.NONE.with(BuilderAnswers.Question.AUDIENCE, "warehouses"))
            .answers().audience());
    }

    @Test
    void nothingIsLostInSilence() {
        List<String> left = BuilderPasteRules.read(OLD, BuilderAnswers.NONE).left();
        for (String part : List.of("I hope you're doing well.", "We help clinics fill empty slots within the hour.",
            "I'd love to schedule a demo.", "Please call me back at 555-0134.",
            "I'll try you again tomorrow.", "Thanks, and have a great day!")) {
            assertEquals(1, left.stream().filter(row -> row.startsWith("“" + part + "” ")).count(), part + " in " + left);
        }
        assertEquals(6, left.size(), left.toString());
    }

    @Test
    void whoIsCallingIsReadHoweverItIsSaid() {
        for (String opening : List.of("Good morning Mr. Brooks. My name is Olu Adeyemi, I am with Green Acre. ",
            "Hey Sarah its Olu Adeyemi w/ Green Acre. ", "Hello, Olu Adeyemi here, and I'm calling from Green Acre. ")) {
            BuilderPasteRules.Read read = BuilderPasteRules.read(opening + "Your feed spoils in July.", BuilderAnswers.NONE);
            assertEquals("Olu Adeyemi, Green Acre: Your feed spoils in July.", read.answers().name() + ", " + read.answers().company() + ": "
                + read.own().message(), opening);
        }
        assertEquals("Your feed spoils in July.", BuilderPasteRules.read("{{first_name}}, {{my_name}} here from {{my_company}}. Your feed spoils in July.",
            BuilderAnswers.NONE).own().message());
    }

    @Test
    void placeholdersOfOtherProgramsAreRead() {
        BuilderPasteRules.Read read = BuilderPasteRules.read("Hello [First Name], this is {{my_name}} from {{my_company}}. Does anybody at %Company% count the early trucks, <FirstName>?",
            BuilderAnswers.NONE);
        assertEquals("Does anybody at {{company|your team}} count the early trucks, {{first_name|there}}?", read.own().message());
        assertEquals(BuilderAnswers.NONE, read.answers());
    }

    @Test
    void theCompanyOfTheProspectBecomesAField() {
        assertEquals("Does the team at {{company|your team}} count the early trucks?",
            BuilderPasteRules.read("Does the team at Acme Foods count the early trucks?", BuilderAnswers.NONE).own().message());
    }

    @Test
    void whatIsTooLongToBeSpokenIsWritten() {
        String many = "Early trucks block doors. Late trucks wait outside. Somebody counts both at most sites. Nobody looks at the list. The list shows a day. "
            + "That day is often the same. A second gate would not help. A phone call at noon would.";
        BuilderPasteRules.Read read = BuilderPasteRules.read(many, BuilderAnswers.NONE);
        assertTrue(read.own().message().split(" ").length <= 30, read.own().message());
        assertEquals(many, read.own().message() + " " + read.own().more());
        SeriesDraft draft = BuilderRules.draft(read.answers(), 0, read.own());
        assertTrue(draft.texts().get(1).body().contains(read.own().more()));
        assertFalse(read.left().isEmpty());
    }

    @Test
    void anEmptyScriptChangesNothing() {
        BuilderPasteRules.Read read = BuilderPasteRules.read("  \n ", BuilderAnswers.NONE);
        assertEquals(new BuilderPasteRules.Read(BuilderAnswers.NONE, new BuilderPasteRules.Own("", ""), List.of()), read);
        assertEquals(BuilderRules.draft(BuilderAnswers.NONE, 0), BuilderRules.draft(read.answers(), 0, read.own()));
    }
}
