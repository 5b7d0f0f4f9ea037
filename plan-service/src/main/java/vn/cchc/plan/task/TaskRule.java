package vn.cchc.plan.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.plan.timing.AwaitedEvent;
import vn.cchc.plan.timing.Offset;
import vn.cchc.plan.timing.OffsetUnit;
import vn.cchc.plan.timing.RuleKind;
import vn.cchc.plan.timing.TimingRule;
import vn.cchc.platform.event.Ids;

/** A rule of a task's timing, from which milestones are created. */
@Entity
@Table(name = "task_rule")
public class TaskRule {

    @Id
    private UUID id;

    @Column(name = "task_id")
    private UUID taskId;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "authority_id")
    private UUID authorityId;

    private int year;
    private int position;

    @Enumerated(EnumType.STRING)
    private RuleKind kind;

    private String label;

    @Enumerated(EnumType.STRING)
    private AwaitedEvent event;

    @Column(name = "waits_for")
    private String waitsFor;

    @Column(name = "offset_amount")
    private Integer offsetAmount;

    @Enumerated(EnumType.STRING)
    @Column(name = "offset_unit")
    private OffsetUnit offsetUnit;

    protected TaskRule() {}

    /**
     * @param position position among the rules of the task, from 0; the rule's id is derived from plan, row and
     *     position
     */
    public static TaskRule of(Task task, int position, TimingRule timing) {
        TaskRule rule = new TaskRule();
        rule.id = Ids.derived(task.planId(), task.seq() + "/" + position);
        rule.taskId = task.id();
        rule.planId = task.planId();
        rule.authorityId = task.authorityId();
        rule.year = task.year();
        rule.position = position;
        rule.kind = timing.kind();
        rule.label = timing.label();
        rule.waitsFor = timing.waitsFor().orElse(null);
        if (timing instanceof TimingRule.OnEvent onEvent) {
            rule.event = onEvent.event();
            onEvent.offset().ifPresent(offset -> {
                rule.offsetAmount = offset.amount();
                rule.offsetUnit = offset.unit();
            });
        }
        return rule;
    }

    public UUID id() {
        return id;
    }

    public UUID taskId() {
        return taskId;
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

    public RuleKind kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    public Optional<AwaitedEvent> event() {
        return Optional.ofNullable(event);
    }

    /** The awaited event, request or plan, as printed. */
    public Optional<String> waitsFor() {
        return Optional.ofNullable(waitsFor);
    }

    public Optional<Offset> offset() {
        return offsetAmount == null ? Optional.empty() : Optional.of(new Offset(offsetAmount, offsetUnit));
    }
}
