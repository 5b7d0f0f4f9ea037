package vn.cchc.platform.testing;

import java.util.function.UnaryOperator;
import vn.cchc.platform.testing.server.KafkaServer;
import vn.cchc.platform.testing.server.PostgresServer;

/** The servers of this JVM, started on first use and stopped at its end. Public for {@link JvmWide} only. */
public final class SharedServers implements UnaryOperator<String> {

    private static SharedServers instance;

    private final PostgresServer postgres = PostgresServer.temporary();
    private final KafkaServer kafka = KafkaServer.temporary();

    private SharedServers() {}

    /** Executes commands such as {@code "kafka stop"}: strings can cross class loaders, our own types cannot. */
    public static synchronized UnaryOperator<String> instance() {
        if (instance == null) {
            SharedServers starting = new SharedServers();
            Runtime.getRuntime().addShutdownHook(new Thread(starting::close, "stop-local-servers"));
            starting.postgres.start();
            starting.kafka.start();
            instance = starting;
        }
        return instance;
    }

    @Override
    public synchronized String apply(String command) {
        String[] words = command.split(" ", -1);
        switch (words[0] + " " + words[1]) {
            case "kafka start" -> kafka.start();
            case "kafka stop" -> kafka.stop();
            case "kafka kill" -> kafka.kill();
            case "kafka address" -> {
                return kafka.bootstrapServers();
            }
            case "postgres start" -> postgres.start();
            case "postgres stop" -> postgres.stop();
            case "postgres kill" -> postgres.kill();
            case "postgres database" -> postgres.withDatabase(words[2]);
            case "postgres address" -> {
                return "jdbc:postgresql://localhost:" + postgres.port() + "/";
            }
            default -> throw new IllegalArgumentException(command);
        }
        return "";
    }

    private void close() {
        try {
            postgres.close();
        } finally {
            kafka.close();
        }
    }
}
