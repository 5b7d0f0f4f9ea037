package vn.cchc.reporting.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.OffsetDateTime;

/**
 * The text of a section as a person has written it.
 *
 * @param proposal what was proposed at that time: when it differs now, figures behind the text have moved
 */
@Embeddable
record WrittenSection(
        String text,
        String proposal,
        @Column(name = "edited_by") String editedBy,
        @Column(name = "edited_at") OffsetDateTime editedAt) {}
