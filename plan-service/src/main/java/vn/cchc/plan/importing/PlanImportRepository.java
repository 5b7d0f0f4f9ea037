package vn.cchc.plan.importing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import vn.cchc.plan.plan.KeptFinding;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Problem;

/** Imports of plans. */
@ApplicationScoped
public class PlanImportRepository implements PanacheRepositoryBase<PlanImport, UUID> {

    /** @throws Problem 404 when there is none in scope */
    PlanImport visible(UUID id, AuthorityScope scope) {
        PlanImport found = findByIdOptional(id).orElseThrow(Problem::notFound);
        scope.require(found.authorityId());
        return found;
    }

    /**
     * SELECT … FOR UPDATE; of two concurrent issues, the second sees the first one's result.
     *
     * @throws Problem 404 when there is none in scope
     */
    PlanImport forChange(UUID id, AuthorityScope scope) {
        PlanImport found = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
        scope.require(found.authorityId());
        return found;
    }

    /**
     * Findings of an issued plan that are not kept with it.
     *
     * @param ofDocument makes them where the version before has issued it
     */
    @SuppressWarnings("unchecked")
    List<KeptFinding> furtherFindings(UUID planId, Function<PlanDocument, List<KeptFinding>> ofDocument) {
        List<KeptFinding> kept = (List<KeptFinding>) ofPlan("i.furtherFindings", planId);
        return kept == null ? ofDocument.apply((PlanDocument) ofPlan("i.document", planId)) : kept;
    }

    private Object ofPlan(String what, UUID planId) {
        return getEntityManager()
                .createQuery(
                        "select " + what + " from Plan p join PlanImport i on i.id = p.importId where p.id = :id",
                        Object.class)
                .setParameter("id", planId)
                .getSingleResult();
    }

    /** An import and the document that it had before; null where that was never replaced. */
    record WithBefore(PlanImport draft, PlanImportBefore before) {}

    /**
     * In one statement, so that both are of one moment.
     *
     * @throws Problem 404 when there is none in scope
     */
    WithBefore visibleWithBefore(UUID id, AuthorityScope scope) {
        Object[] found = getEntityManager()
                .createQuery(
                        "select i, b from PlanImport i left join PlanImportBefore b on b.importId = i.id where i.id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(Problem::notFound);
        PlanImport draft = (PlanImport) found[0];
        scope.require(draft.authorityId());
        return new WithBefore(draft, (PlanImportBefore) found[1]);
    }

    /** The document that a draft had before, if it was ever replaced. */
    Optional<PlanImportBefore> before(UUID id) {
        return Optional.ofNullable(getEntityManager().find(PlanImportBefore.class, id));
    }

    /** Keeps the document of a draft that is about to be replaced, in the place of the one before. */
    void keepBefore(PlanImport draft) {
        PlanImportBefore before = before(draft.id()).orElseGet(() -> PlanImportBefore.of(draft.id()));
        before.keep(draft);
        getEntityManager().persist(before);
    }

    /** Drops the document that an import had before: what is no draft any more is not compared. */
    void forgetBefore(PlanImport imported) {
        before(imported.id()).ifPresent(getEntityManager()::remove);
    }
}
