package vn.cchc.reporting;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import vn.cchc.platform.testing.StatementLog;

@Singleton
@PersistenceUnitExtension
class IssuedStatements extends StatementLog {

    private static final long serialVersionUID = 1L;
}
