package app.afterbeep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({"10:15, 10:15", "9, 09:00", "2:30 pm, 14:30", "2:30pm, 14:30", "14.30, 14:30", "1430, 14:30", "915, 09:15", "2, 14:00", "12 am, 00:00",
        "12 pm, 12:00", "6:45, 18:45", "6:45 am, 06:45", "25:00, ", "soon, ", "'', "})
    void readsTimesAsPeopleWriteThem(String text, LocalTime time) {
        assertEquals(Optional.ofNullable(time), Times.parseWorking(text));
    }
}
