package vn.cchc.platform.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.cchc.platform.http.ParameterReaders.ParameterReader;
import vn.cchc.platform.text.VietnameseText;

/**
 * Validates path and query parameters as strictly as body fields: an unknown, repeated or malformed one is a 400 that
 * names it. Ignoring a misspelt filter would list everything; Jakarta REST answers a malformed parameter with 404.
 */
class StrictParameters {

    private final Map<Method, Map<String, Optional<ParameterReader<?>>>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ResourceInfo resource, UriInfo address) {
        MultivaluedMap<String, String> query = address.getQueryParameters();
        MultivaluedMap<String, String> path = address.getPathParameters();
        if (query.isEmpty() && path.isEmpty()) {
            return;
        }
        Map<String, Optional<ParameterReader<?>>> readers =
                known.computeIfAbsent(resource.getResourceMethod(), StrictParameters::readers);
        if (path.values().stream().flatMap(List::stream).anyMatch(value -> !VietnameseText.isStorable(value))) {
            throw Problem.notFound();
        }
        path.forEach((name, values) -> {
            if (readers.containsKey(name)) {
                read(name, values.get(0), readers.get(name));
            }
        });
        query.forEach((name, values) -> check(name, values, readers));
    }

    private static void check(String name, List<String> values, Map<String, Optional<ParameterReader<?>>> readers) {
        if (!readers.containsKey(name)) {
            throw Problem.badRequest(
                    "unknown-parameter",
                    StandardWording.MALFORMED_PARAMETER,
                    FieldFault.of(name, "Tham số không được định nghĩa.", "This parameter is not defined."));
        }
        if (values.size() > 1) {
            throw Problem.malformedParameter(name, "Chỉ được nêu một lần.", "May be given once only.");
        }
        if (!VietnameseText.isStorable(values.get(0))) {
            throw Problem.malformedParameter(name, "Có ký tự không hợp lệ.", "Has a character that is not valid.");
        }
        read(name, values.get(0), readers.get(name));
    }

    private static void read(String name, String value, Optional<ParameterReader<?>> of) {
        of.filter(reader -> !reader.reads(value)).ifPresent(reader -> {
            throw Problem.malformedParameter(
                    name, "Cần " + reader.expected() + ".", "Expected " + reader.expected() + ".");
        });
    }

    private static Map<String, Optional<ParameterReader<?>>> readers(Method method) {
        Map<String, Optional<ParameterReader<?>>> readers = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            name(parameter, parameter.getName())
                    .ifPresent(name -> readers.put(name, ParameterReaders.of(parameter.getType())));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    name(field, field.getName())
                            .ifPresent(name -> readers.put(name, ParameterReaders.of(field.getType())));
                }
            }
        }
        return readers;
    }

    /** Empty for other than path and query parameters. */
    private static Optional<String> name(AnnotatedElement element, String own) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            return Optional.of(element.getAnnotation(QueryParam.class).value());
        }
        if (element.isAnnotationPresent(PathParam.class)) {
            return Optional.of(element.getAnnotation(PathParam.class).value());
        }
        return Optional.ofNullable(element.getAnnotation(RestQuery.class))
                .map(RestQuery::value)
                .or(() -> Optional.ofNullable(element.getAnnotation(RestPath.class))
                        .map(RestPath::value))
                .map(name -> name.isEmpty() ? own : name);
    }
}
