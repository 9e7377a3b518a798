package io.tollgate.it.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one gateway that they share: started for the first of them, ended after the last. */
public final class SharedTollgate implements ParameterResolver {
    private static final Namespace SHARED = Namespace.create(SharedTollgate.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningTollgate.class;
    }

    @Override
    public RunningTollgate resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SHARED)
                .getOrComputeIfAbsent(
                        RunningTollgate.class,
                        any -> RunningTollgate.start(Launch.named("shared")),
                        RunningTollgate.class);
    }
}
