package vn.cchc.feedback.handling;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.cchc.feedback.limit.LimitClock;
import vn.cchc.platform.time.VietnamTime;

/** A round that was answered and then reopened, with its limit as it stood. Nothing of a later round changes it. */
@Entity
@Immutable
@Table(name = "feedback_round")
public class FeedbackRound {

    @EmbeddedId
    private CaseRound round;

    @Column(name = "authority_id")
    private UUID authorityId;

    @Embedded
    private LimitClock limitClock;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "in_time")
    private boolean inTime;

    @Column(name = "reopened_at")
    private Instant reopenedAt;

    protected FeedbackRound() {}

    /** The round that a reopening ends: the present one of an answered feedback. */
    FeedbackRound(Feedback feedback, OffsetDateTime reopenedAt) {
        this.round = CaseRound.of(feedback);
        this.authorityId = feedback.authorityId();
        this.limitClock = feedback.limitClock();
        OffsetDateTime answered = feedback.answeredAt().orElseThrow();
        this.answeredAt = answered.toInstant();
        this.inTime = limitClock.inTime(answered);
        this.reopenedAt = reopenedAt.toInstant();
    }

    public int number() {
        return round.number();
    }

    LimitClock limitClock() {
        return limitClock;
    }

    public OffsetDateTime answeredAt() {
        return VietnamTime.local(answeredAt);
    }

    /** Whether its answer was in time. */
    public boolean inTime() {
        return inTime;
    }

    public OffsetDateTime reopenedAt() {
        return VietnamTime.local(reopenedAt);
    }
}
