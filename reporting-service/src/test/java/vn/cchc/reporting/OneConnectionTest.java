package vn.cchc.reporting;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OneConnection;

/** A request takes one connection to the database at a time. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class OneConnectionTest {

    @Inject
    AgroalDataSource pool;

    @Test
    void listsOfACommuneAndADistrictNeedOneConnection() throws SQLException {
        Commune commune = Commune.withPlan();

        OneConnection.assertEnoughForLists(pool, commune.id);
        OneConnection.assertEnoughForLists(pool, commune.district);
    }
}
