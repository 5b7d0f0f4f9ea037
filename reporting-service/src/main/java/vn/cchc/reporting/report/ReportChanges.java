package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The record of who changed a report, when, and why. */
@ApplicationScoped
class ReportChanges {

    private final EntityManager entities;

    ReportChanges(EntityManager entities) {
        this.entities = entities;
    }

    /** Call it after the version is flushed. */
    void add(Report report, String action, String who, String detail) {
        entities.createNativeQuery("""
                        INSERT INTO report_change (report_id, version, action, changed_at, changed_by, detail)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6)""")
                .setParameter(1, report.id())
                .setParameter(2, report.version())
                .setParameter(3, action)
                .setParameter(4, report.changedAt())
                .setParameter(5, who)
                .setParameter(6, detail)
                .executeUpdate();
    }
}
