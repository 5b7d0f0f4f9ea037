package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.access.Role;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

@QuarkusTest
@WithTestResource(LocalServers.class)
class IdempotencyTest {

    private static final UUID AUTHORITY = UUID.randomUUID();

    @Test
    void the_same_request_again_gets_the_same_answer_and_does_nothing() {
        String key = "a-key-of-staff-" + UUID.randomUUID();
        String name = unique();

        Response first = post(staff(), key, name);
        Response second = post(staff(), key, name);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"0\"");
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .contains(first.<String>path("id"));
        assertThat(rowsNamed(name)).isEqualTo(1);
    }

    @Test
    void the_same_request_again_shows_what_it_made_as_it_is_now() {
        String key = UUID.randomUUID().toString();
        Response first = post(staff(), key, unique());
        String renamed = unique();
        staff().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"name\": \"" + renamed + "\"}")
                .put(first.header("Location"))
                .then()
                .statusCode(200);

        Response second = post(staff(), key, first.path("name"));

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(second.<String>path("name")).isEqualTo(renamed);
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void a_key_may_be_a_quoted_string() {
        String key = UUID.randomUUID().toString();
        String name = unique();

        Response bare = post(RestAssured.given(), key, name);
        Response quoted = post(RestAssured.given(), '"' + key + '"', name);

        assertThat(quoted.statusCode()).isEqualTo(201);
        assertThat(quoted.<String>path("id")).isEqualTo(bare.path("id"));
    }

    /** In a rolling upgrade from a version that kept the answer itself. */
    @Test
    void what_the_version_before_has_kept_is_shown_as_it_is_now() {
        String key = UUID.randomUUID().toString();
        String name = unique();
        Response first = post(staff(), key, name);
        assertThat(Database.value(
                        "UPDATE idempotency_key SET subject = NULL, body = ?, request_hash = '\\x00' WHERE key = ?"
                                + " RETURNING location",
                        first.asString(),
                        key))
                .isEqualTo("/api/v1/samples/" + first.path("id"));

        Response second = post(staff(), key, name);

        assertThat(second.statusCode()).as(second.asString()).isEqualTo(201);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(rowsNamed(name)).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String key = UUID.randomUUID().toString();
        String name = unique();
        post(staff(), key, name);

        Response other = post(staff(), key, "another");

        assertThat(other.statusCode()).isEqualTo(422);
        other.then().body("type", equalTo("urn:cchc:problem:idempotency-key-reused"));
        assertThat(rowsNamed(name)).isEqualTo(1);
    }

    @Test
    void keys_of_different_callers_do_not_meet() {
        String key = UUID.randomUUID().toString();
        String name = unique();

        Response staff = post(staff(), key, name);
        Response citizen = post(RestAssured.given(), key, name);

        assertThat(staff.statusCode()).isEqualTo(201);
        assertThat(citizen.statusCode()).isEqualTo(201);
        assertThat(citizen.<String>path("id")).isNotEqualTo(staff.<String>path("id"));
    }

    @Test
    void the_same_subject_in_another_authority_has_keys_of_its_own() {
        String key = UUID.randomUUID().toString();
        String name = unique();

        Response here = post(staff(), key, name);
        Response there = post(as(TestTokens.clerk(UUID.randomUUID())), key, name);

        assertThat(there.statusCode()).isEqualTo(201);
        assertThat(there.header("Idempotency-Replayed")).isNull();
        assertThat(there.<String>path("id")).isNotEqualTo(here.<String>path("id"));
    }

    @Test
    void a_subject_that_is_called_anonymous_does_not_share_the_keys_of_citizens() {
        String key = UUID.randomUUID().toString();
        String name = unique();

        Response citizen = post(RestAssured.given(), key, name);
        Response staff = post(as(TestTokens.named("anonymous", Role.CLERK, AUTHORITY)), key, name);

        assertThat(staff.statusCode()).isEqualTo(201);
        assertThat(staff.<String>path("id")).isNotEqualTo(citizen.<String>path("id"));
    }

    @Test
    void a_token_without_a_role_makes_no_more_than_a_citizen() {
        String key = UUID.randomUUID().toString();
        String name = unique();

        Response citizen = post(RestAssured.given(), key, name);
        Response visitor = post(as(TestTokens.withoutRole(AUTHORITY)), key, name);

        assertThat(visitor.<String>path("id")).isEqualTo(citizen.<String>path("id"));
        assertThat(post(as(TestTokens.withoutRole(AUTHORITY)), "1", name).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_request_without_key_is_done_each_time() {
        String name = unique();

        post(staff(), null, name);
        post(staff(), null, name);

        assertThat(rowsNamed(name)).isEqualTo(2);
    }

    @Test
    void a_key_of_an_anonymous_caller_must_be_hard_to_guess() {
        assertThat(post(RestAssured.given(), "1", unique()).statusCode()).isEqualTo(400);
        assertThat(post(RestAssured.given(), UUID.randomUUID().toString(), unique())
                        .statusCode())
                .isEqualTo(201);
        assertThat(post(staff(), "x".repeat(201), unique()).statusCode()).isEqualTo(400);
    }

    @Test
    void a_request_that_failed_leaves_its_key_free() {
        String key = UUID.randomUUID().toString();
        String name = unique();

        Response refused = post(staff(), key, "refused");
        Response corrected = post(staff(), key, name);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(corrected.statusCode()).isEqualTo(201);
        assertThat(rowsNamed(name)).isEqualTo(1);
        assertThat(rowsNamed("refused")).isZero();
    }

    @Test
    void duplicates_at_the_same_moment_become_one() throws Exception {
        for (int round = 0; round < 10; round++) {
            String key = UUID.randomUUID().toString();
            String name = unique();
            ExecutorService callers = Executors.newFixedThreadPool(6);
            try {
                CountDownLatch together = new CountDownLatch(6);
                List<Future<Response>> answers = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    RequestSpecification request = staff();
                    answers.add(callers.submit(() -> {
                        together.countDown();
                        together.await(10, TimeUnit.SECONDS);
                        return post(request, key, name);
                    }));
                }
                List<String> bodies = new ArrayList<>();
                for (Future<Response> answer : answers) {
                    Response got = answer.get(30, TimeUnit.SECONDS);
                    assertThat(got.statusCode()).as(got.asString()).isEqualTo(201);
                    bodies.add(got.asString());
                }
                assertThat(bodies.stream().distinct()).hasSize(1);
                assertThat(rowsNamed(name)).isEqualTo(1);
            } finally {
                callers.shutdown();
            }
        }
    }

    private static RequestSpecification staff() {
        return as(TestTokens.clerk(AUTHORITY));
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    private static Response post(RequestSpecification request, String key, String name) {
        RequestSpecification given = request.contentType(ContentType.JSON).body("{\"name\": \"" + name + "\"}");
        return (key == null ? given : given.header("Idempotency-Key", key)).post("/api/v1/samples");
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 30);
    }

    private static long rowsNamed(String name) {
        return Database.count("SELECT count(*) FROM sample WHERE name = ?", name);
    }
}
