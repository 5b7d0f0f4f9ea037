package vn.cchc.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.nio.file.Path;

/**
 * The committed OpenAPI document against the one the running service gives. A change of the interface is then seen in the
 * diff of the document, and none happens unseen.
 */
public final class OpenApiContract {

    private OpenApiContract() {}

    /**
     * Compares {@code contracts/openapi.yaml} of this module with {@code /q/openapi}; with {@code -Dcontracts.write=true}
     * writes it instead.
     */
    public static void assertUnchanged() {
        byte[] served = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        new CommittedFile(Path.of("contracts", "openapi.yaml")).assertIs(new String(served, UTF_8));
    }
}
