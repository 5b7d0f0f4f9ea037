package vn.cchc.plan.milestone;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The last fact of another service that a milestone has followed: its position in time, and the state it set. */
@Embeddable
class FollowedFact {

    /** Lower than the version of any fact. */
    private static final long BEFORE_ALL = -1;

    @Enumerated(EnumType.STRING)
    @Column(name = "fact_kind")
    private Milestone.FactKind kind;

    @Column(name = "fact_id")
    private UUID id;

    /** Null in rows from before epochs were introduced; then 0. */
    @Column(name = "fact_epoch")
    private Integer epoch;

    @Column(name = "fact_version")
    private Long version;

    /** Business time of the fact; null in rows from before it was stored. */
    @Column(name = "fact_at")
    private Instant at;

    /** The state set by the last fact; null once people have changed it. */
    @Enumerated(EnumType.STRING)
    @Column(name = "fact_state")
    private MilestoneState state;

    protected FollowedFact() {}

    /** @param state set by the fact before */
    static FollowedFact of(Milestone.FollowedState fact, MilestoneState state) {
        FollowedFact followed = new FollowedFact();
        followed.kind = fact.kind();
        followed.id = fact.id();
        followed.epoch = fact.epoch();
        followed.version = fact.version();
        followed.at = fact.at();
        followed.state = state;
        return followed;
    }

    /**
     * Whether a fact is newer: for the same aggregate by epoch and version, for another by business time. False for a
     * duplicate.
     *
     * @param changedAt last change of the milestone, for a row without the fact's business time
     */
    boolean isBefore(Milestone.FollowedState fact, Instant changedAt) {
        if (id == null) {
            return true;
        }
        int followedEpoch = epoch == null ? 0 : epoch;
        if (fact.id().equals(id)) {
            return fact.epoch() > followedEpoch || (fact.epoch() == followedEpoch && fact.version() > version);
        }
        return Milestone.FollowedState.IN_TIME.compare(
                        fact,
                        new Milestone.FollowedState(
                                kind, id, followedEpoch, version, at == null ? changedAt : at, state, null, null))
                > 0;
    }

    /** The fact has become void: any other is accepted as newer. */
    void voided() {
        epoch = null;
        version = BEFORE_ALL;
        at = null;
    }

    void setState(MilestoneState state) {
        this.state = state;
    }

    /** The state set by the fact; empty once people have changed it. */
    Optional<MilestoneState> state() {
        return Optional.ofNullable(state);
    }

    UUID id() {
        return id;
    }

    Milestone.FactKind kind() {
        return kind;
    }
}
