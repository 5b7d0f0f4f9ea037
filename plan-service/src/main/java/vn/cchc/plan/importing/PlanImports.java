package vn.cchc.plan.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.exception.ConstraintViolationException;
import vn.cchc.plan.Transition;
import vn.cchc.plan.authority.Authority;
import vn.cchc.plan.authority.AuthorityRepository;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.plan.Plan;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.database.JsonColumns;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Problem;

/** Application service for plan imports: read, correct, issue, discard. */
@ApplicationScoped
@Transactional
class PlanImports {

    private static final JsonMapper JSON = JsonColumns.builder().build();

    private final PlanImportRepository imports;
    private final DocumentReading documents;
    private final PlanIssuing issuing;
    private final AuthorityRepository authorities;
    private final Journal journal;
    private final Clock clock;

    PlanImports(
            PlanImportRepository imports,
            DocumentReading documents,
            PlanIssuing issuing,
            AuthorityRepository authorities,
            Journal journal,
            Clock clock) {
        this.imports = imports;
        this.documents = documents;
        this.issuing = issuing;
        this.authorities = authorities;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws Problem 404 when there is none in scope */
    @Transactional(Transactional.TxType.SUPPORTS)
    PlanImport get(UUID id, AuthorityScope scope) {
        return imports.visible(id, scope);
    }

    /**
     * A draft with a document that was just read.
     *
     * @param reading of that document
     */
    record Read(PlanImport draft, PlanReading reading) {}

    /**
     * Reads a document as a draft.
     *
     * @throws Problem 403 when neither the request nor the caller has an authority; 404; 409 when a draft or plan has the
     *     number; 422 when the rows form no tree
     */
    Read read(ImportPlan request, AuthorityScope scope, Caller who) {
        UUID authorityId = request.authorityId() == null ? who.authority() : request.authorityId();
        if (!scope.reaches(authorityId)) {
            throw Problem.notFound(
                    FieldFault.of("authorityId", "Không có cơ quan này.", "There is no such authority."));
        }
        journal.requireOpen();
        Authority authority = authorities.get(authorityId);
        PlanDocument document = request.document();
        PlanReading reading = documents.read(authority, document);
        PlanImport draft =
                PlanImport.draft(authority.id(), document, ImportReading.of(reading), Actor.of(who), clock.instant());
        imports.persist(draft);
        flush(document, RequestFields.OF_THE_DOCUMENT);
        return new Read(draft, reading);
    }

    /**
     * Replaces the document of a draft. What it notes on the file goes along with its rows ({@link CarriedNotes}).
     *
     * @throws Problem 404, 412, 428; 409 when it is not a draft or another one has the number; 422
     */
    Read correct(UUID id, ExpectedVersion expected, ImportPlan request, AuthorityScope scope, Actor by) {
        PlanImport draft = toChange(id, expected, scope, Transition.CORRECT);
        if (request.authorityId() != null && !request.authorityId().equals(draft.authorityId())) {
            throw Problem.invalid(
                    "authorityId", "Bản nháp thuộc cơ quan khác.", "The draft is that of another authority.");
        }
        return replace(draft, CarriedNotes.in(request.document(), draft.document()), RequestFields.OF_THE_DOCUMENT, by);
    }

    /**
     * Corrects a part of the document of a draft in its place.
     *
     * @param correction of the document as it is, once the draft is the caller's to change
     * @param fields how the request names what is at fault
     * @throws Problem 404, 412, 428; 409 when it is not a draft or another one has the number; 422
     */
    Read correctPart(
            UUID id,
            ExpectedVersion expected,
            UnaryOperator<PlanDocument> correction,
            RequestFields fields,
            AuthorityScope scope,
            Actor by) {
        PlanImport draft = toChange(id, expected, scope, Transition.CORRECT);
        PlanDocument corrected = correction.apply(draft.document());
        requireSize(corrected);
        return replace(draft, corrected, fields, by);
    }

    /** As large as a document that is sent whole may be: each view reads all of it, and it can be sent back. */
    private static void requireSize(PlanDocument document) {
        try {
            if (JSON.writeValueAsBytes(document).length > PlanImportResource.LARGEST) {
                throw Problem.unprocessable(
                        "plan-document-invalid",
                        BilingualText.of(
                                "Văn bản kế hoạch sẽ dài quá " + PlanImportResource.LARGEST / MaxBody.KB + " KB.",
                                "The plan document would be longer than " + PlanImportResource.LARGEST / MaxBody.KB
                                        + " KB."));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan document is always JSON", e);
        }
    }

    private Read replace(PlanImport draft, PlanDocument document, RequestFields fields, Actor by) {
        Authority authority = authorities.get(draft.authorityId());
        PlanReading reading = documents.read(authority, document, fields);
        imports.keepEarlierDocument(draft);
        draft.correct(document, ImportReading.of(reading), by, clock.instant());
        flush(document, fields);
        return new Read(draft, reading);
    }

    /** @throws Problem 404, 412, 428; 409 when it is not a draft; 422 when the rows no longer form a tree */
    Plan issue(UUID id, ExpectedVersion expected, AuthorityScope scope, Actor by) {
        PlanImport draft = toChange(id, expected, scope, Transition.ISSUE);
        Authority authority = authorities.get(draft.authorityId());
        PlanDocument document = draft.document();
        PlanReading reading = documents.read(authority, document);
        Plan plan = issuing.issue(draft, document, reading, authority, by);
        draft.issuedAs(plan.id(), reading);
        imports.dropEarlierDocuments(draft);
        return plan;
    }

    /** @throws Problem 404, 412, 428; 409 when it is not a draft */
    PlanImport discard(UUID id, ExpectedVersion expected, AuthorityScope scope) {
        PlanImport draft = toChange(id, expected, scope, Transition.DISCARD);
        draft.discard();
        imports.dropEarlierDocuments(draft);
        imports.flush();
        return draft;
    }

    private PlanImport toChange(UUID id, ExpectedVersion expected, AuthorityScope scope, Transition transition) {
        PlanImport draft = imports.forChange(id, scope);
        journal.requireOpen();
        expected.require(draft.version());
        draft.require(transition);
        return draft;
    }

    /**
     * The unique index treats all spellings of a number as equal and decides between concurrent transactions.
     *
     * @param fields how the request names the number
     */
    private void flush(PlanDocument document, RequestFields fields) {
        try {
            imports.flush();
        } catch (ConstraintViolationException e) {
            PlanDocument.Header header = document.header();
            throw Problem.conflict(
                    "plan-number-taken",
                    BilingualText.of(
                            "Đã có kế hoạch hoặc bản nháp số " + header.number() + " của năm " + header.year() + ".",
                            "There is a plan or draft " + header.number() + " for " + header.year() + "."),
                    FieldFault.of(fields.name(document, "header.number"), "Đã được dùng.", "Taken."));
        }
    }
}
