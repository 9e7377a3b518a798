package io.tollgate.dataplane.template;

import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.jspecify.annotations.Nullable;

/** What a reference writes: nothing where it has no value, and never more than the budget. Velocity makes one. */
public final class Insertion implements ReferenceInsertionEventHandler {

    /** For Velocity. */
    public Insertion() {}

    @Override
    public Object referenceInsert(Context context, String reference, @Nullable Object value) {
        Budget budget = Budget.current();
        budget.step();
        String text = budget.text(Printing.text(value));
        budget.insert(text.length());
        return text;
    }
}
