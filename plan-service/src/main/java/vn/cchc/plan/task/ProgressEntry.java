package vn.cchc.plan.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.time.VietnamTime;

/** The work on a continuous task in a reporting period. */
@Entity
@Table(name = "progress_entry")
public class ProgressEntry {

    @Id
    private UUID id;

    @Column(name = "task_id")
    private UUID taskId;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "authority_id")
    private UUID authorityId;

    private String period;
    private String note;

    @Column(name = "entered_on")
    private LocalDate enteredOn;

    @Column(name = "entered_at")
    private Instant enteredAt;

    @Column(name = "entered_by")
    private String enteredBy;

    @Column(name = "entered_by_name")
    private String enteredByName;

    protected ProgressEntry() {}

    static ProgressEntry entered(Task task, String period, String note, Actor by, Instant now) {
        ProgressEntry entry = new ProgressEntry();
        entry.id = Ids.next();
        entry.taskId = task.id();
        entry.planId = task.planId();
        entry.authorityId = task.authorityId();
        entry.period = period;
        entry.note = note;
        entry.enteredOn = LocalDate.ofInstant(now, VietnamTime.ZONE);
        entry.enteredAt = now;
        entry.enteredBy = by.subject();
        entry.enteredByName = by.name();
        return entry;
    }

    public UUID planId() {
        return planId;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public UUID id() {
        return id;
    }

    public UUID taskId() {
        return taskId;
    }

    public String period() {
        return period;
    }

    public String note() {
        return note;
    }

    public LocalDate enteredOn() {
        return enteredOn;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public Actor enteredBy() {
        return new Actor(enteredBy, enteredByName);
    }
}
