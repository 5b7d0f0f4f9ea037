package vn.cchc.plan.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.cchc.plan.Transition;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.TableJson;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.Problem;

/** A revision of the working calendar: the complete table with one year added or replaced. */
@Entity
@Table(name = "calendar_revision")
public class CalendarRevision {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(updatable = false)
    private int revision;

    @Column(updatable = false)
    private int year;

    @Column(name = "base_version", updatable = false)
    private String baseVersion;

    @Column(name = "table_version", updatable = false)
    private String tableVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private String body;

    @Enumerated(EnumType.STRING)
    private RevisionState state;

    @Column(name = "answer_by", updatable = false)
    private Instant answerBy;

    @Column(name = "proposed_at", updatable = false)
    private Instant proposedAt;

    @Column(name = "proposed_by", updatable = false)
    private String proposedBy;

    private String reason;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected CalendarRevision() {}

    /**
     * @param revision revision number, from 1
     * @param year the year it changes
     * @param baseVersion version of the table it changes
     * @param table the complete new table
     * @param answerBy deadline for the services' counts
     */
    static CalendarRevision proposed(
            UUID id,
            int revision,
            int year,
            String baseVersion,
            CalendarTable table,
            Instant answerBy,
            String reason,
            Actor by,
            Instant now) {
        CalendarRevision proposed = new CalendarRevision();
        proposed.id = id;
        proposed.revision = revision;
        proposed.year = year;
        proposed.baseVersion = baseVersion;
        proposed.tableVersion = table.version();
        proposed.body = TableJson.write(table);
        proposed.state = RevisionState.PROPOSED;
        proposed.answerBy = answerBy;
        proposed.proposedAt = now;
        proposed.proposedBy = by.name();
        proposed.reason = reason;
        proposed.changedAt = now;
        return proposed;
    }

    void apply(String why, Instant now) {
        go(RevisionState.APPLIED, Transition.APPLY, why, now);
    }

    void withdraw(String why, Instant now) {
        go(RevisionState.WITHDRAWN, Transition.WITHDRAW, why, now);
    }

    private void go(RevisionState to, Transition transition, String why, Instant now) {
        require(transition);
        state = to;
        reason = why;
        changedAt = now;
    }

    /** @throws Problem 409 when the present state does not allow the transition */
    void require(Transition transition) {
        transition.requireFrom(state, state.transitions());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    int revision() {
        return revision;
    }

    int year() {
        return year;
    }

    String baseVersion() {
        return baseVersion;
    }

    String tableVersion() {
        return tableVersion;
    }

    CalendarTable table() {
        return TableJson.read(body);
    }

    RevisionState state() {
        return state;
    }

    Instant answerBy() {
        return answerBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    String proposedBy() {
        return proposedBy;
    }

    /** Reason given for the last transition. */
    String reason() {
        return reason;
    }

    Instant changedAt() {
        return changedAt;
    }
}
