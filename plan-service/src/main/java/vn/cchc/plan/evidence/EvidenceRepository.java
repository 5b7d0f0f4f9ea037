package vn.cchc.plan.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.cchc.platform.files.CheckedFile;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.files.FilePlace;
import vn.cchc.platform.files.StoredFiles;

/** Evidence of milestones. */
@ApplicationScoped
public class EvidenceRepository implements PanacheRepositoryBase<Evidence, UUID> {

    /** Maximum submissions by people per milestone; evidence from events is not limited. */
    public static final int MOST = 100;

    private static final FilePlace CONTENTS = FilePlace.of("evidence_file", "content", "evidence_id");

    private final StoredFiles files;

    EvidenceRepository(StoredFiles files) {
        this.files = files;
    }

    /** Stores the evidence with its file content. */
    public void add(Evidence evidence, CheckedFile file) {
        persistAndFlush(evidence);
        files.add(CONTENTS, List.of(evidence.id()), file);
    }

    /** File content of evidence of kind {@link EvidenceKind#FILE}. */
    public static FileContent content(Evidence file) {
        return new FileContent.Stored(
                CONTENTS, List.of(file.id()), file.sizeBytes().orElseThrow());
    }

    /** In order of submission. */
    public List<Evidence> ofMilestone(UUID milestoneId) {
        return list("milestoneId = ?1 order by id", milestoneId);
    }

    /** Whether {@link #MOST} or more have been handed in by people. */
    public boolean isFull(UUID milestoneId) {
        return count("milestoneId = ?1 and sourceId is null", milestoneId) >= MOST;
    }

    /** In order of submission. */
    public List<Evidence> ofMilestones(Collection<UUID> milestoneIds) {
        return milestoneIds.isEmpty() ? List.of() : list("milestoneId in ?1 order by id", milestoneIds);
    }

    /** Evidence from another service's event; unique by milestone and source. */
    public record Told(UUID milestoneId, UUID sourceId) {}

    /** Evidence of these milestones that comes from other services' events. */
    public Set<Told> told(Collection<UUID> milestoneIds) {
        return milestoneIds.isEmpty()
                ? Set.of()
                : find("milestoneId in ?1 and sourceId is not null", milestoneIds).stream()
                        .map(each ->
                                new Told(each.milestoneId(), each.sourceId().orElseThrow()))
                        .collect(Collectors.toSet());
    }

    /** Deletes the evidence from these sources: their services have lost the facts. */
    public void withdraw(Collection<UUID> sourceIds) {
        if (!sourceIds.isEmpty()) {
            delete("sourceId in ?1", sourceIds);
        }
    }
}
