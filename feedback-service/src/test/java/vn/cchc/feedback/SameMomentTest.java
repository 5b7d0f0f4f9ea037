package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** Of several who change one feedback at the same moment exactly one does, and the others are told why not. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class SameMomentTest {

    private static final int PEOPLE = 12;

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    @Test
    void staffWhoDecideOnTheSameVersion() throws Exception {
        Commune.Receipt receipt = commune.receive();
        String path = "/api/v1/feedback/" + receipt.id();
        String version = commune.asLeader().get(path).header("ETag");

        List<Integer> answers = statuses(() -> commune.asLeader()
                .header("If-Match", version)
                .body("{\"reason\": \"DENUNCIATION\", \"text\": \"Nội dung là tố cáo.\"}")
                .post(path + "/refusals"));

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
        commune.asLeader().get(path + "/changes").then().body("items.size()", equalTo(2));
    }

    @Test
    void aSenderWhoTakesBackTwice() throws Exception {
        Commune.Receipt receipt = commune.receive();

        List<Integer> answers = statuses(() -> receipt.post("withdrawals", "{}"));

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
    }

    private static List<Integer> statuses(Callable<Response> request) throws Exception {
        CyclicBarrier start = new CyclicBarrier(PEOPLE);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                answers.add(people.submit(() -> {
                    start.await();
                    return request.call().statusCode();
                }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            people.shutdown();
        }
    }
}
