package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** A draft is corrected part by part, in its place. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class DraftCorrectionTest {

    private static final int ROWS = 103;

    private Commune commune;
    private String draft;
    private final ObjectNode document = RealPlan.json();

    @BeforeEach
    void aDraftOfTheRealPlan() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
        draft = "/api/v1/plan-imports/"
                + commune.importPlan(document).then().statusCode(201).extract().path("id");
    }

    private RequestSpecification seen(int version) {
        return commune.asClerk().header("If-Match", "\"" + version + "\"");
    }

    private ObjectNode header() {
        return ((ObjectNode) document.get("header")).deepCopy();
    }

    private ObjectNode area(int place) {
        return ((ObjectNode) document.get("areas").get(place)).deepCopy();
    }

    private ValidatableResponse putHeader(int version, ObjectNode header) {
        return seen(version).body(header.toString()).put(draft + "/header").then();
    }

    private ValidatableResponse putArea(int version, int number, JsonNode area) {
        return seen(version)
                .body(area.toString())
                .put(draft + "/areas/" + number)
                .then();
    }

    private Response insert(int version, Map<String, Object> row) {
        return seen(version).body(row).post(draft + "/rows");
    }

    private JsonNode now() {
        return commune.asClerk().get(draft + "/document").as(JsonNode.class);
    }

    private ValidatableResponse changes() {
        return commune.asClerk().get(draft + "/changes").then().statusCode(200);
    }

    @Test
    void the_stated_total_is_corrected_and_settles_its_finding() {
        putHeader(0, header().put("statedTotal", 33_900_000))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("settled.code", contains("BUDGET_TOTAL_DIFFERS"))
                .body("raised", empty())
                .body("summary.stated.amount", equalTo(33_900_000));

        changes()
                .body("rows", empty())
                .body("linesRemoved.text", contains("34900000"))
                .body("linesAdded.part", contains("STATED_TOTAL"));
        assertThat(now().get("annex")).isEqualTo(document.get("annex"));
    }

    @Test
    void the_head_is_that_of_the_import_too() {
        String issuer = Normalizer.normalize("UBND xã\u00A0 Thượng Lộ", Normalizer.Form.NFD);
        putHeader(0, header().put("number", "58/KH-UBND").put("issuer", issuer)).statusCode(200);

        commune.asClerk()
                .get(draft)
                .then()
                .body("number", equalTo("58/KH-UBND"))
                .body("findings.code", not(hasItem("ISSUER_DIFFERS")));
        assertThat(now().at("/header/issuer").asText()).isEqualTo("UBND xã Thượng Lộ");
    }

    @Test
    void a_head_that_is_none_is_refused_by_field() {
        putHeader(0, header().put("number", " ")).statusCode(422).body("errors.field", contains("number"));
        putHeader(0, header().put("year", 1999)).statusCode(422).body("errors.field", contains("year"));
        putHeader(0, header().put("signedOn", "31/12/2020")).statusCode(400).body("errors.field", contains("signedOn"));
        putHeader(0, header().put("signer", "A")).statusCode(400).body("errors.field", contains("signer"));

        ObjectNode other = document.deepCopy();
        ((ObjectNode) other.get("header")).put("number", "60/KH-UBND");
        commune.importPlan(other).then().statusCode(201);
        putHeader(0, header().put("number", "60/kh-ubnd"))
                .statusCode(409)
                .body("type", endsWith("plan-number-taken"))
                .body("errors.field", contains("number"));
        assertThat(now()).isEqualTo(commune.asClerk().get(draft + "/document").as(JsonNode.class));
        commune.asClerk().get(draft).then().header("ETag", "\"0\"");
    }

    @Test
    void a_target_is_corrected_in_its_area() {
        ObjectNode area = area(0);
        ((ObjectNode) area.get("targets").get(0)).put("text", "Khoảng 90% hoặc 95% văn bản được rà soát");
        int number = area.get("number").intValue();

        putArea(0, number, area).statusCode(200).header("ETag", "\"1\"").body("raised.code", hasItem("TARGET_UNREAD"));

        changes().body("linesAdded.part", hasItem("TARGETS")).body("linesAdded.area", hasItem(number));
        assertThat(now().get("areas").get(0).get("targets").get(0).get("text").asText())
                .startsWith("Khoảng 90%");
        putArea(1, number, area(0)).statusCode(200).body("settled.code", hasItem("TARGET_UNREAD"));
        assertThat(now().get("areas")).isEqualTo(document.get("areas"));
    }

    @Test
    void an_area_is_added_by_its_number_and_removed() {
        ObjectNode further = area(0);
        further.put("number", 20).put("title", "Chuyển đổi số").putArray("targets");
        further.putArray("measures").add("Số hoá hồ sơ");

        putArea(0, 20, further).statusCode(200);
        assertThat(now().get("areas")
                        .get(document.get("areas").size())
                        .get("title")
                        .asText())
                .isEqualTo("Chuyển đổi số");
        seen(1).delete(draft + "/areas/20").then().statusCode(200).header("ETag", "\"2\"");
        assertThat(now()).isEqualTo(commune.asClerk().get(draft + "/document").as(JsonNode.class));
        assertThat(now().get("areas")).isEqualTo(document.get("areas"));
        seen(2).delete(draft + "/areas/20").then().statusCode(404);
        putArea(2, 3, further).statusCode(422).body("errors.field", contains("number"));
        putArea(2, 20, further.deepCopy().put("title", "")).statusCode(422).body("errors.field", contains("title"));
    }

    @Test
    void what_an_area_has_is_named_from_the_area_on() {
        ObjectNode area = area(1);
        ((ObjectNode) area.get("targets").get(0)).putArray("linkedRows").add(ROWS + 7);

        putArea(0, area.get("number").intValue(), area)
                .statusCode(422)
                .body("errors.field", contains("targets[0].linkedRows[0]"));
    }

    @Test
    void an_area_as_large_as_it_may_be_imported_is_corrected_too() {
        ObjectNode large = area(0).put("number", 20);
        large.putArray("targets");
        for (int i = 0; i < 100; i++) {
            large.withArray("measures").add("Rà soát ".repeat(450));
            large.withArray("targets").addObject().put("text", "Tất cả văn bản được rà soát, ".repeat(130));
        }
        assertThat(large.toString().length()).isGreaterThan(700_000);

        putArea(0, 20, large).statusCode(200);
        putArea(1, 20, large.put("title", "Tên khác")).statusCode(200);
    }

    private ObjectNode texts() {
        ObjectNode now = (ObjectNode) now();
        ObjectNode texts = document.objectNode();
        for (String list : List.of("objectives", "requirements", "arrangements", "recipients", "annexHeadings")) {
            texts.set(list, now.withArray(list));
        }
        return texts;
    }

    private ValidatableResponse putTexts(int version, ObjectNode texts) {
        return seen(version).body(texts.toString()).put(draft + "/texts").then();
    }

    @Test
    void texts_beside_areas_and_rows_are_corrected() {
        JsonNode before = now();
        ObjectNode texts = texts();
        texts.withArray("objectives").add("Nâng cao chất lượng phục vụ");
        texts.putArray("annexHeadings").addObject().put("firstRow", 1).put("label", "PHỤ LỤC I");

        putTexts(0, texts).statusCode(200).header("ETag", "\"1\"");

        changes()
                .body("rows", empty())
                .body("linesRemoved", empty())
                .body("linesAdded.part", contains("OBJECTIVES", "ANNEX_HEADINGS"));
        ObjectNode now = (ObjectNode) now();
        assertThat(now.get("annex")).isEqualTo(before.get("annex"));
        assertThat(now.get("areas")).isEqualTo(before.get("areas"));
        assertThat(now.at("/annexHeadings/0/label").asText()).isEqualTo("PHỤ LỤC I");
    }

    @Test
    void texts_that_are_not_all_stated_or_name_no_row_are_refused_by_field() {
        ObjectNode texts = texts();
        texts.remove("recipients");
        putTexts(0, texts).statusCode(422).body("errors.field", contains("recipients"));
        texts.putArray("recipients").add(" ");
        putTexts(0, texts).statusCode(422).body("errors.field", contains("recipients[0]"));
        texts = texts();
        texts.putArray("annexHeadings").addObject().put("firstRow", 2).put("label", "PHỤ LỤC I");
        putTexts(0, texts).statusCode(422).body("errors.field", contains("annexHeadings[0].firstRow"));
        commune.asClerk().get(draft).then().header("ETag", "\"0\"");
    }

    @Test
    void an_annex_begins_where_its_heading_says_also_behind_a_row_at_the_end_of_the_one_before() {
        ObjectNode texts = texts();
        texts.putArray("annexHeadings").addObject().put("firstRow", 1).put("label", "PHỤ LỤC I");
        int second = lastAtTheTop();
        texts.withArray("annexHeadings").addObject().put("firstRow", second).put("label", "PHỤ LỤC II");
        putTexts(0, texts).statusCode(200);

        insert(1, Map.of("order", second, "title", "Việc sau cùng của phụ lục I"))
                .then()
                .statusCode(201);
        assertThat(now().at("/annexHeadings/1/firstRow").intValue()).isEqualTo(second);
        ObjectNode mended = texts();
        ((ObjectNode) mended.get("annexHeadings").get(1)).put("firstRow", second + 1);
        putTexts(2, mended).statusCode(200);
        assertThat(now().at("/annexHeadings/1/firstRow").intValue()).isEqualTo(second + 1);
    }

    private int lastAtTheTop() {
        int last = 0;
        for (JsonNode row : document.get("annex")) {
            last = row.has("parent") ? last : row.get("order").intValue();
        }
        return last;
    }

    @Test
    void a_note_that_people_have_looked_at_is_settled_wherever_it_stands() {
        ObjectNode noted = document.deepCopy();
        ((ObjectNode) noted.get("header")).put("number", "62/KH-UBND");
        ObjectNode notes = noted.putObject("notes");
        for (String code : List.of("TEXT_TOO_LONG", "TOO_MANY")) {
            notes.withArray("doubts")
                    .addObject()
                    .put("code", code)
                    .put("printed", "Kế hoạch")
                    .putObject("place")
                    .put("block", 4);
        }
        notes.put("untranscribedTotal", 3);
        draft = "/api/v1/plan-imports/"
                + commune.importPlan(noted).then().statusCode(201).extract().path("id");
        commune.asClerk().get(draft).then().body("findings.code", hasItems("FILE_DOUBT", "FILE_FURTHER"));

        ((ArrayNode) notes.get("doubts")).remove(0);
        putNotes(0, notes)
                .statusCode(200)
                .body("settled.code", contains("FILE_DOUBT"))
                .body("raised", empty());
        putNotes(1, notes.put("untranscribedTotal", 0)).statusCode(200).body("settled.code", contains("FILE_FURTHER"));
        putNotes(2, document.objectNode())
                .statusCode(200)
                .body("settled.code", contains("FILE_DOUBT"))
                .body("raised", empty());
        commune.asClerk().get(draft).then().body("findings.code", not(hasItem("FILE_DOUBT")));
        assertThat(now().get("annex")).isEqualTo(document.get("annex"));
        putNotes(3, document.objectNode().put("doubtsTotal", -1))
                .statusCode(422)
                .body("errors.field", contains("doubtsTotal"));
    }

    private ValidatableResponse putNotes(int version, ObjectNode notes) {
        return seen(version).body(notes.toString()).put(draft + "/notes").then();
    }

    @Test
    void a_draft_does_not_outgrow_what_can_be_sent_whole() {
        ObjectNode large = area(0);
        large.putArray("targets");
        for (int i = 0; i < 120; i++) {
            large.withArray("measures").add("Rà soát ".repeat(400));
        }
        int version = 0;
        int status = 200;
        while (status == 200 && version < 10) {
            status = putArea(version, 20 + version, large.put("number", 20 + version))
                    .extract()
                    .statusCode();
            version += status == 200 ? 1 : 0;
        }

        assertThat(status).isEqualTo(422);
        assertThat(version).isBetween(2, 5);
        commune.asClerk().get(draft).then().header("ETag", "\"" + version + "\"");
        seen(version).delete(draft + "/areas/20").then().statusCode(200);
    }

    @Test
    void a_row_is_inserted_and_what_names_rows_goes_along() {
        ObjectNode linked = area(0);
        ((ObjectNode) linked.get("targets").get(0))
                .putArray("linkedRows")
                .add(2)
                .add(4);
        putArea(0, linked.get("number").intValue(), linked).statusCode(200);

        insert(1, Map.of("order", 3, "parent", 1, "title", "Phân công theo dõi CCHC", "timing", "Trước 20/01/2021"))
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .header("Location", endsWith(draft + "/rows/3"))
                .body("summary.rows", equalTo(ROWS + 1))
                .body("findings.code", hasItem("LEAD_MISSING"));

        commune.asClerk()
                .get(draft + "/rows/3")
                .then()
                .statusCode(200)
                .body("printed.title", equalTo("Phân công theo dõi CCHC"))
                .body("rules[0].occurrences[0].dueOn", equalTo("2021-01-19"));
        changes()
                .body("rows.change", contains("ADDED"))
                .body("rows[0].order", equalTo(3))
                .body("linesAdded", empty())
                .body("linesRemoved", empty())
                // These name the number of a row in their sentence.
                .body("settled.findAll { it.code != 'TARGET_CONFLICT' && it.code != 'UNIT_SPELLINGS' }", empty());
        assertThat(now().at("/areas/0/targets/0/linkedRows"))
                .extracting(JsonNode::intValue)
                .containsExactly(2, 5);
    }

    @Test
    void a_row_that_is_removed_again_leaves_the_document_as_it_was() {
        JsonNode before = now();
        insert(0, Map.of("order", ROWS + 1, "title", "Việc sau cùng")).then().statusCode(201);
        insert(1, Map.of("order", 1, "title", "Việc đầu tiên")).then().statusCode(201);

        seen(2).delete(draft + "/rows/" + (ROWS + 2))
                .then()
                .statusCode(200)
                .body("settled.code", hasItem("LEAD_MISSING"))
                .body("raised", empty());
        seen(3).delete(draft + "/rows/1")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("summary.rows", equalTo(ROWS));

        assertThat(now()).isEqualTo(before);
    }

    @Test
    void rows_beneath_one_that_is_removed_stay() {
        seen(0).delete(draft + "/rows/1").then().statusCode(200).body("summary.rows", equalTo(ROWS - 1));

        commune.asClerk().get(draft + "/rows/1").then().body("printed.parent", nullValue());
        changes().body("rows.findAll { it.change == 'REMOVED' }", hasSize(1));
    }

    @Test
    void a_row_without_a_place_is_refused() {
        insert(0, Map.of("order", ROWS + 2, "title", "Việc"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("order"));
        insert(0, Map.of("order", 2, "parent", 2, "title", "Việc"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("parent"));
        insert(0, Map.of("order", 0, "title", "Việc")).then().statusCode(422).body("errors.field", contains("order"));
        insert(0, Map.of("order", 1)).then().statusCode(422).body("errors.field", contains("title"));
        seen(0).delete(draft + "/rows/" + (ROWS + 1)).then().statusCode(404);
        commune.asClerk().get(draft).then().header("ETag", "\"0\"").body("summary.rows", equalTo(ROWS));
    }

    @Test
    void the_only_row_stays() {
        ObjectNode small = document.deepCopy();
        ((ObjectNode) small.get("header")).put("number", "61/KH-UBND");
        small.putArray("annex").addObject().put("order", 1).put("title", "Việc");
        small.get("areas").forEach(area -> ((ObjectNode) area).putArray("targets"));
        draft = "/api/v1/plan-imports/"
                + commune.importPlan(small).then().statusCode(201).extract().path("id");

        seen(0).delete(draft + "/rows/1").then().statusCode(422).body("type", endsWith("plan-document-invalid"));
        assertThat(now().get("annex")).hasSize(1);
    }

    @Test
    void a_row_is_inserted_once_however_often_it_is_sent() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> row = Map.of("order", 2, "title", "Việc gửi lại");

        for (int i = 0; i < 2; i++) {
            seen(0).header("Idempotency-Key", key)
                    .body(row)
                    .post(draft + "/rows")
                    .then()
                    .statusCode(201)
                    .body("summary.rows", equalTo(ROWS + 1));
        }
        seen(0).header("Idempotency-Key", key)
                .body(Map.of("order", 2, "title", "Việc khác"))
                .post(draft + "/rows")
                .then()
                .statusCode(422);
        assertThat(now().get("annex")).hasSize(ROWS + 1);
    }

    @Test
    void of_several_who_correct_at_once_one_does() throws InterruptedException, ExecutionException {
        String body = header().put("title", "Kế hoạch khác").toString();

        assertThat(Concurrently.statuses(number -> number % 2 == 0
                        ? seen(0).body(body).put(draft + "/header").statusCode()
                        : seen(0).delete(draft + "/rows/5").statusCode()))
                .containsExactly(200, 412, 412, 412);
    }

    @Test
    void who_has_not_seen_the_draft_or_comes_too_late_corrects_nothing() {
        commune.asClerk()
                .body(header().toString())
                .put(draft + "/header")
                .then()
                .statusCode(428);
        seen(3).delete(draft + "/areas/1").then().statusCode(412);
        Commune.create()
                .asClerk()
                .header("If-Match", "\"0\"")
                .delete(draft + "/rows/1")
                .then()
                .statusCode(404);

        seen(0).post(draft + "/discards").then().statusCode(200);
        putHeader(1, header()).statusCode(409);
        insert(1, Map.of("order", 1, "title", "Việc")).then().statusCode(409);
        seen(1).delete(draft + "/rows/1").then().statusCode(409);
    }
}
