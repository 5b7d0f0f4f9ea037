package vn.cchc.reporting.report;

import static vn.cchc.reporting.document.PrintedForms.inFigures;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.event.Voided;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;
import vn.cchc.reporting.regime.RegimeDays;

/**
 * A periodic report of an authority. It is edited while it is a draft, frozen by approval, and opened again only when the
 * authority above returns it; the corrected report is the next edition under the same number.
 */
@Entity
@Table(name = "report")
class Report {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "authority_id")
    private UUID authorityId;

    @Column(name = "milestone_id")
    private UUID milestoneId;

    @Column(name = "plan_id")
    private UUID planId;

    private int year;
    private String regime;
    private String period;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "cut_off")
    private LocalDate cutOff;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "work_on")
    private LocalDate workOn;

    @OptimisticLock(excluded = true)
    @Column(name = "due_calendar")
    private String dueCalendar;

    @Column(name = "due_provisional")
    private boolean dueProvisional;

    @Column(name = "due_moved_from")
    private LocalDate dueMovedFrom;

    @OptimisticLock(excluded = true)
    @Column(name = "cut_off_calendar")
    private String cutOffCalendar;

    @Column(name = "cut_off_provisional")
    private boolean cutOffProvisional;

    @OptimisticLock(excluded = true)
    @Column(name = "milestone_epoch")
    private int milestoneEpoch;

    @OptimisticLock(excluded = true)
    @Column(name = "milestone_sequence")
    private long milestoneSequence;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    private int edition;

    @Column(name = "sent_edition")
    private Integer sentEdition;

    private Integer number;

    @Column(name = "number_year")
    private Integer numberYear;

    @Column(name = "approved_on")
    private LocalDate approvedOn;

    @Column(name = "first_sent_on")
    private LocalDate firstSentOn;

    @Column(name = "sent_on")
    private LocalDate sentOn;

    @Column(name = "received_on")
    private LocalDate receivedOn;

    @Column(name = "returned_on")
    private LocalDate returnedOn;

    @Column(name = "return_reason")
    private String returnReason;

    @Column(name = "feedback_answered")
    private Long feedbackAnswered;

    @Column(name = "feedback_answered_in_time")
    private Long feedbackAnsweredInTime;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @ElementCollection
    @CollectionTable(name = "report_section", joinColumns = @JoinColumn(name = "report_id"))
    @MapKeyColumn(name = "code")
    private Map<String, WrittenSection> sections = new HashMap<>();

    protected Report() {}

    /**
     * The last day counted.
     *
     * @param calendar version of the table of working days that it was found with
     * @param provisional whether it rests on a year that this table did not cover: then it may move
     */
    record CutOff(LocalDate day, String calendar, boolean provisional) {

        /** Of a report that is due on that day. */
        static CutOff of(RegimeDays days, LocalDate dueOn, WorkingCalendar calendar) {
            return new CutOff(
                    days.cutOff(dueOn, calendar), calendar.version(), days.isCutOffProvisional(dueOn, calendar));
        }
    }

    /** A new draft of a report that a plan asks for. */
    Report(UUID id, DueReport due, String regime, LocalDate periodFrom, CutOff cutOff, OffsetDateTime now) {
        this.id = id;
        this.authorityId = due.authorityId();
        DueReport.Milestone milestone = due.milestone().orElseThrow();
        this.milestoneId = milestone.id();
        this.planId = milestone.planId();
        this.year = due.year();
        this.regime = regime;
        this.period = due.period();
        this.periodFrom = periodFrom;
        takeDays(due, milestone);
        takeCutOff(cutOff);
        this.state = ReportState.DRAFT;
        this.edition = 1;
        this.createdAt = now;
        this.changedAt = now;
    }

    private void takeDays(DueReport due, DueReport.Milestone milestone) {
        dueOn = due.dueOn();
        workOn = due.workOn() == null ? due.dueOn() : due.workOn();
        dueCalendar = due.dueCalendar();
        dueProvisional = due.dueProvisional();
        milestoneEpoch = milestone.epoch();
        milestoneSequence = milestone.sequence();
    }

    private void takeCutOff(CutOff found) {
        cutOff = found.day();
        cutOffCalendar = found.calendar();
        cutOffProvisional = found.provisional();
    }

    /** Where what it took its days from has become void, it takes them from what still holds. */
    void unfollow(Voided milestone) {
        boolean holds = milestoneEpoch >= milestone.epoch()
                || milestone
                        .last()
                        .filter(last -> last.epoch() > milestoneEpoch
                                || (last.epoch() == milestoneEpoch && last.sequence() >= milestoneSequence))
                        .isPresent();
        if (!holds) {
            milestoneEpoch = 0;
            milestoneSequence = 0;
        }
    }

    /** Whether the plan's milestone has been told of again since the report took its days from it. */
    boolean isBehind(DueReport.Milestone milestone) {
        return milestone.epoch() > milestoneEpoch
                || (milestone.epoch() == milestoneEpoch && milestone.sequence() > milestoneSequence);
    }

    /** The cut-off as it stands. */
    CutOff asItIs() {
        return new CutOff(cutOff, cutOffCalendar, cutOffProvisional);
    }

    /**
     * Takes the days of the plan's milestone over.
     *
     * @param isCountedAnew whether the milestone's day was counted with another table of working days than before
     * @return whether any of the report's days changes by it
     */
    boolean follow(DueReport due, CutOff found, boolean isCountedAnew, OffsetDateTime now) {
        LocalDate before = dueOn;
        LocalDate workBefore = workOn;
        boolean provisionalBefore = dueProvisional;
        takeDays(due, due.milestone().orElseThrow());
        boolean cutOffChanges = recount(found, now);
        if (!before.equals(dueOn)) {
            dueMovedFrom = isCountedAnew ? before : null;
        }
        boolean moves = cutOffChanges
                || !before.equals(dueOn)
                || !workBefore.equals(workOn)
                || provisionalBefore != dueProvisional;
        changedAt = moves ? now : changedAt;
        return moves;
    }

    /**
     * Takes a cut-off over that was found with another table of working days; the same day, as provisional as before, is left
     * as it is.
     *
     * @return whether it moves, or is provisional no more, or only now
     */
    boolean recount(CutOff found, OffsetDateTime now) {
        if (found.day().equals(cutOff) && found.provisional() == cutOffProvisional) {
            return false;
        }
        takeCutOff(found);
        changedAt = now;
        return true;
    }

    /** Replaces what is proposed for a section, or what was written before. */
    void write(String section, WrittenSection text) {
        if (!state.isEditable()) {
            throw Problem.wrongTransition(state.name(), "sections", state.allowed());
        }
        sections.put(section, text);
        changedAt = text.editedAt();
    }

    boolean isApprovable(LocalDate today) {
        return ReportTransition.APPROVE.possibleFrom(state) && isCutOffPassed(today);
    }

    /** Checks that approval is possible now: the days counted must be over. */
    void requireApprovable(LocalDate today) {
        require(ReportTransition.APPROVE);
        if (!isCutOffPassed(today)) {
            throw Problem.unprocessable(
                    "cut-off-not-passed",
                    BilingualText.of(
                            "Chưa thể phê duyệt: số liệu được chốt vào cuối ngày " + inFigures(cutOff) + ".",
                            "It cannot be approved yet: the figures are those at the end of " + cutOff + "."));
        }
    }

    /** Whether the days counted are over. */
    boolean isCutOffPassed(LocalDate today) {
        return today.isAfter(cutOff);
    }

    /** Keeps the number once it has one. */
    void approve(int givenNumber, LocalDate today, long answered, long answeredInTime, OffsetDateTime now) {
        require(ReportTransition.APPROVE);
        state = ReportState.APPROVED;
        if (number == null) {
            number = givenNumber;
            numberYear = today.getYear();
        }
        approvedOn = today;
        feedbackAnswered = answered;
        feedbackAnsweredInTime = answeredInTime;
        changedAt = now;
    }

    void send(LocalDate today, OffsetDateTime now) {
        require(ReportTransition.DISPATCH);
        state = ReportState.SENT;
        sentOn = today;
        firstSentOn = firstSentOn == null ? today : firstSentOn;
        sentEdition = edition;
        changedAt = now;
    }

    void receive(LocalDate today, OffsetDateTime now) {
        require(ReportTransition.RECEIVE);
        state = ReportState.RECEIVED;
        receivedOn = today;
        changedAt = now;
    }

    /** Opens the next edition. */
    void giveBack(String reason, LocalDate today, OffsetDateTime now) {
        require(ReportTransition.RETURN);
        state = ReportState.RETURNED;
        returnedOn = today;
        returnReason = reason;
        edition++;
        changedAt = now;
    }

    private void require(ReportTransition transition) {
        if (!transition.possibleFrom(state)) {
            throw Problem.wrongTransition(state.name(), transition.resource(), state.allowed());
        }
    }

    /** The last approved edition; empty before the first approval. */
    Optional<Integer> frozenEdition() {
        int frozen = state.isEditable() ? edition - 1 : edition;
        return frozen == 0 ? Optional.empty() : Optional.of(frozen);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID authorityId() {
        return authorityId;
    }

    UUID milestoneId() {
        return milestoneId;
    }

    UUID planId() {
        return planId;
    }

    int year() {
        return year;
    }

    String regime() {
        return regime;
    }

    String period() {
        return period;
    }

    LocalDate periodFrom() {
        return periodFrom;
    }

    LocalDate cutOff() {
        return cutOff;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    /** Version of the table of working days that the due day was counted with, where the plan has told it. */
    Optional<String> dueCalendar() {
        return Optional.ofNullable(dueCalendar);
    }

    /** The due day before the plan's milestone was dated anew, where it has moved then. */
    Optional<LocalDate> dueMovedFrom() {
        return Optional.ofNullable(dueMovedFrom);
    }

    /** Version of the table of working days that the cut-off was found with. */
    String cutOffCalendar() {
        return cutOffCalendar;
    }

    /** Whether the cut-off rests on a year without a table of working days. */
    boolean isCutOffProvisional() {
        return cutOffProvisional;
    }

    /** Whether the due day rests on a year without a table of working days. */
    boolean isDueProvisional() {
        return dueProvisional;
    }

    LocalDate workOn() {
        return workOn;
    }

    ReportState state() {
        return state;
    }

    /** Whether nothing of it has been approved yet. */
    boolean isDraft() {
        return state == ReportState.DRAFT;
    }

    int edition() {
        return edition;
    }

    /** The edition that the authority above has; empty before the first dispatch. */
    Optional<Integer> sentEdition() {
        return Optional.ofNullable(sentEdition);
    }

    Optional<Integer> number() {
        return Optional.ofNullable(number);
    }

    /** The year of the book in which the number was given. */
    Optional<Integer> numberYear() {
        return Optional.ofNullable(numberYear);
    }

    LocalDate approvedOn() {
        return approvedOn;
    }

    LocalDate firstSentOn() {
        return firstSentOn;
    }

    LocalDate sentOn() {
        return sentOn;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    LocalDate returnedOn() {
        return returnedOn;
    }

    String returnReason() {
        return returnReason;
    }

    Long feedbackAnswered() {
        return feedbackAnswered;
    }

    Long feedbackAnsweredInTime() {
        return feedbackAnsweredInTime;
    }

    OffsetDateTime createdAt() {
        return createdAt;
    }

    OffsetDateTime changedAt() {
        return changedAt;
    }

    /** What people have written, by section. */
    Map<String, WrittenSection> sections() {
        return Map.copyOf(sections);
    }
}
