package vn.cchc.plan.importing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.plan.KeptFinding;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Problem;

/** Imports of plans. */
@ApplicationScoped
public class PlanImportRepository implements PanacheRepositoryBase<PlanImport, UUID> {

    private static final String WITH_BEFORE =
            "select i, b from PlanImport i left join PlanImportBefore b on b.importId = i.id where i.id = :id";

    private static final String WITH_FIRST =
            "select i, b, f from PlanImport i left join PlanImportBefore b on b.importId = i.id"
                    + " left join PlanImportFirst f on f.importId = i.id where i.id = :id";

    /** Copied within the database: nobody has to read the document for it. */
    private static final String KEEP_FIRST = """
            INSERT INTO plan_import_first (import_id, version, document, findings)
            SELECT import_id, version, document, findings FROM plan_import_before b
            WHERE import_id = :id AND NOT EXISTS (SELECT FROM plan_import_first f WHERE f.import_id = b.import_id)""";

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

    /** An import and a document that it had; empty where that was never replaced, or is not known. */
    record WithEarlier(PlanImport draft, Optional<EarlierDocument> earlier) {}

    /**
     * In one statement, so that both are of one moment.
     *
     * @throws Problem 404 when there is none in scope
     */
    WithEarlier visibleWithEarlier(UUID id, Since since, AuthorityScope scope) {
        Object[] found = getEntityManager()
                .createQuery(
                        switch (since) {
                            case FIRST -> WITH_FIRST;
                            case LAST -> WITH_BEFORE;
                        },
                        Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(Problem::notFound);
        PlanImport draft = (PlanImport) found[0];
        scope.require(draft.authorityId());
        Optional<PlanImportBefore> before = Optional.ofNullable((PlanImportBefore) found[1]);
        return new WithEarlier(
                draft,
                switch (since) {
                    // Until the second replacement the document before is the first.
                    case FIRST ->
                        Optional.ofNullable((PlanImportFirst) found[2])
                                .map(KeptDocument::asEarlier)
                                .or(() -> before.map(KeptDocument::asEarlier));
                    case LAST -> before.filter(each -> each.precedes(draft)).map(KeptDocument::asEarlier);
                });
    }

    /** The document that a draft had before, if it was ever replaced. */
    Optional<PlanImportBefore> before(UUID id) {
        return Optional.ofNullable(getEntityManager().find(PlanImportBefore.class, id));
    }

    /** Keeps the document of a draft that is about to be replaced, in the place of the one before; of these the first stays. */
    void keepEarlierDocument(PlanImport draft) {
        getEntityManager()
                .createNativeQuery(KEEP_FIRST)
                .setParameter("id", draft.id())
                .executeUpdate();
        PlanImportBefore before = before(draft.id()).orElseGet(() -> PlanImportBefore.of(draft.id()));
        before.keep(draft);
        getEntityManager().persist(before);
    }

    /** Drops the documents that an import had, the first by its foreign key: what is no draft any more is not compared. */
    void dropEarlierDocuments(PlanImport imported) {
        before(imported.id()).ifPresent(getEntityManager()::remove);
    }
}
