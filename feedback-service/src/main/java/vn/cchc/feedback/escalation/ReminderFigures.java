package vn.cchc.feedback.escalation;

import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.cchc.platform.metrics.StoredFigures;
import vn.cchc.platform.metrics.StoredGauge;

/** Reminders whose case still awaits its answer. */
@Singleton
class ReminderFigures implements StoredFigures {

    @Override
    public String query() {
        return Arrays.stream(Recipient.values())
                .map(recipient -> "count(*) FILTER (WHERE recipient = '" + recipient + "')")
                .collect(Collectors.joining(", ", "SELECT ", " FROM reminder WHERE open"));
    }

    @Override
    public List<StoredGauge> gauges() {
        return Arrays.stream(Recipient.values())
                .map(recipient -> new StoredGauge(
                        "cchc.reminders.open",
                        "reminders",
                        "Reminders decided whose case still awaits its answer, by recipient",
                        Tags.of("recipient", recipient.name())))
                .toList();
    }
}
