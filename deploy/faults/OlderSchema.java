import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Applies the first half of a service's SQL migrations to an empty database, and prints the versions of the pending ones.
 *
 * <p>Run with the service's libraries: {@code java -cp 'quarkus-app/lib/main/*:quarkus-app/app/*' OlderSchema.java URL USER
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
