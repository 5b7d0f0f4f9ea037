package vn.cchc.platform.testing.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.access.Role;

/** Documents on each operation the roles that have its {@link Right}, and whether it works without a token. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class RequiredRoles implements OASFilter {

    private static final DotName REQUIRES = DotName.createSimple(Requires.class);
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final String SCHEME = "bearer";

    private final Map<String, Right> rights = new HashMap<>();

    public RequiredRoles(IndexView index) {
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD && operation.value("operationId") != null) {
                right(operation.target().asMethod())
                        .ifPresent(right ->
                                rights.put(operation.value("operationId").asString(), right));
            }
        }
    }

    private static Optional<Right> right(MethodInfo method) {
        return Optional.ofNullable(method.annotation(REQUIRES))
                .or(() -> Optional.ofNullable(method.declaringClass().declaredAnnotation(REQUIRES)))
                .map(annotation -> Right.valueOf(annotation.value().asEnum()));
    }

    @Override
    public Operation filterOperation(Operation operation) {
        Right right = rights.get(operation.getOperationId());
        if (right == null) {
            return operation;
        }
        if (right.isWithoutToken()) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
        if (right.isForEverybody()) {
            return operation;
        }
        List<String> roles = right.roles().stream().map(Role::claim).toList();
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SCHEME, roles));
        return operation;
    }
}
