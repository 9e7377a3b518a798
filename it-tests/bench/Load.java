import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends GETs to ports of this machine at set rates and counts what comes back, second by second. Needs no library:
 * {@code java Load.java SECONDS PATH API_KEY PORT=RATE...}. Prints lines of second, port, 200s, 429s, other answers.
 */
public final class Load {
    private static final int CONNECTIONS = 4;

    private final int port;
    private final double rate;
    private final byte[] request;
    private final int seconds;
    private final long begin;
    private final AtomicLongArray ok;
    private final AtomicLongArray throttled;
    private final AtomicLongArray other;

    private Load(int port, double rate, String path, String key, int seconds, long begin) {
        this.port = port;
        this.rate = rate;
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nx-api-key: " + key + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.seconds = seconds;
        this.begin = begin;
        this.ok = new AtomicLongArray(seconds + 1);
        this.throttled = new AtomicLongArray(seconds + 1);
        this.other = new AtomicLongArray(seconds + 1);
    }

    /** Runs. */
    public static void main(String[] arguments) throws InterruptedException {
        int seconds = Integer.parseInt(arguments[0]);
        long begin = System.nanoTime() + 200_000_000;
        List<Load> loads = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++) {
            String[] target = arguments[i].split("=");
            Load load = new Load(
                    Integer.parseInt(target[0]), Double.parseDouble(target[1]), arguments[1], arguments[2], seconds, begin);
            loads.add(load);
            for (int n = 0; n < CONNECTIONS; n++) {
                int number = n;
                threads.add(Thread.ofPlatform().daemon().start(() -> load.connection(number)));
            }
        }
        // Scripts that disturb the nodes wait for this.
        System.out.println("begin");
        for (Thread thread : threads) {
            // A paused node never answers.
            thread.join(Math.max(1, (begin - System.nanoTime()) / 1_000_000 + seconds * 1000L + 1000));
        }
        for (int second = 0; second < seconds; second++) {
            for (Load load : loads) {
                System.out.println(second + "\t" + load.port + "\t" + load.ok.get(second) + "\t"
                        + load.throttled.get(second) + "\t" + load.other.get(second));
            }
        }
    }

    private void connection(int number) {
        long gap = (long) (1e9 * CONNECTIONS / rate);
        long next = begin + gap * number / CONNECTIONS;
        long end = begin + seconds * 1_000_000_000L;
        while (next < end) {
            try (Socket socket = new Socket()) {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream();
                byte[] buffer = new byte[16_384];
                while (next < end) {
                    for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                        LockSupport.parkNanos(wait);
                    }
                    out.write(request);
                    count(read(in, buffer));
                    // What could not be sent in time is not made up for.
                    next = Math.max(next + gap, System.nanoTime() - 100_000_000);
                }
            } catch (IOException broken) {
                count(0);
                next = Math.max(next + gap, System.nanoTime() + 100_000_000);
            }
        }
    }

    private void count(int status) {
        int second = (int) ((System.nanoTime() - begin) / 1_000_000_000L);
        if (second >= 0 && second < seconds) {
            (status == 200 ? ok : status == 429 ? throttled : other).incrementAndGet(second);
        }
    }

    /** Reads an answer with a Content-Length; gives its status. */
    private static int read(InputStream in, byte[] buffer) throws IOException {
        int length = 0;
        while (true) {
            int read = in.read(buffer, length, buffer.length - length);
            if (read < 0) {
                throw new IOException("closed");
            }
            length += read;
            String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
            int head = text.indexOf("\r\n\r\n");
            if (head < 0) {
                continue;
            }
            String lower = text.substring(0, head).toLowerCase(java.util.Locale.ROOT);
            int at = lower.indexOf("content-length:");
            int body = at < 0 ? 0 : Integer.parseInt(lower.substring(at + 15).split("\r\n", 2)[0].strip());
            if (length >= head + 4 + body) {
                return Integer.parseInt(text.substring(9, 12));
            }
        }
    }
}
