package vn.cchc.platform.testing;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;

/** The management port of the application under test: health and metrics, which the port of the API does not answer. */
public final class Management {

    /** Quarkus puts the port that it has got in the place of 0. */
    private static final String PORT = "quarkus.management.test-port";

    private Management() {}

    public static RequestSpecification given() {
        return RestAssured.given().port(ConfigProvider.getConfig().getValue(PORT, Integer.class));
    }

    /** @param path with the leading {@code /q} */
    public static Response get(String path) {
        return given().get(path);
    }

    /** The metrics of the application, in the text format of Prometheus. */
    public static String metrics() {
        return get("/q/metrics").then().statusCode(200).extract().asString();
    }
}
