package vn.cchc.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The methods of each path and the media types they produce, from the annotations of all resource classes. Quarkus matches
 * one class after another and returns the result of the last: 405 without {@code Allow}, or even 404 where another class
 * serves the path.
 */
@ApplicationScoped
class Addresses {

    /** A node of the path tree: one path segment. */
    private static final class Step {

        private final Map<String, Step> named = new HashMap<>();
        private Step parameter;

        /** By method; empty without {@code @Produces}: Quarkus then chooses the media type. */
        private final Map<String, List<Accept.Offer>> produced = new HashMap<>();

        private Step next(String step) {
            if (step.startsWith("{")) {
                parameter = parameter == null ? new Step() : parameter;
                return parameter;
            }
            return named.computeIfAbsent(step, name -> new Step());
        }

        /**
         * Collects the nodes that match a path; a literal segment precedes a parameter, as in Jakarta REST. Runs for each
         * request, hence without streams.
         *
         * @param from index of the first segment not yet matched
         */
        private void reach(List<String> path, int from, List<Step> reached) {
            if (from == path.size()) {
                reached.add(this);
                return;
            }
            Step next = named.get(path.get(from));
            if (next != null) {
                next.reach(path, from + 1, reached);
            }
            if (parameter != null) {
                parameter.reach(path, from + 1, reached);
            }
        }
    }

    private record Known(Step root, Set<String> templates) {}

    private final BeanManager beans;
    private volatile Known known;

    Addresses(BeanManager beans) {
        this.beans = beans;
    }

    /** Allowed methods, sorted; empty where no resource has the path. */
    Set<String> methods(String address) {
        Set<String> methods = new TreeSet<>();
        reached(address).forEach(step -> methods.addAll(step.produced.keySet()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /** The media types in the operation's {@code @Produces}, in order; empty without operation or annotation. */
    List<Accept.Offer> produced(String method, String address) {
        String of = method.equals("HEAD") ? "GET" : method;
        for (Step step : reached(address)) {
            if (step.produced.containsKey(of)) {
                return step.produced.get(of);
            }
        }
        return List.of();
    }

    private List<Step> reached(String address) {
        List<Step> reached = new ArrayList<>();
        known().root().reach(steps(address), 0, reached);
        return reached;
    }

    /** Path templates of all resources, with parameters in braces. */
    Set<String> templates() {
        return known().templates();
    }

    /** Built on first use, after the start. */
    private Known known() {
        Known read = known;
        if (read == null) {
            read = read();
            known = read;
        }
        return read;
    }

    private Known read() {
        Known read = new Known(new Step(), new HashSet<>());
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (Method method : bean.getBeanClass().getMethods()) {
                    add(method, root, read);
                }
            }
        }
        return read;
    }

    private static void add(Method method, Path root, Known read) {
        Path beneath = method.getAnnotation(Path.class);
        String template = root.value() + (beneath == null ? "" : beneath.value());
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod name = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (name != null) {
                Step step = read.root();
                for (String each : steps(template)) {
                    step = step.next(each);
                }
                step.produced
                        .computeIfAbsent(name.value(), first -> new ArrayList<>())
                        .addAll(offers(method));
                read.templates().add(template);
            }
        }
    }

    private static List<Accept.Offer> offers(Method method) {
        Produces produces = Optional.ofNullable(method.getAnnotation(Produces.class))
                .orElseGet(() -> method.getDeclaringClass().getAnnotation(Produces.class));
        return produces == null
                ? List.of()
                : Arrays.stream(produces.value()).map(Accept.Offer::of).toList();
    }

    /** Path segments; each template parameter is assumed to match exactly one, as in all resources here. */
    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/", -1)) {
            if (!step.isEmpty()) {
                steps.add(step);
            }
        }
        return steps;
    }
}
