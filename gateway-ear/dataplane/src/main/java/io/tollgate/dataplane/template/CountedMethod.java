package io.tollgate.dataplane.template;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import org.apache.velocity.util.introspection.VelMethod;
import org.jspecify.annotations.Nullable;

/** A method whose calls and results are counted. */
record CountedMethod(VelMethod method, boolean compares) implements VelMethod {
    @Override
    public @Nullable Object invoke(Object target, Object[] arguments)
            throws IllegalAccessException, InvocationTargetException {
        Budget budget = Budget.current();
        budget.step();
        before(budget, target, arguments);
        int size = size(target);
        Object result = method.invoke(target, printed(arguments));
        if (size(target) > size) {
            budget.items(size(target));
        }
        return result instanceof String text ? budget.text(text) : result;
    }

    /** Velocity would turn lists and maps into texts where a method wants a text. */
    private Object[] printed(Object[] arguments) {
        if (!hasContainer(arguments)) {
            return arguments;
        }
        Method called = method.getMethod();
        Class<?>[] types = called == null ? new Class<?>[0] : called.getParameterTypes();
        Object[] given = arguments.clone();
        for (int i = 0; i < Math.min(types.length, arguments.length); i++) {
            if (Printing.isContainer(arguments[i])
                    && !types[i].isInstance(arguments[i])
                    && CharSequence.class.isAssignableFrom(types[i])) {
                given[i] = Printing.text(arguments[i]);
            }
        }
        return given;
    }

    private static boolean hasContainer(Object[] arguments) {
        for (Object argument : arguments) {
            if (Printing.isContainer(argument)) {
                return true;
            }
        }
        return false;
    }

    private static int size(Object target) {
        return target instanceof Collection<?> items ? items.size() : target instanceof Map<?, ?> map ? map.size() : 0;
    }

    private void before(Budget budget, Object target, Object[] arguments) {
        if (target instanceof String text) {
            budget.work(text.length());
        }
        for (Object argument : arguments) {
            if (argument instanceof String text) {
                budget.work(text.length());
            } else if (target instanceof Map || compares) {
                Printing.checkComparable(argument);
            }
        }
        if (compares) {
            Printing.checkComparable(target);
        }
    }

    @Override
    public boolean isCacheable() {
        return method.isCacheable();
    }

    @Override
    public String getMethodName() {
        return method.getMethodName();
    }

    @Override
    public Method getMethod() {
        return method.getMethod();
    }

    @Override
    public Class<?> getReturnType() {
        return method.getReturnType();
    }
}
