package vn.cchc.plan.milestone;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import vn.cchc.plan.timing.DueBasis;
import vn.cchc.plan.timing.DueBasisKind;
import vn.cchc.plan.timing.Offset;
import vn.cchc.plan.timing.OffsetUnit;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.recount.Moves;
import vn.cchc.platform.recount.RecountReason;

/** The due day of a milestone with its basis, the table of working days it was counted with, and its last move. */
@Embeddable
public class MilestoneDue {

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "work_on")
    private LocalDate workOn;

    @Column(name = "due_calendar")
    private String calendar;

    @Column(name = "due_provisional")
    private boolean provisional;

    @Column(name = "due_rolls")
    private boolean rolls = true;

    @Column(name = "due_moved_from")
    private LocalDate dueMovedFrom;

    @Column(name = "work_moved_from")
    private LocalDate workMovedFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "basis_kind")
    private DueBasisKind basisKind;

    @Column(name = "basis_day")
    private LocalDate basisDay;

    @Column(name = "basis_inclusive")
    private Boolean basisInclusive;

    @Column(name = "basis_amount")
    private Integer basisAmount;

    @Enumerated(EnumType.STRING)
    @Column(name = "basis_unit")
    private OffsetUnit basisUnit;

    protected MilestoneDue() {}

    /** Without a day yet. */
    static MilestoneDue undated(WorkingCalendar calendar) {
        MilestoneDue due = new MilestoneDue();
        due.calendar = calendar.version();
        return due;
    }

    /** Counts the day from its basis. */
    void count(DueBasis basis, WorkingCalendar table) {
        take(basis.dueDay(table));
        basisKind = basis.kind();
        basisDay = basis.day();
        basisInclusive = basis.inclusive();
        basisAmount = basis.offset().map(Offset::amount).orElse(null);
        basisUnit = basis.offset().map(Offset::unit).orElse(null);
        rolls = basis.counted().map(DueBasis.Counted::rolls).orElse(true);
    }

    private void take(DueDay day) {
        dueOn = day.dueOn();
        workOn = day.workOn();
        calendar = day.explanation().tableVersion();
        provisional = day.provisional();
    }

    /** Whether it is counted from this basis already, to the same day. */
    boolean isCountedFrom(DueBasis basis, WorkingCalendar table) {
        DueDay day = basis.dueDay(table);
        return day.dueOn().equals(dueOn) && day.provisional() == provisional && basis().equals(Optional.of(basis));
    }

    /** The days by another table of working days; empty when neither these nor the provisional flag changes. */
    Optional<DueDay> movedBy(WorkingCalendar table) {
        DueDay day = basis().orElseThrow().dueDay(table);
        return day.dueOn().equals(dueOn) && day.workOn().equals(workOn) && day.provisional() == provisional
                ? Optional.empty()
                : Optional.of(day);
    }

    /** The change as counts for the recount's statistics. */
    Moves moves(Optional<DueDay> moved) {
        return moved.map(day -> Moves.of(
                        day.dueOn().equals(dueOn)
                                ? day.workOn().compareTo(workOn)
                                : day.dueOn().compareTo(dueOn),
                        provisional && !day.provisional()))
                .orElse(Moves.of(0, false));
    }

    /**
     * Takes over the days counted with another version of the table of working days.
     *
     * @return the reason for the history
     */
    String recount(DueDay day, String table) {
        boolean dueMoves = !day.dueOn().equals(dueOn);
        boolean workMoves = !day.workOn().equals(workOn);
        String why = dueMoves || !workMoves
                ? RecountReason.of(table, dueOn, day.dueOn())
                : RecountReason.ofWorkDay(table, workOn, day.workOn());
        dueMovedFrom = dueMoves ? dueOn : dueMovedFrom;
        workMovedFrom = workMoves ? workOn : workMovedFrom;
        take(day);
        return why;
    }

    /**
     * Notes that the feedback's own recount has moved its day.
     *
     * @param movedFrom the day before that recount, if that moved it; otherwise null
     * @return the reason for the history; null where it is no news
     */
    String movedWithCase(DueBasis basis, LocalDate movedFrom, WorkingCalendar table) {
        boolean news = movedFrom != null && !movedFrom.equals(dueMovedFrom);
        dueMovedFrom = movedFrom;
        return news
                ? RecountReason.of(
                        basis.counted().map(DueBasis.Counted::calendar).orElse(table.version()), movedFrom, basis.day())
                : null;
    }

    /** Whether it is that of a feedback, counted by feedback-service. */
    boolean isDayOfCase() {
        return basisKind == DueBasisKind.DAY_OF_CASE;
    }

    boolean rolls() {
        return rolls;
    }

    public Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    /** The last working day on or before {@link #dueOn()}. */
    public Optional<LocalDate> workOn() {
        return Optional.ofNullable(workOn);
    }

    /** Version of the table of working days that it was counted with; empty without a due day. */
    public Optional<String> calendar() {
        return dueOn == null ? Optional.empty() : Optional.of(calendar);
    }

    /** Whether it depends on a year without a table; it may move when the table comes. */
    public boolean isProvisional() {
        return provisional;
    }

    /** The due day before the last recount, if that moved it. */
    public Optional<LocalDate> dueMovedFrom() {
        return Optional.ofNullable(dueMovedFrom);
    }

    /** {@link #workOn()} before the last recount, if that moved it. */
    public Optional<LocalDate> workMovedFrom() {
        return Optional.ofNullable(workMovedFrom);
    }

    Optional<DueBasis> basis() {
        if (basisKind == null) {
            return Optional.empty();
        }
        Optional<Offset> offset =
                basisAmount == null ? Optional.empty() : Optional.of(new Offset(basisAmount, basisUnit));
        Optional<DueBasis.Counted> counted =
                isDayOfCase() ? Optional.of(new DueBasis.Counted(calendar, provisional, rolls)) : Optional.empty();
        return Optional.of(new DueBasis(basisKind, basisDay, basisInclusive, offset, counted));
    }
}
