package vn.cchc.plan.authority;

import jakarta.persistence.Column;
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

/** A People's Committee or similar body. The id is permanent; all other attributes may change by law. */
@Entity
@Table(name = "authority")
public class Authority {

    /** Units that one may have. */
    static final int MOST_UNITS = 500;

    @Id
    private UUID id;

    @Version
    private long version;

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private AuthorityLevel level;

    @Column(name = "parent_id")
    private UUID parentId;

    private String place;

    @Column(name = "deadline_inclusive")
    private boolean deadlineInclusive;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Authority() {}

    /** @param details already validated against the other authorities */
    static Authority registered(UUID id, AuthorityDetails details, Instant now) {
        Authority authority = new Authority();
        authority.id = id;
        authority.change(details, now);
        return authority;
    }

    void change(AuthorityDetails details, Instant now) {
        code = details.code();
        name = details.name();
        level = details.level();
        parentId = details.parentId();
        place = details.place();
        deadlineInclusive = details.deadlineInclusive();
        validFrom = details.validFrom();
        validTo = details.validTo();
        changedAt = now;
    }

    /** Units are part of this aggregate: a change of a unit increments the authority's version. */
    void unitsChanged(Instant now) {
        changedAt = now;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public AuthorityLevel level() {
        return level;
    }

    public Optional<UUID> parentId() {
        return Optional.ofNullable(parentId);
    }

    /** Place of signing: "Thượng Lộ". */
    public String place() {
        return place;
    }

    /** Whether "trước ngày X" includes X itself. */
    public boolean deadlineInclusive() {
        return deadlineInclusive;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The last day of validity. */
    public Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }

    public Instant changedAt() {
        return changedAt;
    }
}
