package io.tollgate.dataplane.template;

import java.util.function.LongSupplier;

/** What one rendering may still do; whoever works asks it first. Used by one thread. */
final class Budget {
    /** The largest output and the largest single text, in characters. */
    static final int MOST_CHARACTERS = 10_485_760;

    /** The most items of a list or members of a map. */
    static final int MOST_ITEMS = 200_000;

    private static final int MOST_STEPS = 200_000;
    private static final long MOST_PATH_WORK = 4_000_000;
    private static final int WORK_BETWEEN_LOOKS = 1 << 18;
    private static final long MOST_NANOS = 2_000_000_000L;
    private static final ThreadLocal<Budget> CURRENT = ThreadLocal.withInitial(Budget::new);

    private int steps;
    private int work;
    private long pathWork;
    private long inserted;
    private long deadline;
    private LongSupplier nanos = System::nanoTime;

    private Budget() {}

    /** The budget of this thread's rendering. */
    static Budget current() {
        return CURRENT.get();
    }

    /** Lets the renderings of this thread go by another clock than {@link System#nanoTime}. */
    void goBy(LongSupplier clock) {
        nanos = clock;
    }

    void reset() {
        steps = 0;
        work = 0;
        pathWork = 0;
        inserted = 0;
        deadline = nanos.getAsLong() + MOST_NANOS;
    }

    /** One method call, iteration or inserted value. */
    void step() {
        if (++steps > MOST_STEPS) {
            throw new TemplateFailure("the template takes more than " + MOST_STEPS + " steps");
        }
        if ((steps & 63) == 0) {
            checkTime();
        }
    }

    void checkTime() {
        if (nanos.getAsLong() - deadline > 0) {
            throw new TemplateFailure("the template takes more than " + MOST_NANOS / 1_000_000 + " ms");
        }
    }

    /** Something that takes as long as looking at so many characters. */
    void work(int characters) {
        work += characters;
        if (work < 0 || work > WORK_BETWEEN_LOOKS) {
            work = 0;
            checkTime();
        }
    }

    /** A look of a JSONPath at a value, or a text that it keeps. */
    void pathWork(int cost) {
        pathWork += cost;
        if (pathWork > MOST_PATH_WORK) {
            throw new TemplateFailure("a JSON path looks at too many values");
        }
        work(64 * cost);
    }

    /** A list or map after a change. */
    void items(int size) {
        if (size > MOST_ITEMS) {
            throw new TemplateFailure("a list or map that a template fills has more than " + MOST_ITEMS + " items");
        }
    }

    /** A text that was made. */
    String text(String made) {
        work(made.length());
        if (made.length() > MOST_CHARACTERS) {
            throw new TemplateFailure("a text has more than " + MOST_CHARACTERS + " characters");
        }
        return made;
    }

    /** A text that is written into another. */
    void insert(int length) {
        inserted += length;
        if (inserted > 4L * MOST_CHARACTERS) {
            throw new TemplateFailure("the template writes too much");
        }
    }
}
