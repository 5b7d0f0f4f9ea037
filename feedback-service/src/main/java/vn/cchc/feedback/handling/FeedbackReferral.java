package vn.cchc.feedback.handling;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.LimitClock;
import vn.cchc.platform.time.VietnamTime;

/** Referral of a feedback in a round: to whom, and by when it was due. */
@Entity
@Immutable
@Table(name = "feedback_referral")
public class FeedbackReferral {

    @EmbeddedId
    private CaseRound round;

    @Column(name = "authority_id")
    private UUID authorityId;

    @Column(name = "to_authority_id")
    private UUID toAuthorityId;

    @Column(name = "to_name")
    private String toName;

    @Column(name = "referred_at")
    private Instant referredAt;

    @Column(name = "due_on")
    private LocalDate dueOn;

    /** Absent in rows of the version before, which counted whole days only. */
    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "due_calendar")
    private String dueCalendar;

    @Column(name = "due_provisional")
    private boolean dueProvisional;

    protected FeedbackReferral() {}

    FeedbackReferral(
            Feedback feedback, Optional<UUID> toAuthorityId, String toName, OffsetDateTime at, LimitClock due) {
        this.round = CaseRound.of(feedback);
        this.authorityId = feedback.authorityId();
        this.toAuthorityId = toAuthorityId.orElse(null);
        this.toName = toName;
        this.referredAt = at.toInstant();
        this.dueOn = due.dueOn();
        this.dueAt = due.dueAt();
        this.dueCalendar = due.dueCalendar();
        this.dueProvisional = due.dueProvisional();
    }

    public CaseRound round() {
        return round;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public Optional<UUID> toAuthorityId() {
        return Optional.ofNullable(toAuthorityId);
    }

    public String toName() {
        return toName;
    }

    public OffsetDateTime referredAt() {
        return VietnamTime.local(referredAt);
    }

    /** The last day on which the referral was in time. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** Version of the working-day table that the day was counted with. */
    public String dueCalendar() {
        return dueCalendar;
    }

    /** Whether the day depends on a year without a working-day table. */
    public boolean isDueProvisional() {
        return dueProvisional;
    }

    public boolean inTime() {
        return HandlingLimit.inTime(referredAt, dueAt == null ? HandlingLimit.endOf(dueOn) : dueAt);
    }
}
