package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.scripts.MergeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Only the first seconds are heard. Says what is left without the parts that other rules would take out.
final class TooLong implements Rule {
    private static final int EMAIL_WORDS = 150;
    private static final int SECONDS = 60;
    private final List<Rule> shortening;

    TooLong(List<Rule> shortening) {
        this.shortening = List.copyOf(shortening);
    }

    @Override
    public List<Finding> read(Reading reading) {
        return switch (reading.draft().channel()) {
            case VOICEMAIL -> spoken(reading);
            case EMAIL -> reading.body().spoken() <= EMAIL_WORDS ? List.of() : List.of(Reading.whole("too-long", Severity.HINT, "A long email",
                reading.body().spoken() + " words; few read on after " + EMAIL_WORDS + ".", Optional.empty()));
            case CALL_GUIDE -> List.of();
        };
    }

    private List<Finding> spoken(Reading reading) {
        Limits limits = reading.draft().limits();
        int seconds = reading.draft().pace().seconds(reading.body().filled().text());
        if (seconds <= limits.targetSeconds()) {
            return List.of();
        }
        boolean beyond = seconds > limits.limitSeconds();
        int over = seconds - (beyond ? limits.limitSeconds() : limits.targetSeconds());
        return List.of(Reading.whole("too-long", beyond ? Severity.ERROR : Severity.WARNING,
            over + " s over " + (beyond ? "the limit" : "target"), advice(reading, seconds), Optional.empty()));
    }

    private String advice(Reading reading, int seconds) {
        List<Finding.Fix> cuts = new ArrayList<>();
        shortening.stream().flatMap(rule -> rule.read(reading).stream()).filter(f -> f.part() == Finding.Part.BODY).flatMap(f -> f.fix().stream())
            .sorted(Comparator.comparingInt(Finding.Fix::from)).filter(fix -> cuts.isEmpty()
                || fix.from() >= cuts.getLast().to()).forEach(cuts::add);
        int target = reading.draft().limits().targetSeconds();
        if (cuts.isEmpty()) {
            int words = Math.ceilDiv((seconds - target) * reading.draft().pace().wordsPerMinute(), SECONDS);
            return "It takes " + seconds + " s; " + words + (words == 1 ? " word" : " words") + " less bring it to " + target + " s.";
        }
        StringBuilder text = new StringBuilder(reading.draft().body());
        cuts.reversed().forEach(cut -> text.replace(cut.from(), cut.to(), cut.replacement()));
        int left = reading.draft().pace().seconds(MergeText.of(text.toString(), reading.values()).text());
        return "Without the " + (cuts.size() == 1 ? "marked part" : cuts.size() + " marked parts") + " it is " + left + " s.";
    }
}
