package vn.cchc.platform.production;

import java.util.List;
import java.util.Set;

/**
 * What production needs. A service adds its own rules as service providers ({@link java.util.ServiceLoader}); they are
 * evaluated before the application starts, without CDI.
 */
public interface ProductionRule {

    /**
     * All that is missing or insecure.
     *
     * @param allowed the peers that TLS is not required for
     */
    List<Fault> faults(Settings settings, Set<Plaintext> allowed);
}
