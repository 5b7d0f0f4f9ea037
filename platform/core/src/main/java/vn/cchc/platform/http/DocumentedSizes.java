package vn.cchc.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Documents the {@link MaxBody} of each operation that takes a body. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class DocumentedSizes implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final String TOO_LARGE = "413";

    private final Map<String, Integer> longest = new HashMap<>();

    public DocumentedSizes(IndexView index) {
        for (AnnotationInstance size : index.getAnnotations(DotName.createSimple(MaxBody.class))) {
            AnnotationInstance operation = size.target().asMethod().annotation(OPERATION);
            if (operation != null && operation.value("operationId") != null) {
                longest.put(
                        operation.value("operationId").asString(), size.value().asInt());
            }
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        Integer size = longest.get(operation.getOperationId());
        if (size != null) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            TOO_LARGE,
                            OASFactory.createAPIResponse()
                                    .description("The content is larger than " + BodySize.of(size))
                                    .content(OASFactory.createContent()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    OASFactory.createMediaType()
                                                            .schema(OASFactory.createSchema()
                                                                    .ref("#/components/schemas/Problem")))));
        }
        return operation;
    }
}
