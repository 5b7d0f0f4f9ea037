package vn.cchc.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each rule must be able to fail. The offenders are compiled here and now: as classes of this module they would be part of
 * the application under test, with its entities and resources.
 */
class ArchitectureRulesTest {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Shared: it opens every library of the class path once. */
    private static final StandardJavaFileManager CLASS_PATH = COMPILER.getStandardFileManager(null, null, null);

    @TempDir
    Path folder;

    @AfterAll
    static void closeClassPath() throws IOException {
        CLASS_PATH.close();
    }

    @TestFactory
    Stream<DynamicTest> the_platform_keeps_its_own_rules() {
        JavaClasses core = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/testing/"))
                .importPackages("vn.cchc.platform");
        return Stream.concat(
                        ArchitectureRules.rules(
                                "vn.cchc.platform",
                                "vn.cchc.platform.text..",
                                "vn.cchc.platform.printed..",
                                "vn.cchc.platform.office..",
                                "vn.cchc.platform.workbook..",
                                "vn.cchc.platform.separated..")
                                .stream(),
                        Stream.of(ArchitectureRules.messagesAreInEveryLanguageOfTheirBundle()))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(core)));
    }

    @Test
    void time_is_read_from_a_given_clock() {
        ArchRule rule = ArchitectureRules.timeIsReadFromAGivenClock();

        assertThat(offences(rule, "class A { Object a() { return java.time.Instant.now(); } }"))
                .hasSize(1);
        assertThat(offences(rule, "class A { Object a() { return java.time.LocalDate.now(); } }"))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        "class A { Object a() { return java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC); } }"))
                .hasSize(1);
        assertThat(offences(rule, "class A { java.util.function.Supplier<?> a = java.time.Instant::now; }"))
                .isNotEmpty();
        assertThat(offences(rule, "class A { Object a() { return new java.util.Date(); } }"))
                .hasSize(1);
        assertThat(offences(rule, "class A { long a() { return System.currentTimeMillis(); } }"))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        "class A { Object a(java.time.Clock c) { return java.time.LocalDate.now(c); }"
                                + " long b() { return System.nanoTime(); } }"))
                .isEmpty();
    }

    @Test
    void clocks_of_the_machine_are_made_by_the_platform_only() {
        ArchRule rule = ArchitectureRules.systemClocksAreMadeByThePlatformOnly();

        assertThat(offences(rule, "class A { java.time.Clock clock = java.time.Clock.systemUTC(); }"))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        "class A { java.time.Clock clock ="
                                + " java.time.Clock.tickMillis(java.time.ZoneOffset.UTC); }"))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        "class A { Object a(java.time.Clock c) {"
                                + " return java.time.Clock.offset(c, java.time.Duration.ZERO); } }"))
                .isEmpty();
    }

    @Test
    void meters_are_built_with_a_description() {
        ArchRule rule = ArchitectureRules.metersAreBuiltWithADescription();
        String user = "class A { void a(io.micrometer.core.instrument.MeterRegistry m) { %s; } }";

        assertThat(offences(rule, user.formatted("m.counter(\"a\").increment()")))
                .hasSize(1);
        assertThat(offences(rule, user.formatted("m.timer(\"a\", \"b\", \"c\")")))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        user.formatted("io.micrometer.core.instrument.Counter.builder(\"a\").description(\"b\")"
                                + ".register(m); m.close()")))
                .isEmpty();
    }

    @Test
    void features_are_free_of_cycles() {
        ArchRule rule = ArchitectureRules.featuresAreFreeOfCycles("vn.cchc.sample");
        String one = "package vn.cchc.sample.one; public class A { %s }";
        String two = "package vn.cchc.sample.two; public class B { vn.cchc.sample.one.A a; }";

        assertThat(offences(rule, one.formatted("vn.cchc.sample.two.B b;"), two))
                .hasSize(1);
        assertThat(offences(rule, one.formatted(""), two)).isEmpty();
    }

    @Test
    void pure_rules_know_no_framework() {
        ArchRule rule = ArchitectureRules.pureRulesKnowNoFramework("vn.cchc.sample.pure..");
        String offender = "package vn.cchc.sample.%s; class A { jakarta.persistence.EntityManager entities; }";

        assertThat(offences(rule, offender.formatted("pure"))).isNotEmpty();
        assertThat(offences(
                        rule,
                        offender.formatted("other"),
                        "package vn.cchc.sample.pure; class B { java.time.LocalDate day; }"))
                .isEmpty();
        assertThatThrownBy(() -> rule.evaluate(compile(offender.formatted("other"))))
                .as("a pure package that is gone or misspelled")
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void one_pure_package_that_is_gone_is_noticed_beside_others_that_are_there() {
        JavaClasses classes = compile("package vn.cchc.sample.pure; class B { java.time.LocalDate day; }");
        List<ArchRule> rules =
                ArchitectureRules.rules("vn.cchc.sample", "vn.cchc.sample.pure..", "vn.cchc.sample.gone..").stream()
                        .filter(rule -> rule.getDescription().startsWith("pure"))
                        .toList();

        assertThat(rules).hasSize(2);
        assertThat(rules.get(0).evaluate(classes).hasViolation()).isFalse();
        assertThatThrownBy(() -> rules.get(1).evaluate(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    /** As when an annotation gets another name, or a package moves: nothing would be checked, and all would be well. */
    @TestFactory
    Stream<DynamicTest> a_rule_that_finds_nothing_to_check_fails() {
        JavaClasses nothing = new ClassFileImporter().importPath(folder);
        return Stream.concat(
                        ArchitectureRules.rules("vn.cchc.sample", "vn.cchc.sample.pure..").stream(),
                        Stream.of(ArchitectureRules.messagesAreInEveryLanguageOfTheirBundle()))
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(), () -> assertThatThrownBy(() -> rule.evaluate(nothing))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("failed to check any classes")));
    }

    @Test
    void features_keep_their_sub_packages() {
        ArchRule rule = ArchitectureRules.featuresKeepTheirSubPackages("vn.cchc.sample");
        String inside = "package vn.cchc.sample.one.reading; public class Inside {}";
        String offered = "package vn.cchc.sample.one; public class Offered { %s }";
        String user = "package vn.cchc.sample.%s; public class User { %s }";

        assertThat(offences(rule, inside, user.formatted("two", "vn.cchc.sample.one.reading.Inside a;")))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        inside,
                        user.formatted("two.deeper", "Object a() { return new vn.cchc.sample.one.reading.Inside(); }")))
                .isNotEmpty();
        assertThat(offences(rule, inside, "public class User { vn.cchc.sample.one.reading.Inside a; }"))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        inside,
                        offered.formatted("vn.cchc.sample.one.reading.Inside a;"),
                        user.formatted("two", "vn.cchc.sample.one.Offered a;")))
                .isEmpty();
        assertThat(offences(rule, inside, user.formatted("one.checking", "vn.cchc.sample.one.reading.Inside a;")))
                .isEmpty();
    }

    @Test
    void messages_are_in_every_language_of_their_bundle() {
        ArchRule rule = ArchitectureRules.messagesAreInEveryLanguageOfTheirBundle();
        String bundle = "@io.quarkus.qute.i18n.MessageBundle interface A {"
                + " @io.quarkus.qute.i18n.Message(\"một\") String one(); }";
        String english = "@io.quarkus.qute.i18n.Localized(\"en\") interface B extends A { %s }";

        assertThat(offences(rule, bundle, english.formatted(""))).hasSize(1);
        assertThat(offences(
                        rule,
                        bundle,
                        english.formatted("@Override @io.quarkus.qute.i18n.Message(\"one\") String one();")))
                .isEmpty();
    }

    @Test
    void entities_stay_in_the_service() {
        ArchRule rule = ArchitectureRules.entitiesStayInTheService();
        String entity = "package vn.cchc.sample; @jakarta.persistence.Entity public class Row {}";
        String resource = "package vn.cchc.sample; @jakarta.ws.rs.Path(\"/rows\") public class Rows { %s }";

        assertThat(offences(rule, entity, resource.formatted("public Row get() { return null; }")))
                .hasSize(1);
        assertThat(offences(rule, entity, resource.formatted("public java.util.List<Row> get() { return null; }")))
                .hasSize(1);
        assertThat(offences(rule, entity, resource.formatted("public void put(Row row) {}")))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        entity,
                        "package vn.cchc.sample; public record View(java.util.List<Row> rows) {}",
                        resource.formatted("public View get() { return null; }")))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        entity,
                        "package vn.cchc.sample; public record View(String name) { View(Row row) { this(\"\"); } }",
                        resource.formatted("public View get() { return null; }")))
                .isEmpty();
    }

    @Test
    void HTTP_stays_in_resources() {
        ArchRule rule = ArchitectureRules.httpStaysInResources();
        String answer = "org.jboss.resteasy.reactive.RestResponse<String> get() { return null; }";

        assertThat(offences(rule, "class A { " + answer + " }")).hasSize(1);
        assertThat(offences(rule, "class A { jakarta.ws.rs.core.UriInfo uri; }"))
                .hasSize(1);
        assertThat(offences(rule, "class A { void accept(vn.cchc.platform.http.IfMatch ifMatch) {} }"))
                .hasSize(1);
        assertThat(offences(rule, "class A { vn.cchc.platform.http.RequestDeadline deadline; }"))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        "@jakarta.ws.rs.Path(\"/a\") class A { " + answer + " static class Inner { " + answer + " } }",
                        "record Filters(@jakarta.ws.rs.QueryParam(\"q\") String q) {}"))
                .isEmpty();
    }

    @Test
    void callers_come_as_parameters() {
        ArchRule rule = ArchitectureRules.callersComeAsParameters();
        String current = "class %s { vn.cchc.platform.access.CurrentCaller caller; }";

        assertThat(offences(rule, current.formatted("UseCase"))).hasSize(1);
        assertThat(offences(
                        rule,
                        "class UseCase { Object who(vn.cchc.platform.access.CurrentCaller caller) {"
                                + " return caller.get(); } }"))
                .isNotEmpty();
        assertThat(offences(
                        rule,
                        "@jakarta.ws.rs.Path(\"/a\") " + current.formatted("A"),
                        "package vn.cchc.platform.ratelimit; " + current.formatted("Filter"),
                        "class UseCase { Object name(vn.cchc.platform.access.Caller who) { return who.name(); } }"))
                .isEmpty();
    }

    @Test
    void resources_leave_the_database_to_use_cases() {
        ArchRule rule = ArchitectureRules.resourcesLeaveTheDatabaseToUseCases();
        String entities = "class A { jakarta.persistence.EntityManager entities; }";
        String path = "@jakarta.ws.rs.Path(\"/a\") ";

        assertThat(offences(rule, path + entities)).hasSize(1);
        assertThat(offences(rule, path + "class A { @jakarta.transaction.Transactional void a() {} }"))
                .isNotEmpty();
        assertThat(offences(rule, path + "class A { static class Inner { java.sql.Connection connection; } }"))
                .hasSize(1);
        assertThat(offences(rule, entities)).isEmpty();
    }

    @Test
    void resources_leave_repositories_to_use_cases_and_views() {
        ArchRule rule = ArchitectureRules.resourcesLeaveRepositoriesToUseCasesAndViews();
        String repository = "package vn.cchc.sample; public class RowRepository { public record Filter() {} }";
        String path = "@jakarta.ws.rs.Path(\"/a\") ";

        assertThat(offences(rule, repository, path + "class A { RowRepository rows; }"))
                .hasSize(1);
        assertThat(offences(rule, repository, path + "class A { static class Inner { RowRepository rows; } }"))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        repository,
                        path + "class A { Views views; RowRepository.Filter filter; }",
                        "class Views { RowRepository rows; }"))
                .isEmpty();
    }

    @Test
    void resources_compose_nothing() {
        ArchRule rule = ArchitectureRules.resourcesComposeNothing();
        String path = "@jakarta.ws.rs.Path(\"/a\") ";
        String page = "class A { int size(Integer limit) { return vn.cchc.platform.http.PageLimit.of(limit); } }";

        assertThat(offences(rule, path + page)).hasSize(1);
        assertThat(offences(rule, path + "class A { java.time.Clock clock; }")).hasSize(1);
        assertThat(offences(rule, path + "class A { Object a() { throw vn.cchc.platform.http.Problem.notFound(); } }"))
                .isNotEmpty();
        assertThat(offences(rule, path + "class A { static class Inner { vn.cchc.platform.http.Cursor from; } }"))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        path + "class A { vn.cchc.platform.http.Page<String> list() { return null; } }",
                        page.replace("class A", "class Views")))
                .isEmpty();
    }

    @Test
    void operations_make_one_call() {
        ArchRule rule = ArchitectureRules.operationsMakeOneCall();
        String use = "package vn.cchc.sample; public class Rows {"
                + " public String change(String id) { return id; } public String read() { return null; } }";
        String views =
                "package vn.cchc.sample; public class RowViews { public String one(String row) { return row; } }";
        String resource = "package vn.cchc.sample; @jakarta.ws.rs.Path(\"/rows\") public class A {"
                + " Rows use; RowViews views; vn.cchc.platform.access.CurrentCaller caller;"
                + " @jakarta.ws.rs.GET public String get() { %s }"
                + " private String shown(String row) { return views.one(row); } }";

        assertThat(offences(rule, use, views, resource.formatted("use.change(\"\"); return use.read();")))
                .hasSize(1);
        assertThat(offences(rule, use, views, resource.formatted("return shown(shown(use.read()) + views.one(\"\"));")))
                .as("one of them in a method that the operation calls")
                .hasSize(1);
        assertThat(offences(
                        rule,
                        use,
                        views,
                        resource.formatted("java.util.function.Supplier<String> again = use::read;"
                                + " return use.read() + again.get();")))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        use,
                        views,
                        resource.formatted("return shown(use.change(caller.get().name() + caller.scope()));")))
                .isEmpty();
    }

    @Test
    void operations_name_the_right_they_need() {
        ArchRule rule = ArchitectureRules.operationsNameTheRightTheyNeed();
        String requires = "@vn.cchc.platform.access.Requires(vn.cchc.platform.access.Right.READ_PLANS)";
        String operation = "@jakarta.ws.rs.GET public String get() { return null; }";

        assertThat(offences(rule, "class A { " + operation + " }")).hasSize(1);
        assertThat(offences(rule, "class A { " + requires + " " + operation + " }"))
                .isEmpty();
        assertThat(offences(rule, requires + " class A { " + operation + " public String other() { return null; } }"))
                .isEmpty();
    }

    @Test
    void operations_that_take_a_body_say_how_long_it_may_be() {
        ArchRule rule = ArchitectureRules.operationsThatTakeABodySayHowLongItMayBe();
        String longest = "@vn.cchc.platform.http.MaxBody(1024) ";
        String post = "@jakarta.ws.rs.POST ";

        assertThat(offences(rule, "class A { " + post + "public void a(String body) {} }"))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        "class A { " + post
                                + "public void a(@org.jboss.resteasy.reactive.RestForm(\"note\") String note) {} }"))
                .hasSize(1);
        assertThat(offences(rule, "class A { " + longest + post + "public void a(String body) {} }"))
                .isEmpty();
        assertThat(offences(
                        rule, "class A { " + post + "public void a(@jakarta.ws.rs.PathParam(\"id\") String id) {} }"))
                .isEmpty();
    }

    @Test
    void what_needs_no_token_is_rate_limited() {
        ArchRule rule = ArchitectureRules.whatNeedsNoTokenIsRateLimited();
        String open = "@vn.cchc.platform.access.Requires(vn.cchc.platform.access.Right.FOLLOW_FEEDBACK) ";
        String closed = "@vn.cchc.platform.access.Requires(vn.cchc.platform.access.Right.READ_PLANS) ";
        String limit = "@vn.cchc.platform.ratelimit.RateLimited(\"a\") ";
        String get = "@jakarta.ws.rs.GET public void ";

        assertThat(offences(rule, "class A { " + open + get + "a() {} }")).hasSize(1);
        assertThat(offences(rule, open + "class A { " + get + "a() {} " + limit + get + "b() {} }"))
                .hasSize(1);
        assertThat(offences(rule, open + "class A { " + limit + get + "a() {} " + closed + get + "b() {} }"))
                .isEmpty();
        assertThat(offences(rule, limit + open + "class A { " + get + "a() {} }"))
                .isEmpty();
    }

    @Test
    void embeddables_are_constructed_in_their_package() {
        ArchRule rule = ArchitectureRules.embeddablesAreConstructedInTheirPackage();
        String limit = "package vn.cchc.sample.limit; @jakarta.persistence.Embeddable public record Limit(int days) {"
                + " public static Limit of(int days) { return new Limit(days); } }";
        String user = "package vn.cchc.sample.%s; class A { Object limit = %s; }";

        assertThat(offences(rule, limit, user.formatted("handling", "new vn.cchc.sample.limit.Limit(1)")))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        limit,
                        user.formatted(
                                "handling",
                                "(java.util.function.IntFunction<Object>) vn.cchc.sample.limit.Limit::new")))
                .hasSize(1);
        assertThat(offences(rule, limit, user.formatted("handling", "vn.cchc.sample.limit.Limit.of(1)")))
                .isEmpty();
        assertThat(offences(rule, limit, user.formatted("limit", "new Limit(1)")))
                .isEmpty();
    }

    @Test
    void collaborators_come_in_by_constructor() {
        ArchRule rule = ArchitectureRules.collaboratorsComeInByConstructor();

        assertThat(offences(rule, "class A { @jakarta.inject.Inject java.time.Clock clock; }"))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        "class A { @org.eclipse.microprofile.config.inject.ConfigProperty(name = \"a\") String a; }"))
                .hasSize(1);
        assertThat(offences(
                        rule,
                        "class A { final java.time.Clock clock; @jakarta.inject.Inject A(java.time.Clock clock)"
                                + " { this.clock = clock; } }"))
                .isEmpty();
    }

    @Test
    void nothing_is_printed() {
        ArchRule rule = ArchitectureRules.nothingIsPrinted();

        assertThat(offences(rule, "class A { void a() { System.out.println(); } }"))
                .hasSize(1);
        assertThat(offences(rule, "class A { void a() { System.err.println(); } }"))
                .hasSize(1);
        assertThat(offences(rule, "class A { void a(Exception e) { e.printStackTrace(); } }"))
                .hasSize(1);
        assertThat(offences(rule, "class A { void a() { System.lineSeparator(); } }"))
                .isEmpty();
    }

    @Test
    void logging_goes_through_JBoss_Logging() {
        ArchRule rule = ArchitectureRules.loggingGoesThroughJBossLogging();

        assertThat(offences(rule, "class A { java.util.logging.Logger log; }")).isNotEmpty();
        assertThat(offences(rule, "class A { org.jboss.logging.Logger log; }")).isEmpty();
    }

    @Test
    void internals_of_the_framework_are_used_where_listed() {
        ArchRule rule = ArchitectureRules.internalsOfTheFrameworkAreUsedWhereListed();

        assertThat(offences(rule, "class A { io.netty.channel.Channel a; }")).isNotEmpty();
        assertThat(offences(rule, "class A { io.vertx.core.net.impl.ConnectionBase a; }"))
                .isNotEmpty();
        assertThat(
                        offences(
                                rule,
                                "package vn.cchc.platform.http; class RequestEnd {"
                                        + " static class Part { org.jboss.resteasy.reactive.server.core.CurrentRequestManager a; } }"))
                .isEmpty();
        assertThat(offences(rule, "class A { io.vertx.ext.web.RoutingContext a; io.quarkus.runtime.StartupEvent b; }"))
                .isEmpty();
    }

    @Test
    void names_say_what_a_thing_is() {
        ArchRule rule = ArchitectureRules.namesSayWhatAThingIs();

        for (String word : List.of("Impl", "DTO", "Dto", "Util", "Utils", "Helper", "Helpers", "Manager", "Base")) {
            assertThat(offences(rule, "class Plan" + word + " {}")).as(word).hasSize(1);
        }
        assertThat(offences(rule, "class Plan { record Database() {} }"))
                .as("only whole words count")
                .isEmpty();
    }

    @Test
    void a_root_without_classes_is_a_mistake() {
        assertThatThrownBy(() -> ArchitectureRules.tests("vn.cchc.misspelled"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("vn.cchc.misspelled");
    }

    private List<String> offences(ArchRule rule, String... sources) {
        // A few classes are not all that a service has.
        EvaluationResult result = rule.allowEmptyShould(true).evaluate(compile(sources));
        return result.getFailureReport().getDetails();
    }

    private JavaClasses compile(String... sources) {
        try {
            Path compiled = Files.createTempDirectory(folder, "compiled");
            Path written = Files.createTempDirectory(folder, "sources");
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < sources.length; i++) {
                String source = sources[i].startsWith("package") ? sources[i] : "package vn.cchc.sample; " + sources[i];
                String name = source.replaceFirst("(?s).*?\\b(?:class|record) (\\w+).*", "$1");
                Path file = Files.createDirectories(written.resolve(String.valueOf(i)))
                        .resolve(name + ".java");
                files.add(Files.writeString(file, source));
            }
            List<String> options = List.of("-nowarn", "-proc:none", "-d", compiled.toString());
            boolean done = COMPILER.getTask(
                            null, CLASS_PATH, null, options, null, CLASS_PATH.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(done).isTrue();
            return new ClassFileImporter().importPath(compiled);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
