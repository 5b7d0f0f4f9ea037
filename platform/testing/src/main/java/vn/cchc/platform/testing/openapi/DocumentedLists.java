package vn.cchc.platform.testing.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import vn.cchc.platform.http.WholeList;

/** Documents the length of each {@link WholeList}. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class DocumentedLists implements OASFilter {

    /** By the id of the operation. */
    private final Map<String, Integer> longest = new HashMap<>();

    public DocumentedLists(IndexView index) {
        for (AnnotationInstance list : index.getAnnotations(DotName.createSimple(WholeList.class))) {
            DocumentedLimits.operationId(list.target().asMethod())
                    .ifPresent(id -> longest.put(id, list.value().asInt()));
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> longest.containsKey(operation.getOperationId()))
                .forEach(operation -> bound(api, operation, longest.get(operation.getOperationId())));
    }

    private static void bound(OpenAPI api, Operation operation, int most) {
        operation.getResponses().getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .map(SchemaNames::referredTo)
                .filter(Objects::nonNull)
                .map(api.getComponents().getSchemas()::get)
                .filter(page -> page != null && page.getProperties().containsKey("items"))
                .forEach(page -> page.getProperties().get("items").setMaxItems(most));
    }
}
