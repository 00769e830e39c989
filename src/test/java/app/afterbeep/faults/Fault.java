package app.afterbeep.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/// A test of one of the faults that the program has to survive. All of them: `mvn test -Dgroups=fault`.
@Tag("fault")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Fault {
    /// Its number in the list of faults.
    int value();

    /// How it is produced, for the table.
    String how();

    /// What happens when the test holds, for the table; where the test has no figures of its own ([Tally]).
    String then() default "as it must";
}
