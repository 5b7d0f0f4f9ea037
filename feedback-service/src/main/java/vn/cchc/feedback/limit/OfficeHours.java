package vn.cchc.feedback.limit;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Office hours of an authority, or of the whole country, with their period of validity. They are never changed. */
@Entity
@Immutable
@Table(name = "office_hours")
public class OfficeHours {

    @Id
    private UUID id;

    /** Of the whole country when {@code null}. */
    @Column(name = "authority_id")
    private UUID authorityId;

    @Embedded
    private OfficeTimes times;

    @Column(name = "valid_from", nullable = false)
    private LocalDate validFrom;

    /** Last day of validity; unbounded when {@code null}. */
    @Column(name = "valid_to")
    private LocalDate validTo;

    /** Absent for those that a migration has entered. */
    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "entered_at"))
    @AttributeOverride(name = "by", column = @Column(name = "entered_by"))
    @AttributeOverride(name = "name", column = @Column(name = "entered_by_name"))
    private HandlingPolicy.Decided entered;

    protected OfficeHours() {}

    /** @param authorityId empty for the whole country */
    public OfficeHours(
            UUID id, Optional<UUID> authorityId, OfficeTimes times, LocalDate validFrom, Optional<LocalDate> validTo) {
        this.id = id;
        this.authorityId = authorityId.orElse(null);
        this.times = times;
        this.validFrom = validFrom;
        this.validTo = validTo.orElse(null);
    }

    /** Office hours that somebody enters. */
    public static OfficeHours entered(
            UUID id,
            Optional<UUID> authorityId,
            OfficeTimes times,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            HandlingPolicy.Decided entered) {
        OfficeHours hours = new OfficeHours(id, authorityId, times, validFrom, validTo);
        hours.entered = entered;
        return hours;
    }

    public UUID id() {
        return id;
    }

    /** Empty for the whole country. */
    public Optional<UUID> authorityId() {
        return Optional.ofNullable(authorityId);
    }

    public OfficeTimes times() {
        return times;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The last day of validity; empty where none is set. */
    public Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }

    public Optional<HandlingPolicy.Decided> entered() {
        return Optional.ofNullable(entered);
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
