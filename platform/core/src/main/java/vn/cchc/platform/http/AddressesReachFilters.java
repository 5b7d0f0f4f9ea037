package vn.cchc.platform.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Quarkus answers an address that is no URI with nothing but 400, before any filter. It leaves this to {@link ReadableAddress} where
 * a system property says so when its server is made, which is after its configuration.
 */
public class AddressesReachFilters implements SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
