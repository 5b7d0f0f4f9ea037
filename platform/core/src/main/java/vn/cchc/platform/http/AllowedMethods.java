package vn.cchc.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods of each address, from the annotations of all resource classes. Quarkus matches one class after another
 * and returns the result of the last: 405 without {@code Allow}, or even 404 where another class serves the address.
 */
@ApplicationScoped
class AllowedMethods {

    private record Operation(String method, String template, Pattern address) {}

    private final BeanManager beans;
    private List<Operation> operations;
    private volatile Set<String> templates;

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    /** Sorted; empty where no resource has the address. */
    Set<String> of(String address) {
        Set<String> methods = operations().stream()
                .filter(operation -> operation.address().matcher(address).matches())
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /** The addresses of all resources, with their parameters in braces. */
    Set<String> templates() {
        if (templates == null) {
            templates = operations().stream().map(Operation::template).collect(Collectors.toUnmodifiableSet());
        }
        return templates;
    }

    /** Read when first asked for, after the start. */
    private synchronized List<Operation> operations() {
        if (operations == null) {
            operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .flatMap(bean -> of(bean.getBeanClass()))
                    .toList();
        }
        return operations;
    }

    private static Stream<Operation> of(Class<?> resource) {
        Path root = resource.getAnnotation(Path.class);
        return root == null
                ? Stream.empty()
                : Arrays.stream(resource.getMethods()).flatMap(method -> methods(method)
                        .map(name -> operation(name, root, method.getAnnotation(Path.class))));
    }

    private static Stream<String> methods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    /** A parameter of a template is one step of the path; the resources here have no other. */
    private static Operation operation(String method, Path root, Path beneath) {
        String template = root.value() + (beneath == null ? "" : beneath.value());
        Pattern address = Pattern.compile(Arrays.stream(template.split("\\{[^}]*}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/]+")));
        return new Operation(method, template, address);
    }
}
