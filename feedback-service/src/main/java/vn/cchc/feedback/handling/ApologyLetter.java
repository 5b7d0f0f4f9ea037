package vn.cchc.feedback.handling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.PrintedDay;
import vn.cchc.platform.time.VietnamTime;

/**
 * The letter of apology of a round whose answer is late, with the new day: a draft until a leader releases it, unchangeable after. Whoever
 * writes it has locked the feedback. The database deletes a draft with the end of the case, whichever version of the service ends it.
 */
@Entity
@DynamicUpdate
@Table(name = "apology_letter")
public class ApologyLetter {

    /** How far ahead the new day may lie, in calendar days: later ones are no promise any more. */
    static final int LONGEST_DAYS = 60;

    @Id
    private UUID id;

    @Version
    private int version = 1;

    @Column(name = "feedback_id", updatable = false)
    private UUID feedbackId;

    @Column(updatable = false)
    private int round;

    @Column(name = "authority_id", updatable = false)
    private UUID authorityId;

    private String reason;

    @Column(name = "promised_on")
    private LocalDate promisedOn;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "written_by")
    private String writtenBy;

    @Column(name = "written_by_name")
    private String writtenByName;

    @Column(name = "released_at")
    private Instant releasedAt;

    @Column(name = "released_by")
    private String releasedBy;

    @Column(name = "released_by_name")
    private String releasedByName;

    @Column(name = "document_number")
    private String documentNumber;

    @Column(name = "signer_title")
    private String signerTitle;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "unit_id")
    private UUID unitId;

    protected ApologyLetter() {}

    /** @throws Problem as {@link #write} */
    ApologyLetter(Feedback feedback, WriteApologyLetter wanted, ChangeContext context) {
        this.id = Ids.next();
        this.feedbackId = feedback.id();
        this.round = feedback.round();
        this.authorityId = feedback.authorityId();
        write(wanted, context);
    }

    /**
     * Writes it anew.
     *
     * @throws Problem 422 where the new day is no working day after today, or too far ahead
     */
    final void write(WriteApologyLetter wanted, ChangeContext context) {
        unfit(wanted.promisedOn(), context).ifPresent(why -> {
            throw Problem.invalid("promisedOn", why.vi(), why.en());
        });
        reason = wanted.reason();
        promisedOn = wanted.promisedOn();
        writtenAt = context.at().toInstant();
        writtenBy = context.by().subject();
        writtenByName = context.by().name();
    }

    /** Why a day cannot be promised. */
    private static Optional<BilingualText> unfit(LocalDate day, ChangeContext context) {
        if (!day.isAfter(context.day())) {
            return Optional.of(BilingualText.of("Ngày hẹn phải sau hôm nay.", "Must be a day after today."));
        }
        if (day.isAfter(context.day().plusDays(LONGEST_DAYS))) {
            return Optional.of(BilingualText.of(
                    "Ngày hẹn không quá " + LONGEST_DAYS + " ngày kể từ hôm nay.",
                    "Must be within " + LONGEST_DAYS + " days from today."));
        }
        if (!context.calendar().isWorkingDay(day)) {
            return Optional.of(BilingualText.of(
                    "Ngày " + PrintedDay.inFigures(day) + " là ngày nghỉ; hãy hẹn vào ngày làm việc.",
                    "Must be a working day; " + day + " is a day off."));
        }
        return Optional.empty();
    }

    /**
     * Notes that it is released. It is of today, and so are the due day that was missed and the unit.
     *
     * @throws Problem 409 where it has changed since it was read, or its day has passed or become a day off meanwhile
     */
    void release(Feedback feedback, ReleaseApology wanted, ChangeContext context) {
        if (wanted.letterVersion() != version) {
            throw Problem.conflict(
                    "letter-changed",
                    BilingualText.of(
                            "Thư đã thay đổi (phiên bản " + version + "). Hãy đọc lại trước khi ban hành.",
                            "The letter has changed (version " + version + "). Read it before releasing it."));
        }
        unfit(promisedOn, context).ifPresent(why -> {
            throw Problem.conflict(
                    "promised-day-unfit",
                    BilingualText.of(
                            "Không ban hành được: ngày hẹn " + PrintedDay.inFigures(promisedOn) + ". " + why.vi(),
                            "The letter promises " + promisedOn + ". " + why.en()));
        });
        releasedAt = context.at().toInstant();
        releasedBy = context.by().subject();
        releasedByName = context.by().name();
        documentNumber = wanted.documentNumber();
        signerTitle = wanted.signerTitle();
        dueOn = feedback.limitClock().dueOn();
        unitId = feedback.unitId().orElse(null);
    }

    /**
     * A release by a leader.
     *
     * @param dueOn the due day that was missed
     * @param unitId the unit that handled the feedback
     */
    public record Release(
            OffsetDateTime at,
            String by,
            String documentNumber,
            Optional<String> signerTitle,
            LocalDate dueOn,
            Optional<UUID> unitId) {}

    public UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID feedbackId() {
        return feedbackId;
    }

    int round() {
        return round;
    }

    public String reason() {
        return reason;
    }

    public LocalDate promisedOn() {
        return promisedOn;
    }

    OffsetDateTime writtenAt() {
        return VietnamTime.local(writtenAt);
    }

    /** Display name of who wrote it last. */
    String writtenByName() {
        return writtenByName;
    }

    /** Empty while it is a draft. */
    public Optional<Release> release() {
        return Optional.ofNullable(releasedAt)
                .map(at -> new Release(
                        VietnamTime.local(at),
                        releasedByName,
                        documentNumber,
                        Optional.ofNullable(signerTitle),
                        dueOn,
                        Optional.ofNullable(unitId)));
    }
}
