package vn.cchc.reporting.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.OffsetDateTime;

/**
 * The edited text of a section.
 *
 * @param proposal the proposal at that time; a difference from the current one means that the underlying figures have
 *     changed
 */
@Embeddable
record WrittenSection(
        String text,
        String proposal,
        @Column(name = "edited_by") String editedBy,
        @Column(name = "edited_at") OffsetDateTime editedAt) {}
