package io.tollgate.dataplane.lease;

import io.tollgate.dataplane.limit.Bucket;
import io.tollgate.dataplane.limit.Limit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Nodes, messages with delays, and a clock that jumps from event to event. The same every time. */
final class SimulatedCluster {
    static final long MILLI = 1_000_000;
    static final long SECOND = 1000 * MILLI;
    private static final Comparator<Event> ORDER =
            Comparator.comparingLong(Event::at).thenComparingLong(Event::number);

    private record Event(long at, long number, Runnable what) {}

    private final PriorityQueue<Event> events = new PriorityQueue<>(ORDER);
    private final Random random = new Random(7);
    private final List<Node> nodes = new ArrayList<>();
    private final Limit limit;
    private final List<Node> parted = new ArrayList<>();
    private boolean registered;
    private int owner;
    private long numbers;
    private long now = 5 * SECOND;

    SimulatedCluster(int size, Limit limit) {
        this.limit = limit;
        for (int i = 0; i < size; i++) {
            nodes.add(new Node(size));
        }
        nodes.forEach(Node::begin);
    }

    final class Node implements Owners {
        private final Map<String, Long> pools = new HashMap<>();
        private final List<Runnable> held = new ArrayList<>();
        private final Leases leases = new Leases(this, () -> now, () -> at(now, this::turn));
        private View view;
        private Bucket bucket = new Unset();
        private boolean paused;
        private int losing;
        private long scheduled = Long.MAX_VALUE;
        private long drewAt = Long.MIN_VALUE / 2;
        long admitted;
        long refused;

        Node(int size) {
            view = View.of(size);
        }

        private void begin() {
            bucket = leases.make("b", limit);
        }

        void see(View other) {
            view = other;
        }

        private void turn() {
            if (paused) {
                held.add(this::turn);
                return;
            }
            long wait = leases.turn();
            if (wait != Long.MAX_VALUE && (scheduled <= now || now + wait < scheduled)) {
                scheduled = now + wait;
                at(scheduled, this::turn);
            }
        }

        @Override
        public View view() {
            return view;
        }

        @Override
        public Object ownerOf(String name) {
            return nodes.get(parted.isEmpty() ? owner : parted.contains(this) ? nodes.indexOf(this) : owner);
        }

        @Override
        public CompletionStage<Map<String, Long>> ask(Object asked, List<Ask> asks) {
            CompletableFuture<Map<String, Long>> answer = new CompletableFuture<>();
            if (losing > 0) {
                losing--;
                return answer;
            }
            Node to = (Node) asked;
            at(
                    now + delay(),
                    () -> to.receive(() -> {
                        Map<String, Long> given = new HashMap<>();
                        for (Ask ask : asks) {
                            Pool pool = Pool.answer(to.pools.get(ask.bucket()), now, ask);
                            to.pools.put(ask.bucket(), pool.fullAt());
                            given.put(ask.bucket(), pool.given());
                        }
                        at(now + delay(), () -> receive(() -> answer.complete(given)));
                    }));
            return answer;
        }

        private void receive(Runnable message) {
            if (paused) {
                held.add(message);
            } else {
                message.run();
            }
        }

        void pause() {
            paused = true;
        }

        /** Neither sends its next asks nor hears that they were not sent. */
        void loseAsks(int number) {
            losing = number;
        }

        void resume() {
            paused = false;
            held.forEach(message -> at(now, message));
            held.clear();
        }

        void call() {
            if (!paused) {
                boolean let = bucket.take();
                admitted += let ? 1 : 0;
                refused += let ? 0 : 1;
            }
        }

        /** Calls with this rate at random times from now on, for so long. */
        void load(double rate, long duration) {
            long until = now + duration;
            next(rate, until);
        }

        private void next(double rate, long until) {
            long gap = Math.round(-Math.log(1 - random.nextDouble()) * 1e9 / rate);
            if (now + gap < until) {
                at(now + gap, () -> {
                    call();
                    next(rate, until);
                });
            }
        }
    }

    private static final class Unset implements Bucket {
        @Override
        public boolean take() {
            throw new IllegalStateException();
        }

        @Override
        public void giveBack() {
            throw new IllegalStateException();
        }

        @Override
        public int available() {
            throw new IllegalStateException();
        }

        @Override
        public Limit limit() {
            throw new IllegalStateException();
        }
    }

    Node node(int index) {
        return nodes.get(index);
    }

    void ownedBy(int index) {
        owner = index;
    }

    /** Cuts a node off from the others, which know of each other and that it is alive. */
    void part(int index) {
        parted.add(nodes.get(index));
        for (Node node : nodes) {
            double together = parted.contains(node) ? 1 : nodes.size() - 1;
            node.see(new View(nodes.size(), together / nodes.size()));
        }
    }

    /** Cuts a node off as {@link #part} does, and lets nodes see twice a second who draws tokens, as a register tells them. */
    void partWithRegister(int index) {
        parted.add(nodes.get(index));
        if (!registered) {
            registered = true;
            beat();
        }
    }

    private void beat() {
        for (Node node : nodes) {
            if (!node.paused && node.leases.hasDrawn()) {
                node.drewAt = now;
            }
        }
        for (Node node : nodes) {
            int inTouch = 0;
            int apart = 0;
            for (Node other : nodes) {
                boolean together = parted.contains(other) == parted.contains(node);
                inTouch += together ? 1 : 0;
                apart += !together && !other.paused && now - other.drewAt < 10 * SECOND ? 1 : 0;
            }
            node.see(View.of(inTouch, apart));
        }
        at(now + SECOND / 2, this::beat);
    }

    /** Whether nothing will happen any more. */
    boolean isQuiet() {
        return events.isEmpty();
    }

    long admitted() {
        return nodes.stream().mapToLong(node -> node.admitted).sum();
    }

    long refused() {
        return nodes.stream().mapToLong(node -> node.refused).sum();
    }

    /** Between 0.2 and 3 ms, as messages between processes of a busy machine take. */
    private long delay() {
        return MILLI / 5 + (long) (random.nextDouble() * 2.8 * MILLI);
    }

    private void at(long time, Runnable what) {
        events.add(new Event(time, numbers++, what));
    }

    /** Lets so much time pass. */
    void pass(long duration) {
        long until = now + duration;
        while (!events.isEmpty() && events.element().at() <= until) {
            Event event = events.remove();
            now = Math.max(now, event.at());
            event.what().run();
        }
        now = until;
    }
}
