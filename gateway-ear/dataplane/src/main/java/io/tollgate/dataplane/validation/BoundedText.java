package io.tollgate.dataplane.validation;

/** A text that a pattern of a schema reads: a pattern that goes over it again and again is stopped. */
final class BoundedText implements CharSequence {
    private static final int MOST_READS = 2_000_000;

    private final CharSequence text;
    private final int[] reads;

    BoundedText(CharSequence text) {
        this(text, new int[1]);
    }

    private BoundedText(CharSequence text, int[] reads) {
        this.text = text;
        this.reads = reads;
    }

    /** A pattern took too long. */
    static final class TooMuchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooMuchException() {
            super("a pattern of the model takes too long on this value", null, false, false);
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++reads[0] > MOST_READS) {
            throw new TooMuchException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), reads);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
