package vn.cchc.platform.testing.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import vn.cchc.platform.http.BodySize;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.http.MaxBody;

/**
 * Documents the {@link MaxBody} of each operation that takes a body (413), and which have a {@link ConcurrencyLimit} (429). Methods of
 * one address that take different media types are one operation.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class DocumentedLimits implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    /** By the id of the operation. */
    private final Map<String, String> addresses = new HashMap<>();

    /** By address, then by size in bytes: the media type. */
    private final Map<String, Map<Integer, String>> longest = new HashMap<>();

    /** Addresses. */
    private final Set<String> limited = new HashSet<>();

    public DocumentedLimits(IndexView index) {
        for (AnnotationInstance size : index.getAnnotations(DotName.createSimple(MaxBody.class))) {
            MethodInfo method = size.target().asMethod();
            longest.computeIfAbsent(address(method), first -> new TreeMap<>())
                    .put(size.value().asInt(), mediaType(method));
        }
        for (AnnotationInstance calls : index.getAnnotations(DotName.createSimple(ConcurrencyLimit.class))) {
            limited.add(address(calls.target().asMethod()));
        }
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            MethodInfo method = operation.target().asMethod();
            operationId(method).ifPresent(id -> addresses.put(id, address(method)));
        }
    }

    /** Empty where the method has no id of its own. */
    public static Optional<String> operationId(MethodInfo method) {
        return Optional.ofNullable(method.declaredAnnotation(OPERATION))
                .map(operation -> operation.value("operationId"))
                .map(id -> id.asString());
    }

    private static String address(MethodInfo method) {
        String verb = Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
                .filter(name -> method.hasDeclaredAnnotation(DotName.createSimple("jakarta.ws.rs." + name)))
                .collect(Collectors.joining());
        AnnotationInstance path = method.declaredAnnotation(DotName.createSimple(Path.class));
        return method.declaringClass().name() + " " + verb + " "
                + (path == null ? "" : path.value().asString());
    }

    private static String mediaType(MethodInfo method) {
        AnnotationInstance consumes = method.declaredAnnotation(DotName.createSimple(Consumes.class));
        return consumes == null
                ? "application/json"
                : String.join(", ", consumes.value().asStringArray());
    }

    @Override
    public Operation filterOperation(Operation operation) {
        String address = addresses.get(operation.getOperationId());
        Map<Integer, String> sizes = longest.getOrDefault(address, Map.of());
        if (!sizes.isEmpty()) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "413",
                            ProblemResponses.own("The content is larger than "
                                    + sizes.entrySet().stream()
                                            .map(size -> BodySize.of(size.getKey())
                                                    + (sizes.size() == 1 ? "" : " as " + size.getValue()))
                                            .collect(Collectors.joining(", "))));
        }
        if (limited.contains(address)) {
            operation.getResponses().addAPIResponse("429", ProblemResponses.common(429));
        }
        return operation;
    }
}
