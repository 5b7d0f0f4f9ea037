package vn.cchc.plan.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.cchc.plan.Transition;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.plan.KeptFinding;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.http.Problem;

/** A plan document before it is issued as a plan. */
@Entity
@Table(name = "plan_import")
public class PlanImport {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "authority_id")
    private UUID authorityId;

    private String number;

    /** Generated column. */
    @Column(name = "number_key", insertable = false, updatable = false)
    private String numberKey;

    private int year;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private PlanDocument document;

    @JdbcTypeCode(SqlTypes.JSON)
    private ImportReading reading;

    @Column(name = "further_findings")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<KeptFinding> furtherFindings;

    @Column(name = "imported_at")
    private Instant importedAt;

    @Column(name = "imported_by")
    private String importedBy;

    @Column(name = "imported_by_name")
    private String importedByName;

    @Column(name = "plan_id")
    private UUID planId;

    protected PlanImport() {}

    static PlanImport draft(UUID authorityId, PlanDocument document, ImportReading reading, Actor by, Instant now) {
        PlanImport draft = new PlanImport();
        draft.id = Ids.next();
        draft.authorityId = authorityId;
        draft.state = ImportState.DRAFT;
        draft.take(document, reading, by, now);
        return draft;
    }

    /** Replaces the document. */
    void correct(PlanDocument corrected, ImportReading itsReading, Actor by, Instant now) {
        require(Transition.CORRECT);
        take(corrected, itsReading, by, now);
    }

    private void take(PlanDocument taken, ImportReading itsReading, Actor by, Instant now) {
        number = taken.header().number();
        year = taken.header().year();
        document = taken;
        reading = itsReading;
        importedAt = now;
        importedBy = by.subject();
        importedByName = by.name();
    }

    /** @param finalReading made with the units at the time of issue */
    void issuedAs(UUID issuedPlanId, PlanReading finalReading) {
        require(Transition.ISSUE);
        state = ImportState.ISSUED;
        planId = issuedPlanId;
        reading = ImportReading.of(finalReading);
        furtherFindings = finalReading.further().stream().map(KeptFinding::of).toList();
    }

    /** What the file held beside the document is dropped: nobody has to look at it any more. */
    void discard() {
        require(Transition.DISCARD);
        state = ImportState.DISCARDED;
        document = document.withNotes(null);
    }

    /** @throws Problem 409 when the present state does not allow the transition */
    void require(Transition transition) {
        transition.requireFrom(state, state.transitions());
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public String number() {
        return number;
    }

    /** Equal for all spellings of one number. */
    String numberKey() {
        return numberKey;
    }

    public int year() {
        return year;
    }

    public ImportState state() {
        return state;
    }

    PlanDocument document() {
        return document;
    }

    ImportReading reading() {
        return reading;
    }

    /** Findings at the issue whose codes the version before does not know; empty when they were not kept. */
    Optional<List<KeptFinding>> furtherFindings() {
        return Optional.ofNullable(furtherFindings);
    }

    public Instant importedAt() {
        return importedAt;
    }

    public Actor importedBy() {
        return new Actor(importedBy, importedByName);
    }

    /** The plan it was issued as. */
    public Optional<UUID> planId() {
        return Optional.ofNullable(planId);
    }
}
