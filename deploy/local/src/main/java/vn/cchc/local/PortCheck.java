package vn.cchc.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.cchc.local.api.Fault;
import vn.cchc.platform.testing.server.FreePort;

/** Looks at all ports before anything starts, so that all that are taken are told at once. */
final class PortCheck {
    private PortCheck() {}

    /** @throws Fault when one of the ports is in use, or is to be used twice */
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

    /** Another port that is free now, near the usual one by its look: 8081 and 18081. */
    private static int other(int port) {
        int suggestion = port < 10_000 ? port + 10_000 : FreePort.next();
        return FreePort.isFree(suggestion) ? suggestion : FreePort.next();
    }
}
