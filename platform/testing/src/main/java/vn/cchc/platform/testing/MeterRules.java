package vn.cchc.platform.testing;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;

/** What holds for the meters of every service: whoever reads one knows what it measures, and in which unit. */
public final class MeterRules {

    /** Plain numbers, and states of 0 or 1. A new meter that is neither has a base unit instead. */
    private static final Set<String> WITHOUT_UNIT = Set.of(
            // The unit stands in its name: at the end, where Micrometer would add it, it could not be read.
            "cchc.calendar.days.left",
            "cchc.dead.letters",
            "cchc.dead.letters.open",
            "cchc.events.ignored",
            "cchc.events.lag",
            "cchc.events.void",
            "cchc.feedback.due.soon",
            "cchc.feedback.open",
            "cchc.feedback.overdue",
            "cchc.history.lost",
            "cchc.mails.enabled",
            "cchc.milestones.overdue",
            "cchc.milestones.owed",
            "cchc.outbox.pending",
            "cchc.outbox.refused",
            "cchc.recount.passed.over",
            "cchc.reports.due",
            "cchc.reports.late",
            "cchc.requests.ended",
            "cchc.tracking.keys",
            "cchc.tracking.keys.unreadable");

    private MeterRules() {}

    /** The offences of our own meters in the registry, one line each; empty when all is well. */
    public static List<String> offences(MeterRegistry meters) {
        List<Meter.Id> ours = meters.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("cchc."))
                .toList();
        if (ours.isEmpty()) {
            return List.of("there is no meter of ours");
        }
        return ours.stream()
                .filter(id -> isBlank(id.getDescription())
                        || isBlank(id.getBaseUnit()) != WITHOUT_UNIT.contains(id.getName()))
                .map(id -> "%s: description %s, unit %s".formatted(id.getName(), id.getDescription(), id.getBaseUnit()))
                .distinct()
                .toList();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
