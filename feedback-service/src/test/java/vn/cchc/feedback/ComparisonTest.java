package vn.cchc.feedback;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** What earlier cases tell about one. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ComparisonTest {

    private static final String LAMP = "Đèn đường thôn 3 hỏng đã hai tuần, đề nghị xã sửa chữa.";

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private Commune.Receipt handIn(String content, String phone) {
        return Commune.Receipt.of(Commune.asCitizen()
                .body(commune.form(content).replace("0912 345 678", phone))
                .post("/api/v1/feedback"));
    }

    private void assign(Commune.Receipt receipt, UUID unit) {
        commune.post(commune.asClerk(), receipt.id(), "acceptances", "{\"classification\": \"REGULATION_OWN\"}")
                .then()
                .statusCode(200);
        commune.post(commune.asClerk(), receipt.id(), "assignments", "{\"unitId\": \"%s\"}".formatted(unit))
                .then()
                .statusCode(200);
    }

    @Test
    void theSameMatterAndTheSameSenderAreShownToWhoRoutes() {
        Commune.Receipt first = handIn(LAMP, "0912 000 001");
        Commune.Receipt again =
                handIn("den duong o thon 3 bi hong may tuan nay, de nghi UBND xa cho sua", "0912 000 002");
        Commune.Receipt ofSender = handIn("Chợ xã thu phí gửi xe không có vé, mong xem lại.", "+84 912 000 001");
        for (String other : new String[] {
            "Rác thải để ở bờ sông không ai thu gom, mùi rất khó chịu.",
            "Cán bộ hẹn trả hồ sơ đất đai ba lần chưa có kết quả.",
            "Kênh mương nội đồng bị lấp, ruộng không có nước."
        }) {
            handIn(other, "0912 000 003");
        }

        commune.asClerk()
                .get("/api/v1/feedback/" + first.id() + "/similar-cases")
                .then()
                .statusCode(200)
                .body("items.id", contains(again.id().toString(), ofSender.id().toString()))
                .body("items.sameSender", contains(false, true))
                .body("compared", equalTo(5));
        // An officer sees the cases of the own unit alone.
        commune.asOfficer(commune.landUnit())
                .get("/api/v1/feedback/" + first.id() + "/similar-cases")
                .then()
                .statusCode(403);
        Commune.create()
                .asClerk()
                .get("/api/v1/feedback/" + first.id() + "/similar-cases")
                .then()
                .statusCode(404);
    }

    @Test
    void theUnitOfWhatWasAlikeIsSuggestedWithTheReason() {
        for (int i = 1; i <= 3; i++) {
            assign(handIn("Đèn đường thôn " + i + " không sáng, đề nghị sửa.", "0912 000 01" + i), commune.landUnit());
        }
        assign(handIn("Rác thải để ở bờ sông không ai thu gom.", "0912 000 020"), commune.landUnit());
        Commune.Receipt asked = handIn("Đèn đường trước trường mầm non hỏng.", "0912 000 030");

        commune.asClerk()
                .get("/api/v1/feedback/" + asked.id() + "/unit-suggestions")
                .then()
                .statusCode(200)
                .body("items.unitId", contains(commune.landUnit().toString()))
                .body("items[0].cases", equalTo(3))
                .body("items[0].words", hasItem("Đèn đường"))
                .body("items[0].examples", hasSize(3))
                .body("items[0].examples.excerpt", everyItem(not(equalTo("Rác thải để ở bờ sông không ai thu gom."))))
                .body("compared", equalTo(3));
    }

    @Test
    void nothingIsSuggestedWhereNothingIsAlike() {
        Commune.Receipt only = handIn(LAMP, "0912 000 040");

        commune.asClerk()
                .get("/api/v1/feedback/" + only.id() + "/unit-suggestions")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("compared", equalTo(0));
        commune.asClerk()
                .get("/api/v1/feedback/" + UUID.randomUUID() + "/unit-suggestions")
                .then()
                .statusCode(404);
    }
}
