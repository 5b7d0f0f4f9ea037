package vn.cchc.plan.plan;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.time.VietnamTime;

/** An issued plan. Its printed content is immutable. The long texts of the body are loaded only on demand. */
@Entity
@Table(name = "plan")
public class Plan {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "authority_id")
    private UUID authorityId;

    @Column(name = "import_id")
    private UUID importId;

    private String number;
    private int year;
    private String title;
    private String issuer;
    private String place;

    @Column(name = "signed_on")
    private LocalDate signedOn;

    @Column(name = "stated_total")
    private Long statedTotal;

    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> objectives;

    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> requirements;

    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> recipients;

    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<PlanArea> areas;

    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<PlanArrangement> arrangements;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "progress_periods", columnDefinition = "text[]")
    private List<String> progressPeriods;

    @Enumerated(EnumType.STRING)
    private PlanState state;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "issued_by")
    private String issuedBy;

    @Column(name = "issued_by_name")
    private String issuedByName;

    protected Plan() {}

    /**
     * The printed content of the plan apart from its annex.
     *
     * @param statedTotal in đồng; null when none is printed
     */
    public record Printed(
            String number,
            int year,
            String title,
            String issuer,
            String place,
            LocalDate signedOn,
            Long statedTotal,
            List<String> objectives,
            List<String> requirements,
            List<String> recipients,
            List<PlanArea> areas,
            List<PlanArrangement> arrangements) {}

    /**
     * @param progressPeriods periods in which a continuous task owes a progress entry
     * @param now business time
     */
    public static Plan issued(
            UUID id,
            UUID authorityId,
            UUID importId,
            Printed printed,
            List<String> progressPeriods,
            Actor by,
            Instant now) {
        Plan plan = new Plan();
        plan.id = id;
        plan.authorityId = authorityId;
        plan.importId = importId;
        plan.number = printed.number();
        plan.year = printed.year();
        plan.title = printed.title();
        plan.issuer = printed.issuer();
        plan.place = printed.place();
        plan.signedOn = printed.signedOn();
        plan.statedTotal = printed.statedTotal();
        plan.objectives = List.copyOf(printed.objectives());
        plan.requirements = List.copyOf(printed.requirements());
        plan.recipients = List.copyOf(printed.recipients());
        plan.areas = List.copyOf(printed.areas());
        plan.arrangements = List.copyOf(printed.arrangements());
        plan.progressPeriods = List.copyOf(progressPeriods);
        plan.state = PlanState.ISSUED;
        plan.issuedOn = LocalDate.ofInstant(now, VietnamTime.ZONE);
        plan.issuedAt = now;
        plan.issuedBy = by.subject();
        plan.issuedByName = by.name();
        return plan;
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

    public UUID importId() {
        return importId;
    }

    public String number() {
        return number;
    }

    public int year() {
        return year;
    }

    public String title() {
        return title;
    }

    public String issuer() {
        return issuer;
    }

    public Optional<String> place() {
        return Optional.ofNullable(place);
    }

    public LocalDate signedOn() {
        return signedOn;
    }

    /** In đồng. */
    public Optional<Long> statedTotal() {
        return Optional.ofNullable(statedTotal);
    }

    public List<String> objectives() {
        return List.copyOf(objectives);
    }

    public List<String> requirements() {
        return List.copyOf(requirements);
    }

    public List<String> recipients() {
        return List.copyOf(recipients);
    }

    public List<PlanArea> areas() {
        return List.copyOf(areas);
    }

    public List<PlanArrangement> arrangements() {
        return List.copyOf(arrangements);
    }

    /** Keys of the periods in which a continuous task owes a progress entry. */
    public List<String> progressPeriods() {
        return List.copyOf(progressPeriods);
    }

    public PlanState state() {
        return state;
    }

    public LocalDate issuedOn() {
        return issuedOn;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Actor issuedBy() {
        return new Actor(issuedBy, issuedByName);
    }
}
