package vn.cchc.platform.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.arc.Subclass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.StaleStateException;
import vn.cchc.platform.database.Outage;
import vn.cchc.platform.text.VietnameseText;

/**
 * Completes every problem response with its stable type, the fields at fault and texts in the caller's language.
 * Details of unexpected exceptions are not exposed.
 */
@ApplicationScoped
class ProblemTexts implements ProblemPostProcessor {

    /** A field error as sent. */
    public record FieldError(String field, String message) {}

    private final Language language;
    private final Addresses addresses;

    ProblemTexts(Language language, Addresses addresses) {
        this.language = language;
        this.addresses = addresses;
    }

    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem instanceof Problem mapped) {
            return render(mapped, problem);
        }
        Throwable cause = context.cause;
        Optional<Problem> own = find(cause, Problem.class);
        if (own.isPresent()) {
            return render(own.get(), problem);
        }
        Optional<ConstraintViolationException> invalid = find(cause, ConstraintViolationException.class);
        if (invalid.isPresent()) {
            if (invalid.get().getConstraintViolations().stream().anyMatch(ProblemTexts::isMissingBody)) {
                return render(400, "unreadable", StandardWording.NO_BODY, List.of(), problem);
            }
            List<FieldFault> faults = FieldFault.of(invalid.get().getConstraintViolations());
            // As with `limit`: a value that no request can have is malformed, whatever the state.
            return invalid.get().getConstraintViolations().stream().allMatch(ProblemTexts::isParameter)
                    ? render(400, "malformed-parameter", StandardWording.MALFORMED_PARAMETER, faults, problem)
                    : render(422, "invalid", StandardWording.INVALID, faults, problem);
        }
        Optional<JsonProcessingException> unreadable = find(cause, JsonProcessingException.class);
        if (unreadable.isPresent() && problem.getStatusCode() < 500) {
            return unreadable(unreadable.get(), problem);
        }
        if (find(cause, OptimisticLockException.class).isPresent()
                || find(cause, StaleStateException.class).isPresent()) {
            return render(
                    Status.PRECONDITION_FAILED.getStatusCode(), "stale", StandardWording.STALE, List.of(), problem);
        }
        if (cause instanceof IOException && !(cause instanceof JsonProcessingException)) {
            // While reading the request, such as a form: our own code throws no IOException here.
            return render(400, "unreadable", StandardWording.UNREADABLE, List.of(), problem);
        }
        if (Outage.isTransient(cause)) {
            return render(Outage.isHistoryLost(cause) ? Problem.historyLost() : Problem.unavailable(), problem);
        }
        if (cause instanceof NotAllowedException || cause instanceof NotFoundException) {
            Set<String> allowed = addresses.methods(context.path);
            if (!allowed.isEmpty()) {
                return render(Problem.methodNotAllowed(allowed), problem);
            }
        }
        int status = problem.getStatusCode();
        return render(status, code(status), StandardWording.detail(status), List.of(), problem);
    }

    private HttpProblem unreadable(JsonProcessingException cause, HttpProblem problem) {
        Optional<FieldFault> duplicate = find(cause, JsonParseException.class)
                .filter(ProblemTexts::isDuplicate)
                .map(parsing -> new FieldFault(path(parsing), StandardWording.DUPLICATE_FIELD));
        if (duplicate.isPresent()) {
            return render(400, "unreadable", StandardWording.INVALID, List.of(duplicate.get()), problem);
        }
        if (!(cause instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            BilingualText text =
                    cause instanceof JsonMappingException ? StandardWording.UNREADABLE : StandardWording.NOT_JSON;
            return render(400, "unreadable", text, List.of(), problem);
        }
        String field = path(mapping);
        if (mapping instanceof UnrecognizedPropertyException) {
            return render(
                    400,
                    "unknown-field",
                    StandardWording.INVALID,
                    List.of(new FieldFault(field, StandardWording.UNKNOWN_FIELD)),
                    problem);
        }
        FieldFault fault = new FieldFault(field, wrongType(mapping));
        return isEmptyReference(mapping)
                ? render(422, "invalid", StandardWording.INVALID, List.of(fault), problem)
                : render(400, "unreadable", StandardWording.INVALID, List.of(fault), problem);
    }

    /** Whether it is a blank string where an id is expected: 422, since absence is expressed by null. */
    private static boolean isEmptyReference(JsonMappingException mapping) {
        return mapping instanceof InvalidFormatException format
                && format.getTargetType() == UUID.class
                && format.getValue() instanceof String given
                && VietnameseText.isInvisible(given);
    }

    /** Jackson distinguishes it only by the message. */
    private static boolean isDuplicate(JsonParseException parsing) {
        return parsing.getProcessor() != null && parsing.getOriginalMessage().startsWith("Duplicate field ");
    }

    /** Path of the element being parsed. */
    private static String path(JsonParseException parsing) {
        StringBuilder path = new StringBuilder();
        JsonStreamContext step = parsing.getProcessor().getParsingContext();
        for (; step != null && !step.inRoot(); step = step.getParent()) {
            path.insert(0, step.inArray() ? "[" + step.getCurrentIndex() + "]" : "." + step.getCurrentName());
        }
        return path.charAt(0) == '.' ? path.substring(1) : path.toString();
    }

    private static BilingualText wrongType(JsonMappingException mapping) {
        if (mapping instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            Class<?> target = mismatch.getTargetType();
            if (target.isEnum()) {
                List<String> names = new ArrayList<>();
                for (Object constant : target.getEnumConstants()) {
                    names.add(((Enum<?>) constant).name());
                }
                String allowed = String.join(", ", names);
                return BilingualText.of("Chỉ nhận một trong: " + allowed + ".", "Must be one of: " + allowed + ".");
            }
            if (target == String.class && mismatch instanceof InvalidFormatException) {
                return StandardWording.UNSTORABLE;
            }
            String expected = Expected.of(target);
            return BilingualText.of(
                    StandardWording.WRONG_TYPE.vi() + "; cần " + expected + ".",
                    StandardWording.WRONG_TYPE.en() + "; expected " + expected + ".");
        }
        return BilingualText.of(StandardWording.WRONG_TYPE.vi() + ".", StandardWording.WRONG_TYPE.en() + ".");
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /** Whether the body as a whole is null: the only parameter without a binding annotation. */
    private static boolean isMissingBody(ConstraintViolation<?> violation) {
        return violation.getInvalidValue() == null
                && parameter(violation)
                        .map(annotations -> annotations.stream().noneMatch(ProblemTexts::binds))
                        .orElse(false);
    }

    /** Whether a parameter of the path, the query or a header is out of its bounds; a field of a form is part of a body. */
    private static boolean isParameter(ConstraintViolation<?> violation) {
        return parameter(violation)
                .map(annotations -> annotations.stream()
                        .anyMatch(each ->
                                binds(each) && !each.annotationType().getName().contains("Form")))
                .orElse(false);
    }

    /** The annotations of the parameter of a resource method that is itself at fault; empty where a field of it is. */
    private static Optional<List<Annotation>> parameter(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        if (nodes.size() != 2
                || nodes.get(0).getKind() != ElementKind.METHOD
                || nodes.get(1).getKind() != ElementKind.PARAMETER) {
            return Optional.empty();
        }
        Class<?> bean = violation.getRootBeanClass();
        Class<?> resource = Subclass.class.isAssignableFrom(bean) ? bean.getSuperclass() : bean;
        List<Class<?>> types = nodes.get(0).as(Path.MethodNode.class).getParameterTypes();
        try {
            return Optional.of(List.of(resource.getMethod(nodes.get(0).getName(), types.toArray(Class<?>[]::new))
                    .getParameterAnnotations()[
                    nodes.get(1).as(Path.ParameterNode.class).getParameterIndex()]));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static boolean binds(Annotation annotation) {
        String name = annotation.annotationType().getName();
        return name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.reactive.");
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> "unreadable";
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 416 -> "range-not-satisfiable";
            case 503 -> "unavailable";
            default -> "error-" + status;
        };
    }

    private HttpProblem render(Problem own, HttpProblem sent) {
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(own.getType())
                .withStatus(own.getStatusCode())
                .withTitle(language.of(StandardWording.title(own.getStatusCode())))
                .withDetail(language.of(own.text()))
                .withInstance(sent.getInstance());
        own.getHeaders().forEach(builder::withHeader);
        Map<String, Object> parameters = new TreeMap<>(own.getParameters());
        parameters.forEach(builder::with);
        return withErrors(builder, own.faults()).build();
    }

    private HttpProblem render(
            int status, String code, BilingualText detail, List<FieldFault> faults, HttpProblem sent) {
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(Problem.type(code))
                .withStatus(status)
                .withTitle(language.of(StandardWording.title(status)))
                .withDetail(language.of(detail))
                .withInstance(sent.getInstance());
        sent.getHeaders().forEach(builder::withHeader);
        return withErrors(builder, faults).build();
    }

    private HttpProblem.Builder withErrors(HttpProblem.Builder builder, List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            builder.with(
                    ProblemMember.ERRORS.key(),
                    faults.stream()
                            .limit(FieldFault.MOST)
                            .map(fault -> new FieldError(fault.field(), language.of(fault.message())))
                            .toList());
        }
        return builder;
    }

    private static <T> Optional<T> find(Throwable failure, Class<T> wanted) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (wanted.isInstance(cause)) {
                return Optional.of(wanted.cast(cause));
            }
        }
        return Optional.empty();
    }
}
