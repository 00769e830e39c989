package app.afterbeep.studio;

/// What the rep answers to the builder's four questions, as typed. Who you are takes two fields: the name and the company.
///
/// @param audience whom you help
/// @param pain     that you resolve
/// @param value    that follows
public record BuilderAnswers(String name, String company, String audience, String pain, String value) {
    public static final BuilderAnswers NONE = new BuilderAnswers("", "", "", "", "");

    /// One of the answers.
    public enum Question { NAME, COMPANY, AUDIENCE, PAIN, VALUE }

    public String answer(Question question) {
        return switch (question) {
            case NAME -> name;
            case COMPANY -> company;
            case AUDIENCE -> audience;
            case PAIN -> pain;
            case VALUE -> value;
        };
    }

    public BuilderAnswers with(Question question, String text) {
        return switch (question) {
            case NAME -> new BuilderAnswers(text, company, audience, pain, value);
            case COMPANY -> new BuilderAnswers(name, text, audience, pain, value);
            case AUDIENCE -> new BuilderAnswers(name, company, text, pain, value);
            case PAIN -> new BuilderAnswers(name, company, audience, text, value);
            case VALUE -> new BuilderAnswers(name, company, audience, pain, text);
        };
    }

    /// These answers, with those of `other` where there is none.
    public BuilderAnswers or(BuilderAnswers other) {
        BuilderAnswers answers = this;
        for (Question question : Question.values()) {
            answers = answers.answer(question).isBlank() ? answers.with(question, other.answer(question)) : answers;
        }
        return answers;
    }
}
