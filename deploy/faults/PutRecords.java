import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts records onto topics, each when the one before has been acknowledged, and tells where each one is. Standard input has a
 * record a line: topic, key, headers as name=value joined by commas, body; with tabs between them.
 */
public class PutRecords {
    public static void main(String[] arguments) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", arguments[0], "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
                var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                var record = new ProducerRecord<>(cells[0], cells[1], cells[3].getBytes(StandardCharsets.UTF_8));
                for (String header : cells[2].split(",")) {
                    String[] named = header.split("=", 2);
                    record.headers().add(named[0], named[1].getBytes(StandardCharsets.UTF_8));
                }
                RecordMetadata put = producer.send(record).get();
                System.out.println(put.topic() + " " + put.partition() + " " + put.offset());
            }
        }
    }
}
