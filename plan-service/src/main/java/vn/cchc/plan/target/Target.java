package vn.cchc.plan.target;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.cchc.plan.plan.Plan;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/** A target of a plan ("chỉ tiêu"), printed or maintained by the system. */
@Entity
@Table(name = "target")
public class Target {

    @Id
    private UUID id;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "authority_id")
    private UUID authorityId;

    private int year;
    private int position;

    @Column(name = "area_number")
    private Integer areaNumber;

    @Column(name = "task_id")
    private UUID taskId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "linked_task_ids", columnDefinition = "uuid[]")
    private List<UUID> linkedTaskIds;

    @Column(name = "group_text")
    private String groupText;

    private String text;
    private String operator;
    private BigDecimal value;

    @Column(name = "upper_value")
    private BigDecimal upperValue;

    private String unit;
    private boolean assumed;
    private String base;

    @Enumerated(EnumType.STRING)
    private OurTarget ours;

    protected Target() {}

    /**
     * @param taskId annex row it was read from; null for the body
     * @param linkedTaskIds annex rows with the same meaning
     * @param group the line above it in the body, or null
     * @param reading what the text says
     */
    public static Target printed(
            Plan plan,
            int position,
            Integer areaNumber,
            UUID taskId,
            List<UUID> linkedTaskIds,
            String group,
            String text,
            AimReading reading) {
        Target target = new Target();
        target.id = Ids.derived(plan.id(), "target " + position);
        target.planId = plan.id();
        target.authorityId = plan.authorityId();
        target.year = plan.year();
        target.position = position;
        target.areaNumber = areaNumber;
        target.taskId = taskId;
        target.linkedTaskIds = List.copyOf(linkedTaskIds);
        target.groupText = group;
        target.text = text;
        if (reading instanceof AimReading.Understood understood) {
            target.aimAt(understood.aim());
            target.base = understood.base().orElse(null);
        }
        return target;
    }

    /** A system target with the aim 100 %. */
    public static Target ours(Plan plan, int position, OurTarget ours) {
        Target target = printed(
                plan,
                position,
                null,
                null,
                List.of(),
                null,
                ours.text(),
                AimReading.of(Operator.EQUAL, BigDecimal.valueOf(100), Aim.PERCENT, true));
        target.ours = ours;
        return target;
    }

    private void aimAt(Aim aim) {
        operator = aim.operator().symbol();
        value = aim.value();
        upperValue = aim.upper().orElse(null);
        unit = aim.unit();
        assumed = aim.assumed();
    }

    /** @throws Problem 422 for a target whose readings are not entered by people, or figures that are invalid for it */
    void requireReadable(TargetReading.Figures figures) {
        if (ours != null) {
            throw Problem.unprocessable(
                    "reading-from-events",
                    BilingualText.of(
                            "Số liệu của chỉ tiêu này do hệ thống tự ghi từ báo cáo đã duyệt.",
                            "Readings of this target come from approved reports."));
        }
        if (!figures.period().startsWith(Integer.toString(year))) {
            throw Problem.invalid(
                    "period",
                    "Phải thuộc năm " + year + " của kế hoạch.",
                    "Must lie in the year of the plan, " + year + ".");
        }
        String measure = aim().map(Aim::unit).orElse("");
        boolean isShare = measure.equals(Aim.PERCENT);
        boolean hasWhole =
                figures.denominator() != null && figures.denominator().signum() > 0;
        if ((isShare || measure.equals(Aim.PERCENT_MORE)) && !hasWhole) {
            throw Problem.invalid(
                    "denominator",
                    "Phải lớn hơn 0 với chỉ tiêu tính theo %.",
                    "Must be greater than 0 for a percentage.");
        }
        if (isShare && figures.numerator().compareTo(figures.denominator()) > 0) {
            throw Problem.invalid(
                    "numerator", "Không được lớn hơn denominator.", "Must not be greater than the denominator.");
        }
    }

    public UUID id() {
        return id;
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

    public int position() {
        return position;
    }

    public Optional<Integer> areaNumber() {
        return Optional.ofNullable(areaNumber);
    }

    /** Annex rows that it was read from or that have the same meaning. */
    List<UUID> taskIds() {
        return Stream.concat(Stream.ofNullable(taskId), linkedTaskIds.stream()).toList();
    }

    public Optional<UUID> taskId() {
        return Optional.ofNullable(taskId);
    }

    public List<UUID> linkedTaskIds() {
        return List.copyOf(linkedTaskIds);
    }

    public Optional<String> group() {
        return Optional.ofNullable(groupText);
    }

    public String text() {
        return text;
    }

    /** Empty for a qualitative target. */
    public Optional<Aim> aim() {
        return operator == null
                ? Optional.empty()
                : Optional.of(new Aim(Operator.of(operator), value, Optional.ofNullable(upperValue), unit, assumed));
    }

    /** What growth is relative to, or starts from, as printed; empty where the text does not say. */
    public Optional<String> base() {
        return Optional.ofNullable(base);
    }

    public Optional<OurTarget> ours() {
        return Optional.ofNullable(ours);
    }
}
