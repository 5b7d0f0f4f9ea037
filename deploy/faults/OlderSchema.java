import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Migrates an empty database by the first half of a service's migrations, as far as they are SQL, and prints the versions that are
 * left.
 *
 * <p>Run with the libraries of the service: {@code java -cp 'quarkus-app/lib/main/*:quarkus-app/app/*' OlderSchema.java URL USER
 * PASSWORD}.
 */
class OlderSchema {

    public static void main(String[] arguments) {
        MigrationInfo[] all = of(arguments).load().info().pending();
        of(arguments).target(all[all.length / 2].getVersion()).load().migrate();
        System.out.println(Arrays.stream(of(arguments).load().info().pending())
                .map(migration -> migration.getVersion().toString())
                .collect(Collectors.joining(", ")));
    }

    private static FluentConfiguration of(String[] arguments) {
        return Flyway.configure(OlderSchema.class.getClassLoader())
                .dataSource(arguments[0], arguments[1], arguments[2])
                .locations("classpath:db/platform", "classpath:db/migration");
    }
}
