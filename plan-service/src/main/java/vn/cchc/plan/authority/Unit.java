package vn.cchc.plan.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A part of an authority that can lead tasks. Part of the authority's aggregate and versioned with it. */
@Entity
@Table(name = "unit")
public class Unit {

    @Id
    private UUID id;

    @Column(name = "authority_id")
    private UUID authorityId;

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> aliases;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    protected Unit() {}

    static Unit registered(UUID id, UUID authorityId, UnitDetails details) {
        Unit unit = new Unit();
        unit.id = id;
        unit.authorityId = authorityId;
        unit.change(details);
        return unit;
    }

    void change(UnitDetails details) {
        code = details.code();
        name = details.name();
        kind = details.kind();
        aliases = List.copyOf(details.aliases());
        validFrom = details.validFrom();
        validTo = details.validTo();
    }

    public UUID id() {
        return id;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public UnitKind kind() {
        return kind;
    }

    /** Alternative spellings used in plans. */
    public List<String> aliases() {
        return List.copyOf(aliases);
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The last day of validity. */
    public Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }

    /** Whether it is valid on any day of the year. */
    public boolean isValidIn(int year) {
        return validFrom.getYear() <= year && (validTo == null || validTo.getYear() >= year);
    }

    UnitDirectory.Entry entry() {
        return new UnitDirectory.Entry(id, code, name, kind, aliases);
    }
}
