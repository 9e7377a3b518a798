package io.tollgate.dataplane.template;

import java.util.Iterator;
import org.apache.velocity.util.introspection.Info;

/** Ends with a failure where AWS ends: after a thousand iterations. */
final class CountedIterator implements Iterator<Object> {
    private static final int MOST_ITERATIONS = 1_000;

    private final Iterator<?> items;
    private final Info place;
    private int count;

    CountedIterator(Iterator<?> items, Info place) {
        this.items = items;
        this.place = place;
    }

    @Override
    public boolean hasNext() {
        return items.hasNext();
    }

    @Override
    public Object next() {
        if (++count > MOST_ITERATIONS) {
            throw new TemplateFailure("a loop has more than " + MOST_ITERATIONS + " iterations")
                    .at(place.getLine(), place.getColumn());
        }
        Budget.current().step();
        return items.next();
    }
}
