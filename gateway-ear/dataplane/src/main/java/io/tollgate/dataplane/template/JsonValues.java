package io.tollgate.dataplane.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON text to the values that templates see, and back. */
public final class JsonValues {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(512)
                    .maxNumberLength(1000)
                    .maxStringLength(10_485_760)
                    .build())
            .build();

    private JsonValues() {}

    /**
     * The value of a JSON text; empty if it is not JSON.
     *
     * @throws TemplateFailure if it is nested deeper than 512 levels, has a number of more than 1,000 digits, or takes more
     *     than about 100 MB as values
     */
    public static Optional<Parsed> parse(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Object value = read(parser, new Weight());
            return parser.nextToken() == null ? Optional.of(new Parsed(value)) : Optional.empty();
        } catch (StreamConstraintsException tooMuch) {
            throw new TemplateFailure("the JSON body is beyond a limit: " + tooMuch.getOriginalMessage());
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a value takes in memory, in units of about 16 bytes: a body of 10 MB can be one of 300 MB as values. */
    private static final class Weight {
        private static final int MOST = 6_000_000;
        private int sum;

        private void add(int units) {
            sum += units;
            if (sum > MOST) {
                throw new TemplateFailure("the JSON body has too many values");
            }
        }
    }

    /** A parsed value, which may be null. */
    public record Parsed(@Nullable Object value) {}

    private static @Nullable Object read(JsonParser parser, Weight weight) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                weight.add(8);
                JsonObject object = new JsonObject();
                while (parser.nextToken() != com.fasterxml.jackson.core.JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    weight.add(object.isEmpty() ? 8 : 4);
                    object.put(name, read(parser, weight));
                }
                yield object;
            }
            case START_ARRAY -> {
                weight.add(2);
                JsonArray array = new JsonArray();
                while (parser.nextToken() != com.fasterxml.jackson.core.JsonToken.END_ARRAY) {
                    array.add(read(parser, weight));
                }
                yield array;
            }
            case VALUE_STRING -> {
                weight.add(4 + parser.getTextLength() / 16);
                yield parser.getText();
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                weight.add(2);
                yield parser.getNumberValue();
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /**
     * A value as compact JSON text.
     *
     * @throws TemplateFailure if that has more characters than a template may write, or is nested without end
     */
    public static String write(@Nullable Object value) {
        Output text = new Output();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(out, value);
        } catch (StreamConstraintsException tooDeep) {
            throw new TemplateFailure("a value is nested too deeply to be written");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    out.writeFieldName(String.valueOf(member.getKey()));
                    write(out, member.getValue());
                }
                out.writeEndObject();
            }
            case Collection<?> items -> {
                out.writeStartArray();
                for (Object item : items) {
                    write(out, item);
                }
                out.writeEndArray();
            }
            case Boolean flag -> out.writeBoolean(flag);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case Float number -> out.writeNumber(number);
            case BigInteger number -> out.writeNumber(number);
            case BigDecimal number -> out.writeNumber(number);
            default -> out.writeString(value.toString());
        }
    }
}
