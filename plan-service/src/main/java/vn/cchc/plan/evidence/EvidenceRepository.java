package vn.cchc.plan.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was handed in. */
@ApplicationScoped
public class EvidenceRepository implements PanacheRepositoryBase<Evidence, UUID> {

    public void add(Evidence evidence, CheckedFile file) {
        persist(evidence);
        getEntityManager().persist(new EvidenceFile(evidence.id(), file.content()));
    }

    /** In the order handed in. */
    public List<Evidence> ofMilestone(UUID milestoneId) {
        return list("milestoneId = ?1 order by id", milestoneId);
    }

    /** Of several milestones, in the order handed in. */
    public List<Evidence> ofMilestones(Collection<UUID> milestoneIds) {
        return milestoneIds.isEmpty() ? List.of() : list("milestoneId in ?1 order by id", milestoneIds);
    }

    /** Which of the milestones have evidence that another service told of. */
    public Set<UUID> withSource(Collection<UUID> milestoneIds) {
        return milestoneIds.isEmpty()
                ? Set.of()
                : find("milestoneId in ?1 and sourceId is not null", milestoneIds).stream()
                        .map(Evidence::milestoneId)
                        .collect(Collectors.toSet());
    }

    public Optional<byte[]> content(UUID evidenceId) {
        return Optional.ofNullable(getEntityManager().find(EvidenceFile.class, evidenceId))
                .map(EvidenceFile::content);
    }
}
