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
 * Command line options ({@code -D}); the defaults are in this module's profile {@code up}.
 *
 * @param root repository root, where the services were built
 * @param home folder for data, logs, keys and reports
 * @param fresh whether to delete the data of previous runs
 * @param recordClasses whether the services write a CDS archive of their loaded classes beside their jars
 * @param debug the service with a debug port
 * @param withSample whether to import the plan and play the sample quarter into an empty system
 * @param servicePorts port of each service's API
 * @param managementPorts port of each service's health and metrics
 */
record Options(
        Path root,
        Path home,
        boolean fresh,
        boolean recordClasses,
        Optional<Debug> debug,
        boolean withSample,
        Map<Service, Integer> servicePorts,
        Map<Service, Integer> managementPorts,
        int postgresPort,
        int kafkaPort) {

    private static final int HIGHEST_PORT = 65535;
    private static final String DEBUG = "cchc.debug";
    private static final String DEBUG_PORT = DEBUG + ".port";

    /** @param port local debug port of {@code service} */
    record Debug(Service service, int port) {}

    /** @throws Fault when a value is invalid */
    static Options from(Properties properties) {
        Map<Service, Integer> servicePorts = new EnumMap<>(Service.class);
        Map<Service, Integer> managementPorts = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            servicePorts.put(service, port(properties, portOption(service)));
            managementPorts.put(service, port(properties, managementPortOption(service)));
        }
        return new Options(
                folder(properties, "cchc.root"),
                folder(properties, "cchc.home"),
                flag(properties, "cchc.fresh"),
                flag(properties, "cchc.record-classes"),
                debug(properties),
                sample(properties),
                Map.copyOf(servicePorts),
                Map.copyOf(managementPorts),
                port(properties, "cchc.postgres.port"),
                port(properties, "cchc.kafka.port"));
    }

    static String portOption(Service service) {
        return "cchc." + service.key() + ".port";
    }

    static String managementPortOption(Service service) {
        return "cchc." + service.key() + ".management.port";
    }

    /** All ports that will be used, by the option that changes them. */
    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            ports.put(portOption(service), servicePorts.get(service));
            ports.put(managementPortOption(service), managementPorts.get(service));
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
                    + "): choose another, or set a locale that supports its letters, such as LC_ALL=C.UTF-8.");
        }
    }

    /** {@code -Dcchc.fresh} without a value counts as {@code true}, which Maven supplies. */
    private static boolean flag(Properties properties, String name) {
        String value = properties.getProperty(name, "false").trim();
        return switch (value) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new Fault("-D" + name + "=" + value + " is neither true nor false.");
        };
    }

    /** Empty when the property is absent, such as when the bench starts the launcher. */
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
