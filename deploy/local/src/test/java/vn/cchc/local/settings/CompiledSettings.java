package vn.cchc.local.settings;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of ours ({@code cchc.*}) that compiled classes read: members of mappings and injected properties. Read with
 * ArchUnit, as the libraries of the services are not on the class path here.
 */
final class CompiledSettings {

    private static final String MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String NAME = "io.smallrye.config.WithName";
    private static final String PARENT_NAME = "io.smallrye.config.WithParentName";
    private static final String DEFAULT = "io.smallrye.config.WithDefault";
    private static final String PROPERTY = "org.eclipse.microprofile.config.inject.ConfigProperty";

    /** The default of {@code ConfigProperty.defaultValue}, which means none. */
    private static final String UNCONFIGURED = "org.eclipse.microprofile.config.configproperty.unconfigureddvalue";

    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final Map<String, String> WORDS = Map.of(
            "boolean", "true or false",
            "short", "whole number",
            "int", "whole number",
            "long", "whole number",
            "double", "decimal number",
            "java.lang.String", "text",
            "java.nio.file.Path", "file or folder",
            "io.quarkus.runtime.configuration.MemorySize", "size");

    private CompiledSettings() {}

    /** @throws AssertionError when the module has not been compiled */
    static List<ReadSetting> of(Path module) {
        Path classes = module.resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new AssertionError(classes + " is missing: compile " + module.getFileName() + " first");
        }
        JavaClasses compiled = new ClassFileImporter().importPath(classes);
        return compiled.stream()
                .flatMap(type -> Stream.concat(ofMapping(type), ofConstructors(type)))
                .filter(setting -> setting.property().startsWith("cchc."))
                .distinct()
                .toList();
    }

    private static Stream<ReadSetting> ofMapping(JavaClass type) {
        return member(type.tryGetAnnotationOfType(MAPPING), "prefix").stream()
                .flatMap(prefix -> ofMembers(type, prefix));
    }

    private static Stream<ReadSetting> ofMembers(JavaClass group, String prefix) {
        return group.getMethods().stream().flatMap(method -> ofMember(method, prefix));
    }

    private static Stream<ReadSetting> ofMember(JavaMethod method, String prefix) {
        String name = method.isAnnotatedWith(PARENT_NAME)
                ? prefix
                : prefix + "."
                        + member(method.tryGetAnnotationOfType(NAME), "value").orElse(kebab(method.getName()));
        JavaType returned = method.getReturnType();
        if (isOurGroup(returned)) {
            return ofMembers(returned.toErasure(), name);
        }
        if (returned.toErasure().getName().equals("java.util.Map")) {
            JavaType value = arguments(returned).get(1);
            return isOurGroup(value)
                    ? ofMembers(value.toErasure(), name + ".*")
                    : Stream.of(new ReadSetting(name + ".*", words(value), Optional.empty()));
        }
        return Stream.of(
                new ReadSetting(name, words(returned), member(method.tryGetAnnotationOfType(DEFAULT), "value")));
    }

    private static Stream<ReadSetting> ofConstructors(JavaClass type) {
        return type.getConstructors().stream()
                .flatMap(constructor -> constructor.getParameters().stream())
                .flatMap(CompiledSettings::ofParameter);
    }

    private static Stream<ReadSetting> ofParameter(JavaParameter parameter) {
        return member(parameter.tryGetAnnotationOfType(PROPERTY), "name").stream()
                .map(name -> new ReadSetting(
                        name,
                        words(parameter.getType()),
                        member(parameter.tryGetAnnotationOfType(PROPERTY), "defaultValue")
                                .filter(value -> !value.equals(UNCONFIGURED))));
    }

    private static Optional<String> member(Optional<? extends JavaAnnotation<?>> annotation, String name) {
        return annotation.isEmpty()
                ? Optional.empty()
                : annotation.get().get(name).map(Object::toString);
    }

    private static boolean isOurGroup(JavaType type) {
        return type.toErasure().isInterface()
                && type.toErasure().getPackageName().startsWith("vn.cchc.");
    }

    private static String words(JavaType type) {
        String name = type.toErasure().getName();
        return switch (name) {
            case "java.util.Optional" -> words(arguments(type).get(0));
            case "java.util.List" -> "list of " + words(arguments(type).get(0));
            default ->
                WORDS.getOrDefault(name, kebab(type.toErasure().getSimpleName()).replace('-', ' '));
        };
    }

    private static List<JavaType> arguments(JavaType type) {
        if (type instanceof JavaParameterizedType parameterized) {
            return parameterized.getActualTypeArguments();
        }
        throw new AssertionError(type.getName() + " has no type arguments");
    }

    private static String kebab(String name) {
        return WORD.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
