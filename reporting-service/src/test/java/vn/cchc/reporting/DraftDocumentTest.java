package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.reporting.report.HeldDocuments;

/** Drafts as documents, over HTTP. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class DraftDocumentTest {

    private Commune commune;
    private String report;

    @BeforeEach
    void aDraft() {
        Commune.itIs("2021-02-22T08:00:00+07:00");
        commune = Commune.withPlan();
        report = commune.draftOfFirstQuarter();
    }

    @Test
    void a_draft_is_laid_out_once_for_all_who_read_it_until_it_changes() {
        int before = HeldDocuments.laidOut();

        Response first = pdf("");
        Response second = pdf("");
        Response conditional = pdf(first.header("ETag"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(conditional.statusCode()).isEqualTo(304);
        assertThat(HeldDocuments.laidOut()).isEqualTo(before + 1);

        commune.write(report, "V", "Không có kiến nghị.").statusCode(200);
        Response changed = pdf(first.header("ETag"));

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(PdfPages.of(changed.asByteArray()).toString()).contains("Không có kiến nghị.");
        assertThat(HeldDocuments.laidOut()).isEqualTo(before + 2);
    }

    @Test
    void a_conditional_read_of_what_one_has_lays_nothing_out() {
        String tag = commune.clerk()
                        .accept("text/html")
                        .get("/api/v1/reports/" + report + "/document")
                        .header("ETag")
                        .replace("\"", "")
                + "-pdf";
        int before = HeldDocuments.laidOut();

        assertThat(pdf("\"" + tag + "\"").statusCode()).isEqualTo(304);
        assertThat(HeldDocuments.laidOut()).isEqualTo(before);
    }

    @Test
    void who_reads_a_draft_while_it_is_laid_out_waits_for_that_layout() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(3);
        int before = HeldDocuments.laidOut();
        try {
            Future<Response> first;
            List<Future<Response>> others;
            try (HeldDocuments.Hold hold = HeldDocuments.holdNext()) {
                first = readers.submit(() -> pdf(""));
                hold.awaitBegin();
                others = List.of(readers.submit(() -> pdf("")), readers.submit(() -> pdf("")));
            }

            byte[] shared = first.get().asByteArray();
            for (Future<Response> other : others) {
                assertThat(other.get().asByteArray()).isEqualTo(shared);
            }
            assertThat(HeldDocuments.laidOut()).isEqualTo(before + 1);
        } finally {
            readers.shutdownNow();
        }
    }

    /** What the authority is called and what its tasks are comes by events, and is not refused. */
    @Test
    void a_sign_that_no_font_has_is_found_while_it_can_be_changed_and_printed_as_its_code_point() {
        String plain = "Tỷ lệ ✓ ☑ ★ ① 👍 中文";
        commune.task(commune.pressTask, 3, false, 7, "Tuyên truyền \uf0fc", List.of("RECURRING"), List.of(), 2);
        Commune.awaitFact("task", commune.pressTask, 2);

        commune.write(report, "II.1", plain)
                .statusCode(200)
                .body("unprintable.codePoint", equalTo(List.of("U+F0FC")))
                .body("unprintable[0].sections", empty());
        commune.write(report, "V", "Dịch chữ Nôm \ud840\udc00 trong kho.")
                .statusCode(200)
                .body("unprintable.codePoint", equalTo(List.of("U+F0FC", "U+20000")))
                .body("unprintable[1].sections", equalTo(List.of("V")))
                .body("unprintable", hasItem(hasEntry("name", "CJK UNIFIED IDEOGRAPHS EXTENSION B 20000")));

        Commune.itIs("2021-02-26T09:00:00+07:00");
        commune.approve(report).statusCode(200).body("unprintable", nullValue());

        String printed = String.join("\n", commune.pages(report, ""));
        assertThat(printed)
                .contains(plain, "Dịch chữ Nôm [U+20000] trong kho.", "Tuyên truyền [U+F0FC]")
                .doesNotContain("#");
        commune.clerk()
                .accept("text/html")
                .get("/api/v1/reports/" + report + "/document")
                .then()
                .body(containsString("Dịch chữ Nôm [U+20000] trong kho."));
    }

    @Test
    void the_signs_found_are_those_that_are_printed_wherever_they_stand() {
        commune.task(commune.pressTask, 3, false, 7, "Tuyên truyền \uf0fc", List.of("RECURRING"), List.of(), 2);
        commune.task(commune.oneStopTask, 4, true, 2, "\ue001 MỘT CỬA", List.of(), List.of(), 2);
        commune.rename("UBND xã Thượng Lộ \u0e44", 3);
        Commune.awaitFact("task", commune.pressTask, 2);
        Commune.awaitFact("task", commune.oneStopTask, 2);
        Commune.awaitFact("authority", commune.id, 3);
        commune.write(report, "II.1", "Ghi chú \u05d0 và ✓, e\u0323\u0302.").statusCode(200);
        commune.write(report, "V", "Dịch chữ Nôm \ud840\udc00.").statusCode(200);

        List<String> found = commune.clerk().get("/api/v1/reports/" + report).path("unprintable.codePoint");

        String printed = String.join("", commune.pages(report, "")).replaceAll("\\s", "");
        assertThat(found).containsExactly("U+05D0", "U+0E44", "U+E001", "U+F0FC", "U+20000");
        assertThat(Pattern.compile("\\[(U\\+[0-9A-F]+)]")
                        .matcher(printed)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(found);
    }

    private Response pdf(String ifNoneMatch) {
        return commune.clerk()
                .accept("application/pdf")
                .header("If-None-Match", ifNoneMatch)
                .get("/api/v1/reports/" + report + "/document");
    }
}
