import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A load with a balancer in it: GETs go in turn to those ports of this machine that answer 200 to {@code /tollgate/ready},
 * which is asked five times a second. Connections are kept unless an answer says otherwise; no request is sent twice. Runs until
 * its input ends: {@code java Balance.java PATH RATE PORT...}. Prints requests and failures.
 */
public final class Balance {
    private static final int CONNECTIONS = 16;
    private static final int SHOWN = 10;

    private final int[] ports;
    private volatile boolean[] ready;
    private final AtomicLong[] served;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLong failures = new AtomicLong();
    private final String path;
    private final double rate;
    private volatile boolean ended;

    private Balance(String path, double rate, int[] ports) {
        this.path = path;
        this.rate = rate;
        this.ports = ports;
        this.ready = new boolean[ports.length];
        this.served = new AtomicLong[ports.length];
        for (int i = 0; i < ports.length; i++) {
            served[i] = new AtomicLong();
        }
    }

    /** Runs. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int[] ports = new int[arguments.length - 2];
        for (int i = 0; i < ports.length; i++) {
            ports[i] = Integer.parseInt(arguments[i + 2]);
        }
        Balance balance = new Balance(arguments[0], Double.parseDouble(arguments[1]), ports);
        balance.check();
        List<Thread> threads = new ArrayList<>();
        Thread checks = Thread.ofPlatform().daemon().start(balance::checkForever);
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().daemon().start(balance::client));
        }
        System.out.println("begin");
        while (System.in.read() >= 0) {
            // Until the script closes it.
        }
        balance.ended = true;
        for (Thread thread : threads) {
            thread.join(60_000);
        }
        checks.interrupt();
        long all = 0;
        for (int i = 0; i < ports.length; i++) {
            System.out.printf("port %d answered %d requests%n", ports[i], balance.served[i].get());
            all += balance.served[i].get();
        }
        System.out.printf("requests %d, failures %d%n", all + balance.failures.get(), balance.failures.get());
    }

    private void checkForever() {
        while (!ended) {
            LockSupport.parkNanos(200_000_000);
            check();
        }
    }

    private synchronized void check() {
        boolean[] now = new boolean[ports.length];
        for (int i = 0; i < ports.length; i++) {
            try (Connection probe = new Connection(ports[i])) {
                now[i] = probe.get("/tollgate/ready") == 200;
            } catch (IOException closed) {
                now[i] = false;
            }
        }
        ready = now;
    }

    /** The next port that is ready; waits if none is. */
    private int next() {
        while (true) {
            for (int tried = 0; tried < ports.length; tried++) {
                int candidate = Math.floorMod(turn.getAndIncrement(), ports.length);
                if (ready[candidate]) {
                    return candidate;
                }
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void client() {
        Connection[] kept = new Connection[ports.length];
        long gap = (long) (1e9 * CONNECTIONS / rate);
        long next = System.nanoTime();
        while (!ended) {
            for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            next = Math.max(next + gap, System.nanoTime() - 100_000_000);
            forgetUnready(kept);
            request(next(), kept);
        }
    }

    /** As balancers do: a node that comes back gets new connections. */
    private void forgetUnready(Connection[] kept) {
        for (int i = 0; i < ports.length; i++) {
            if (!ready[i] && kept[i] != null) {
                kept[i].close();
                kept[i] = null;
            }
        }
    }

    private void request(int node, Connection[] kept) {
        try {
            if (kept[node] == null) {
                kept[node] = new Connection(ports[node]);
            }
            int status = kept[node].get(path);
            if (status == 200) {
                served[node].incrementAndGet();
            } else {
                failed(node, "status " + status);
            }
            if (kept[node].ends) {
                kept[node].close();
                kept[node] = null;
            }
        } catch (IOException broken) {
            failed(node, broken.toString());
            if (kept[node] != null) {
                kept[node].close();
                kept[node] = null;
            }
        }
    }

    private void failed(int node, String why) {
        if (failures.incrementAndGet() <= SHOWN) {
            System.out.println("failure at port " + ports[node] + ": " + why);
        }
    }

    /** A connection that reads answers with a Content-Length. */
    private static final class Connection implements AutoCloseable {
        private final Socket socket = new Socket();
        private final int port;
        private boolean ends;

        Connection(int port) throws IOException {
            this.port = port;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(35_000);
            socket.connect(new InetSocketAddress("127.0.0.1", port), 2_000);
        }

        int get(String path) throws IOException {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String head = head(in).toLowerCase(Locale.ROOT);
            ends = head.contains("\r\nconnection: close");
            int at = head.indexOf("\r\ncontent-length:");
            int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 17).split("\r\n", 2)[0].strip());
            if (in.readNBytes(length).length != length) {
                throw new IOException("a short answer");
            }
            return Integer.parseInt(head.substring(9, 12));
        }

        private static String head(InputStream in) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int ending = 0;
            while (ending < 4) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("closed without an answer");
                }
                bytes.write(next);
                ending = next == (ending % 2 == 0 ? '\r' : '\n') ? ending + 1 : 0;
            }
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException gone) {
                // Nothing is lost with it.
            }
        }
    }
}
