package vn.cchc.plan.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.cchc.plan.plan.Plan;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** A row of the annex: a heading or a task. The printed code is stored but is not a key. */
@Entity
@Table(name = "task")
public class Task {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "authority_id")
    private UUID authorityId;

    private int year;

    @Column(name = "parent_id")
    private UUID parentId;

    private int seq;
    private int level;
    private boolean heading;

    @Column(name = "printed_code")
    private String printedCode;

    private String code;
    private String title;

    @Column(name = "area_number")
    private Integer areaNumber;

    @Column(name = "lead_text")
    private String leadText;

    @Column(name = "lead_unit_id")
    private UUID leadUnitId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Party> leads;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Party> coordinating;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> products;

    @Column(name = "timing_text")
    private String timingText;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "rule_kinds", columnDefinition = "text[]")
    private List<String> ruleKinds;

    @Column(name = "stated_amount")
    private Long statedAmount;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "progress_periods", columnDefinition = "text[]")
    private List<String> progressPeriods;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "other_cells")
    private List<OtherCell> otherCells;

    protected Task() {}

    /**
     * The printed content of a row and its reading.
     *
     * @param seq order of the row
     * @param statedAmount in đồng; null when none is printed
     * @param ruleKinds kinds of the timing's rules, in printed order
     * @param progressPeriods for a continuous task, the periods in which it owes a progress entry
     * @param otherCells of columns that have no other place, as printed
     */
    public record Printed(
            int seq,
            int level,
            boolean heading,
            String printedCode,
            String code,
            String title,
            Integer areaNumber,
            String leadText,
            List<Party> leads,
            List<Party> coordinating,
            List<String> products,
            String timingText,
            List<String> ruleKinds,
            Long statedAmount,
            List<String> progressPeriods,
            List<OtherCell> otherCells) {}

    /** @param parent the parent row; null at the top level */
    public static Task planned(Plan plan, Task parent, Printed printed) {
        Task task = new Task();
        task.id = Ids.derived(plan.id(), "task " + printed.seq());
        task.planId = plan.id();
        task.authorityId = plan.authorityId();
        task.year = plan.year();
        task.parentId = parent == null ? null : parent.id;
        task.seq = printed.seq();
        task.level = printed.level();
        task.heading = printed.heading();
        task.printedCode = printed.printedCode();
        task.code = printed.code();
        task.title = printed.title();
        task.areaNumber = printed.areaNumber();
        task.leadText = printed.leadText();
        task.leads = List.copyOf(printed.leads());
        // The first lead that is a unit becomes responsible for the milestones.
        task.leadUnitId = printed.leads().stream()
                .map(Party::unitId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        task.coordinating = List.copyOf(printed.coordinating());
        task.products = List.copyOf(printed.products());
        task.timingText = printed.timingText();
        task.ruleKinds = List.copyOf(printed.ruleKinds());
        task.statedAmount = printed.statedAmount();
        task.progressPeriods = List.copyOf(printed.progressPeriods());
        task.otherCells = List.copyOf(printed.otherCells());
        return task;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID planId() {
        return planId;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public int year() {
        return year;
    }

    public Optional<UUID> parentId() {
        return Optional.ofNullable(parentId);
    }

    /** Position in printed order. */
    public int seq() {
        return seq;
    }

    public int level() {
        return level;
    }

    public boolean heading() {
        return heading;
    }

    public Optional<String> printedCode() {
        return Optional.ofNullable(printedCode);
    }

    /** The normalised code. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    public String title() {
        return title;
    }

    public Optional<Integer> areaNumber() {
        return Optional.ofNullable(areaNumber);
    }

    public Optional<String> leadText() {
        return Optional.ofNullable(leadText);
    }

    /** The lead unit: the first of the leads that is a unit of the authority. */
    public Optional<UUID> leadUnitId() {
        return Optional.ofNullable(leadUnitId);
    }

    public List<Party> leads() {
        return List.copyOf(leads);
    }

    public List<Party> coordinating() {
        return List.copyOf(coordinating);
    }

    public List<String> products() {
        return List.copyOf(products);
    }

    public Optional<String> timingText() {
        return Optional.ofNullable(timingText);
    }

    public List<String> ruleKinds() {
        return List.copyOf(ruleKinds);
    }

    /** In đồng. */
    public Optional<Long> statedAmount() {
        return Optional.ofNullable(statedAmount);
    }

    /** For a continuous task, the periods in which it owes a progress entry. */
    public List<String> progressPeriods() {
        return List.copyOf(progressPeriods);
    }

    /** Cells of columns that have no other place, in printed order. */
    public List<OtherCell> otherCells() {
        return List.copyOf(otherCells);
    }

    /** @throws Problem 422 for a period in which it owes no progress entry */
    void requireProgressOwed(String period) {
        if (!isContinuous()) {
            throw Problem.unprocessable(
                    "not-continuous",
                    BilingualText.of(
                            "Nhiệm vụ này theo dõi bằng các mốc, không phải bằng báo cáo tiến độ.",
                            "This task is followed by its milestones, not by progress entries."));
        }
        if (!progressPeriods.contains(period)) {
            String owed = String.join(", ", progressPeriods);
            throw Problem.invalid("period", "Chỉ nhận: " + owed + ".", "Must be one of: " + owed + ".");
        }
    }

    public boolean isContinuous() {
        return !progressPeriods.isEmpty();
    }
}
