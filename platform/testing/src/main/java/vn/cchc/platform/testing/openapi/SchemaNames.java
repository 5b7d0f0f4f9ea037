package vn.cchc.platform.testing.openapi;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The names of an API document's schemas, which are the names of types in the clients that are generated from it. */
public final class SchemaNames {

    private static final String PREFIX = "#/components/schemas/";

    private SchemaNames() {}

    /** Gives schemas other names, wherever they are referred to; those of which {@code name} says nothing new keep theirs. */
    public static void change(OpenAPI api, UnaryOperator<String> name) {
        Map<String, Schema> renamed = new TreeMap<>();
        api.getComponents().getSchemas().forEach((old, schema) -> {
            if (renamed.put(name.apply(old), schema) != null) {
                throw new IllegalStateException("Two schemas are named " + name.apply(old));
            }
        });
        api.getComponents().setSchemas(renamed);
        DocumentedSchemas.each(api, schema -> {
            String old = referredTo(schema);
            if (old != null) {
                schema.setRef(PREFIX + name.apply(old));
            }
        });
    }

    /** The name of the schema that this one refers to; null where it stands for itself. */
    static String referredTo(Schema schema) {
        return schema.getRef() == null ? null : schema.getRef().substring(PREFIX.length());
    }
}
