package io.tollgate.dataplane.template;

/** A text that a regular expression reads: an expression that backtracks for ever runs out of time here. */
record WatchedText(CharSequence text, int[] reads) implements CharSequence {

    WatchedText(CharSequence text) {
        this(text, new int[1]);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if ((++reads[0] & 0xFFF) == 0) {
            Budget.current().checkTime();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new WatchedText(text.subSequence(start, end), reads);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
