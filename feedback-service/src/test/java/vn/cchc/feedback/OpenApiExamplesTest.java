package vn.cchc.feedback;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.tracking.TrackingSecret;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OpenApiExamples;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;

/** A commune's January: one feedback from its arrival to its end, and what else may become of one; and the events of it. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class OpenApiExamplesTest {

    private static final String FEEDBACK = "/api/v1/feedback";
    private static final String LATE_CERTIFICATE =
            "Bộ phận Một cửa trả giấy khai sinh chậm ba ngày so với giấy hẹn mà không báo trước.";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final OpenApiExamples examples = new OpenApiExamples();
    private final Random random = new Random(2021);
    private final List<UUID> feedback = new ArrayList<>();
    private Commune commune;
    private Commune.Receipt main;

    @Test
    void examples_are_what_the_service_takes_and_answers() {
        examples.itIs("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        arrivesAndIsAccepted();
        isSupplementedAndTakenBack();
        isAskedAbout();
        comesWithFiles();
        cannotBeAccepted();
        isRemindedOf();
        isExtended();
        isAnsweredAndClosed();
        isAnsweredByTheLeader();
        isReopened();
        isCounted();
        hasLimitsOfItsOwn();
        hasMailboxes();
        isComparedWithOthers();
        isApologisedFor();
        hasKeptARegister();

        examples.assertCommitted();
        eventsAreWhatIsSent();
    }

    private void arrivesAndIsAccepted() {
        main = shown(Commune.Receipt.of(examples.call(
                "receiveFeedback", Commune.asCitizen(), sender -> sender.body(commune.form(Commune.CONTENT))
                        .post(FEEDBACK))));
        examples.itIs("2021-01-05T09:10:00+07:00");
        examples.call("getFeedback", commune.asClerk(), clerk -> clerk.get(FEEDBACK + "/" + main.id()));
        examples.call(
                "explainDueDate", commune.asClerk(), clerk -> clerk.get(FEEDBACK + "/" + main.id() + "/due-date"));
        examples.call("readLimit", commune.asClerk(), clerk -> clerk.queryParam("at", "2021-01-05T09:00:00+07:00")
                .get(FEEDBACK + "/" + main.id() + "/limit"));
        change("acceptFeedback", commune.asClerk(), main, "acceptances", """
                {"classification": "REGULATION_OWN", "urgency": "NORMAL"}""");
        examples.call("trackFeedback", Commune.asCitizen(), sender -> sender.header("Tracking-Secret", main.secret())
                .get("/api/v1/tracking/" + main.code()));
        examples.itIs("2021-01-06T09:00:00+07:00");
        change("assignFeedback", commune.asLeader(), main, "assignments", """
                {"unitId": "%s", "person": "Lê Văn Cường", "note": "Kiểm tra, sửa chữa trước ngày 11/01/2021."}""".formatted(commune.landUnit()));
        examples.call("listFeedback", commune.asClerk(), clerk -> clerk.get(FEEDBACK + "?state=ASSIGNED&limit=20"));
        examples.call("searchFeedbackBySender", commune.asClerk(), clerk -> clerk.body(
                        "{\"name\": \"nguyen van an\", \"phone\": \"0912 345 678\"}")
                .post(FEEDBACK + "/searches"));
    }

    private void isSupplementedAndTakenBack() {
        examples.itIs("2021-01-07T10:15:00+07:00");
        Commune.Receipt late = shown(commune.receive(LATE_CERTIFICATE));
        Commune.Receipt byPost = shown(Commune.Receipt.of(
                commune.asClerk().body("""
                        {"channel": "POST", "content": "%s", "receivedAt": "2021-01-06T15:00:00+07:00",
                         "sender": {"name": "Đỗ Thị Mai", "address": "Thôn 1, xã Tiên Hưng", "phone": "0912 000 111"}}""".formatted(LATE_CERTIFICATE)).post(FEEDBACK)));
        examples.itIs("2021-01-07T14:00:00+07:00");
        String asked = "{\"text\": \"Đề nghị cho biết số giấy hẹn và ngày hẹn trả kết quả.\"}";
        String handedIn = "{\"content\": \"Giấy hẹn số 215, hẹn trả kết quả ngày 04/01/2021.\"}";
        change("requestSupplement", commune.asClerk(), late, "supplement-requests", asked);
        commune.post(commune.asClerk(), byPost.id(), "supplement-requests", asked)
                .then()
                .statusCode(200);
        examples.itIs("2021-01-08T07:45:00+07:00");
        bySender("supplementFeedback", late, "supplements", handedIn);
        change("supplementForSender", commune.asClerk(), byPost, "supplements", handedIn);
        String reason = "{\"reason\": \"Tôi đã nhận được giấy khai sinh.\"}";
        examples.itIs("2021-01-08T15:30:00+07:00");
        bySender("withdrawFeedback", late, "withdrawals", reason);
        change("withdrawForSender", commune.asClerk(), byPost, "withdrawals", reason);
    }

    private void isAskedAbout() {
        examples.itIs("2021-01-08T15:32:00+07:00");
        String asked = bySender("askOffice", main, "messages", """
                {"text": "Xin cho biết khi nào thì đèn được sửa?"}""").path("id");
        examples.call(
                "getMessage", commune.asClerk(), clerk -> clerk.get(FEEDBACK + "/" + main.id() + "/messages/" + asked));
        examples.itIs("2021-01-08T15:35:00+07:00");
        String reply = examples.call("replyToSender", commune.asOfficer(commune.landUnit()), officer -> officer.body(
                                "{\"text\": \"Điện lực hẹn khảo sát ngày 11/01/2021, sau đó sẽ sửa ngay.\"}")
                        .post(FEEDBACK + "/" + main.id() + "/messages"))
                .path("id");
        examples.call(
                "getTrackedMessage", Commune.asCitizen(), sender -> sender.header("Tracking-Secret", main.secret())
                        .get("/api/v1/tracking/" + main.code() + "/messages/" + reply));
        examples.call("listMessages", commune.asClerk(), clerk -> clerk.get(FEEDBACK + "/" + main.id() + "/messages"));
        examples.call(
                "listTrackedMessages", Commune.asCitizen(), sender -> sender.header("Tracking-Secret", main.secret())
                        .get("/api/v1/tracking/" + main.code() + "/messages"));
    }

    /** After the feedback without files, as each further one has the next id. */
    private void comesWithFiles() {
        examples.itIs("2021-01-08T15:40:00+07:00");
        byte[] file = AttachmentsTest.pdf(5000);
        examples.call("describeUploads", AttachmentsTest.tus(), caller -> caller.options("/api/v1/uploads"));
        String upload = examples.call(
                        "createUpload", AttachmentsTest.tus(), caller -> caller.header("Upload-Length", file.length)
                                .header("Upload-Metadata", "filename ZG9uLnBkZg==,filetype YXBwbGljYXRpb24vcGRm")
                                .post("/api/v1/uploads"))
                .header("Location");
        AttachmentsTest.append(upload, 0, Arrays.copyOf(file, 2000)).then().statusCode(204);
        examples.call("getUploadOffset", AttachmentsTest.tus(), caller -> caller.head(upload));
        examples.call(
                "appendToUpload", AttachmentsTest.tus(), caller -> caller.contentType("application/offset+octet-stream")
                        .header("Upload-Offset", 2000)
                        .body(Arrays.copyOfRange(file, 2000, file.length))
                        .patch(upload));
        String given = AttachmentsTest.begin(10, "a.pdf", "").header("Location");
        examples.call("deleteUpload", AttachmentsTest.tus(), caller -> caller.delete(given));
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        Commune.Receipt withFile = shown(Commune.Receipt.of(Commune.asCitizen()
                .body(commune.form(LATE_CERTIFICATE).replaceFirst("\\{", "{\"attachments\": [\"" + id + "\"], "))
                .post(FEEDBACK)));
        String files = FEEDBACK + "/" + withFile.id() + "/attachments";
        examples.call("listAttachments", commune.asClerk(), clerk -> clerk.get(files));
        examples.call("getAttachment", commune.asClerk(), clerk -> clerk.get(files + "/" + id));
        String tracked = "/api/v1/tracking/" + withFile.code() + "/attachments";
        examples.call("listTrackedAttachments", Commune.asCitizen(), citizen -> citizen.header(
                        "Tracking-Secret", withFile.secret())
                .get(tracked));
        examples.call("getTrackedAttachment", Commune.asCitizen(), citizen -> citizen.header(
                        "Tracking-Secret", withFile.secret())
                .get(tracked + "/" + id));
    }

    private void cannotBeAccepted() {
        examples.itIs("2021-01-08T16:00:00+07:00");
        Commune.Receipt complaint =
                shown(commune.receive("Tôi không đồng ý với quyết định xử phạt của xã, đề nghị hủy bỏ."));
        Commune.Receipt forDistrict =
                shown(commune.receive("Đường huyện qua thôn 5 có nhiều ổ gà, xe máy dễ ngã khi trời mưa."));
        examples.itIs("2021-01-11T08:20:00+07:00");
        change("refuseFeedback", commune.asClerk(), complaint, "refusals", """
                {"reason": "COMPLAINT", "text": "Đây là khiếu nại quyết định xử phạt vi phạm hành chính."}""");
        change("referFeedback", commune.asClerk(), forDistrict, "referrals", """
                {"authorityId": "%s", "reason": "Đường huyện thuộc thẩm quyền quản lý của Ủy ban nhân dân huyện."}""".formatted(commune.district()));
    }

    /** Due on Friday, 15 January: the third working day before is a Tuesday. */
    private void isRemindedOf() {
        examples.itIs("2021-01-12T09:00:00+07:00");
        Commune.remind();
        examples.call(
                "listReminders",
                commune.asOfficer(commune.landUnit()),
                officer -> officer.get("/api/v1/reminders?limit=20"));
    }

    private void isExtended() {
        examples.itIs("2021-01-11T09:20:00+07:00");
        change("requestExtension", commune.asOfficer(commune.landUnit()), main, "extension-requests", """
                {"amount": 5, "reason": "Phải chờ điện lực khảo sát cột đèn và mua vật tư thay thế."}""");
        change("refuseExtension", commune.asLeader(), main, "extension-refusals", """
                {"reason": "Vật tư đã có trong kho; chỉ đề nghị thời gian chờ điện lực khảo sát."}""");
        commune.post(commune.asOfficer(commune.landUnit()), main.id(), "extension-requests", """
                {"amount": 3, "reason": "Phải chờ điện lực khảo sát cột đèn."}""")
                .then()
                .statusCode(200);
        examples.itIs("2021-01-11T09:40:00+07:00");
        change("extendFeedback", commune.asLeader(), main, "extensions", """
                {"amount": 2, "note": "Điện lực hẹn khảo sát trong ngày."}""");
    }

    private void isAnsweredAndClosed() {
        examples.itIs("2021-01-11T15:20:00+07:00");
        change("answerFeedback", commune.asOfficer(commune.landUnit()), main, "answers", """
                {"text": "Đèn đường thôn 3 đã được thay ngày 10/01/2021.", "documentNumber": "15/UBND-ĐC", "documentDate": "2021-01-11"}""");
        examples.itIs("2021-01-12T08:05:00+07:00");
        change("closeFeedback", commune.asClerk(), main, "closures", """
                {"note": "Người gửi xác nhận qua điện thoại: đèn đã sáng."}""");
        examples.call(
                "listChanges", commune.asClerk(), clerk -> clerk.get(FEEDBACK + "/" + main.id() + "/changes?limit=2"));
    }

    /** After the feedback that is answered directly, as each further one has the next id. */
    private void isAnsweredByTheLeader() {
        examples.itIs("2021-01-12T09:10:00+07:00");
        Commune.Receipt drafted = shown(commune.receive("Cống thoát nước đầu thôn 4 bị tắc, nước tràn ra đường."));
        commune.assign(drafted.id());
        String drafts = FEEDBACK + "/" + drafted.id() + "/answer-drafts";
        String draft = drafts + "/"
                + examples.call("beginAnswerDraft", commune.asOfficer(commune.landUnit()), officer -> officer.body(
                                        "{\"text\": \"Cống đã được thông.\"}")
                                .post(drafts))
                        .<String>path("id");
        examples.call("writeAnswerDraft", commune.asOfficer(commune.landUnit()), officer -> officer.header(
                        "If-Match", "\"1\"")
                .body("{\"text\": \"Cống thoát nước đầu thôn 4 đã được thông ngày 12/01/2021.\"}")
                .put(draft));
        change("submitAnswer", commune.asOfficer(commune.landUnit()), drafted, "answer-submissions", """
                {"draftVersion": 2, "note": "Đã kiểm tra hiện trường."}""");
        change("recallAnswer", commune.asOfficer(commune.landUnit()), drafted, "answer-recalls", """
                {"reason": "Bổ sung kết quả kiểm tra."}""");
        commune.post(commune.asOfficer(commune.landUnit()), drafted.id(), "answer-submissions", "{\"draftVersion\": 2}")
                .then()
                .statusCode(200);
        examples.itIs("2021-01-12T10:30:00+07:00");
        change("returnAnswer", commune.asLeader(), drafted, "answer-returns", """
                {"reason": "Nêu rõ đơn vị thực hiện."}""");
        examples.call("getAnswerDraft", commune.asOfficer(commune.landUnit()), officer -> officer.get(draft));
        String etag = commune.asClerk().get(draft).header("ETag");
        int version = commune.asOfficer(commune.landUnit())
                .header("If-Match", etag)
                .body(
                        "{\"text\": \"Cống thoát nước đầu thôn 4 đã được đội vệ sinh môi trường thông ngày 12/01/2021.\"}")
                .put(draft)
                .path("version");
        commune.post(
                        commune.asOfficer(commune.landUnit()),
                        drafted.id(),
                        "answer-submissions",
                        "{\"draftVersion\": " + version + "}")
                .then()
                .statusCode(200);
        int handedIn = examples.call("listAnswerDrafts", commune.asLeader(), leader -> leader.get(drafts))
                .path("items[0].version");
        examples.itIs("2021-01-12T14:15:00+07:00");
        change("releaseAnswer", commune.asLeader(), drafted, "answer-releases", """
                {"draftVersion": %d, "documentNumber": "16/UBND-ĐC", "documentDate": "2021-01-12"}""".formatted(handedIn));
    }

    private void isComparedWithOthers() {
        Commune.Receipt another =
                shown(commune.receive("Đèn đường ở thôn 5 cũng hỏng từ hai tuần nay, đề nghị xã cho sửa chữa."));
        examples.call(
                "listSimilarCases",
                commune.asClerk(),
                clerk -> clerk.get(FEEDBACK + "/" + another.id() + "/similar-cases"));
        examples.call(
                "suggestUnits",
                commune.asClerk(),
                clerk -> clerk.get(FEEDBACK + "/" + another.id() + "/unit-suggestions"));
        isMerged(another);
    }

    private void isMerged(Commune.Receipt another) {
        String into = "{\"intoId\": \"" + main.id() + "\", \"note\": \"Cùng tuyến đèn đường liên thôn.\"}";
        change("mergeFeedback", commune.asClerk(), another, "merges", into);
        change("separateFeedback", commune.asClerk(), another, "separations", "{\"note\": \"Xem lại hiện trường.\"}");
        commune.post(commune.asClerk(), another.id(), "merges", into).then().statusCode(200);
        examples.call(
                "listMergedCases", commune.asClerk(), clerk -> clerk.get(FEEDBACK + "/" + main.id() + "/merged-cases"));
        commune.post(commune.asClerk(), another.id(), "acceptances", "{\"classification\": \"REGULATION_OWN\"}");
        commune.post(
                        commune.asLeader(),
                        main.id(),
                        "answers",
                        "{\"text\": \"Đã thay toàn bộ đèn của tuyến đường liên thôn.\"}")
                .then()
                .statusCode(200);
        String path = FEEDBACK + "/" + another.id();
        examples.call(
                "shareAnswer",
                commune.asClerk().header("If-Match", commune.asClerk().get(path).header("ETag")),
                clerk -> clerk.post(path + "/shared-answers"));
    }

    private void hasKeptARegister() {
        String register = """
                STT;Ngày nhận;Họ và tên;Địa chỉ;Số điện thoại;Hình thức tiếp nhận;Nội dung;Ghi chú
                1;29/01/2021;Phạm Văn Dũng;Thôn 2;0912 000 222;Điện thoại;Cống thoát nước đầu thôn 2 bị tắc từ đầu tháng.;Đã gọi lại
                2;32/01/2021;Vũ Thị Lan;Thôn 4;09120;Trực tiếp;Đề nghị gắn biển báo ở ngã ba chợ.;
                """;
        Response answer =
                examples.call("enterRegister", commune.asClerk(), clerk -> clerk.contentType("multipart/form-data")
                        .multiPart("file", "so-theo-doi.csv", register.getBytes(StandardCharsets.UTF_8), "text/csv")
                        .post("/api/v1/feedback-registers?dryRun=false"));
        String receipt = "rows[0].receipt.";
        shown(new Commune.Receipt(
                UUID.fromString(answer.path(receipt + "id")),
                answer.path(receipt + "trackingCode"),
                answer.path(receipt + "trackingSecret"),
                answer.path(receipt + "number"),
                answer.path(receipt + "dueOn")));
    }

    private void isReopened() {
        examples.itIs("2021-01-13T09:00:00+07:00");
        String reason = "{\"reason\": \"Đèn sáng được hai ngày rồi lại tắt.\"}";
        bySender("reopenFeedback", main, "reopenings", reason);
        Commune.Receipt byPhone = shown(commune.receive("Loa truyền thanh thôn 2 phát quá to lúc sáng sớm."));
        commune.assign(byPhone.id());
        commune.post(commune.asOfficer(commune.landUnit()), byPhone.id(), "answers", """
                {"text": "Đã chỉnh âm lượng loa."}""")
                .then()
                .statusCode(200);
        examples.itIs("2021-01-15T09:00:00+07:00");
        change("reopenForSender", commune.asClerk(), byPhone, "reopenings", """
                {"reason": "Người gửi báo qua điện thoại: loa vẫn to như trước."}""");
    }

    /** Due on Friday, 29 January: it arrived by post, and was entered late. */
    private void isApologisedFor() {
        Commune.Receipt late = shown(commune.enter("POST", "2021-01-19T08:30:00+07:00"));
        commune.assign(late.id());
        String letters = FEEDBACK + "/" + late.id() + "/apology-letters";
        String letter = letters + "/"
                + examples.call("beginApologyLetter", commune.asOfficer(commune.landUnit()), officer -> officer.body(
                                        "{\"reason\": \"Phải đặt đúc nắp cống mới.\", \"promisedOn\": \"2021-02-04\"}")
                                .post(letters))
                        .<String>path("id");
        examples.call("writeApologyLetter", commune.asOfficer(commune.landUnit()), officer -> officer.header(
                        "If-Match", "\"1\"")
                .body(
                        "{\"reason\": \"Phải đặt đúc nắp cống mới, đơn vị thi công giao ngày 04/02/2021.\", \"promisedOn\": \"2021-02-05\"}")
                .put(letter));
        change("releaseApology", commune.asLeader(), late, "apology-releases", """
                {"letterVersion": 2, "documentNumber": "17/UBND-VP", "signerTitle": "KT. CHỦ TỊCH\\nPHÓ CHỦ TỊCH"}""");
        examples.call("listApologyLetters", commune.asLeader(), leader -> leader.get(letters));
        examples.call("getApologyLetter", commune.asLeader(), leader -> leader.get(letter));
        examples.call("getApologyDocument", commune.asLeader(), leader -> leader.accept("application/pdf")
                .get(letter + "/document"));
        examples.call("getTrackedApology", Commune.asCitizen(), citizen -> citizen.accept("application/pdf")
                .header("Tracking-Secret", late.secret())
                .get("/api/v1/tracking/" + late.code() + "/apology-letter"));
    }

    private void isCounted() {
        examples.itIs("2021-02-01T08:00:00+07:00");
        examples.call("readRegister", commune.asClerk(), clerk -> clerk.get("/api/v1/register?year=2021&limit=2"));
        examples.call("getRegisterDocument", commune.asClerk(), clerk -> clerk.accept("application/pdf")
                .get("/api/v1/register/document?year=2021&asOf=2021-01-31"));
        examples.call(
                "countFeedback",
                commune.asLeader(),
                leader -> leader.get("/api/v1/statistics?from=2021-01-01&to=2021-01-31&recordedUpTo=2021-01-31"));
    }

    private void hasLimitsOfItsOwn() {
        String path = "/api/v1/handling-policies";
        examples.itIs("2021-02-01T09:00:00+07:00");
        String policy = commune.policy(5, "2021-02-08", "");
        examples.call("previewPolicy", commune.asAdmin(), admin -> admin.body(
                        "{\"policy\": " + policy + ", \"arrivals\": [\"2021-02-05\", \"2021-02-08\"]}")
                .post(path + "/previews"));
        String entered = path + "/"
                + examples.call("enterPolicy", commune.asAdmin(), admin -> admin.body(policy)
                                .post(path))
                        .<String>path("id");
        examples.call("getPolicy", commune.asAdmin(), admin -> admin.get(entered));
        examples.call("listPolicies", commune.asAdmin(), admin -> admin.get(path + "?validOn=2021-02-08"));
        examples.call("endPolicy", commune.asAdmin(), admin -> admin.header("If-Match", "\"1\"")
                .body("""
                        {"validTo": "2021-12-31", "reason": "Quyết định số 12/QĐ-UBND hết hiệu lực cuối năm 2021."}""")
                .post(entered + "/ends"));
        String hours = "/api/v1/office-hours";
        String own = hours + "/"
                + examples.call("enterOfficeHours", commune.asAdmin(), admin -> admin.body(
                                        commune.officeHours("2021-02-08"))
                                .post(hours))
                        .<String>path("id");
        examples.call("getOfficeHours", commune.asAdmin(), admin -> admin.get(own));
        examples.call("listOfficeHours", commune.asAdmin(), admin -> admin.get(hours + "?validOn=2021-02-08"));
    }

    private void hasMailboxes() {
        String path = "/api/v1/mailboxes";
        examples.itIs("2021-02-01T09:30:00+07:00");
        String entered = path + "/"
                + examples.call("enterMailbox", commune.asAdmin(), admin -> admin.body(commune.mailbox("2021-02-08"))
                                .post(path))
                        .<String>path("id");
        examples.call("getMailbox", commune.asAdmin(), admin -> admin.get(entered));
        examples.call("listMailboxes", commune.asAdmin(), admin -> admin.get(path + "?validOn=2021-02-08"));
        examples.call("endMailbox", commune.asAdmin(), admin -> admin.header("If-Match", "\"1\"")
                .body("""
                        {"validTo": "2021-12-31", "reason": "Bộ phận sáp nhập vào Phòng Kinh tế từ năm 2022."}""")
                .post(entered + "/ends"));
    }

    /** Of each transition the first event. The due day is recounted for whatever is open at once: that example is written by hand. */
    private void eventsAreWhatIsSent() {
        EventContracts contracts = EventContracts.ofThisModule();
        for (Transition transition : EnumSet.complementOf(EnumSet.of(Transition.RECOUNT))) {
            SentEvent sent = await("an event of " + transition + ": this walk has to make each transition")
                    .until(() -> firstOf(transition), Optional::isPresent)
                    .orElseThrow();
            contracts.assertExampleIs(sent.type(), examples.shown(sent.json()));
        }
    }

    private Optional<SentEvent> firstOf(Transition transition) {
        return feedback.stream()
                .flatMap(one -> TestEvents.read("cchc.feedback", one).stream())
                .filter(event -> event.type().equals(transition.eventType()))
                .findFirst();
    }

    private void change(
            String operationId, RequestSpecification by, Commune.Receipt feedback, String resource, String body) {
        examples.call(operationId, by, caller -> commune.post(caller, feedback.id(), resource, body));
    }

    private Response bySender(String operationId, Commune.Receipt feedback, String resource, String body) {
        return examples.call(
                operationId, Commune.asCitizen(), sender -> sender.header("Tracking-Secret", feedback.secret())
                        .body(body)
                        .post("/api/v1/tracking/" + feedback.code() + "/" + resource));
    }

    /** Code and secret are shown as others that are not random. */
    private Commune.Receipt shown(Commune.Receipt receipt) {
        examples.show(TrackingCode.random(random).printed(), receipt.code());
        StringBuilder secret = new StringBuilder();
        random.ints(TrackingSecret.LENGTH, 0, BASE32.length()).forEach(digit -> secret.append(BASE32.charAt(digit)));
        examples.show(secret.toString(), receipt.secret());
        feedback.add(receipt.id());
        return receipt;
    }
}
