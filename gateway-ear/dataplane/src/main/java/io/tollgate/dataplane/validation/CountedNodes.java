package io.tollgate.dataplane.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Makes the nodes of one body's tree until they take about 100 MB: 10 MB of JSON can be 300 MB of nodes. */
final class CountedNodes extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    /** In units of about 16 bytes. */
    private static final int MOST = 6_000_000;

    private int weight;

    /** A body has too many values. */
    static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooManyException() {
            super("the body has too many values", null, false, false);
        }
    }

    private void add(int units) {
        weight += units;
        if (weight > MOST) {
            throw new TooManyException();
        }
    }

    @Override
    public ArrayNode arrayNode() {
        add(4);
        return super.arrayNode();
    }

    @Override
    public ObjectNode objectNode() {
        add(12);
        return super.objectNode();
    }

    @Override
    public TextNode textNode(String text) {
        add(6 + text.length() / 16);
        return super.textNode(text);
    }

    @Override
    public NumericNode numberNode(int value) {
        add(2);
        return super.numberNode(value);
    }

    @Override
    public NumericNode numberNode(long value) {
        add(2);
        return super.numberNode(value);
    }

    @Override
    public NumericNode numberNode(double value) {
        add(2);
        return super.numberNode(value);
    }
}
