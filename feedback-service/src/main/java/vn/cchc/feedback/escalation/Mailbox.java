package vn.cchc.feedback.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import vn.cchc.platform.event.Actor;

/**
 * A functional mailbox: where reminders to a unit, its head, a leader or an authority above are sent. Of what is entered
 * only the end can be changed.
 */
@Entity
@DynamicUpdate
@Table(name = "mailbox")
class Mailbox {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    @Column(name = "authority_id", updatable = false)
    private UUID authorityId;

    @Column(name = "unit_id", updatable = false)
    private UUID unitId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Recipient recipient;

    @Column(updatable = false)
    private String address;

    @Column(name = "valid_from", updatable = false)
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "entered_at", updatable = false)
    private Instant enteredAt;

    @Column(name = "entered_by", updatable = false)
    private String enteredBy;

    @Column(name = "entered_by_name", updatable = false)
    private String enteredByName;

    @Column(updatable = false)
    private String reason;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private String endedBy;

    @Column(name = "ended_by_name")
    private String endedByName;

    @Column(name = "end_reason")
    private String endReason;

    protected Mailbox() {}

    /** A mailbox that somebody enters. */
    Mailbox(UUID id, EnterMailbox wanted, Actor by, Instant at) {
        this.id = id;
        this.authorityId = wanted.authorityId();
        this.unitId = wanted.unitId();
        this.recipient = wanted.recipient();
        this.address = wanted.address();
        this.validFrom = wanted.validFrom();
        this.validTo = wanted.validTo();
        this.enteredAt = at;
        this.enteredBy = by.subject();
        this.enteredByName = by.name();
        this.reason = wanted.reason();
    }

    /** Ends it with that day, which is in its validity. */
    void end(LocalDate lastDay, String why, Actor by, Instant at) {
        validTo = lastDay;
        endedAt = at;
        endedBy = by.subject();
        endedByName = by.name();
        endReason = why;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID authorityId() {
        return authorityId;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether both are for the same unit and recipient, and valid on some day. */
    boolean overlaps(Mailbox other) {
        return recipient == other.recipient
                && Objects.equals(unitId, other.unitId)
                && (validTo == null || !other.validFrom.isAfter(validTo))
                && (other.validTo == null || !validFrom.isAfter(other.validTo));
    }

    MailboxView view() {
        return new MailboxView(
                id,
                version,
                authorityId,
                unitId,
                recipient,
                address,
                validFrom,
                validTo,
                MailboxView.Decision.of(enteredAt, enteredByName, reason),
                endedAt == null ? null : MailboxView.Decision.of(endedAt, endedByName, endReason));
    }
}
