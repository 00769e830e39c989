package app.afterbeep.agenda;

import app.afterbeep.cadence.WhenRules.What;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.ui.Times;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.ProductId;
import biweekly.util.Duration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes agreed times as an iCalendar file (RFC 5545), times in UTC. An event keeps its id when the promise is moved, so that a
/// calendar that reads the file again moves it instead of showing it twice. Names are text: the library escapes them.
final class CalendarFile {
    private static final int CALL_MINUTES = 15;
    private static final int MEETING_MINUTES = 30;

    private CalendarFile() {}

    /// @param origin what the entry's id comes from
    record Entry(AgendaEntry entry, AgendaStore.Origin origin) {}

    /// @param now when the file is written
    static byte[] bytes(List<Entry> entries, Instant now) throws IOException {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(new ProductId("-//Afterbeep//EN"));
        entries.forEach(entry -> calendar.addEvent(event(entry, now)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ICalWriter writer = new ICalWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), ICalVersion.V2_0)) {
            writer.write(calendar);
        }
        return out.toByteArray();
    }

    private static VEvent event(Entry of, Instant now) {
        AgendaEntry entry = of.entry();
        VEvent event = new VEvent();
        event.setUid(UUID.nameUUIDFromBytes(("afterbeep " + of.origin().first() + " " + of.origin().made().toEpochMilli())
            .getBytes(StandardCharsets.UTF_8)).toString());
        event.setSequence(of.origin().moves());
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(entry.at()));
        event.setDuration(Duration.builder().minutes(entry.meeting() ? MEETING_MINUTES : CALL_MINUTES).build());
        String phone = entry.phone().isEmpty() ? "" : PhoneNumbers.shown(entry.phone());
        event.setSummary((entry.meeting() ? "Meeting with " : "Call ") + Stream.of(entry.name(), entry.company(), phone)
            .filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining(", ")));
        event.setDescription(entry.why() + (entry.what() == What.PROMISE ? " " : entry.agreed() ? " at " : ": ")
            + Times.clock(entry.at().atZone(entry.zone())) + " there (" + Times.zone(entry.zone()) + ")");
        return event;
    }
}
