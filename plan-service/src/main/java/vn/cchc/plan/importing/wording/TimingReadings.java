package vn.cchc.plan.importing.wording;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.cchc.plan.authority.AuthorityRepository;
import vn.cchc.plan.importing.wording.TimingReadingsView.ExpectedOccurrence;
import vn.cchc.plan.importing.wording.TimingReadingsView.Reading;
import vn.cchc.plan.importing.wording.TimingReadingsView.Rule;
import vn.cchc.plan.timing.Occurrence;
import vn.cchc.plan.timing.TimingParser;
import vn.cchc.plan.timing.TimingReading;
import vn.cchc.plan.timing.TimingRule;
import vn.cchc.plan.timing.UnreadReason;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.http.Problem;

/** Reads wordings of timings as an import does, and stores nothing. */
@ApplicationScoped
class TimingReadings {

    /** Occurrences in an answer: those of {@value ReadTimings#MOST} texts that each state a day of every week fit. */
    static final int MOST_OCCURRENCES = 12_000;

    private final AuthorityRepository authorities;
    private final WorkingCalendars calendars;
    private final boolean everyTerm;

    /** @param everyTerm whether terms before an event and in hours are read, as an import does */
    TimingReadings(
            AuthorityRepository authorities,
            WorkingCalendars calendars,
            @ConfigProperty(name = "cchc.timings.every-term") boolean everyTerm) {
        this.authorities = authorities;
        this.calendars = calendars;
        this.everyTerm = everyTerm;
    }

    /**
     * @param authorityId the one whose setting says whether "trước ngày X" includes X itself
     * @throws Problem 404 when there is no such authority; 422 when there would be too many occurrences
     */
    TimingReadingsView read(ReadTimings request, UUID authorityId) {
        boolean inclusive = authorities.get(authorityId).deadlineInclusive();
        WorkingCalendar calendar = calendars.current();
        TimingParser parser = new TimingParser(request.year(), everyTerm);
        List<Reading> readings = new ArrayList<>();
        int occurrences = 0;
        for (String text : request.texts()) {
            TimingReading read = parser.read(text, request.report());
            Optional<UnreadReason> unread = read.unread();
            if (unread.isPresent()) {
                readings.add(Reading.unread(text, unread.get()));
                continue;
            }
            List<Rule> rules = new ArrayList<>();
            for (TimingRule rule : read.rules()) {
                List<ExpectedOccurrence> expected = Occurrence.of(rule, request.year(), inclusive).stream()
                        .map(occurrence -> ExpectedOccurrence.of(occurrence, calendar))
                        .toList();
                occurrences += expected.size();
                if (occurrences > MOST_OCCURRENCES) {
                    throw Problem.invalid(
                            "texts",
                            "Nêu quá " + MOST_OCCURRENCES + " mốc: hãy gửi ít nội dung hơn.",
                            "State more than " + MOST_OCCURRENCES + " occurrences: send fewer texts.");
                }
                rules.add(Rule.of(rule, parser.words(rule), expected));
            }
            readings.add(Reading.read(text, rules));
        }
        return new TimingReadingsView(calendar.version(), inclusive, readings);
    }
}
