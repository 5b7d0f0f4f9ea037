package vn.cchc.bench.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import vn.cchc.bench.Layout;
import vn.cchc.bench.Unmeasurable;
import vn.cchc.bench.data.Requests.Get;
import vn.cchc.bench.system.RunningSystem;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.Service;

/** The requests of the bench; pseudo-random and identical in every run. */
public final class Traffic {
    public static final int PAGE = 50;

    private static final int DRAWN = 5_000;
    private static final int BODIES = 2_000;
    private static final int CONTENT = 180;

    /** Number of list pages read per authority to collect cursors. */
    private static final int WALKED = 20;

    private final Layout layout;
    private final RunningSystem system;
    private final List<Commune> communes;
    private final int feedback;
    private final Random chance = new Random(2021);

    /** @param feedback number of feedback in the history */
    public Traffic(Layout layout, RunningSystem system, List<Commune> communes, int feedback) {
        this.layout = layout;
        this.system = system;
        this.communes = communes;
        this.feedback = feedback;
    }

    /** The id of the history's feedback with this number; see sql/history.sql. */
    private static UUID id(long number) {
        return new UUID(0x01690000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    public Requests intake() {
        String text = layout.read("text/feedback.txt");
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < BODIES; i++) {
            int from = chance.nextInt(text.length() - CONTENT);
            bodies.add(body(text.substring(from, from + CONTENT) + " (" + Requests.NUMBER + ")"));
        }
        return Requests.posts(layout, "intake", "/api/v1/feedback", bodies);
    }

    private String body(String content) {
        try {
            return ApiClient.JSON.writeValueAsString(Map.of(
                    "authorityId",
                    communes.get(chance.nextInt(communes.size())).id(),
                    "kind",
                    "REFLECTION",
                    "content",
                    content,
                    "sender",
                    Map.of(
                            "name",
                            "Nguyễn Văn " + (char) ('A' + chance.nextInt(26)) + "n",
                            "address",
                            "Thôn " + (1 + chance.nextInt(9)),
                            "phone",
                            String.format("09%08d", chance.nextInt(100_000_000)))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain text", e);
        }
    }

    public Requests feedbackById() {
        List<Get> gets = new ArrayList<>();
        for (int i = 0; i < DRAWN; i++) {
            int number = 1 + chance.nextInt(feedback);
            Commune commune = communes.get(number % communes.size());
            gets.add(new Get(commune.token(), "/api/v1/feedback/" + id(number)));
        }
        return Requests.gets(layout, "feedback-by-id", gets);
    }

    /** Full pages at every depth but the first, whose statement is different. */
    public Requests feedbackPage() {
        List<Get> gets = new ArrayList<>();
        HttpClient http = HttpClient.newHttpClient();
        for (Commune commune : communes) {
            String first = "/api/v1/feedback?limit=" + PAGE;
            String path = first;
            for (int page = 0; page < WALKED && path != null; page++) {
                JsonNode answer = read(http, commune, path);
                if (page > 0 && answer.path("items").size() == PAGE) {
                    gets.add(new Get(commune.token(), path));
                }
                path = answer.hasNonNull("next")
                        ? first + "&cursor=" + answer.get("next").asText()
                        : null;
            }
        }
        return Requests.gets(layout, "feedback-page", gets);
    }

    private JsonNode read(HttpClient http, Commune commune, String path) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + system.port(Service.FEEDBACK) + path))
                .header("Authorization", "Bearer " + commune.token())
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new Unmeasurable(path + " was answered with " + answer.statusCode());
            }
            return ApiClient.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new Unmeasurable(path + " was not answered: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("Interrupted", e);
        }
    }

    /** The plan budget of each authority. */
    public Requests planBudget() {
        Function<Commune, Get> get =
                commune -> new Get(commune.token(), "/api/v1/plans/" + commune.planId() + "/budget");
        return Requests.gets(layout, "plan-budget", communes.stream().map(get).toList());
    }
}
