package io.tollgate.controlplane.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Transactions of the container. */
@ApplicationScoped
public class JtaTransactions implements Transactions {

    @Override
    @Transactional
    public <T> T run(Supplier<T> work) {
        return work.get();
    }
}
