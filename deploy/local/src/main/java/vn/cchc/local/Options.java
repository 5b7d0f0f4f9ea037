package vn.cchc.local;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;

/**
 * What was asked for on the command line with {@code -D}; the defaults stand in the profile {@code up} of this module.
 *
 * @param root         the repository, in which the services were built
 * @param home         the folder for data, logs, keys and reports
 * @param fresh        whether to begin anew, without the data of former starts
 * @param recordClasses whether the services leave an archive of the classes they have loaded beside their jars
 * @param debug        the service that a debugger may attach to, and where
 * @param withSample   whether an empty system imports the plan and plays the sample quarter
 * @param servicePorts a port for each service
 */
record Options(
        Path root,
        Path home,
        boolean fresh,
        boolean recordClasses,
        Optional<Debug> debug,
        boolean withSample,
        Map<Service, Integer> servicePorts,
        int postgresPort,
        int kafkaPort) {

    private static final int HIGHEST_PORT = 65535;
    private static final String DEBUG = "cchc.debug";
    private static final String DEBUG_PORT = DEBUG + ".port";

    /** @param port of this machine, where a debugger attaches to {@code service} */
    record Debug(Service service, int port) {}

    /** @throws Fault when a value cannot be what it stands for */
    static Options from(Properties properties) {
        Map<Service, Integer> servicePorts = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            servicePorts.put(service, port(properties, portOption(service)));
        }
        return new Options(
                folder(properties, "cchc.root"),
                folder(properties, "cchc.home"),
                flag(properties, "cchc.fresh"),
                flag(properties, "cchc.record-classes"),
                debug(properties),
                sample(properties),
                Map.copyOf(servicePorts),
                port(properties, "cchc.postgres.port"),
                port(properties, "cchc.kafka.port"));
    }

    static String portOption(Service service) {
        return "cchc." + service.key() + ".port";
    }

    /** Every port that will be used, by the option that changes it. */
    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            ports.put(portOption(service), servicePorts.get(service));
        }
        ports.put("cchc.postgres.port", postgresPort);
        ports.put("cchc.kafka.port", kafkaPort);
        debug.ifPresent(asked -> ports.put(DEBUG_PORT, asked.port()));
        return ports;
    }

    private static String value(Properties properties, String name) {
        String value = properties.getProperty(name, "").trim();
        if (value.isEmpty()) {
            throw new Fault("-D" + name + " has no value; leave it out or give it one.");
        }
        return value;
    }

    private static Path folder(Properties properties, String name) {
        String value = value(properties, name);
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new Fault("-D" + name + "=" + value + " cannot be a folder here (" + e.getReason()
                    + "): choose another, or set a locale that knows its letters, as LC_ALL=C.UTF-8.");
        }
    }

    /** {@code -Dcchc.fresh} alone means yes; Maven gives it the value {@code true}. */
    private static boolean flag(Properties properties, String name) {
        String value = properties.getProperty(name, "false").trim();
        return switch (value) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new Fault("-D" + name + "=" + value + " is neither true nor false.");
        };
    }

    /** A property that is not there means none, as where the bench starts the launcher. */
    private static Optional<Debug> debug(Properties properties) {
        String value = properties.getProperty(DEBUG, "none").trim();
        if (value.equals("none")) {
            return Optional.empty();
        }
        Service service = Arrays.stream(Service.values())
                .filter(each -> each.key().equals(value))
                .findFirst()
                .orElseThrow(() -> new Fault("-D" + DEBUG + "=" + value
                        + " is no service; use plan, reporting, feedback or none (the default)."));
        return Optional.of(new Debug(service, port(properties, DEBUG_PORT)));
    }

    private static boolean sample(Properties properties) {
        String value = value(properties, "cchc.sample");
        return switch (value) {
            case "quarter" -> true;
            case "none" -> false;
            default -> throw new Fault("-Dcchc.sample=" + value + " is not known; use quarter (the default) or none.");
        };
    }

    private static int port(Properties properties, String name) {
        String value = value(properties, name);
        if (value.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        }
        throw new Fault("-D" + name + "=" + value + " is not a port; give a number from 1 to " + HIGHEST_PORT + ".");
    }
}
