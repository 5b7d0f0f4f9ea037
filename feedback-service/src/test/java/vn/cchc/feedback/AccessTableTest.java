package vn.cchc.feedback;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.ResponseBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.AccessWalk;
import vn.cchc.platform.testing.AccessWalk.Place;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OpenApiContract;

/** Every operation as every role, on a feedback that is assigned to a unit. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AccessTableTest {

    private Commune commune;
    private UUID file;
    private Commune.Receipt assigned;
    private static final String LETTER = "{\"reason\": \"Chờ điện lực khảo sát.\", \"promisedOn\": \"2021-01-22\"}";

    private Commune.Receipt takenBack;
    private Commune.Receipt apologised;
    private String message;
    private String draft;
    private String letter;

    @BeforeEach
    void aFeedbackAssignedToTheLandUnit() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        file = AttachmentsTest.uploaded(AttachmentsTest.pdf(1000), "a.pdf");
        assigned = Commune.Receipt.of(Commune.asCitizen()
                .body(commune.form(Commune.CONTENT).replaceFirst("\\{", "{\"attachments\": [\"" + file + "\"], "))
                .post("/api/v1/feedback"));
        commune.assign(assigned.id());
        message = assigned.post("messages", "{\"text\": \"Bao giờ thì sửa?\"}").path("id");
        draft = commune.asClerk()
                .body("{\"text\": \"Đèn đã được thay.\"}")
                .post("/api/v1/feedback/" + assigned.id() + "/answer-drafts")
                .path("id");
        takenBack = commune.receive();
        takenBack.post("withdrawals", "{}").then().statusCode(200);
        apologised = commune.receive();
        Commune.now("2021-01-18T08:30:00+07:00");
        release(apologised);
        letter = commune.asClerk()
                .body(LETTER)
                .post("/api/v1/feedback/" + assigned.id() + "/apology-letters")
                .path("id");
    }

    private void release(Commune.Receipt late) {
        commune.asClerk()
                .body(LETTER)
                .post("/api/v1/feedback/" + late.id() + "/apology-letters")
                .then()
                .statusCode(201);
        commune.post(
                        commune.asLeader(),
                        late.id(),
                        "apology-releases",
                        "{\"letterVersion\": 1, \"documentNumber\": \"17/UBND-VP\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void the_service_keeps_to_the_table_of_rights() {
        AccessWalk walk = AccessWalk.in(new Place(
                commune.id(),
                commune.landUnit(),
                commune.office(),
                commune.district(),
                Commune.create().id()));

        reading(walk);
        handling(walk);
        tracking(walk);
        policies(walk);
        officeHours(walk);
        mailboxes(walk);
        uploading(walk);
        reminding(walk);
        walk.operation("receiveFeedback", caller -> caller.body(commune.form(Commune.CONTENT))
                        .post("/api/v1/feedback"))
                .operationOfTheTokensAuthorityOnly(
                        "enterRegister", caller -> OldRegisterTest.form(caller, OldRegisterTest.twoRows())
                                .post(OldRegisterTest.PATH))
                .assertHolds();
    }

    private void reading(AccessWalk walk) {
        String path = "/api/v1/feedback/" + assigned.id();
        String id = assigned.id().toString();
        walk.operation("getFeedback", caller -> caller.get(path))
                .operation("explainDueDate", caller -> caller.get(path + "/due-date"))
                .operation("readLimit", caller -> caller.get(path + "/limit"))
                .operation("listChanges", caller -> caller.get(path + "/changes"))
                .operation("listMessages", caller -> caller.get(path + "/messages"))
                .operation("getMessage", caller -> caller.get(path + "/messages/" + message))
                .operation("listAnswerDrafts", caller -> caller.get(path + "/answer-drafts"))
                .operation("getAnswerDraft", caller -> caller.get(path + "/answer-drafts/" + draft))
                .operation("beginAnswerDraft", caller -> caller.body("{\"text\": \"Đã thay.\"}")
                        .post(path + "/answer-drafts"))
                .operation("writeAnswerDraft", caller -> caller.header("If-Match", "\"999\"")
                        .body("{\"text\": \"Đã thay.\"}")
                        .put(path + "/answer-drafts/" + draft))
                .operation("listApologyLetters", caller -> caller.get(path + "/apology-letters"))
                .operation("getApologyLetter", caller -> caller.get(path + "/apology-letters/" + letter))
                .operation("beginApologyLetter", caller -> caller.body(LETTER).post(path + "/apology-letters"))
                .operation("writeApologyLetter", caller -> caller.header("If-Match", "\"999\"")
                        .body(LETTER)
                        .put(path + "/apology-letters/" + letter))
                .operation("getApologyDocument", caller -> caller.accept("*/*")
                        .get(path + "/apology-letters/" + letter + "/document"))
                .operation("replyToSender", caller -> caller.body("{\"text\": \"Đang sửa.\"}")
                        .post(path + "/messages"))
                .operation("listAttachments", caller -> caller.get(path + "/attachments"))
                .operation("listMergedCases", caller -> caller.get(path + "/merged-cases"))
                .operation("listSimilarCases", caller -> caller.get(path + "/similar-cases"))
                .operation("suggestUnits", caller -> caller.get(path + "/unit-suggestions"))
                .operation("getAttachment", caller -> caller.get(path + "/attachments/" + file))
                .list("listFeedback", id, caller -> caller.get("/api/v1/feedback?state=ASSIGNED"))
                .list("searchFeedbackBySender", id, caller -> caller.body("{\"name\": \"nguyen van an\"}")
                        .post("/api/v1/feedback/searches"))
                .list("readRegister", id, caller -> caller.get("/api/v1/register?year=2021"))
                .list(
                        "getRegisterDocument",
                        assigned.code(),
                        caller -> asText(caller.accept("*/*").get("/api/v1/register/document?year=2021")))
                .operation(
                        "countFeedback",
                        caller -> caller.get(
                                "/api/v1/statistics?from=2021-01-01&to=2021-01-31&authority=" + commune.id()));
    }

    /** Every transition but those that no member of staff makes for a case that is there. */
    private void handling(AccessWalk walk) {
        for (Transition transition : EnumSet.complementOf(EnumSet.of(Transition.RECEIVE, Transition.RECOUNT))) {
            String path = "/api/v1/feedback/{id}/" + transition.resource();
            walk.operation(OpenApiContract.operationId("post", path), caller -> caller.header("If-Match", "\"999\"")
                    .body(commune.body(transition))
                    .post(path, assigned.id()));
        }
    }

    /** Nothing was asked for or answered, and what is taken back is not taken back again: 409 to whoever has code and secret. */
    private void tracking(AccessWalk walk) {
        walk.operation("trackFeedback", caller -> withSecret(caller, assigned)
                        .get("/api/v1/tracking/" + assigned.code()))
                .operation("supplementFeedback", caller -> withSecret(caller, assigned)
                        .body("{\"content\": \"Thêm.\"}")
                        .post("/api/v1/tracking/" + assigned.code() + "/supplements"))
                .operation("listTrackedMessages", caller -> withSecret(caller, assigned)
                        .get("/api/v1/tracking/" + assigned.code() + "/messages"))
                .operation("askOffice", caller -> withSecret(caller, assigned)
                        .body("{\"text\": \"Bao giờ thì sửa?\"}")
                        .post("/api/v1/tracking/" + assigned.code() + "/messages"))
                .operation("getTrackedMessage", caller -> withSecret(caller, assigned)
                        .get("/api/v1/tracking/" + assigned.code() + "/messages/" + message))
                .operation("listTrackedAttachments", caller -> withSecret(caller, assigned)
                        .get("/api/v1/tracking/" + assigned.code() + "/attachments"))
                .operation("getTrackedApology", caller -> withSecret(caller, apologised)
                        .accept("*/*")
                        .get("/api/v1/tracking/" + apologised.code() + "/apology-letter"))
                .operation("getTrackedAttachment", caller -> withSecret(caller, assigned)
                        .get("/api/v1/tracking/" + assigned.code() + "/attachments/" + file))
                .operation("reopenFeedback", caller -> withSecret(caller, assigned)
                        .body("{\"reason\": \"Đèn lại tắt.\"}")
                        .post("/api/v1/tracking/" + assigned.code() + "/reopenings"))
                .operation("withdrawFeedback", caller -> withSecret(caller, takenBack)
                        .body("{}")
                        .post("/api/v1/tracking/" + takenBack.code() + "/withdrawals"));
    }

    private void policies(AccessWalk walk) {
        String path = "/api/v1/handling-policies";
        String body = commune.policy(5, "2021-02-01", "");
        String entered = path + "/"
                + commune.asAdmin()
                        .body(body)
                        .post(path)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
        walk.operation("listPolicies", caller -> caller.get(path + "?authority=" + commune.id()))
                .operation("getPolicy", caller -> caller.get(entered))
                .operation("enterPolicy", caller -> caller.body(body).post(path))
                .operation("previewPolicy", caller -> caller.body(
                                "{\"policy\": " + body + ", \"arrivals\": [\"2021-02-01\"]}")
                        .post(path + "/previews"))
                .operation("endPolicy", caller -> caller.header("If-Match", "\"999\"")
                        .body("{\"validTo\": \"2021-03-01\", \"reason\": \"Hết hiệu lực.\"}")
                        .post(entered + "/ends"));
    }

    private void officeHours(AccessWalk walk) {
        String path = "/api/v1/office-hours";
        String body = commune.officeHours("2021-02-01");
        String entered = path + "/"
                + commune.asAdmin()
                        .body(body)
                        .post(path)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
        walk.operation("listOfficeHours", caller -> caller.get(path + "?authority=" + commune.id()))
                .operation("getOfficeHours", caller -> caller.get(entered))
                .operation("enterOfficeHours", caller -> caller.body(body).post(path));
    }

    private void mailboxes(AccessWalk walk) {
        String path = "/api/v1/mailboxes";
        String entered = path + "/"
                + commune.asAdmin()
                        .body(commune.mailbox("2021-01-18"))
                        .post(path)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
        walk.operation("listMailboxes", caller -> caller.get(path + "?authority=" + commune.id()))
                .operation("getMailbox", caller -> caller.get(entered))
                .operation("enterMailbox", caller -> caller.body(commune.mailbox("2021-02-01"))
                        .post(path))
                .operation("endMailbox", caller -> caller.header("If-Match", "\"999\"")
                        .body("{\"validTo\": \"2021-03-01\", \"reason\": \"Đổi địa chỉ.\"}")
                        .post(entered + "/ends"));
    }

    /** Five working days after its due day a case has been escalated to all. */
    private void reminding(AccessWalk walk) {
        Commune.now("2021-01-22T09:00:00+07:00");
        Commune.remind();
        Commune.now("2021-01-05T08:30:00+07:00");
        walk.list("listReminders", assigned.id().toString(), caller -> caller.get("/api/v1/reminders"));
    }

    /** Whoever knows the address of an upload may continue it: it belongs to no authority. This one belongs to a feedback: 409. */
    private void uploading(AccessWalk walk) {
        String path = "/api/v1/uploads/" + file;
        walk.operationOfTheTokensAuthorityOnly("describeUploads", caller -> caller.options("/api/v1/uploads"))
                .operationOfTheTokensAuthorityOnly("createUpload", caller -> tus(caller)
                        .header("Upload-Length", 10)
                        .header("Upload-Metadata", "filename YS5wZGY=")
                        .post("/api/v1/uploads"))
                .operationOfTheTokensAuthorityOnly(
                        "getUploadOffset", caller -> tus(caller).head(path))
                .operationOfTheTokensAuthorityOnly("appendToUpload", caller -> tus(caller)
                        .contentType("application/offset+octet-stream")
                        .header("Upload-Offset", 1)
                        .patch(path))
                .operationOfTheTokensAuthorityOnly(
                        "deleteUpload", caller -> tus(caller).delete(path));
    }

    private static RequestSpecification tus(RequestSpecification caller) {
        return caller.header("Tus-Resumable", "1.0.0");
    }

    private static RequestSpecification withSecret(RequestSpecification caller, Commune.Receipt receipt) {
        return caller.header("Tracking-Secret", receipt.secret());
    }

    /** What stands on its pages, without the spaces at which lines are broken; a problem as it is. */
    private static Response asText(Response document) {
        if (document.statusCode() != 200) {
            return document;
        }
        try (PDDocument file = Loader.loadPDF(document.asByteArray())) {
            return new ResponseBuilder()
                    .clone(document)
                    .setBody(new PDFTextStripper().getText(file).replaceAll("\\s+", ""))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
