package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.access.AuthorityTree;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.QueryPlan;

/** The tree follows the table in which a service keeps its authorities, and rows of lists follow the tree. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AuthorityTreeTest {

    /** A table of authorities, and one that is listed, each as services have them. */
    private static final String TABLES = """
            CREATE TABLE told (id uuid PRIMARY KEY, parent_id uuid, name text);
            CREATE TRIGGER tr_told_inserted AFTER INSERT ON told
                REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_authorities();
            CREATE TRIGGER tr_told_updated AFTER UPDATE ON told
                REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION place_authorities();
            CREATE TRIGGER tr_told_deleted AFTER DELETE ON told
                REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION remove_authorities();
            CREATE TABLE listed (authority_id uuid NOT NULL, authority_path uuid[], note text);
            CREATE TRIGGER tr_listed_authority_path BEFORE INSERT OR UPDATE OF authority_id ON listed
                FOR EACH ROW EXECUTE FUNCTION copy_authority_path();
            CREATE TRIGGER tr_authority_tree_listed AFTER UPDATE ON authority_tree REFERENCING OLD TABLE AS former
                NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION carry_authority_paths('listed')""";

    private static final String TELL = """
            INSERT INTO told VALUES ('%s', %s, 'Huyện')
            ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name""";

    @Inject
    AuthorityTree tree;

    private final UUID province = UUID.randomUUID();
    private final UUID district = UUID.randomUUID();
    private final UUID another = UUID.randomUUID();
    private final UUID commune = UUID.randomUUID();

    @BeforeEach
    void createTables() throws SQLException {
        execute(TABLES);
    }

    @AfterEach
    void dropTables() throws SQLException {
        execute(
                "DROP TRIGGER tr_authority_tree_listed ON authority_tree; DROP TABLE told, listed; DELETE FROM authority_tree");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String telling(UUID authority, UUID parent) {
        return TELL.formatted(authority, parent == null ? "NULL" : "'" + parent + "'");
    }

    private static void tell(UUID authority, UUID parent) throws SQLException {
        execute(telling(authority, parent));
    }

    private void tellAll() throws SQLException {
        tell(province, null);
        tell(district, province);
        tell(another, province);
        tell(commune, district);
    }

    private static String listing(UUID authority) {
        return "INSERT INTO listed (authority_id) VALUES ('" + authority + "')";
    }

    private static String path(UUID... authorities) {
        return Stream.of(authorities).map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Object pathOf(UUID authority) {
        return Database.value("SELECT CAST(path AS text) FROM authority_tree WHERE id = ?", authority);
    }

    private static Object pathOfRow(UUID authority) {
        return Database.value("SELECT CAST(authority_path AS text) FROM listed WHERE authority_id = ?", authority);
    }

    @Test
    void an_authority_lies_beneath_all_that_stand_above_it_and_beneath_nothing_else() throws SQLException {
        tellAll();

        assertThat(tree.isBeneath(commune, district)).isTrue();
        assertThat(tree.isBeneath(commune, province)).isTrue();
        assertThat(tree.isBeneath(commune, another)).isFalse();
        assertThat(tree.isBeneath(commune, commune)).isFalse();
        assertThat(tree.isBeneath(province, commune)).isFalse();
        assertThat(tree.isBeneath(UUID.randomUUID(), province)).isFalse();
        assertThat(tree.isParent(district, commune)).isTrue();
        assertThat(tree.isParent(province, commune)).isFalse();
    }

    @Test
    void it_makes_no_difference_in_which_order_authorities_are_told_of() throws SQLException {
        List<UUID> ladder = Stream.generate(UUID::randomUUID).limit(6).collect(Collectors.toCollection(ArrayList::new));
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(order, new Random(seed));
            for (int place : order) {
                tell(ladder.get(place), place == 0 ? null : ladder.get(place - 1));
            }

            for (int place = 0; place < ladder.size(); place++) {
                assertThat(pathOf(ladder.get(place)))
                        .as("%s of %s", place, order)
                        .isEqualTo(path(ladder.subList(0, place).toArray(UUID[]::new)));
            }
            execute("DELETE FROM told");
        }
    }

    @Test
    void one_that_is_heard_before_what_stands_above_it_lies_beneath_that_already() throws SQLException {
        tell(commune, district);

        assertThat(tree.isBeneath(commune, district)).isTrue();
        assertThat(tree.isBeneath(commune, province)).isFalse();
    }

    @Test
    void what_lies_beneath_an_authority_moves_with_it_and_so_do_its_rows() throws SQLException {
        tellAll();
        execute(listing(commune));
        assertThat(pathOfRow(commune)).isEqualTo(path(province, district));

        tell(district, another);

        assertThat(pathOf(commune)).isEqualTo(path(province, another, district));
        assertThat(pathOfRow(commune)).isEqualTo(path(province, another, district));
    }

    @Test
    void rows_of_an_authority_that_is_told_of_later_get_their_path_then() throws SQLException {
        execute(listing(commune));
        assertThat(pathOfRow(commune)).isNull();

        tellAll();

        assertThat(pathOfRow(commune)).isEqualTo(path(province, district));
    }

    @Test
    void what_is_told_again_writes_nothing() throws SQLException {
        tellAll();
        execute(listing(commune));
        String written = "SELECT string_agg(CAST(t.xmin AS text), ',' ORDER BY t.id) || (SELECT xmin FROM listed)"
                + " FROM authority_tree t";
        Object before = Database.value(written);

        tellAll();
        execute("UPDATE told SET name = 'UBND'; UPDATE listed SET authority_id = authority_id WHERE false");

        assertThat(Database.value(written)).isEqualTo(before);
    }

    @Test
    void one_that_has_become_void_stands_nowhere_and_what_was_beneath_it_only_beneath_itself() throws SQLException {
        tellAll();
        execute(listing(commune) + "; " + listing(district));

        execute("DELETE FROM told WHERE id = '" + district + "'");

        assertThat(tree.isBeneath(district, province)).isFalse();
        assertThat(pathOf(commune)).isEqualTo(path(district));
        assertThat(pathOfRow(commune)).isEqualTo(path(district));
        assertThat(pathOfRow(district)).isEqualTo(path());

        tell(district, another);

        assertThat(pathOfRow(commune)).isEqualTo(path(province, another, district));
    }

    @Test
    void a_rebuild_takes_nothing_from_sight() throws SQLException {
        tellAll();
        execute(listing(commune) + "; TRUNCATE told");

        assertThat(tree.isBeneath(commune, province)).isTrue();

        tell(another, null);
        tell(district, another);
        tell(commune, district);

        assertThat(pathOfRow(commune)).isEqualTo(path(another, district));
    }

    @Test
    void in_a_cycle_none_lies_beneath_another_and_it_ends_when_the_other_change_is_heard() throws SQLException {
        tellAll();
        execute(listing(commune));

        tell(province, district);

        assertThat(tree.isBeneath(province, district)).isFalse();
        assertThat(tree.isBeneath(district, province)).isFalse();
        assertThat(pathOfRow(commune)).isEqualTo(path(district));
        assertThat(pathOf(another)).isEqualTo(path(province));

        tell(district, null);

        assertThat(pathOf(another)).isEqualTo(path(district, province));
        assertThat(pathOfRow(commune)).isEqualTo(path(district));

        tell(district, district);

        assertThat(tree.isBeneath(district, district)).isFalse();
        assertThat(tree.isBeneath(commune, district)).isTrue();
    }

    /** Whichever comes first, the other waits for its commit and then sees what it has written. */
    @Test
    void a_row_that_is_entered_while_its_authority_moves_gets_the_new_path() throws Exception {
        tellAll();
        assertWaits(telling(district, another), listing(commune));
        assertThat(pathOfRow(commune)).isEqualTo(path(province, another, district));

        execute("DELETE FROM listed");
        assertWaits(listing(commune), telling(district, province));
        assertThat(pathOfRow(commune)).isEqualTo(path(province, district));
    }

    @Test
    void of_two_that_move_at_once_the_second_sees_the_first() throws Exception {
        tellAll();
        UUID hamlet = UUID.randomUUID();

        assertWaits(telling(district, another), telling(hamlet, commune));

        assertThat(pathOf(hamlet)).isEqualTo(path(province, another, district, commune));
    }

    private static void assertWaits(String first, String second) throws Exception {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(first);
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
                try {
                    execute(second);
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            });
            assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            connection.commit();
            waiting.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void among_3300_whether_one_lies_beneath_another_is_one_look_up_by_key() throws SQLException {
        tellAll();
        execute("INSERT INTO told SELECT gen_random_uuid(), '" + district + "' FROM generate_series(1, 3300);"
                + " ANALYZE authority_tree");

        QueryPlan plan =
                QueryPlan.of("SELECT 1 FROM authority_tree WHERE id = ? AND ? = ANY (path)", commune, province);

        assertThat(plan.json()).contains("\"pk_authority_tree\"");
        assertThat(plan.buffers()).isLessThanOrEqualTo(4);
    }
}
