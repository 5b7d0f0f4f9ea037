package vn.cchc.platform.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ports of this machine. */
public final class FreePort {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private FreePort() {}

    /** A port that was free a moment ago. */
    public static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }

    /**
     * Whether {@code port} is free, or becomes so within {@link #CLOSING}: the sockets of a killed process are closed
     * shortly after its command disappears ({@link Processes#isRunning}).
     */
    static boolean becomesFree(int port) {
        long deadline = System.nanoTime() + CLOSING.toNanos();
        while (!isFree(port)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return isFree(port);
            }
        }
        return true;
    }

    /** Whether {@code port} can be bound: nothing listens on it on any local address. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
