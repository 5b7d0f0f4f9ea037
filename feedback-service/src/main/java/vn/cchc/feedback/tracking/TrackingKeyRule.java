package vn.cchc.feedback.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.cchc.platform.production.Fault;
import vn.cchc.platform.production.Plaintext;
import vn.cchc.platform.production.ProductionRule;
import vn.cchc.platform.production.Settings;

/** Production needs a tracking key of its own, long enough and not one that everybody can read in this repository. */
public final class TrackingKeyRule implements ProductionRule {

    private static final String KEY = "cchc.tracking.key";
    private static final String SECOND_KEY = "cchc.tracking.second-key";

    /** What the keys of the local and of the test profile have in common. */
    private static final String KNOWN = "-only-key-of-no-secrecy-whatsoever";

    @Override
    public List<Fault> faults(Settings settings, Set<Plaintext> allowed) {
        List<Fault> faults = new ArrayList<>();
        if (settings.get(KEY).isEmpty() && settings.get(file(KEY)).isEmpty()) {
            faults.add(Fault.missing(
                    KEY,
                    "the key of tracking secrets, " + TrackingSecret.SHORTEST_KEY + " bytes or more, or its file as "
                            + Fault.variable(file(KEY))));
        }
        for (String key : List.of(KEY, SECOND_KEY)) {
            addGiven(settings, key, faults);
        }
        return faults;
    }

    private static void addGiven(Settings settings, String key, List<Fault> faults) {
        Optional<String> value = settings.get(key);
        Optional<String> file = settings.get(file(key));
        if (value.isPresent() && file.isPresent()) {
            faults.add(new Fault(file(key), "and " + key + " are both set; only one may be"));
        } else if (file.isPresent()) {
            try {
                String content = new String(Files.readAllBytes(Path.of(file.get())), UTF_8).strip();
                // The file of the second key is empty while there is none.
                if (!content.isEmpty() || key.equals(KEY)) {
                    insecurity(content).ifPresent(reason -> faults.add(Fault.insecure(file(key), reason)));
                }
            } catch (IOException e) {
                faults.add(new Fault(file(key), "names a file that cannot be read: " + e));
            }
        } else {
            value.flatMap(TrackingKeyRule::insecurity).ifPresent(reason -> faults.add(Fault.insecure(key, reason)));
        }
    }

    private static Optional<String> insecurity(String key) {
        if (key.contains(KNOWN)) {
            return Optional.of("it is the public key of another profile");
        }
        return key.getBytes(UTF_8).length < TrackingSecret.SHORTEST_KEY
                ? Optional.of("it has fewer than " + TrackingSecret.SHORTEST_KEY + " bytes")
                : Optional.empty();
    }

    private static String file(String key) {
        return key + "-file";
    }
}
