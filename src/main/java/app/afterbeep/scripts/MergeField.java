package app.afterbeep.scripts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The merge fields that the program knows of; every extra column of an import is one too.
public enum MergeField {
    FIRST_NAME("The prospect's first name"),
    LAST_NAME("The prospect's last name"),
    FULL_NAME("The prospect's first and last name"),
    COMPANY("The prospect's company"),
    TITLE("The prospect's title"),
    CITY("The prospect's city"),
    STATE("The prospect's state"),
    ZIP("The prospect's postal code"),
    COUNTRY("The prospect's country"),
    EMAIL("The prospect's email address"),
    MY_NAME("Your name"),
    MY_COMPANY("Your company"),
    MY_PHONE("Your phone number"),
    MY_PROBLEM("The problem your customers had"),
    MY_RESULT("What changed for your customers"),
    CALLBACK_DAY("The day of your next call, as it is scheduled"),
    CALLBACK_TIME("The time of your next call, as it is scheduled"),
    LAST_MESSAGE_DAY("The day of your last message to this prospect");

    private final String says;

    MergeField(String says) {
        this.says = says;
    }

    /// As it stands between the braces: `first_name`.
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What it stands for, in words.
    public String says() {
        return says;
    }

    public static Set<String> names() {
        return Arrays.stream(values()).map(MergeField::field).collect(Collectors.toUnmodifiableSet());
    }
}
