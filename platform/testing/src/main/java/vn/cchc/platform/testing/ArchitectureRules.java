package vn.cchc.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.database.ReadTransaction;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.RequestDeadline;
import vn.cchc.platform.ratelimit.RateLimited;

/**
 * What holds for the code of every service. In a test class:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> architecture() {
 *     return ArchitectureRules.tests("vn.cchc.plan", "vn.cchc.plan.timing");
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private static final String OURS = "vn.cchc..";
    private static final String CLOCKS = "vn.cchc.platform.time..";

    /** Not allowed in domain rules. Includes Jackson's annotations: a pure rule is not a document either. */
    private static final String[] FRAMEWORKS = {
        "jakarta..",
        "javax.sql..",
        "java.sql..",
        "io.quarkus..",
        "io.quarkiverse..",
        "io.smallrye..",
        "io.vertx..",
        "io.agroal..",
        "io.micrometer..",
        "org.hibernate..",
        "org.eclipse.microprofile..",
        "org.jboss..",
        "org.apache.kafka..",
        "com.fasterxml.jackson.."
    };

    /** Filters, mappers and what resources are built with. */
    private static final String[] MADE_OF_HTTP = {
        "vn.cchc.platform.access..",
        "vn.cchc.platform.files..",
        "vn.cchc.platform.http..",
        "vn.cchc.platform.idempotency..",
        "vn.cchc.platform.ratelimit.."
    };

    /** Filters and interceptors, which exist for a request only. */
    private static final String[] KNOW_THE_REQUEST = {
        "vn.cchc.platform.access..", "vn.cchc.platform.idempotency..", "vn.cchc.platform.ratelimit.."
    };

    private static final DescribedPredicate<JavaClass> IN_A_RESOURCE =
            new DescribedPredicate<>("belong to a resource") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isAnnotatedWith("jakarta.ws.rs.Path")
                            || type.getEnclosingClass().filter(this).isPresent();
                }
            };

    /** What libraries may change in any release; {@code platform/docs/adr/0023} has what each user needs of it, and why. */
    private static final String[] INTERNALS = {
        "io.agroal.pool..",
        "io.netty..",
        "io.quarkus.oidc.runtime..",
        "io.quarkus.runtime.logging..",
        "io.vertx..impl..",
        "org.hibernate..internal..",
        "org.jboss.resteasy.reactive.server.core.."
    };

    private static final Set<String> USE_INTERNALS = Set.of(
            "vn.cchc.platform.access.RememberedTokens",
            "vn.cchc.platform.http.ClientAddress",
            "vn.cchc.platform.http.IncomingBody",
            "vn.cchc.platform.http.MalformedForm",
            "vn.cchc.platform.http.PendingResponses",
            "vn.cchc.platform.http.RequestDeadline",
            "vn.cchc.platform.http.RequestEnd",
            "vn.cchc.platform.production.Main");

    /** Of the registry itself; a builder takes a description. */
    private static final Set<String> SHORT_WAYS_TO_A_METER =
            Set.of("counter", "gauge", "gaugeCollectionSize", "gaugeMapSize", "summary", "timer");

    private static final List<String> EMPTY_WORDS =
            List.of("Impl", "DTO", "Dto", "Util", "Utils", "Helper", "Helpers", "Manager", "Base");

    private ArchitectureRules() {}

    /**
     * One test for each rule over the main classes beneath {@code root}.
     *
     * @param root         the package of the service; each package directly beneath it is a feature
     * @param purePackages packages with rules in plain Java, as ArchUnit writes them ({@code "vn.cchc.plan.timing.."})
     */
    public static Stream<DynamicTest> tests(String root, String... purePackages) {
        JavaClasses main = classes(root);
        return rules(root, purePackages).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(main)));
    }

    /** Rules for a service, or the platform, with its own message bundles. */
    public static DynamicTest messages(String root) {
        ArchRule rule = messagesAreInEveryLanguageOfTheirBundle();
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes(root)));
    }

    /** Of a service whose features are large: what packages within one use of each other has one direction. */
    public static DynamicTest packages(String root) {
        ArchRule rule =
                slices().matching(root + ".(**)").should().beFreeOfCycles().as("packages are free of cycles");
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes(root)));
    }

    private static JavaClasses classes(String root) {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        if (main.isEmpty()) {
            throw new AssertionError("There is no class in " + root);
        }
        return main;
    }

    static List<ArchRule> rules(String root, String... purePackages) {
        List<ArchRule> rules = new ArrayList<>(List.of(
                timeIsReadFromAGivenClock(),
                systemClocksAreMadeByThePlatformOnly(),
                featuresAreFreeOfCycles(root),
                featuresKeepTheirSubPackages(root),
                entitiesStayInTheService(),
                embeddablesAreConstructedInTheirPackage(),
                httpStaysInResources(),
                callersComeAsParameters(),
                resourcesLeaveTheDatabaseToUseCases(),
                resourcesLeaveRepositoriesToUseCasesAndViews(),
                resourcesComposeNothing(),
                operationsMakeOneCall(),
                operationsNameTheRightTheyNeed(),
                operationsThatTakeABodySayHowLongItMayBe(),
                whatNeedsNoTokenIsRateLimited(),
                collaboratorsComeInByConstructor(),
                nothingIsPrinted(),
                loggingGoesThroughJBossLogging(),
                internalsOfTheFrameworkAreUsedWhereListed(),
                metersAreBuiltWithADescription(),
                namesSayWhatAThingIs()));
        // One rule each: of one over all, a package that is gone would be missed.
        Stream.of(purePackages).map(ArchitectureRules::pureRulesKnowNoFramework).forEach(rules::add);
        return rules;
    }

    static ArchRule timeIsReadFromAGivenClock() {
        return noClasses()
                .should()
                .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("the time of the machine is read") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        return access.getTarget() instanceof CodeUnitAccessTarget target && readsMachineTime(target);
                    }
                })
                .because("business time runs at an offset, and tests set it: take a Clock by constructor")
                .as("time is read from a given clock");
    }

    private static boolean readsMachineTime(CodeUnitAccessTarget target) {
        String name = target.getName();
        return switch (target.getOwner().getFullName()) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.util.Calendar" -> name.equals("getInstance");
            case "java.util.Date" ->
                name.equals(JavaConstructor.CONSTRUCTOR_NAME)
                        && target.getRawParameterTypes().isEmpty();
            default ->
                target.getOwner().getPackageName().equals("java.time") && name.equals("now") && takesNoClock(target);
        };
    }

    private static boolean takesNoClock(CodeUnitAccessTarget target) {
        return target.getRawParameterTypes().stream().noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
    }

    static ArchRule systemClocksAreMadeByThePlatformOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(CLOCKS)
                .should()
                .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("a clock of the machine is made") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        return access.getTarget() instanceof CodeUnitAccessTarget target
                                && target.getOwner().isEquivalentTo(Clock.class)
                                && (target.getName().startsWith("system")
                                        || target.getName().startsWith("tick"))
                                && takesNoClock(target);
                    }
                })
                .because("inject Clock for business time, @SystemClock Clock for leases and retries")
                .as("clocks of the machine are made by the platform only");
    }

    static ArchRule featuresAreFreeOfCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().as("features are free of cycles");
    }

    /** {@link MeterRules} sees those alone that a test registers; one made by its first event is not among them. */
    static ArchRule metersAreBuiltWithADescription() {
        return noClasses()
                .should()
                .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("a meter is made without a description") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        return access.getTarget() instanceof CodeUnitAccessTarget target
                                && target.getOwner().isAssignableTo(MeterRegistry.class)
                                && SHORT_WAYS_TO_A_METER.contains(target.getName());
                    }
                })
                .because("its name alone says neither what it measures nor since when")
                .as("meters are built with a description");
    }

    static ArchRule internalsOfTheFrameworkAreUsedWhereListed() {
        return noClasses()
                .that(new DescribedPredicate<JavaClass>("are not listed as users of internals") {
                    @Override
                    public boolean test(JavaClass type) {
                        return !USE_INTERNALS.contains(type.getName().replaceFirst("\\$.*", ""));
                    }
                })
                .should()
                .dependOnClassesThat(resideInAnyPackage(INTERNALS))
                .because("an upgrade of the framework may break each such use, so that all are known")
                .as("internals of the framework are used where listed");
    }

    /** A feature's API is its own package; the packages beneath it are internal. */
    static ArchRule featuresKeepTheirSubPackages(String root) {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<JavaClass>("use no package beneath another feature") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(use -> isBeneathAFeature(use.getTargetClass())
                                        && !feature(use.getTargetClass()).equals(feature(type)))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
                    }

                    private boolean isBeneathAFeature(JavaClass type) {
                        return type.getPackageName().startsWith(root + ".")
                                && !type.getPackageName().equals(root + "." + feature(type));
                    }

                    /** Empty for classes in the root package itself. */
                    private String feature(JavaClass type) {
                        String beneath = type.getPackageName().substring(root.length());
                        return beneath.isEmpty() ? "" : beneath.substring(1).split("\\.", 2)[0];
                    }
                })
                .as("features keep their sub-packages");
    }

    static ArchRule pureRulesKnowNoFramework(String purePackage) {
        return noClasses()
                .that()
                .resideInAPackage(purePackage)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .because("a rule of the domain is tested by tables, without a container")
                .as("pure rules know no framework: " + purePackage);
    }

    /** Neither directly nor nested in a view at any depth. */
    static ArchRule entitiesStayInTheService() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .and()
                .areNotPrivate()
                .should(new ArchCondition<JavaMethod>("neither take nor give an entity") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        entitiesIn(method)
                                .forEach(entity -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " lets out the entity " + entity.getName())));
                    }
                })
                .as("entities stay in the service");
    }

    /** As records they have a public constructor, which Hibernate calls; a limit or a due day would be given, not counted. */
    static ArchRule embeddablesAreConstructedInTheirPackage() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        new DescribedPredicate<JavaAccess<?>>("an embeddable of another package is constructed") {
                            @Override
                            public boolean test(JavaAccess<?> access) {
                                JavaClass made = access.getTargetOwner();
                                return access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                                        && made.isAnnotatedWith("jakarta.persistence.Embeddable")
                                        && !made.getPackageName()
                                                .equals(access.getOriginOwner().getPackageName());
                            }
                        })
                .because("its parts fit together only as its own factories count them")
                .as("embeddables are constructed in their package");
    }

    /** Who calls, and what his right covers, is read from the request by the resource. */
    static ArchRule callersComeAsParameters() {
        return noClasses()
                .that(not(IN_A_RESOURCE))
                .and()
                .resideOutsideOfPackages(KNOW_THE_REQUEST)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(CurrentCaller.class)
                .because("a timer, a listener and an import call the same use case, and have no request")
                .as("callers come as parameters");
    }

    /** Parameter annotations may occur elsewhere: list filters are records of their own. */
    static ArchRule httpStaysInResources() {
        return noClasses()
                .that(not(IN_A_RESOURCE))
                .and()
                .resideOutsideOfPackages(MADE_OF_HTTP)
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs.core..", "org.jboss.resteasy..")
                        .or(belongToAnyOf(IfMatch.class, RequestDeadline.class)))
                .because("a timer, a listener and an import call the same use case as a request")
                .as("HTTP stays in resources");
    }

    /** The transaction of a change is opened by {@code @Idempotent} or by the use case. */
    static ArchRule resourcesLeaveTheDatabaseToUseCases() {
        return noClasses()
                .that(IN_A_RESOURCE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..",
                        "jakarta.transaction..",
                        "java.sql..",
                        "javax.sql..",
                        "org.hibernate..",
                        "io.quarkus.narayana..")
                .as("resources leave the database to use cases");
    }

    static ArchRule resourcesLeaveRepositoriesToUseCasesAndViews() {
        return noClasses()
                .that(IN_A_RESOURCE)
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .because("what is read is decided where it is made into a view, and is reached with a scope")
                .as("resources leave repositories to use cases and views");
    }

    /** A page, the day it is of and a refusal belong to what is read or done, whoever calls it. */
    static ArchRule resourcesComposeNothing() {
        return noClasses()
                .that(IN_A_RESOURCE)
                .should()
                .dependOnClassesThat(
                        belongToAnyOf(Cursor.class, PageLimit.class, Problem.class, Clock.class, ReadTransaction.class))
                .because("a resource maps HTTP to one call, and its answer back")
                .as("resources compose nothing");
    }

    /** A change may be shown by a view class. Calls are counted where they stand, also in methods that the operation calls. */
    static ArchRule operationsMakeOneCall() {
        return methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should(new ArchCondition<JavaMethod>("make one call of a use case, and one of a view class") {
                    @Override
                    public void check(JavaMethod operation, ConditionEvents events) {
                        Map<Boolean, List<JavaAccess<?>>> calls = callsOfCollaborators(operation)
                                .collect(Collectors.partitioningBy(call ->
                                        call.getTargetOwner().getSimpleName().endsWith("Views")));
                        calls.values().stream()
                                .filter(ofAKind -> ofAKind.size() > 1)
                                .forEach(ofAKind -> events.add(SimpleConditionEvent.violated(
                                        operation,
                                        ofAKind.stream()
                                                .map(JavaAccess::getDescription)
                                                .sorted()
                                                .collect(Collectors.joining("; and ")))));
                    }
                })
                .because("what takes several calls is one use case, in one transaction")
                .as("operations make one call");
    }

    /** Calls of what the resource was given in its constructor, except what tells of the request itself. */
    private static Stream<JavaAccess<?>> callsOfCollaborators(JavaMethod operation) {
        Set<JavaClass> collaborators = operation.getOwner().getFields().stream()
                .map(JavaField::getRawType)
                .filter(resideInAPackage(OURS).and(not(resideInAnyPackage(MADE_OF_HTTP))))
                .collect(Collectors.toSet());
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(operation));
        Set<JavaCodeUnit> seen = new HashSet<>(open);
        Stream.Builder<JavaAccess<?>> calls = Stream.builder();
        while (!open.isEmpty()) {
            for (JavaAccess<?> access : open.poll().getAccessesFromSelf()) {
                if (access.getTarget() instanceof CodeUnitAccessTarget target) {
                    if (collaborators.contains(target.getOwner())) {
                        calls.add(access);
                    } else if (target.getOwner().equals(operation.getOwner())) {
                        target.resolveMember().filter(seen::add).ifPresent(open::add);
                    }
                }
            }
        }
        return calls.build();
    }

    static ArchRule operationsNameTheRightTheyNeed() {
        return methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should(new ArchCondition<JavaMethod>("name their right, or their class does") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (!method.isAnnotatedWith(Requires.class)
                                && !method.getOwner().isAnnotatedWith(Requires.class)) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " names no right"));
                        }
                    }
                })
                .as("operations name the right they need");
    }

    static ArchRule operationsThatTakeABodySayHowLongItMayBe() {
        return methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should(new ArchCondition<JavaMethod>("say how long their body may be") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (method.getParameters().stream().anyMatch(ArchitectureRules::comesInTheBody)
                                && !method.isAnnotatedWith(MaxBody.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " takes a body and says no @MaxBody"));
                        }
                    }
                })
                .because("a body is refused by its length before anything of it is read")
                .as("operations that take a body say how long it may be");
    }

    /** Whether it is a form part or the body itself, that is, has no annotation for another source. */
    private static boolean comesInTheBody(JavaParameter parameter) {
        Set<String> names = parameter.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getFullName())
                .collect(Collectors.toSet());
        return names.contains("org.jboss.resteasy.reactive.RestForm")
                || names.stream()
                        .noneMatch(name ->
                                name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.reactive."));
    }

    private static Set<JavaClass> entitiesIn(JavaCodeUnit method) {
        Deque<JavaClass> open = new ArrayDeque<>(method.getReturnType().getAllInvolvedRawTypes());
        method.getParameterTypes().stream()
                .map(JavaType::getAllInvolvedRawTypes)
                .forEach(open::addAll);
        Set<JavaClass> seen = new HashSet<>();
        Set<JavaClass> entities = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            JavaClass type = open.poll();
            if (!seen.add(type) || !resideInAPackage(OURS).test(type)) {
                continue;
            }
            if (type.isAnnotatedWith("jakarta.persistence.Entity")) {
                entities.add(type);
                continue;
            }
            type.getFields().stream()
                    .map(JavaField::getType)
                    .map(JavaType::getAllInvolvedRawTypes)
                    .forEach(open::addAll);
        }
        return entities;
    }

    /** Except the training clock, which is absent in production. */
    static ArchRule whatNeedsNoTokenIsRateLimited() {
        return methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should(new ArchCondition<JavaMethod>("be rate limited where they need no token") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean open = annotation(method, Requires.class)
                                .map(Requires::value)
                                .filter(Right::isWithoutToken)
                                .filter(right -> right != Right.SET_THE_TRAINING_CLOCK)
                                .isPresent();
                        if (open && annotation(method, RateLimited.class).isEmpty()) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " is open to everybody, as often as they like"));
                        }
                    }
                })
                .because("anybody can call it, as often as the limit lets him")
                .as("what needs no token is rate limited");
    }

    /** On the method, otherwise on its class. */
    private static <A extends Annotation> Optional<A> annotation(JavaMethod method, Class<A> type) {
        return method.tryGetAnnotationOfType(type).map(Optional::of).orElseGet(() -> method.getOwner()
                .tryGetAnnotationOfType(type));
    }

    static ArchRule collaboratorsComeInByConstructor() {
        return fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("what a class needs is seen in its constructor, and a test can give it")
                .as("collaborators come in by constructor");
    }

    static ArchRule nothingIsPrinted() {
        return noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(new DescribedPredicate<JavaMethodCall>("a stack trace is printed") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        return call.getName().equals("printStackTrace");
                    }
                })
                .as("nothing is printed");
    }

    static ArchRule loggingGoesThroughJBossLogging() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.commons.logging..")
                .as("logging goes through JBoss Logging");
    }

    /** A missing translation would silently fall back to the bundle's default language. */
    static ArchRule messagesAreInEveryLanguageOfTheirBundle() {
        return ArchRuleDefinition.classes()
                .that()
                .areAnnotatedWith("io.quarkus.qute.i18n.Localized")
                .should(new ArchCondition<JavaClass>("have each message of their bundle") {
                    @Override
                    public void check(JavaClass language, ConditionEvents events) {
                        language.getAllRawInterfaces().stream()
                                .flatMap(bundle -> bundle.getMethods().stream())
                                .filter(message -> language.getMethods().stream()
                                        .noneMatch(own -> own.getName().equals(message.getName())))
                                .forEach(message -> events.add(SimpleConditionEvent.violated(
                                        language, language.getName() + " lacks " + message.getFullName())));
                    }
                })
                .as("messages are in every language of their bundle");
    }

    static ArchRule namesSayWhatAThingIs() {
        return ArchRuleDefinition.classes()
                .should(new ArchCondition<JavaClass>("not end in a word that says nothing") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (String word : EMPTY_WORDS) {
                            if (type.getSimpleName().endsWith(word)) {
                                events.add(SimpleConditionEvent.violated(type, type.getName() + " ends in " + word));
                            }
                        }
                    }
                })
                .as("names say what a thing is");
    }
}
