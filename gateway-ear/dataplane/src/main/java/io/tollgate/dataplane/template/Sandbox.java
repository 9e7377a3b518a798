package io.tollgate.dataplane.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.velocity.runtime.directive.Scope;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.UberspectImpl;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;
import org.jspecify.annotations.Nullable;

/**
 * Which methods and properties a template may use: those of texts, numbers, maps, collections and of the roots it is
 * given. Nothing of the Java platform is reachable. Velocity makes one for each runtime.
 */
public final class Sandbox extends UberspectImpl {
    private static final Set<String> NEVER = Set.of(
            "getClass",
            "wait",
            "notify",
            "notifyAll",
            "clone",
            "finalize",
            "stream",
            "parallelStream",
            "spliterator",
            "forEach",
            "repeat",
            "formatted",
            "describeConstable",
            "resolveConstantDesc",
            "getBytes",
            "chars",
            "codePoints",
            "lines",
            "transform",
            "intern");

    /** Methods that make a number of a billion digits of a short one. */
    private static final Set<String> GROWING = Set.of(
            "pow",
            "shiftLeft",
            "shiftRight",
            "setBit",
            "flipBit",
            "clearBit",
            "setScale",
            "scaleByPowerOfTen",
            "movePointLeft",
            "movePointRight",
            "toBigInteger",
            "toBigIntegerExact",
            "toPlainString");

    /** Methods of lists and maps that compare what these hold. */
    private static final Set<String> COMPARING = Set.of(
            "equals",
            "hashCode",
            "contains",
            "containsAll",
            "containsValue",
            "indexOf",
            "lastIndexOf",
            "remove",
            "removeAll",
            "retainAll");

    /** For Velocity. */
    public Sandbox() {}

    private static boolean isAllowed(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Map
                || value instanceof Collection
                || value instanceof Map.Entry
                || value instanceof Iterator
                || value instanceof Object[]
                || value instanceof TemplateRoot
                || value instanceof Scope;
    }

    @Override
    public @Nullable VelMethod getMethod(Object target, String name, Object[] arguments, Info info) {
        if (target == null || !isAllowed(target) || NEVER.contains(name)) {
            return null;
        }
        if ((target instanceof BigInteger || target instanceof BigDecimal) && GROWING.contains(name)) {
            return null;
        }
        if (target instanceof String && StringCalls.NAMES.contains(name) && arguments.length > 0) {
            return new RegexMethod(name);
        }
        if (target instanceof Collection && name.equals("count") && arguments.length == 0) {
            VelMethod size = super.getMethod(target, "size", arguments, info);
            return size == null ? null : new CountedMethod(size, false);
        }
        VelMethod method = super.getMethod(target, name, arguments, info);
        if (method == null) {
            return null;
        }
        boolean container = target instanceof Collection || target instanceof Map || target instanceof Map.Entry;
        return container && name.equals("toString") && arguments.length == 0
                ? new PrintMethod()
                : new CountedMethod(method, container && COMPARING.contains(name));
    }

    @Override
    public @Nullable VelPropertyGet getPropertyGet(Object target, String name, Info info) {
        if (target == null || !isAllowed(target)) {
            return null;
        }
        if (target instanceof Map && !(target instanceof Scope)) {
            return new MapGet(name);
        }
        return name.equals("class") ? null : super.getPropertyGet(target, name, info);
    }

    /** A member of a map; what a Java bean would have is no property of it. */
    private record MapGet(String name) implements VelPropertyGet {
        @Override
        public @Nullable Object invoke(Object target) {
            return ((Map<?, ?>) target).get(name);
        }

        @Override
        public boolean isCacheable() {
            return true;
        }

        @Override
        public String getMethodName() {
            return "get";
        }
    }

    @Override
    public @Nullable VelPropertySet getPropertySet(Object target, String name, Object value, Info info) {
        return target instanceof Map ? super.getPropertySet(target, name, value, info) : null;
    }

    @Override
    public @Nullable Iterator<?> getIterator(Object target, Info info) {
        if (target == null || !isAllowed(target)) {
            return null;
        }
        Iterator<?> iterator = super.getIterator(target, info);
        return iterator == null ? null : new CountedIterator(iterator, info);
    }

    /** The text of a list or map, as a reference writes it. */
    private record PrintMethod() implements VelMethod {
        @Override
        public Object invoke(Object target, Object[] arguments) {
            Budget.current().step();
            return Budget.current().text(Printing.text(target));
        }

        @Override
        public boolean isCacheable() {
            return true;
        }

        @Override
        public String getMethodName() {
            return "toString";
        }

        @Override
        public java.lang.reflect.@Nullable Method getMethod() {
            return null;
        }

        @Override
        public Class<?> getReturnType() {
            return String.class;
        }
    }

    /** A method of texts that takes a regular expression or a format. */
    private record RegexMethod(String name) implements VelMethod {
        @Override
        public Object invoke(Object target, Object[] arguments) {
            Budget.current().step();
            return StringCalls.call((String) target, name, arguments);
        }

        @Override
        public boolean isCacheable() {
            return true;
        }

        @Override
        public String getMethodName() {
            return name;
        }

        @Override
        public java.lang.reflect.@Nullable Method getMethod() {
            return null;
        }

        @Override
        public Class<?> getReturnType() {
            return Object.class;
        }
    }
}
