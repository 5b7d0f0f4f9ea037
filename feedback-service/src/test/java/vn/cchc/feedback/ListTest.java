package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;

@QuarkusTest
@WithTestResource(LocalServers.class)
class ListTest {

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-20T08:30:00+07:00");
        commune = Commune.create();
    }

    private List<String> ids(String query) {
        var answer = commune.asClerk().get("/api/v1/feedback" + (query.isEmpty() ? "" : "?" + query));
        answer.then().statusCode(200);
        return answer.path("items.id");
    }

    @Test
    void pagesNeitherSkipNorRepeatThoughMoreArrivesMeanwhile() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // Three arrive at the same moment: the id decides.
            String day = "2021-01-" + (10 + Math.min(i, 4));
            expected.add(commune.enter("POST", day + "T08:00:00+07:00").id().toString());
        }
        Collections.reverse(expected);
        List<String> seen = new ArrayList<>();

        String cursor = "";
        while (cursor != null) {
            var page = commune.asClerk().get("/api/v1/feedback?limit=2&cursor=" + cursor);
            seen.addAll(page.path("items.id"));
            cursor = page.path("next");
            commune.receive();
        }

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void aCursorBelongsToItsFilters() {
        for (int i = 0; i < 3; i++) {
            commune.receive();
        }
        String cursor = commune.asClerk().get("/api/v1/feedback?limit=1").path("next");

        commune.asClerk()
                .get("/api/v1/feedback?limit=1&state=RECEIVED&cursor=" + cursor)
                .then()
                .statusCode(400);
        commune.asOfficer(commune.office())
                .get("/api/v1/feedback?limit=1&cursor=" + cursor)
                .then()
                .statusCode(400);
    }

    @Test
    void filtersNarrow() {
        var old = commune.enter("PHONE", "2021-01-04T08:00:00+07:00");
        var fresh = commune.receive();
        var assigned = commune.enter("POST", "2021-01-12T08:00:00+07:00");
        commune.assign(assigned.id());

        assertThat(ids(""))
                .containsExactly(
                        fresh.id().toString(),
                        assigned.id().toString(),
                        old.id().toString());
        assertThat(ids("state=ASSIGNED")).containsExactly(assigned.id().toString());
        assertThat(ids("channel=PHONE")).containsExactly(old.id().toString());
        assertThat(ids("classification=REGULATION_OWN"))
                .containsExactly(assigned.id().toString());
        assertThat(ids("unit=" + commune.landUnit()))
                .containsExactly(assigned.id().toString());
        assertThat(ids("overdue=true")).containsExactly(old.id().toString());
        assertThat(ids("overdue=false"))
                .containsExactly(fresh.id().toString(), assigned.id().toString());
        assertThat(ids("dueBefore=2021-01-23"))
                .containsExactly(assigned.id().toString(), old.id().toString());
        assertThat(ids("receivedFrom=2021-01-12&receivedTo=2021-01-12"))
                .containsExactly(assigned.id().toString());
        assertThat(ids("receivedTo=2021-01-11")).containsExactly(old.id().toString());
        assertThat(ids("state=CLOSED")).isEmpty();
        commune.asClerk()
                .get("/api/v1/feedback?overdue=true")
                .then()
                .body("items[0].overdue", equalTo(true))
                .body("items[0].excerpt", equalTo(Commune.CONTENT));
    }

    @ParameterizedTest
    @CsvSource({
        "den duong, true",
        "ĐÈN  ĐƯỜNG, true",
        "Đe\u0300n đươ\u0300ng, true",
        "sua chua, true",
        "đèn nhà, false",
        "%, false",
        "_e, false",
        "den%duong, false"
    })
    void contentIsFoundWithoutDiacritics(String q, boolean found) {
        commune.receive();

        var answer = commune.asClerk().queryParam("q", q).get("/api/v1/feedback");

        if (q.length() < 2) {
            answer.then().statusCode(400);
        } else {
            assertThat(answer.<List<String>>path("items.id")).hasSize(found ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00d0ường",
                "\u0189ường",
                "\u0110ư\u00adờng",
                "\u0110\u200bường",
                "\u202e\u0110ường\u202c",
                "\u0110ươ\u0300\ufeffng"
            })
    void noLookAlikeAndNoZeroWidthMarkHidesAWord(String written) {
        Commune.Receipt receipt = Commune.Receipt.of(Commune.asCitizen()
                .body(commune.form("Vũng nước trên " + written).replace("Nguyễn Văn An", written + " Văn An"))
                .post("/api/v1/feedback"));
        commune.receive("Rác trên vỉa hè.");

        for (String q : List.of("duong", "Đường", written)) {
            assertThat(commune.asClerk()
                            .queryParam("q", q)
                            .get("/api/v1/feedback")
                            .<List<String>>path("items.id"))
                    .as(q)
                    .containsExactly(receipt.id().toString());
            assertThat(commune.asClerk()
                            .body(Map.of("name", q))
                            .post("/api/v1/feedback/searches")
                            .<List<String>>path("items.id"))
                    .as(q)
                    .containsExactly(receipt.id().toString());
        }
    }

    @Test
    void aNumberIsFoundInTheContentToo() {
        var first = commune.receive();
        var second = commune.receive("Quyết định 1523/QĐ-UBND chưa được niêm yết.");
        var third = commune.receive("\u00d0ường thô\u00adn 3\u200b ngập nước khi mưa.");

        assertThat(ids("q=1523")).containsExactly(second.id().toString());
        assertThat(ids("q=1523/2021")).isEmpty();
        assertThat(ids("q=2")).containsExactly(second.id().toString());
        assertThat(ids("q=duong thon 3"))
                .containsExactly(third.id().toString(), first.id().toString());
    }

    @Test
    void numbersAndCodesAreFound() {
        var first = commune.receive();
        var second = commune.receive();

        assertThat(ids("q=2")).containsExactly(second.id().toString());
        assertThat(ids("q=1/2021")).containsExactly(first.id().toString());
        assertThat(ids("q=1/2020")).isEmpty();
        assertThat(ids("q=" + first.code())).containsExactly(first.id().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "{\"name\": \"nguyen van an\"}, true",
        "{\"name\": \"VĂN AN\"}, true",
        "{\"phone\": \"0912345678\"}, true",
        "{\"phone\": \"+84 912 345 678\"}, true",
        "{\"phone\": \"345 678\"}, true",
        "{\"phone\": \"0084(0)912\u00a0345\u2011678\"}, true",
        "{\"phone\": \"0999999999\"}, false",
        "{\"phone\": \"0912\"}, true",
        "{\"name\": \"+8\"}, false",
        "{\"name\": \"912\"}, false",
        "{\"name\": \"an | \"}, false",
        "{\"email\": \"nguyen\"}, false",
        "{\"email\": \"912\"}, false",
        "{\"email\": \"an@example.vn\"}, false"
    })
    void sendersAreFound(String search, boolean found) {
        var receipt = commune.receive();

        var answer = commune.asClerk().body(search).post("/api/v1/feedback/searches");

        answer.then().statusCode(200);
        assertThat(answer.<List<String>>path("items.id"))
                .isEqualTo(found ? List.of(receipt.id().toString()) : List.of());
    }

    @Test
    void whatIsSearchedForMustAllBeSo() {
        commune.receive();

        commune.asClerk()
                .body("{\"name\": \"nguyen van an\", \"phone\": \"0999999999\"}")
                .post("/api/v1/feedback/searches")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void searchesHavePagesToo() {
        for (int i = 0; i < 3; i++) {
            commune.receive();
        }
        var first =
                commune.asClerk().body("{\"name\": \"van an\", \"limit\": 2}").post("/api/v1/feedback/searches");

        commune.asClerk()
                .body("{\"name\": \"van an\", \"limit\": 2, \"cursor\": \"" + first.path("next") + "\"}")
                .post("/api/v1/feedback/searches")
                .then()
                .body("items.size()", equalTo(1))
                .body("items.number", contains(1));
    }

    @Test
    void aLargerLimitIsCoerced() {
        commune.asClerk().get("/api/v1/feedback?limit=100000").then().statusCode(200);
    }
}
