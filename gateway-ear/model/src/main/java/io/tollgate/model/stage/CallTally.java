package io.tollgate.model.stage;

/**
 * What became of a number of calls.
 *
 * @param calls how many were answered
 * @param errors how many of them with a 5XX status
 * @param measured how many of them reached a backend that answered
 * @param micros how long those took together, from arrival to the beginning of the answer, in microseconds
 */
public record CallTally(long calls, long errors, long measured, long micros) {
    /** No calls. */
    public static final CallTally NONE = new CallTally(0, 0, 0, 0);

    /** The share of 5XX answers in per cent, 0 without calls. */
    public double errorPercent() {
        return calls == 0 ? 0 : errors * 100.0 / calls;
    }

    /** How long a call took on average in milliseconds, 0 if none was measured. */
    public double meanMillis() {
        return measured == 0 ? 0 : micros / 1000.0 / measured;
    }
}
