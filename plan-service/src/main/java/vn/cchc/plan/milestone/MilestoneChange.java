package vn.cchc.plan.milestone;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.plan.plan.Actor;

/** Who did what to a milestone, when and why. */
@Entity
@Table(name = "milestone_change")
public class MilestoneChange {

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state")
    private MilestoneState fromState;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    private MilestoneState toState;

    private String what;
    private String reason;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_by_name")
    private String changedByName;

    protected MilestoneChange() {}

    MilestoneChange(UUID milestoneId, int position, Milestone.Change change) {
        key = new Key(milestoneId, position);
        fromState = change.from();
        toState = change.to();
        what = change.what();
        reason = change.reason();
        changedAt = change.at();
        changedBy = change.by().subject();
        changedByName = change.by().name();
    }

    int position() {
        return key.position();
    }

    Optional<MilestoneState> from() {
        return Optional.ofNullable(fromState);
    }

    MilestoneState to() {
        return toState;
    }

    String what() {
        return what;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Instant at() {
        return changedAt;
    }

    Actor by() {
        return new Actor(changedBy, changedByName);
    }

    /** The milestone, and the position of the change in its history. */
    @Embeddable
    record Key(@Column(name = "milestone_id") UUID milestoneId, int position) {}
}
