package vn.cchc.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.cchc.local.api.Fault;
import vn.cchc.platform.testing.server.FreePort;

/** Checks all ports before anything starts, so that all conflicts are reported together. */
final class PortCheck {
    private PortCheck() {}

    /** @throws Fault when one of the ports is in use or assigned twice */
    static void requireFree(Map<String, Integer> portsByOption) {
        Map<Integer, String> options = new LinkedHashMap<>();
        portsByOption.forEach((option, port) -> {
            String other = options.putIfAbsent(port, option);
            if (other != null) {
                throw new Fault("-D" + other + " and -D" + option + " are both " + port + ": give each its own port.");
            }
        });
        Map<String, Integer> taken = portsByOption.entrySet().stream()
                .filter(entry -> !FreePort.isFree(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        if (!taken.isEmpty()) {
            String ports = taken.values().stream().map(String::valueOf).collect(Collectors.joining(", "));
            String others = taken.entrySet().stream()
                    .map(entry -> "-D" + entry.getKey() + "=" + other(entry.getValue()))
                    .collect(Collectors.joining(" "));
            throw new Fault((taken.size() == 1 ? "Port " + ports + " is" : "Ports " + ports + " are")
                    + " in use: stop what listens there, or choose others: mvn -Pup " + others);
        }
    }

    /** A free alternative port that resembles the usual one: 8081 and 18081. */
    private static int other(int port) {
        int suggestion = port < 10_000 ? port + 10_000 : FreePort.next();
        return FreePort.isFree(suggestion) ? suggestion : FreePort.next();
    }
}
