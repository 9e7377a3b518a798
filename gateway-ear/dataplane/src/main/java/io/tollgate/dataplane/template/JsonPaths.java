package io.tollgate.dataplane.template;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.TypeRef;
import com.jayway.jsonpath.spi.json.AbstractJsonProvider;
import com.jayway.jsonpath.spi.mapper.MappingProvider;
import java.io.InputStream;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSONPath over the values of {@link JsonValues}, in Jayway's dialect. Compiled paths are kept, at most a thousand. */
public final class JsonPaths {
    private static final Cache<String, JsonPath> COMPILED =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private static final Configuration CONFIGURATION = Configuration.builder()
            .jsonProvider(new Values())
            .mappingProvider(new NoMapping())
            .options(EnumSet.of(Option.SUPPRESS_EXCEPTIONS))
            .build();

    private JsonPaths() {}

    /**
     * The value at a path; null where there is none.
     *
     * @throws TemplateFailure if the path is no JSONPath
     */
    public static @Nullable Object read(@Nullable Object root, String path) {
        if (path.equals("$")) {
            return root;
        }
        if (root == null || !(root instanceof Map || root instanceof List)) {
            return null;
        }
        try {
            JsonPath compiled = COMPILED.getIfPresent(path);
            if (compiled == null) {
                compiled = JsonPath.compile(path);
                COMPILED.put(path, compiled);
            }
            return compiled.read(root, CONFIGURATION);
        } catch (InvalidPathException invalid) {
            throw new TemplateFailure("Invalid JSON path: " + path);
        } catch (JsonPathException nothing) {
            return null;
        } catch (StackOverflowError deep) {
            throw new TemplateFailure("the JSON path is nested too deeply");
        } catch (TemplateFailure beyond) {
            throw beyond;
        } catch (RuntimeException broken) {
            throw new TemplateFailure("the JSON path " + path + " fails: " + broken);
        }
    }

    /** The same outside of a template, under a budget of its own. */
    public static @Nullable Object readAlone(@Nullable Object root, String path) {
        Budget.current().reset();
        return read(root, path);
    }

    /** Maps and lists are what they are; new ones are ours, so that they print as AWS prints them. */
    private static final class Values extends AbstractJsonProvider {
        @Override
        public Object parse(String json) {
            throw new UnsupportedOperationException("values are parsed before");
        }

        @Override
        public Object parse(InputStream jsonStream, String charset) {
            throw new UnsupportedOperationException("values are parsed before");
        }

        @Override
        public String toJson(Object value) {
            return JsonValues.write(value);
        }

        @Override
        public Object getArrayIndex(Object array, int index) {
            Budget.current().pathWork(1);
            return super.getArrayIndex(array, index);
        }

        @Override
        public Object getMapValue(Object map, String key) {
            Budget.current().pathWork(1);
            return super.getMapValue(map, key);
        }

        @Override
        public Collection<String> getPropertyKeys(Object map) {
            Budget.current().pathWork(1 + ((Map<?, ?>) map).size() / 4);
            return super.getPropertyKeys(map);
        }

        @Override
        public Iterable<?> toIterable(Object array) {
            Budget.current().pathWork(1 + ((List<?>) array).size() / 4);
            return super.toIterable(array);
        }

        /** Results are lists, and so are the paths of results: a deep one is a long text. */
        @Override
        public void setArrayIndex(Object array, int index, Object value) {
            Budget.current().pathWork(1 + (value instanceof String text ? text.length() / 8 : 0));
            super.setArrayIndex(array, index, value);
        }

        @Override
        public Object createArray() {
            return new JsonArray();
        }

        @Override
        public Object createMap() {
            return new JsonObject();
        }
    }

    /** Nothing is mapped to classes. */
    private static final class NoMapping implements MappingProvider {
        @Override
        public <T> T map(Object source, Class<T> targetType, Configuration configuration) {
            return targetType.cast(source);
        }

        @Override
        public <T> T map(Object source, TypeRef<T> targetType, Configuration configuration) {
            throw new UnsupportedOperationException("values keep their types");
        }
    }
}
