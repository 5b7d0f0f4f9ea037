package vn.cchc.platform.testing.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents the headers that any answer may have, and the server that gives it. */
@OpenApiFilter(
        value = OpenApiFilter.RunStage.RUNTIME_STARTUP,
        priority = 0,
        documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class DocumentedAnswers implements OASFilter {

    private static final List<String> OF_ANY = List.of("Access-Control-Allow-Origin", "RateLimit", "RateLimit-Policy");

    /** An origin has a name of 253 characters at most; the others are short. */
    private static final int LONGEST_HEADER = 300;

    private static final String REPLAYED = "Idempotency-Replayed";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(OASFactory.createServer()
                .url("/")
                .description("Where this document is read, in production as in a test")
                .addExtension("x-internal", false)));
        api.getComponents()
                .addHeader(
                        "Access-Control-Allow-Origin",
                        header(
                                "Sent where the operator lets scripts of the `Origin` call (CORS)",
                                "https://dichvucong.example.vn"))
                .addHeader(REPLAYED, header("`true` where the request had been sent before; else absent", "true"))
                .addHeader(
                        "RateLimit",
                        header(
                                "What is left to this client address: `r` calls; after `t` seconds all of them again, or"
                                        + " one where none is left (draft-ietf-httpapi-ratelimit-headers). Sent by what"
                                        + " can be called without a token and is cached by nobody, to callers without one;"
                                        + " a gateway before the service may send its own",
                                "\"public\";r=299;t=60"))
                .addHeader(
                        "RateLimit-Policy",
                        header(
                                "The limit that `RateLimit` speaks of: `q` calls in `w` seconds",
                                "\"public\";q=300;w=60"));
        api.getComponents().getResponses().values().forEach(answer -> describe(answer, OF_ANY));
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(DocumentedAnswers::describe);
    }

    private static void describe(Operation operation) {
        boolean repeatable = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals("Idempotency-Key"));
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (answer.getRef() == null) {
                describe(answer, OF_ANY);
                if (repeatable && status.startsWith("2")) {
                    describe(answer, List.of(REPLAYED));
                }
            }
        });
    }

    private static void describe(APIResponse answer, List<String> headers) {
        headers.forEach(name -> answer.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name)));
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .example(example)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(LONGEST_HEADER));
    }
}
