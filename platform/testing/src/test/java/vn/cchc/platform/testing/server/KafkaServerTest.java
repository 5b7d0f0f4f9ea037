package vn.cchc.platform.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
    @TempDir
    Path folder;

    @Test
    void acknowledged_records_survive_a_kill_and_a_stop() throws Exception {
        try (KafkaServer server = KafkaServer.in(folder, 0).start()) {
            send(server, "one");
            server.kill();
            server.start();
            send(server, "two");
            server.stop();
            server.start();
            send(server, "three");

            assertThat(read(server, 3)).containsExactlyInAnyOrder("one", "two", "three");
        }
    }

    @Test
    void the_terminals_interrupt_does_not_reach_a_temporary_one_and_closing_it_leaves_no_process() throws Exception {
        ProcessHandle process;
        try (KafkaServer server = KafkaServer.temporary().start()) {
            process = server.process();
            for (String signal : List.of("-INT", "-HUP")) {
                new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                        .start()
                        .waitFor();
            }
            send(server, "still here");
            assertThat(read(server, 1)).containsExactly("still here");
            assertThat(process.isAlive()).isTrue();
        }
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void a_port_in_use_is_told_and_nothing_is_left() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            KafkaServer server = KafkaServer.in(folder, taken.getLocalPort());
            assertThatThrownBy(server::start)
                    .isInstanceOf(ServerFailure.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
            assertThat(server.isRunning()).isFalse();
        }
    }

    private static void send(KafkaServer server, String value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
            if (!admin.listTopics().names().get().contains("cchc.note")) {
                admin.createTopics(List.of(new NewTopic("cchc.note", 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", server.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("cchc.note", value)).get();
        }
    }

    private static List<String> read(KafkaServer server, int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", server.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> all = List.of(new TopicPartition("cchc.note", 0));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            for (int attempt = 0; values.size() < count && attempt < 60; attempt++) {
                consumer.poll(Duration.ofMillis(500)).forEach(received -> values.add(received.value()));
            }
        }
        return values;
    }
}
