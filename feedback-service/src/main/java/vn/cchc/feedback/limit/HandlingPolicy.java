package vn.cchc.feedback.limit;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Urgency;
import vn.cchc.platform.event.Actor;

/**
 * A limit and the scope of cases it applies to. Unset criteria match everything. Of what is entered only the end can be
 * changed, so that cases of a past day find the policy of that day.
 */
@Entity
@DynamicUpdate
@Table(name = "handling_policy")
public class HandlingPolicy {

    @Id
    private UUID id;

    @Column(name = "authority_id")
    private UUID authorityId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Classification classification;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Embedded
    private HandlingLimit limit;

    @Embedded
    private ReopeningRule reopening = ReopeningRule.USUAL;

    @Column(name = "answers_need_release", nullable = false)
    private boolean answersNeedRelease;

    @Column(name = "valid_from", nullable = false)
    private LocalDate validFrom;

    /** Last day of validity; unbounded when {@code null}. */
    @Column(name = "valid_to")
    private LocalDate validTo;

    @Version
    private int version = 1;

    /** Absent for policies that a migration has entered. */
    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "entered_at", updatable = false))
    @AttributeOverride(name = "by", column = @Column(name = "entered_by", updatable = false))
    @AttributeOverride(name = "name", column = @Column(name = "entered_by_name", updatable = false))
    @AttributeOverride(name = "reason", column = @Column(name = "reason", updatable = false))
    private Decided entered;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "ended_at"))
    @AttributeOverride(name = "by", column = @Column(name = "ended_by"))
    @AttributeOverride(name = "name", column = @Column(name = "ended_by_name"))
    @AttributeOverride(name = "reason", column = @Column(name = "end_reason"))
    private Decided ended;

    protected HandlingPolicy() {}

    public HandlingPolicy(UUID id, Scope scope, HandlingLimit limit, LocalDate validFrom, Optional<LocalDate> validTo) {
        this.id = id;
        this.authorityId = scope.authorityId();
        this.channel = scope.channel();
        this.classification = scope.classification();
        this.urgency = scope.urgency();
        this.limit = limit;
        this.validFrom = validFrom;
        this.validTo = validTo.orElse(null);
    }

    /** A policy that somebody enters. */
    public static HandlingPolicy entered(
            UUID id,
            Scope scope,
            HandlingLimit limit,
            ReopeningRule reopening,
            boolean answersNeedRelease,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            Decided entered) {
        HandlingPolicy policy = new HandlingPolicy(id, scope, limit, validFrom, validTo);
        policy.reopening = reopening;
        policy.answersNeedRelease = answersNeedRelease;
        policy.entered = entered;
        return policy;
    }

    /** Ends it with that day, which is in its validity. */
    public void end(LocalDate lastDay, Decided decided) {
        validTo = lastDay;
        ended = decided;
    }

    /** Who decided something, when and why. */
    @Embeddable
    public record Decided(Instant at, String by, String name, String reason) {

        public static Decided by(Actor actor, Instant at, String reason) {
            return new Decided(at, actor.subject(), actor.name(), reason);
        }
    }

    public UUID id() {
        return id;
    }

    public HandlingLimit limit() {
        return limit;
    }

    public ReopeningRule reopening() {
        return reopening;
    }

    /** Whether the leader releases each answer; copied to the case as the limit is. */
    public boolean answersNeedRelease() {
        return answersNeedRelease;
    }

    public Scope scope() {
        return new Scope(authorityId, channel, classification, urgency);
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The last day of validity; empty where none is set. */
    public Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }

    public int version() {
        return version;
    }

    public Optional<Decided> entered() {
        return Optional.ofNullable(entered);
    }

    public Optional<Decided> ended() {
        return Optional.ofNullable(ended);
    }

    /** Whether both are valid on some day. */
    boolean overlaps(HandlingPolicy other) {
        return (validTo == null || !other.validFrom.isAfter(validTo))
                && (other.validTo == null || !validFrom.isAfter(other.validTo));
    }

    /**
     * Criteria of a policy, or the attributes of a case; {@code null} means any, or not yet known.
     *
     * @param classification unknown until acceptance; a policy for any category is a limit for answers. {@link
     *     Classification#REGULATION_OTHER}, which is referred and not answered, has its own.
     */
    public record Scope(UUID authorityId, Channel channel, Classification classification, Urgency urgency) {

        boolean covers(Scope one) {
            return (authorityId == null || authorityId.equals(one.authorityId))
                    && (channel == null || channel == one.channel)
                    && (classification == null
                            ? one.classification != Classification.REGULATION_OTHER
                            : classification == one.classification)
                    && (urgency == null || urgency == one.urgency);
        }

        /** Specificity: the own authority outranks category, urgency and channel, in that order. */
        int weight() {
            return (authorityId == null ? 0 : 8)
                    + (classification == null ? 0 : 4)
                    + (urgency == null ? 0 : 2)
                    + (channel == null ? 0 : 1);
        }
    }
}
