package vn.cchc.plan.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Transition;
import vn.cchc.plan.calendar.RevisionRepository.Count;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.idempotency.Identified;
import vn.cchc.platform.recount.Moves;
import vn.cchc.platform.recount.Stage;
import vn.cchc.platform.time.VietnamTime;

/** A revision of the working calendar with its impact on due days, as counted so far. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CalendarRevision")
@AsSent({"ProposeCalendarRevision", "DecideCalendarRevision"})
public record CalendarRevisionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long version,

        @Schema(
                required = true,
                examples = "1",
                description = "Its number, from 1; a higher one goes before a lower one")
        @Min(1)
        int revision,

        @Schema(required = true) RevisionState state,

        @Schema(required = true, examples = "2028", description = "The year whose days it settles")
        @Min(ProposeRevision.FIRST_YEAR)
        @Max(ProposeRevision.LAST_YEAR)
        int year,

        @Schema(required = true, examples = "VN-2026.1", description = "The table that it changes")
        @Size(max = CalendarTable.LONGEST_VERSION)
        String baseVersion,

        @Schema(required = true, examples = "VN-2026.1.1", description = "The table that it makes")
        @Size(max = CalendarTable.LONGEST_VERSION)
        String tableVersion,

        @Schema(
                required = true,
                description = "Days that are worked in the one table and not in the other, in their order")
        @Size(max = 3 * CalendarYearView.DAYS)
        List<ChangedDay> changedDays,

        @Schema(required = true, description = "The year as it would be, or has become")
        CalendarYearView days,

        @Schema(required = true) OffsetDateTime proposedAt,

        @Schema(required = true, examples = "Nguyễn Văn An") @Size(max = Caller.LONGEST_NAME)
        String proposedBy,

        @Schema(required = true, description = "Why the last step was taken")
        String reason,

        @Schema(required = true, description = "Until when the counts of the services are waited for")
        OffsetDateTime answerBy,

        @Schema(required = true, description = "What each service has counted") @Size(max = Bounds.SERVICES)
        List<ServiceCount> services,

        @Schema(required = true, description = "The sum of what would move")
        MovesView sum,

        @Schema(
                required = true,
                examples = "[\"reporting-service\"]",
                description = "Services that have not counted yet")
        @Size(max = Bounds.SERVICES)
        List<@Size(max = Bounds.NAME) String> unanswered,

        @Schema(
                required = true,
                description = "Whether it may be applied now: all have counted, or the time for it is over")
        boolean applicable,

        @Schema(
                required = true,
                examples = "[\"applications\", \"withdrawals\"]",
                description = "Sub-resources that may be posted to in this state")
        @Size(max = Bounds.TRANSITIONS)
        List<@Size(max = Bounds.NAME) String> allowed)
        implements Identified {

    /** A day that changes between working day and day off. */
    @Schema(name = "ChangedWorkingDay")
    public record ChangedDay(
            @Schema(required = true, examples = "2028-01-03")
            LocalDate day,

            @Schema(required = true, description = "Whether it is worked by the new table")
            boolean worked,

            @Schema(description = "Why it is off, by the table in which it is")
            BilingualText reasonOff) {}

    /** The counts of one service. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ServiceCount")
    public record ServiceCount(
            @Schema(required = true, examples = "feedback-service") @Size(max = Bounds.NAME)
            String service,

            @Schema(description = "What would move; absent until it has counted")
            MovesView preview,

            @Schema(description = "What has moved; absent until all is counted anew, or another table supersedes it")
            MovesView recount) {}

    /** Impact on open due days. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DueDayMoves")
    public record MovesView(
            @Schema(required = true, examples = "120", description = "Open due days that were looked at")
            long open,

            @Schema(
                    required = true,
                    examples = "7",
                    description =
                            "Those that move to a later day; where the due day stays, the last working day before it counts")
            long later,

            @Schema(required = true, examples = "0", description = "Those that move to an earlier one")
            long earlier,

            @Schema(required = true, examples = "12", description = "Those that are provisional no more")
            long settled,

            @Schema(
                    required = true,
                    examples = "0",
                    description =
                            "Those that could not be counted and keep the day that they have; the log of the service names them")
            long passedOver,

            @Schema(
                    examples = "VN-2026.1.2",
                    description =
                            "The table that came into force before the service had counted all with this one; it counts all with"
                                    + " that")
            @Size(max = CalendarTable.LONGEST_VERSION)
            String supersededBy,

            @Schema(description = "When it was counted; absent of a sum")
            OffsetDateTime at) {

        private static MovesView of(Moves moves, String supersededBy, OffsetDateTime at) {
            return new MovesView(
                    moves.open(),
                    moves.later(),
                    moves.earlier(),
                    moves.settled(),
                    moves.passedOver(),
                    supersededBy,
                    at);
        }
    }

    /**
     * @param base the calendar that it changes
     * @param expected the services that must count
     */
    static CalendarRevisionView of(
            CalendarRevision revision, WorkingCalendar base, List<Count> counts, List<String> expected, Instant now) {
        WorkingCalendar calendar = WorkingCalendar.of(revision.table());
        List<String> unanswered = unanswered(revision, counts, expected);
        return new CalendarRevisionView(
                revision.id(),
                revision.version(),
                revision.revision(),
                revision.state(),
                revision.year(),
                revision.baseVersion(),
                revision.tableVersion(),
                changedDays(revision.year(), base, calendar),
                CalendarYearView.of(revision.year(), calendar),
                local(revision.proposedAt()),
                revision.proposedBy(),
                revision.reason(),
                local(revision.answerBy()),
                expected.stream()
                        .map(service -> new ServiceCount(
                                service,
                                moves(counts, service, Stage.PREVIEW).orElse(null),
                                moves(counts, service, Stage.RECOUNT).orElse(null)))
                        .toList(),
                MovesView.of(
                        counts.stream()
                                .filter(count -> count.stage() == Stage.PREVIEW)
                                .map(Count::moves)
                                .reduce(Moves.NONE, Moves::plus),
                        null,
                        null),
                unanswered,
                isApplicable(revision, unanswered, now),
                Transition.resources(revision.state().transitions()));
    }

    /** After the application, a service without a preview is unanswered only until it has sent its recount. */
    private static List<String> unanswered(CalendarRevision revision, List<Count> counts, List<String> expected) {
        List<String> unanswered = missing(counts, expected, Stage.PREVIEW);
        if (revision.state() == RevisionState.APPLIED) {
            unanswered = missing(counts, unanswered, Stage.RECOUNT);
        }
        return unanswered;
    }

    /** The services without a count for this stage. */
    static List<String> missing(List<Count> counts, List<String> expected, Stage stage) {
        return expected.stream()
                .filter(service -> moves(counts, service, stage).isEmpty())
                .toList();
    }

    static boolean isApplicable(CalendarRevision revision, List<String> unanswered, Instant now) {
        return revision.state().transitions().contains(Transition.APPLY)
                && (unanswered.isEmpty() || now.isAfter(revision.answerBy()));
    }

    private static Optional<MovesView> moves(List<Count> counts, String service, Stage stage) {
        return counts.stream()
                .filter(count -> count.service().equals(service) && count.stage() == stage)
                .map(count -> MovesView.of(count.moves(), count.supersededBy(), count.at()))
                .findFirst();
    }

    private static List<ChangedDay> changedDays(int year, WorkingCalendar base, WorkingCalendar calendar) {
        TreeSet<LocalDate> looked = new TreeSet<>();
        LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).forEach(looked::add);
        // The make-up day of a day off may lie in the previous or next year.
        for (WorkingCalendar either : List.of(base, calendar)) {
            either.year(year).swaps().stream()
                    .map(CalendarTable.Swap::makeUpWorkday)
                    .forEach(looked::add);
        }
        return looked.stream()
                .filter(day -> base.isWorkingDay(day) != calendar.isWorkingDay(day))
                .map(day -> new ChangedDay(
                        day,
                        calendar.isWorkingDay(day),
                        calendar.reasonOff(day).or(() -> base.reasonOff(day)).orElse(null)))
                .toList();
    }

    private static OffsetDateTime local(Instant time) {
        return time.atZone(VietnamTime.ZONE).toOffsetDateTime();
    }
}
