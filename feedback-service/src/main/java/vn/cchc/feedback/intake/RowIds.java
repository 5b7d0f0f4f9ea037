package vn.cchc.feedback.intake;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.cchc.feedback.handling.SenderDetails;
import vn.cchc.platform.event.Ids;

/**
 * The ids of feedback that rows of old registers become. They follow from what the row states, and from the authority: whoever sends
 * it again, in whatever file, gets the feedback that is there. What a call or a default adds is no part of it. Rows that state the same
 * within a sheet are told apart by their order; in another sheet they are copies.
 *
 * <p>An id is public. The digest has a key, so that nobody finds out by trying whether a row is somebody's.
 */
@ApplicationScoped
class RowIds {

    private static final String ALGORITHM = "HmacSHA256";

    private final AgroalDataSource database;
    private volatile byte[] key;

    RowIds(AgroalDataSource database) {
        this.database = database;
    }

    /** The rows of one file, in their order. */
    Counted of(UUID authority) {
        return new Counted(authority, mac());
    }

    /** Counts the rows of a sheet that state the same. */
    static final class Counted {

        private final UUID authority;
        private final Mac mac;
        private final Map<String, Integer> times = new HashMap<>();
        private String sheet = "";

        private Counted(UUID authority, Mac mac) {
            this.authority = authority;
            this.mac = mac;
        }

        /** @param row the next one in order */
        UUID next(ReadRow row) {
            if (!row.written().sheet().equals(sheet)) {
                times.clear();
                sheet = row.written().sheet();
            }
            String digest = HexFormat.of().formatHex(mac.doFinal(stated(row)));
            return Ids.derived(authority, digest + '/' + times.merge(digest, 1, Integer::sum));
        }
    }

    /** What a row states, each part with its length, so that no two rows look the same. */
    private static byte[] stated(ReadRow row) {
        ReceiveFeedback wanted = row.wanted();
        SenderDetails sender = wanted.sender();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream parts = new DataOutputStream(bytes)) {
            parts.writeLong(wanted.receivedAt().toEpochSecond());
            for (String part : Arrays.asList(
                    row.stated().channel().map(Enum::name).orElse(null),
                    row.stated().kind().map(Enum::name).orElse(null),
                    wanted.content(),
                    sender.name(),
                    sender.address(),
                    sender.phone(),
                    sender.email())) {
                parts.writeBoolean(part != null);
                parts.writeUTF(part == null ? "" : part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made by the migration, the same on all replicas, and never another: read once. */
    private byte[] key() {
        if (key == null) {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement("SELECT key FROM register_row_key");
                    ResultSet row = select.executeQuery()) {
                row.next();
                key = row.getBytes(1);
            } catch (SQLException e) {
                throw new IllegalStateException("The key of the rows of old registers cannot be read", e);
            }
        }
        return key;
    }
}
