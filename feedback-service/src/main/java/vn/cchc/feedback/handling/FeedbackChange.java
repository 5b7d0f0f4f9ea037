package vn.cchc.feedback.handling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Transition;
import vn.cchc.platform.time.VietnamTime;

/** What was done to a feedback after its arrival: who, when, why. */
@Entity
@Immutable
@IdClass(FeedbackChange.Key.class)
@Table(name = "feedback_change")
public class FeedbackChange {

    /** A feedback, and the version it had after the change. */
    public record Key(UUID feedbackId, int version) {}

    @Id
    @Column(name = "feedback_id")
    private UUID feedbackId;

    @Id
    private int version;

    @Column(name = "authority_id")
    private UUID authorityId;

    @Enumerated(EnumType.STRING)
    private Transition transition;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant at;

    @Column(name = "by_subject")
    private String bySubject;

    @Column(name = "by_name")
    private String byName;

    private String note;

    @Column(name = "unit_id")
    private UUID unitId;

    private String person;

    protected FeedbackChange() {}

    FeedbackChange(Feedback feedback, int version, Transition transition, String note, Occasion occasion) {
        this.feedbackId = feedback.id();
        this.version = version;
        this.authorityId = feedback.authorityId();
        this.transition = Objects.requireNonNull(transition);
        this.state = transition.to();
        this.at = occasion.at().toInstant();
        this.bySubject = occasion.by().subject();
        this.byName = occasion.by().name();
        this.note = note;
    }

    void assignedTo(UUID toUnit, String toPerson) {
        unitId = toUnit;
        person = toPerson;
    }

    public UUID feedbackId() {
        return feedbackId;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public int version() {
        return version;
    }

    public Transition transition() {
        return transition;
    }

    public State state() {
        return state;
    }

    public OffsetDateTime at() {
        return at.atZone(VietnamTime.ZONE).toOffsetDateTime();
    }

    public Actor by() {
        return new Actor(bySubject, byName);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Optional<UUID> unitId() {
        return Optional.ofNullable(unitId);
    }

    public Optional<String> person() {
        return Optional.ofNullable(person);
    }
}
