package vn.cchc.local.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.production.Fault;
import vn.cchc.platform.production.Mode;
import vn.cchc.platform.production.Plaintext;
import vn.cchc.platform.production.Settings;
import vn.cchc.platform.production.StartCheck;
import vn.cchc.platform.testing.CommittedFile;

/**
 * {@code deploy/SETTINGS.md} has every setting that our code reads, and those of others that an operator sets. Names, types and
 * defaults come from the compiled code and the packaged files; what these do not say stands in {@code settings.txt}.
 */
class SettingsTableTest {

    private static final Path ROOT = Path.of(System.getProperty("cchc.root"));
    private static final List<String> SERVICES = List.of("plan-service", "feedback-service", "reporting-service");

    /** The rule about it belongs to feedback-service. */
    private static final String TRACKING_KEY = "cchc.tracking.key";

    private static final String HEAD = """
            # Settings

            Generated from the code by `SettingsTableTest` (`-Dcontracts.write=true` writes it); what it cannot read there stands in
            `deploy/local/src/test/resources/settings.txt`.

            A setting is given as an environment variable, or as a file named like the variable or the property in one of the folders
            of `SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS`. A file takes precedence over the variable. Secrets belong into files. Without
            a profile (`QUARKUS_PROFILE`) a service runs as in production, and ends with status 78 and one line per fault while a
            required setting is missing or insecure. Defaults are those of production.

            Durations: `30s`, `10m`, `1h`, or ISO 8601; sizes: `4K`, `11M`. "set by the service" means: not to be changed.

            | setting | environment variable | service | type | default | unit | secret | required | meaning |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private final Properties common =
            properties("platform/core/src/main/resources/META-INF/microprofile-config.properties");
    private final Map<String, Properties> own = SERVICES.stream()
            .collect(Collectors.toMap(
                    service -> service,
                    service -> properties(service + "/src/main/resources/application.properties"),
                    (one, other) -> one,
                    LinkedHashMap::new));

    @Test
    void the_committed_table_is_that_of_the_code() throws IOException {
        List<ReadSetting> ofAll = new ArrayList<>(CompiledSettings.of(ROOT.resolve("platform/core")));
        ofAll.add(new ReadSetting(Mode.PROPERTY, "text", Optional.of(Mode.SERVE.toString())));
        ofAll.add(new ReadSetting(Plaintext.PROPERTY, "list of text", Optional.empty()));
        Map<String, List<ReadSetting>> ofOne = SERVICES.stream()
                .collect(Collectors.toMap(service -> service, service -> CompiledSettings.of(ROOT.resolve(service))));
        Set<String> rows = new TreeSet<>();
        Set<String> undescribed = new TreeSet<>();
        List<Described> described = Described.all();
        for (String service : SERVICES) {
            List<ReadSetting> read =
                    Stream.concat(ofAll.stream(), ofOne.get(service).stream()).toList();
            names(service, read).forEach((name, setting) -> {
                Optional<Described> known = described.stream()
                        .filter(one -> one.property().equals(name))
                        .findFirst();
                known.ifPresentOrElse(
                        one -> rows.add(row(
                                one, holder(service, name, ofAll), setting.type(), fallback(service, name, setting))),
                        () -> undescribed.add(name));
            });
        }
        assertThat(undescribed).as("settings without a line in settings.txt").isEmpty();
        described.stream().filter(one -> !isOurs(one.property())).forEach(one -> {
            List<String> readers = readers(one.property());
            Set<String> defaults = readers.stream()
                    .map(service -> packaged(service, one.property()).orElse(one.fallback()))
                    .collect(Collectors.toSet());
            readers.forEach(service -> rows.add(row(
                    one,
                    readers.size() == SERVICES.size() && defaults.size() == 1 ? "all" : service,
                    one.type(),
                    packaged(service, one.property()).orElse(one.fallback()))));
        });

        new CommittedFile(ROOT.resolve("deploy/SETTINGS.md")).assertIs(HEAD + String.join("", rows));
    }

    @Test
    void every_described_setting_of_ours_is_read_by_the_code_or_packaged() throws IOException {
        Set<String> read = SERVICES.stream()
                .flatMap(service -> names(
                        service,
                        Stream.concat(
                                        CompiledSettings.of(ROOT.resolve("platform/core")).stream(),
                                        CompiledSettings.of(ROOT.resolve(service)).stream())
                                .toList())
                        .keySet()
                        .stream())
                .collect(Collectors.toCollection(TreeSet::new));
        read.addAll(List.of(Mode.PROPERTY, Plaintext.PROPERTY));

        assertThat(Described.all().stream().map(Described::property).filter(SettingsTableTest::isOurs))
                .doesNotHaveDuplicates()
                .allMatch(read::contains);
    }

    @Test
    void every_packaged_setting_of_ours_is_read_by_the_code() {
        for (String service : SERVICES) {
            List<ReadSetting> read = Stream.concat(
                            CompiledSettings.of(ROOT.resolve("platform/core")).stream(),
                            CompiledSettings.of(ROOT.resolve(service)).stream())
                    .toList();

            assertThat(packagedNames(service))
                    .allMatch(name -> read.stream().anyMatch(setting -> setting.matches(name)));
        }
    }

    @Test
    void what_the_start_requires_is_described_as_required() throws IOException {
        Set<String> required = StartCheck.of(Settings.of(Map.of()), List.of("prod"), List.of()).faults().stream()
                .map(Fault::property)
                .collect(Collectors.toCollection(TreeSet::new));
        required.add(TRACKING_KEY);

        assertThat(Described.all().stream()
                        .filter(one -> one.required().equals("yes"))
                        .map(Described::property))
                .containsExactlyInAnyOrderElementsOf(required);
    }

    /** Those services that read a setting of others: of an extension of Quarkus that is in their own pom alone, these. */
    private static List<String> readers(String property) {
        String extension = "<artifactId>quarkus-" + property.split("\\.", 3)[1] + "</artifactId>";
        List<String> have = SERVICES.stream()
                .filter(service -> property.startsWith("quarkus.")
                        && text(service + "/pom.xml").contains(extension))
                .toList();
        return have.isEmpty() ? SERVICES : have;
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of settings of ours in a service: of a map, the keys that are packaged. */
    private Map<String, ReadSetting> names(String service, List<ReadSetting> read) {
        Map<String, ReadSetting> names = new LinkedHashMap<>();
        for (ReadSetting setting : read) {
            if (setting.property().contains("*")) {
                packagedNames(service).filter(setting::matches).forEach(name -> names.put(name, setting));
            } else {
                names.putIfAbsent(setting.property(), setting);
            }
        }
        return names;
    }

    private Stream<String> packagedNames(String service) {
        return Stream.of(common, own.get(service))
                .flatMap(file -> file.stringPropertyNames().stream())
                .filter(SettingsTableTest::isOurs);
    }

    /** All services, unless the setting is one service's own or has another default in one. */
    private String holder(String service, String name, List<ReadSetting> ofAll) {
        boolean differs = own.values().stream().anyMatch(file -> file.containsKey(name));
        boolean shared = ofAll.stream().anyMatch(setting -> setting.matches(name));
        return shared && !differs ? "all" : service;
    }

    private String fallback(String service, String name, ReadSetting setting) {
        return packaged(service, name).or(setting::fallback).orElse("");
    }

    private Optional<String> packaged(String service, String name) {
        return Optional.ofNullable(own.get(service).getProperty(name, common.getProperty(name)));
    }

    private static String row(Described one, String service, String type, String fallback) {
        List<String> cells = List.of(
                "`" + one.property() + "`",
                "`" + Fault.variable(one.property()) + "`",
                service,
                type,
                fallback.isEmpty() ? "" : "`" + fallback.replace("|", "\\|") + "`",
                one.unit().equals("-") ? "" : one.unit(),
                one.secret() ? "secret" : "",
                one.required().equals("-") ? "" : one.required(),
                one.meaning());
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static boolean isOurs(String property) {
        return property.startsWith("cchc.");
    }

    private static Properties properties(String file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(ROOT.resolve(file), UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
