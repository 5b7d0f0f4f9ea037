package vn.cchc.platform.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Disables Quarkus' own URI validation, which answers an invalid URI with a bare 400 before any filter, in favour of {@link
 * ReadableAddress}. It is a system property read when the server is created, which is after the configuration is built.
 */
public class AddressesReachFilters implements SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
