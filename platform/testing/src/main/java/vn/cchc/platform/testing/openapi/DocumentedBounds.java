package vn.cchc.platform.testing.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import vn.cchc.platform.http.AsSent;

/** Documents the bounds of what a view shows {@link AsSent}. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class DocumentedBounds implements OASFilter {

    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    /** Schemas of requests by that of the view. */
    private final Map<String, List<String>> shown = new TreeMap<>();

    public DocumentedBounds(IndexView index) {
        for (AnnotationInstance shows : index.getAnnotations(DotName.createSimple(AsSent.class))) {
            shown.put(name(shows.target().asClass()), List.of(shows.value().asStringArray()));
        }
    }

    private static String name(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(NAMED);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        shown.forEach((view, requests) -> {
            if (schemas.containsKey(view)) {
                requests.forEach(request -> inherit(view, schemas.get(view), schemas.get(request), request));
            }
        });
    }

    private static void inherit(String viewName, Schema view, Schema request, String requestName) {
        long inherited = request == null
                ? 0
                : view.getProperties().entrySet().stream()
                        .filter(field -> inherit(
                                field.getValue(), request.getProperties().get(field.getKey())))
                        .count();
        if (inherited == 0) {
            throw new IllegalStateException(viewName + " shows nothing of " + requestName + " that has a bound");
        }
    }

    /** Whether there is something that the field gets. */
    private static boolean inherit(Schema field, Schema sent) {
        if (isText(field) && isText(sent) && sent.getMaxLength() != null) {
            field.setMaxLength(sent.getMaxLength());
            return true;
        }
        if (has(field, SchemaType.ARRAY)
                && has(sent, SchemaType.ARRAY)
                && isText(field.getItems())
                && isText(sent.getItems())
                && sent.getMaxItems() != null) {
            field.setMaxItems(sent.getMaxItems());
            field.getItems().setMaxLength(sent.getItems().getMaxLength());
            return true;
        }
        return false;
    }

    private static boolean isText(Schema schema) {
        return has(schema, SchemaType.STRING) && schema.getEnumeration() == null;
    }

    private static boolean has(Schema schema, SchemaType type) {
        return schema != null && schema.getType() != null && schema.getType().contains(type);
    }
}
