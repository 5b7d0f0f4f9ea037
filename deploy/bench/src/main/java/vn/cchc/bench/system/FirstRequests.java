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

/** Start-up time of the services, from process start to the first API response, and their memory then. */
public final class FirstRequests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private FirstRequests() {}

    /**
     * First response of a service.
     *
     * @param seconds since the start of its process, while the other services start too
     * @param residentMegabytes resident memory of its process right after the response, in 10⁶ bytes
     */
    public record First(double seconds, double residentMegabytes) {}

    /**
     * Polls each service, beginning before its process exists.
     *
     * @param request an API request for the service
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

    /** An API GET with a bearer token. */
    public static HttpRequest get(RunningSystem system, Service service, String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + system.port(service) + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30))
                .build();
    }
}
