package vn.cchc.plan;

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
    void lists_of_a_commune_and_a_district_need_one_connection() throws SQLException {
        Commune commune = Commune.create();

        OneConnection.assertEnoughForLists(pool, commune.id());
        OneConnection.assertEnoughForLists(pool, commune.district());
    }
}
