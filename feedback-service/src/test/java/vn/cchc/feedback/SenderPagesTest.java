package vn.cchc.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.testing.LocalServers;

/** The pages for people without an account and offices without a portal: forms alone, as a browser sends them. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class SenderPagesTest {

    private static final Pattern ACTION = Pattern.compile("action=\"(/phan-anh/[^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("name=\"Tracking-Secret\" value=\"([^\"]+)\"");

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    /** What a browser sends: accepts pages, and forms in UTF-8. */
    private static RequestSpecification browser() {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")))
                .accept("text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private static Response submit(String action, Map<String, String> fields) {
        return browser().contentType(ContentType.URLENC).formParams(fields).post(action);
    }

    private Map<String, String> filledIn() {
        return new HashMap<>(Map.of(
                "kind", "PROPOSAL",
                "content", Commune.CONTENT,
                "sender.name", "Nguyễn Văn An",
                "sender.address", "Thôn 3, xã Tiên Hưng",
                "sender.phone", "0912 345 678",
                "sender.email", "",
                "website", ""));
    }

    private static String found(Pattern pattern, Response page) {
        Matcher matcher = pattern.matcher(page.asString());
        assertThat(matcher.find()).as(page.asString()).isTrue();
        return matcher.group(1);
    }

    private String action() {
        return found(ACTION, browser().get("/phan-anh/" + commune.id()));
    }

    private Map<String, String> handIn() {
        Response receipt = submit(action(), filledIn());
        receipt.then().statusCode(200);
        return new HashMap<>(Map.of("code", found(CODE, receipt), "Tracking-Secret", found(SECRET, receipt)));
    }

    @Test
    void aPersonHandsInAndFollowsWithFormsAlone() {
        Map<String, String> key = handIn();

        Response page = submit("/tra-cuu", key);

        page.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Đã tiếp nhận, đang xem xét"))
                .body(containsString("UBND xã Tiên Hưng"))
                .body(containsString("hết ngày 15/01/2021"));
        commune.asClerk()
                .get("/api/v1/feedback")
                .then()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("PROPOSAL"))
                .body("items[0].channel", equalTo("ONLINE"));
    }

    @Test
    void aFormSentAgainAfterALostConnectionMakesNoSecondFeedbackAndGivesTheSameSecret() {
        String action = action();
        Response first = submit(action, filledIn());

        Response again = submit(action, filledIn());

        again.then().statusCode(200);
        assertThat(found(SECRET, again)).isEqualTo(found(SECRET, first));
        commune.asClerk().get("/api/v1/feedback").then().body("items", hasSize(1));
    }

    @Test
    void anotherContentFromTheSamePageIsAskedForAgainAndThenIsAnother() {
        String action = action();
        submit(action, filledIn());
        Map<String, String> other = filledIn();
        other.put("content", "Cống thoát nước trước nhà văn hóa bị tắc.");

        Response asked = submit(action, other);

        asked.then().statusCode(422).body(containsString("Cống thoát nước trước nhà văn hóa bị tắc."));
        submit(found(ACTION, asked), other).then().statusCode(200);
        commune.asClerk().get("/api/v1/feedback").then().body("items", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource({
        "content, Ngắn, từ 10 đến 5000",
        "sender.name, '', Phải có họ tên.",
        "sender.phone, 12, Không phải số điện thoại",
        "sender.email, an@, Không phải địa chỉ email",
        "website, http://spam.example, Xin để trống ô này.",
    })
    void whatIsWrongStandsBesideItsFieldAndNothingEnteredIsLost(String field, String value, String fault) {
        Map<String, String> wrong = filledIn();
        wrong.put(field, value);

        Response page = submit(action(), wrong);

        page.then().statusCode(422).body(containsString(fault));
        String others = page.asString();
        filledIn().forEach((name, entered) -> {
            if (!name.equals(field) && !name.equals("kind")) {
                assertThat(others).as(name).contains(entered);
            }
        });
        commune.asClerk().get("/api/v1/feedback").then().body("items", hasSize(0));
    }

    @Test
    void whatIsEnteredIsTextAndNoMarkup() {
        Map<String, String> wrong = filledIn();
        wrong.put("content", "</textarea><script>alert(1)</script>");
        wrong.put("sender.name", "\"><b>An");
        wrong.put("sender.phone", "12");

        submit(action(), wrong)
                .then()
                .statusCode(422)
                .body(containsString("&lt;/textarea&gt;&lt;script&gt;"))
                .body(containsString("&quot;&gt;&lt;b&gt;An"));
    }

    @Test
    void aWrongCodeAndAWrongSecretCannotBeToldApart() {
        Map<String, String> wrongSecret = handIn();
        wrongSecret.put("Tracking-Secret", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
        Map<String, String> unknown = new HashMap<>(wrongSecret);
        unknown.put("code", TrackingCode.random(new SecureRandom()).printed());

        Response ofWrongSecret = submit("/tra-cuu", wrongSecret);
        Response ofUnknown = submit("/tra-cuu", unknown);

        ofWrongSecret.then().statusCode(404).body(containsString("Mã tra cứu hoặc mã bí mật không đúng."));
        assertThat(ofWrongSecret.asString().replace(wrongSecret.get("code"), ""))
                .isEqualTo(ofUnknown.asString().replace(unknown.get("code"), ""));
    }

    @Test
    void theSecretIsTakenAsPeopleCopyItFromTheReceipt() {
        Map<String, String> key = handIn();
        key.computeIfPresent("Tracking-Secret", (name, secret) -> secret.toLowerCase(Locale.ROOT)
                .replaceAll("(.{4})", "$1 "));
        key.computeIfPresent("code", (name, code) -> code.replace("-", " "));

        submit("/tra-cuu", key).then().statusCode(200);
    }

    @Test
    void theSenderSuppliesWhatIsAskedForAndTakesTheFeedbackBack() {
        Map<String, String> key = handIn();
        UUID id = UUID.fromString(commune.asClerk().get("/api/v1/feedback").path("items[0].id"));
        commune.post(commune.asClerk(), id, "supplement-requests", commune.body(Transition.REQUEST_SUPPLEMENT));
        submit("/tra-cuu", key)
                .then()
                .body(containsString("Cần Ông/Bà bổ sung"))
                .body(containsString("Cho biết địa chỉ."))
                .body(containsString("/tra-cuu/bo-sung"));

        submit("/tra-cuu/bo-sung", key).then().statusCode(422);
        key.put("content", "Cột thứ ba, trước nhà văn hóa.");
        submit("/tra-cuu/bo-sung", key).then().statusCode(200).body(containsString("Đã tiếp nhận, đang xem xét"));
        submit("/tra-cuu/bo-sung", key)
                .then()
                .statusCode(409)
                .body(containsString("đã được ghi nhận trước đó"))
                .body(containsString("Cột thứ ba, trước nhà văn hóa."));

        submit("/tra-cuu/rut", key).then().statusCode(422).body(containsString("Xin đánh dấu vào ô này"));
        key.put("sure", "yes");
        submit("/tra-cuu/rut", key).then().statusCode(200).body(containsString("Ông/Bà đã rút"));
    }

    @Test
    void aProblemIsAPageToo() {
        browser()
                .get("/phan-anh/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Chưa thực hiện được"));
        browser()
                .contentType(ContentType.URLENC)
                .body("content=" + "a".repeat(70_000))
                .post(action())
                .then()
                .statusCode(413)
                .body(containsString("Chưa thực hiện được"));
        browser()
                .contentType(ContentType.URLENC)
                .body("content=%zz")
                .post(action())
                .then()
                .statusCode(400)
                .body(containsString("Biểu mẫu gửi lên không đọc được."));
    }
}
