package vn.cchc.platform.testing.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A stretch of network before a server that can fall silent: connections stay, and nothing passes, as when a host is lost or a
 * cable cut. What was sent meanwhile arrives when it is mended.
 */
final class Wire implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final List<Socket> sockets = new ArrayList<>();
    private volatile CountDownLatch cut = new CountDownLatch(0);

    Wire(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cut() {
        cut = new CountDownLatch(1);
    }

    void mend() {
        cut.countDown();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                start(() -> connect(near));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        try {
            cut.await();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            synchronized (sockets) {
                sockets.add(near);
                sockets.add(far);
            }
            start(() -> carry(near, far));
            start(() -> carry(far, near));
        } catch (IOException e) {
            close(near);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                cut.await();
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One end is gone; so is the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        mend();
        close(door);
        synchronized (sockets) {
            sockets.forEach(Wire::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
