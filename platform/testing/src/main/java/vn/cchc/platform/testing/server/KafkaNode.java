package vn.cchc.platform.testing.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;

/**
 * Main class of the broker's JVM. Arguments: the configuration file, a file to write once the broker accepts requests,
 * and the address at which it does. Shuts down in order on SIGTERM and at the end of standard input, a pipe held by its
 * parent.
 */
final class KafkaNode {
    /** Fixed cluster id, so that existing data can be opened again. */
    private static final String CLUSTER = "MkU3OEVBNTcwNTJENDM2Qg";

    /** Strong reference: loggers are weakly held, and their levels would be lost. */
    private static final Logger ROOT_LOG = Logger.getLogger("");

    private static final Logger CLIENTS_LOG = Logger.getLogger("org.apache.kafka.clients");

    private KafkaNode() {}

    public static void main(String[] arguments) {
        ROOT_LOG.setLevel(Level.WARNING);
        // The readiness probe connects before the broker listens.
        CLIENTS_LOG.setLevel(Level.SEVERE);
        String configuration = arguments[0];
        format(configuration);
        inBackground("parent", KafkaNode::endWithParent);
        inBackground("probe", () -> reportReady(Path.of(arguments[1]), arguments[2]));
        Kafka.main(new String[] {configuration});
    }

    private static void format(String configuration) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        String[] command = {"format", "--ignore-formatted", "--cluster-id", CLUSTER, "--config", configuration};
        int status = StorageTool.execute(command, nowhere);
        if (status != 0) {
            throw new IllegalStateException("the broker's storage cannot be formatted, see " + configuration);
        }
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent writes nothing; only end of stream matters.
            }
        } catch (IOException broken) {
            ROOT_LOG.log(Level.WARNING, "The pipe to the parent broke", broken);
        }
        System.exit(0);
    }

    private static void reportReady(Path file, String address) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address, "reconnect.backoff.ms", "50"))) {
            admin.describeCluster().nodes().get();
            Files.writeString(file, address);
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException("the broker cannot be reported as ready", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
