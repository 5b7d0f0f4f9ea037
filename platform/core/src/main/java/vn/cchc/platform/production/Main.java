package vn.cchc.platform.production;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.logging.LoggingSetupRecorder;
import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * The start of every service. Refuses to start with a configuration that production does not permit, before Quarkus opens the
 * datasource, connects to the OIDC provider or validates mappings, each of which would end the start with the first fault.
 */
@QuarkusMain
public final class Main {

    /** Exit status of a refused configuration: EX_CONFIG of {@code sysexits.h}. */
    static final int REFUSED = 78;

    private static final String LOG_MANAGER = "java.util.logging.manager";

    /** Ordinal of {@code application.properties} in Quarkus. */
    private static final int PACKAGED = 250;

    private Main() {}

    public static void main(String... args) {
        // Before the first logger: the log is written by Quarkus' log manager or, while it is not set up, kept for it.
        if (System.getProperty(LOG_MANAGER) == null) {
            System.setProperty(LOG_MANAGER, "org.jboss.logmanager.LogManager");
        }
        SmallRyeConfig config = configuration();
        Settings settings = settings(config);
        StartCheck check = StartCheck.of(settings, config.getProfiles(), rulesOfTheService());
        Logger log = Logger.getLogger(Main.class);
        if (!check.faults().isEmpty()) {
            log.errorf(
                    "The configuration is refused (profile %s), %d faults:",
                    String.join(",", config.getProfiles()), check.faults().size());
            check.faults().forEach(fault -> log.error(fault.line()));
            LoggingSetupRecorder.handleFailedStart();
            System.exit(REFUSED);
        }
        check.plaintext()
                .forEach(peer -> log.warnf(
                        "%s names %s: production does not require TLS there. For trials only.",
                        Fault.variable(Plaintext.PROPERTY), peer));
        if (Mode.of(settings).filter(mode -> mode == Mode.MIGRATE).isPresent()) {
            migrateAndExit();
        }
        Quarkus.run(args);
    }

    /** The sources of the application's own configuration, without its mappings. */
    private static SmallRyeConfig configuration() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return ConfigUtils.configBuilder()
                .withSources(PropertiesConfigSourceLoader.inClassPath("application.properties", PACKAGED, loader))
                .build();
    }

    private static Settings settings(SmallRyeConfig config) {
        return new Settings() {
            @Override
            public Optional<String> raw(String property) {
                return value(config, property);
            }

            @Override
            public Set<String> names() {
                return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                        .collect(Collectors.toUnmodifiableSet());
            }
        };
    }

    private static Optional<String> value(SmallRyeConfig config, String property) {
        try {
            return Optional.ofNullable(config.getConfigValue(property).getValue());
        } catch (NoSuchElementException e) {
            // It refers to another one that is not set.
            return Optional.empty();
        }
    }

    private static List<ProductionRule> rulesOfTheService() {
        return ServiceLoader.load(ProductionRule.class, Thread.currentThread().getContextClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * Quarkus' own mode for init jobs: it migrates, and ends before the HTTP server and the observers of the start. The provider of
     * tokens is not asked for.
     */
    private static void migrateAndExit() {
        System.setProperty("quarkus.flyway.migrate-at-start", "true");
        System.setProperty("quarkus.oidc.tenant-enabled", "false");
        System.setProperty("quarkus.init-and-exit", "true");
    }
}
