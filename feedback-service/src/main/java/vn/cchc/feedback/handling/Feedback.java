package vn.cchc.feedback.handling;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.annotations.DynamicUpdate;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.TrackingCode;
import vn.cchc.feedback.Transition;
import vn.cchc.feedback.Urgency;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.HandlingPolicy;
import vn.cchc.feedback.limit.Stay;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.Term;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.recount.RecountReason;
import vn.cchc.platform.text.VietnameseText;
import vn.cchc.platform.time.VietnamTime;

/**
 * One phản ánh or kiến nghị from its arrival to its end. Each change of state is a method that checks its rule and gives
 * back the record of who did it, when and why; it raises the version by one.
 */
@Entity
@DynamicUpdate
@Table(name = "feedback")
public class Feedback {

    /** Characters of the content that lists show. */
    static final int EXCERPT = 120;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    @Id
    private UUID id;

    @Version
    private int version = 1;

    @Column(name = "authority_id", updatable = false)
    private UUID authorityId;

    @Column(name = "register_year", updatable = false)
    private int registerYear;

    @Column(name = "register_number", updatable = false)
    private int registerNumber;

    @Column(name = "tracking_code", updatable = false)
    private String trackingCode;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private Classification classification;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(updatable = false)
    private String content;

    @Column(name = "content_folded", updatable = false)
    private String contentFolded;

    @Column(updatable = false)
    private String excerpt;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "received_on", updatable = false)
    private LocalDate receivedOn;

    @Column(name = "entered_at", updatable = false)
    private Instant enteredAt;

    @Column(name = "entered_by", updatable = false)
    private String enteredBy;

    @Column(name = "entered_by_name", updatable = false)
    private String enteredByName;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "due_calendar")
    private String dueCalendar;

    @Column(name = "due_provisional")
    private boolean dueProvisional;

    @Column(name = "due_moved_from")
    private LocalDate dueMovedFrom;

    @Column(name = "policy_id")
    private UUID policyId;

    @Embedded
    private HandlingLimit limit;

    @Column(name = "paused_days")
    private int pausedDays;

    @Column(name = "paused_since")
    private LocalDate pausedSince;

    @Column(name = "unit_id")
    private UUID unitId;

    private String person;

    @Enumerated(EnumType.STRING)
    @Column(name = "refusal_reason")
    private RefusalReason refusalReason;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "answered_on")
    private LocalDate answeredOn;

    @Column(name = "ended_on")
    private LocalDate endedOn;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Feedback() {}

    /**
     * What is known of a feedback when it is entered.
     *
     * @param number     in the register of the year of entry
     * @param receivedAt when it arrived, which may be before the entry
     * @param entered    who enters it, and when
     */
    public record Arrival(
            UUID id,
            UUID authorityId,
            int number,
            TrackingCode code,
            Channel channel,
            Kind kind,
            String content,
            OffsetDateTime receivedAt,
            Occasion entered) {}

    /** A feedback that has just been entered; its limit runs from its arrival. */
    public static Feedback received(Arrival arrival, HandlingPolicy policy) {
        Feedback feedback = new Feedback();
        feedback.id = arrival.id();
        feedback.authorityId = arrival.authorityId();
        feedback.registerYear = arrival.entered().day().getYear();
        feedback.registerNumber = arrival.number();
        feedback.trackingCode = arrival.code().digits();
        feedback.channel = arrival.channel();
        feedback.kind = arrival.kind();
        feedback.urgency = Urgency.NORMAL;
        feedback.state = State.RECEIVED;
        feedback.content = arrival.content();
        feedback.contentFolded = VietnameseText.fold(arrival.content());
        feedback.excerpt = excerptOf(arrival.content());
        feedback.receivedAt = arrival.receivedAt().toInstant();
        feedback.receivedOn =
                arrival.receivedAt().atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
        feedback.enteredAt = arrival.entered().at().toInstant();
        feedback.enteredBy = arrival.entered().by().subject();
        feedback.enteredByName = arrival.entered().by().name();
        feedback.changedAt = feedback.enteredAt;
        feedback.apply(policy, false, arrival.entered().calendar());
        return feedback;
    }

    /** Asks the sender for what is missing. */
    public CaseStep requestSupplement(String text, Occasion occasion) {
        return change(Transition.REQUEST_SUPPLEMENT, text, occasion);
    }

    /** The sender has sent what was asked for. */
    public CaseStep supplement(String text, Occasion occasion) {
        return change(Transition.SUPPLEMENT, null, occasion).with(text);
    }

    /**
     * Takes the feedback on. A policy for its category and urgency, counted from the arrival, replaces the first.
     *
     * @param past what was done to it before; the new policy may pause where the first did not
     */
    public CaseStep accept(
            Classification accepted,
            Urgency judged,
            HandlingPolicy policy,
            List<CaseStep> past,
            String note,
            Occasion occasion) {
        CaseStep step = change(Transition.ACCEPT, note, occasion);
        classification = accepted;
        urgency = judged;
        if (!policy.id().equals(policyId)) {
            List<Stay> stays = stays(past, occasion.day());
            pausedDays = policy.limit().pausedDays(stays, occasion.calendar());
            pausedSince = policy.limit().pausedIn().contains(state) ? occasion.day() : null;
            apply(policy, policy.limit().isPauseProvisional(stays, occasion.calendar()), occasion.calendar());
        }
        return step;
    }

    public CaseStep refuse(RefusalReason reason, String text, Occasion occasion) {
        CaseStep step = change(Transition.REFUSE, text, occasion);
        classification = Classification.NOT_ACCEPTABLE;
        refusalReason = reason;
        endedOn = occasion.day();
        return step;
    }

    public CaseStep refer(String reason, Occasion occasion) {
        CaseStep step = change(Transition.REFER, reason, occasion);
        classification = Classification.REGULATION_OTHER;
        endedOn = occasion.day();
        return step;
    }

    /** Gives the feedback to a unit, and to a person in it when one is named; also from one unit to another. */
    public CaseStep assign(UUID toUnit, String toPerson, String note, Occasion occasion) {
        CaseStep step = change(Transition.ASSIGN, note, occasion);
        unitId = Objects.requireNonNull(toUnit);
        person = toPerson;
        return step.assignedTo(toUnit, toPerson);
    }

    /** The answer is given at the moment it is recorded: whoever enters it late cannot make it early. */
    public CaseStep answer(Occasion occasion) {
        CaseStep step = change(Transition.ANSWER, null, occasion);
        answeredAt = occasion.at().toInstant();
        answeredOn = occasion.day();
        endedOn = answeredOn;
        return step;
    }

    public CaseStep close(String note, Occasion occasion) {
        return change(Transition.CLOSE, note, occasion);
    }

    public CaseStep withdraw(String reason, Occasion occasion) {
        CaseStep step = change(Transition.WITHDRAW, reason, occasion);
        endedOn = occasion.day();
        return step;
    }

    /**
     * Refuses a transition that the present state does not allow.
     *
     * @throws Problem 409 with those that it does, as far as whoever wants to change it may make them
     */
    public void require(Transition transition, Actor by) {
        if (!transition.possibleFrom(state)) {
            throw Problem.wrongTransition(
                    state.name(),
                    transition.resource(),
                    by.isSender() ? Transition.allowedToSenderFrom(state) : Transition.allowedFrom(state));
        }
    }

    private CaseStep change(Transition transition, String reason, Occasion occasion) {
        require(transition, occasion.by());
        state = transition.to().orElse(state);
        changedAt = occasion.at().toInstant();
        pauseOrResume(occasion);
        return CaseStep.of(version + 1, transition, state, reason, occasion);
    }

    private void pauseOrResume(Occasion occasion) {
        boolean pauses = limit.pausedIn().contains(state);
        if (pauses && pausedSince == null) {
            pausedSince = occasion.day();
        } else if (!pauses && pausedSince != null) {
            // What an earlier pause has left open stays so: of the pauses only their sum is kept.
            boolean open = (pausedDays > 0 && dueProvisional)
                    || limit.isPauseProvisional(pausedSince, occasion.day(), occasion.calendar());
            pausedDays += limit.pausedDays(pausedSince, occasion.day(), occasion.calendar());
            pausedSince = null;
            count(open, occasion.calendar());
        }
    }

    private void apply(HandlingPolicy policy, boolean pausesProvisional, WorkingCalendar calendar) {
        policyId = policy.id();
        limit = policy.limit();
        count(pausesProvisional, calendar);
    }

    private void count(boolean pausesProvisional, WorkingCalendar calendar) {
        DueDay due = dueDay(calendar);
        if (!due.dueOn().equals(dueOn)) {
            // Moved by a pause or another policy: no longer the day that a table of working days has moved.
            dueMovedFrom = null;
        }
        dueOn = due.dueOn();
        dueCalendar = due.explanation().tableVersion();
        dueProvisional = pausesProvisional || due.provisional();
    }

    /**
     * The due day as another table of working days gives it, with the days of the pauses that are over.
     *
     * @param pausesProvisional whether these rest on a year without a table
     */
    record Recounted(int pausedDays, boolean pausesProvisional, DueDay due) {

        boolean provisional() {
            return pausesProvisional || due.provisional();
        }
    }

    /** @param past what was done to it before; without it for a limit in calendar days, which count in pauses as they are */
    Recounted recounted(List<CaseStep> past, LocalDate today, WorkingCalendar calendar) {
        // The last stay is the present one. A pause that is under way may have begun in one before it.
        List<Stay> stays = stays(past, today);
        List<Stay> over = stays.subList(0, stays.size() - 1).stream()
                .filter(stay -> pausedSince == null || stay.from().isBefore(pausedSince))
                .toList();
        int days = limit.unit() == Term.Unit.WORKING_DAY ? limit.pausedDays(over, calendar) : pausedDays;
        return new Recounted(
                days, limit.isPauseProvisional(over, calendar), limit.dueAfter(receivedOn, days, calendar));
    }

    /** Whether the due day, or whether it is provisional, changes by it. */
    boolean isMovedBy(Recounted recounted) {
        return !recounted.due().dueOn().equals(dueOn)
                || recounted.provisional() != dueProvisional
                || recounted.pausedDays() != pausedDays;
    }

    /** Takes the due day over. What was told of it before is remembered where it moves. */
    CaseStep recount(Recounted recounted, Occasion occasion) {
        LocalDate before = dueOn;
        pausedDays = recounted.pausedDays();
        count(recounted.pausesProvisional(), occasion.calendar());
        if (!before.equals(dueOn)) {
            dueMovedFrom = before;
        }
        changedAt = occasion.at().toInstant();
        return CaseStep.of(
                version + 1, Transition.RECOUNT, state, RecountReason.of(dueCalendar, before, dueOn), occasion);
    }

    /** The due day with its explanation, counted with this calendar. */
    public DueDay dueDay(WorkingCalendar calendar) {
        return limit.dueAfter(receivedOn, pausedDays, calendar);
    }

    /** Whether the answer was in time; empty while there is none. */
    public Optional<Boolean> inTime() {
        return answeredOn().map(day -> HandlingLimit.inTime(day, dueOn));
    }

    /** Whether the due day has passed without an end. */
    public boolean overdueOn(LocalDate today) {
        return endedOn == null && HandlingLimit.overdue(dueOn, pausedSince, today);
    }

    /**
     * In which states it was, from its arrival to that day.
     *
     * @param steps with those that change no state or without them: the entry, and where the due day was counted anew
     */
    List<Stay> stays(List<CaseStep> steps, LocalDate until) {
        List<Stay> stays = new ArrayList<>();
        State in = State.RECEIVED;
        LocalDate since = receivedOn;
        for (CaseStep step : steps) {
            if (step.transition() != Transition.RECEIVE && step.transition() != Transition.RECOUNT) {
                stays.add(new Stay(in, since, step.at().toLocalDate()));
                in = step.state();
                since = step.at().toLocalDate();
            }
        }
        stays.add(new Stay(in, since, until));
        return stays;
    }

    private static String excerptOf(String content) {
        String line = SPACES.matcher(content).replaceAll(" ");
        if (line.length() <= EXCERPT) {
            return line;
        }
        int end = EXCERPT - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end) + "…";
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(VietnamTime.ZONE).toOffsetDateTime();
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public int registerYear() {
        return registerYear;
    }

    public int registerNumber() {
        return registerNumber;
    }

    public TrackingCode trackingCode() {
        return new TrackingCode(trackingCode);
    }

    public Channel channel() {
        return channel;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Classification> classification() {
        return Optional.ofNullable(classification);
    }

    public Urgency urgency() {
        return urgency;
    }

    public State state() {
        return state;
    }

    public String content() {
        return content;
    }

    String excerpt() {
        return excerpt;
    }

    public OffsetDateTime receivedAt() {
        return local(receivedAt);
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    public OffsetDateTime enteredAt() {
        return local(enteredAt);
    }

    public Actor enteredBy() {
        return new Actor(enteredBy, enteredByName);
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** The version of the table of working days that the due day was counted with. */
    public String dueCalendar() {
        return dueCalendar;
    }

    /** What its sender and those who handle it are told of the due day, while an answer is awaited. */
    public Optional<BilingualText> dueNote() {
        return endedOn == null ? DueDay.note(dueOn, dueProvisional, dueMovedFrom()) : Optional.empty();
    }

    /** Whether the due day rests on a year without a table: then it may move when the table comes. */
    public boolean isDueProvisional() {
        return dueProvisional;
    }

    /** The due day before the working days were last counted anew, where it has moved then. */
    public Optional<LocalDate> dueMovedFrom() {
        return Optional.ofNullable(dueMovedFrom);
    }

    public HandlingLimit limit() {
        return limit;
    }

    public int pausedDays() {
        return pausedDays;
    }

    public Optional<LocalDate> pausedSince() {
        return Optional.ofNullable(pausedSince);
    }

    public Optional<UUID> unitId() {
        return Optional.ofNullable(unitId);
    }

    public Optional<String> person() {
        return Optional.ofNullable(person);
    }

    public Optional<RefusalReason> refusalReason() {
        return Optional.ofNullable(refusalReason);
    }

    public Optional<OffsetDateTime> answeredAt() {
        return Optional.ofNullable(answeredAt).map(Feedback::local);
    }

    public Optional<LocalDate> answeredOn() {
        return Optional.ofNullable(answeredOn);
    }

    /** When it became what it is. */
    public OffsetDateTime changedAt() {
        return local(changedAt);
    }
}
