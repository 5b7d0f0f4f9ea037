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
 * Aggregate: a periodic report of an authority. Editable as a draft, frozen by approval, reopened only when the
 * superior authority returns it. The corrected report is the next edition under the same number.
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
     * @param calendar version of the working-day table used
     * @param provisional whether it depends on a year that this table does not cover; it may then move
     */
    record CutOff(LocalDate day, String calendar, boolean provisional) {

        /** For a report due on that day. */
        static CutOff of(RegimeDays days, LocalDate dueOn, WorkingCalendar calendar) {
            return new CutOff(
                    days.cutOff(dueOn, calendar), calendar.version(), days.isCutOffProvisional(dueOn, calendar));
        }
    }

    /** Creates the draft of a report that a plan asks for. */
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

    /**
     * Resets the milestone position if the event that the report's days came from is void; the remaining valid state is
     * then applied.
     */
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

    /** Whether the milestone has a newer event than the one the report's days came from. */
    boolean isBehind(DueReport.Milestone milestone) {
        return milestone.epoch() > milestoneEpoch
                || (milestone.epoch() == milestoneEpoch && milestone.sequence() > milestoneSequence);
    }

    /** The current cut-off. */
    CutOff asItIs() {
        return new CutOff(cutOff, cutOffCalendar, cutOffProvisional);
    }

    /**
     * Applies the days of the plan's milestone.
     *
     * @param isCountedAnew whether the milestone's day was counted with another working-day table than before
     * @return whether any of the report's days changes
     */
    boolean follow(DueReport due, CutOff found, boolean isCountedAnew, OffsetDateTime now) {
        require(ReportTransition.REDATE);
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
     * Applies a cut-off found with another working-day table; no change if day and provisional status are equal.
     *
     * @return whether the day or its provisional status changes
     */
    boolean recount(CutOff found, OffsetDateTime now) {
        require(ReportTransition.REDATE);
        if (found.day().equals(cutOff) && found.provisional() == cutOffProvisional) {
            return false;
        }
        takeCutOff(found);
        changedAt = now;
        return true;
    }

    /** Replaces the proposed or previously edited text of a section. */
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

    /** Requires that the days counted are over. */
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

    /** Approves the report; a number once assigned is kept. */
    void approve(int givenNumber, LocalDate today, long answered, long answeredInTime, OffsetDateTime now) {
        change(ReportTransition.APPROVE);
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
        change(ReportTransition.DISPATCH);
        sentOn = today;
        firstSentOn = firstSentOn == null ? today : firstSentOn;
        sentEdition = edition;
        changedAt = now;
    }

    void receive(LocalDate today, OffsetDateTime now) {
        change(ReportTransition.RECEIVE);
        receivedOn = today;
        changedAt = now;
    }

    /** Returns the report and opens the next edition. */
    void giveBack(String reason, LocalDate today, OffsetDateTime now) {
        change(ReportTransition.RETURN);
        returnedOn = today;
        returnReason = reason;
        edition++;
        changedAt = now;
    }

    private void change(ReportTransition transition) {
        require(transition);
        state = transition.after(state);
    }

    private void require(ReportTransition transition) {
        if (!transition.possibleFrom(state)) {
            throw Problem.wrongTransition(state.name(), transition.resource(), state.allowed());
        }
    }

    /** Last approved edition; empty before the first approval. */
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

    /** Version of the working-day table that the due day was counted with, if known. */
    Optional<String> dueCalendar() {
        return Optional.ofNullable(dueCalendar);
    }

    /** The due day before the last recount of the plan's milestone, if that moved it. */
    Optional<LocalDate> dueMovedFrom() {
        return Optional.ofNullable(dueMovedFrom);
    }

    /** Version of the working-day table used for the cut-off. */
    String cutOffCalendar() {
        return cutOffCalendar;
    }

    /** Whether the cut-off depends on a year without a working-day table. */
    boolean isCutOffProvisional() {
        return cutOffProvisional;
    }

    /** Whether the due day depends on a year without a working-day table. */
    boolean isDueProvisional() {
        return dueProvisional;
    }

    LocalDate workOn() {
        return workOn;
    }

    ReportState state() {
        return state;
    }

    /** Whether it has never been approved. */
    boolean isDraft() {
        return state == ReportState.DRAFT;
    }

    int edition() {
        return edition;
    }

    /** Last edition sent to the superior authority; empty before the first dispatch. */
    Optional<Integer> sentEdition() {
        return Optional.ofNullable(sentEdition);
    }

    Optional<Integer> number() {
        return Optional.ofNullable(number);
    }

    /** Year of the number book that the number was taken from. */
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

    /** Edited texts by section code. */
    Map<String, WrittenSection> sections() {
        return Map.copyOf(sections);
    }
}
