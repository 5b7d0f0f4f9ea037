import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Gives a check access to a service's database and topics, bypassing the service. Reads commands from standard input, one per line,
 * and answers each with lines of JSON followed by an empty line:
 *
 * <pre>
 *     sql STATEMENT      the rows, each as an array; all on one connection, so that BEGIN keeps a transaction open
 *     topic NAME         the records up to the current end offsets, in the order of each partition
 *     put RECORD         nothing, after the broker's acknowledgement: topic, key, headers as comma-separated name=value, body;
 *                        separated by tabs
 * </pre>
 *
 * Run with the service's libraries: {@code java -cp 'quarkus-app/lib/main/*' DirectAccess.java URL USER PASSWORD BOOTSTRAP}.
 */
class DirectAccess {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (Connection database = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 2);
                if (words[0].equals("sql")) {
                    execute(database, words[1], out);
                } else if (words[0].equals("put")) {
                    put(arguments[3], words[1].split("\t", -1));
                } else {
                    read(arguments[3], words[1], out);
                }
                out.println();
                out.flush();
            }
        }
    }

    private static void execute(Connection database, String sql, PrintStream out) throws Exception {
        try (Statement statement = database.createStatement()) {
            if (!statement.execute(sql)) {
                return;
            }
            ResultSet row = statement.getResultSet();
            while (row.next()) {
                String[] columns = new String[row.getMetaData().getColumnCount()];
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = row.getString(i + 1);
                }
                out.println(JSON.writeValueAsString(columns));
            }
        }
    }

    private static void read(String bootstrapServers, String topic, PrintStream out) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "allow.auto.create.topics", false);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    out.println(JSON.writeValueAsString(json(record)));
                }
            }
        }
    }

    private static void put(String bootstrapServers, String[] cells) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> record = new ProducerRecord<>(cells[0], cells[1], cells[3]);
            for (String header : cells[2].split(",")) {
                String[] named = header.split("=", 2);
                record.headers().add(named[0], named[1].getBytes(StandardCharsets.UTF_8));
            }
            producer.send(record).get();
        }
    }

    private static Map<String, Object> json(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("partition", record.partition());
        json.put("offset", record.offset());
        json.put("key", record.key());
        json.put("headers", headers);
        json.put("value", record.value());
        return json;
    }
}
