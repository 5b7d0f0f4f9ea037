package vn.cchc.bench.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import vn.cchc.bench.Unmeasurable;
import vn.cchc.local.api.Service;

/** How long services take from the start of their process to the first answer of the API, and with how much memory. */
public final class FirstRequests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private FirstRequests() {}

    /**
     * The first answer of a service.
     *
     * @param seconds since its process was started, while the other services started too
     * @param residentMegabytes of its process right after the answer, in 10⁶ bytes
     */
    public record First(double seconds, double residentMegabytes) {}

    /**
     * Asks each service again and again, from before its process is there.
     *
     * @param request a request of the API, for the service
     */
    public static Map<Service, First> of(RunningSystem system, Function<Service, HttpRequest> request) {
        Map<Service, CompletableFuture<First>> asked = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            asked.put(service, CompletableFuture.supplyAsync(() -> ask(system, service, request.apply(service))));
        }
        Map<Service, First> first = new EnumMap<>(Service.class);
        try {
            asked.forEach((service, answer) -> first.put(service, answer.join()));
        } catch (CompletionException e) {
            throw e.getCause() instanceof Unmeasurable known ? known : e;
        }
        return first;
    }

    private static First ask(RunningSystem system, Service service, HttpRequest request) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && system.isAlive()) {
            Optional<ProcessTree> process = system.process(service.module());
            if (process.isPresent() && answers(http, request)) {
                ProcessTree running = process.get();
                double seconds = running.ageSeconds();
                return new First(seconds, running.residentMegabytes());
            }
            RunningSystem.pause(20);
        }
        throw new Unmeasurable(service.module() + " did not answer " + request.uri());
    }

    private static boolean answers(HttpClient http, HttpRequest request) {
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("Interrupted", e);
        }
    }

    /** A GET of the API with a bearer token. */
    public static HttpRequest get(RunningSystem system, Service service, String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + system.port(service) + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30))
                .build();
    }
}
