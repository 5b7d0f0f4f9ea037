package vn.cchc.feedback.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.time.VietnamTime;

/** A message in the thread of a feedback. Its text is personal data, stored apart from the case: it can be erased while the case stays. */
@Entity
@Immutable
@Table(name = "feedback_message")
class Message {

    @Id
    private UUID id;

    @Column(name = "feedback_id")
    private UUID feedbackId;

    @Column(name = "authority_id")
    private UUID authorityId;

    private short number;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin")
    private Author author;

    private String text;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "written_by")
    private String writtenBy;

    @Column(name = "written_by_name")
    private String writtenByName;

    protected Message() {}

    /** @param number from 1 within the feedback */
    Message(Feedback feedback, int number, String text, Actor by, OffsetDateTime at) {
        this.id = Ids.next();
        this.feedbackId = feedback.id();
        this.authorityId = feedback.authorityId();
        this.number = (short) number;
        this.author = author(by);
        this.text = text;
        this.writtenAt = at.toInstant();
        this.writtenBy = by.subject();
        this.writtenByName = by.name();
    }

    static Author author(Actor by) {
        return by.isCitizen() ? Author.SENDER : Author.OFFICE;
    }

    UUID id() {
        return id;
    }

    int number() {
        return number;
    }

    Author author() {
        return author;
    }

    /** Empty once erased. */
    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    OffsetDateTime writtenAt() {
        return VietnamTime.local(writtenAt);
    }

    /** Display name of the member of staff; empty where the sender wrote it. */
    Optional<String> writtenByName() {
        return Optional.ofNullable(writtenByName);
    }
}
