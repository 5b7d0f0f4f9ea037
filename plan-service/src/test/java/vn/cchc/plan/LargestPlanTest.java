package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.importing.PlanDocument;
import vn.cchc.platform.testing.LocalServers;

/** A plan with the most rows and many further columns is taken; what is longer is refused before it is read. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class LargestPlanTest {

    private static final String TEXT = "Lồng ghép với hội nghị giao ban hằng tháng của xã";

    private Commune commune;

    @BeforeEach
    void register() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
    }

    private static ObjectNode document(String text) {
        ObjectNode document = RealPlan.json();
        ((ObjectNode) document.get("header")).remove("statedTotal");
        ArrayNode rows = document.putArray("annex");
        for (int i = 1; i <= Printed.ROWS; i++) {
            ObjectNode row = rows.addObject();
            row.put("order", i)
                    .put("code", String.valueOf(i))
                    .put("title", "Rà soát, cập nhật và niêm yết công khai thủ tục hành chính tại Bộ phận một cửa")
                    .put("lead", "Văn phòng - Thống kê")
                    .put("timing", "Trước 15/11/2021")
                    .put("amount", 500_000);
            row.putArray("coordinating").add("Tư pháp - Hộ tịch").add("Địa chính - Xây dựng");
            row.putArray("products").add("Quyết định của Chủ tịch UBND xã").add("Báo cáo kết quả thực hiện");
            ArrayNode others = row.putArray("otherCells");
            for (int c = 1; c <= Printed.OTHER_CELLS; c++) {
                others.addObject().put("heading", "Cột khác thứ " + c).put("text", text);
            }
        }
        return document;
    }

    private static int bytes(ObjectNode document) {
        return Commune.request(document).toString().getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void the_most_rows_with_the_most_further_columns_are_imported() {
        ObjectNode document = document(TEXT);

        assertThat(bytes(document)).isBetween(PlanDocument.LONGEST * 3 / 4, PlanDocument.LONGEST);
        commune.importPlan(document).then().statusCode(201).body("summary.rows", equalTo(Printed.ROWS));
    }

    @Test
    void a_longer_document_is_refused() {
        ObjectNode document = document(TEXT + TEXT);

        assertThat(bytes(document)).isGreaterThan(PlanDocument.LONGEST);
        commune.importPlan(document).then().statusCode(413);
    }
}
