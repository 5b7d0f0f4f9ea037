package vn.cchc.plan.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The content of a file, apart from {@link Evidence} so that no list reads it. */
@Entity
@Table(name = "evidence_file")
public class EvidenceFile {

    @Id
    @Column(name = "evidence_id")
    private UUID evidenceId;

    private byte[] content;

    protected EvidenceFile() {}

    EvidenceFile(UUID evidenceId, byte[] content) {
        this.evidenceId = evidenceId;
        this.content = content.clone();
    }

    UUID evidenceId() {
        return evidenceId;
    }

    byte[] content() {
        return content.clone();
    }
}
