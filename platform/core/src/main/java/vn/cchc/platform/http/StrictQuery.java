package vn.cchc.platform.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.cchc.platform.text.VietnameseText;

/**
 * Parameters of a query are held to the rules of a body's fields: an unknown one or one given twice is a 400 that names it.
 * Silence would answer another question than the one asked: a misspelt filter lists everything.
 */
class StrictQuery {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ResourceInfo resource, UriInfo address) {
        MultivaluedMap<String, String> given = address.getQueryParameters();
        if (!given.isEmpty()) {
            Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), StrictQuery::names);
            given.forEach((name, values) -> check(name, values, names));
        }
        address.getPathParameters().values().stream()
                .flatMap(List::stream)
                .filter(value -> !VietnameseText.isStorable(value))
                .findAny()
                .ifPresent(value -> {
                    throw Problem.notFound();
                });
    }

    private static void check(String name, List<String> values, Set<String> names) {
        if (!names.contains(name)) {
            throw fault("unknown-parameter", name, "Tham số không được định nghĩa.", "This parameter is not defined.");
        }
        if (values.size() > 1) {
            throw fault("malformed-parameter", name, "Chỉ được nêu một lần.", "May be given once only.");
        }
        if (!VietnameseText.isStorable(values.get(0))) {
            throw fault("malformed-parameter", name, "Có ký tự không hợp lệ.", "Has a character that is not valid.");
        }
    }

    private static Problem fault(String code, String name, String vi, String en) {
        return Problem.badRequest(code, StandardWording.MALFORMED_PARAMETER, FieldFault.of(name, vi, en));
    }

    private static Set<String> names(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            name(parameter, parameter.getName()).ifPresent(names::add);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    name(field, field.getName()).ifPresent(names::add);
                }
            }
        }
        return names;
    }

    private static Optional<String> name(AnnotatedElement element, String own) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            return Optional.of(query.value());
        }
        return Optional.ofNullable(element.getAnnotation(RestQuery.class))
                .map(RestQuery::value)
                .map(name -> name.isEmpty() ? own : name);
    }
}
