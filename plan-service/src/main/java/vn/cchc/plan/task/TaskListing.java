package vn.cchc.plan.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A task as lists find it by its words. The database writes it with the task. */
@Entity
@Immutable
@Table(name = "task_listing")
public class TaskListing {

    @Id
    @Column(name = "task_id")
    private UUID taskId;

    @Column(name = "authority_id")
    private UUID authorityId;

    /** Normalised; null without one. */
    @Column(name = "code")
    private String code;

    protected TaskListing() {}
}
