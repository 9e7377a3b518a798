package io.tollgate.dataplane.offline;

import io.tollgate.dataplane.template.JsonValues;
import io.tollgate.dataplane.template.MappingTemplate;
import io.tollgate.dataplane.template.MappingTemplate.Rendering;
import io.tollgate.dataplane.template.Overrides;
import io.tollgate.dataplane.template.TemplateFailure;
import io.tollgate.dataplane.template.TemplateSyntaxException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code tollgate vtl render}: renders a mapping template with a request event and prints the output, the variables that it
 * set and what it overrode; or the place of its error, as editors understand it.
 */
public final class RenderCommand {
    private static final int RENDERED = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;

    RenderCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Takes {@code --template F} and {@code --event F}. Ends with 0, 1 if the template fails, 2 if it is called wrongly. */
    public static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        int status = new RenderCommand(out, stream(FileDescriptor.err)).run(arguments);
        out.flush();
        System.exit(status);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    int run(String... arguments) {
        String template = null;
        String event = null;
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : null;
            switch (arguments[i]) {
                case "--template" -> template = value;
                case "--event" -> event = value;
                default -> {
                    return misused("unknown option " + arguments[i] + "; there are --template and --event");
                }
            }
        }
        if (template == null) {
            return misused("--template needs a file");
        }
        try {
            return render(template, read(template), event == null ? "{}" : read(event));
        } catch (IOException | InvalidPathException unreadable) {
            return misused("cannot read " + unreadable.getMessage());
        }
    }

    private int misused(String why) {
        err.println(why);
        return MISUSED;
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    private int render(String file, String template, String event) {
        Overrides overrides = new Overrides();
        try {
            print(MappingTemplate.parse(template)
                    .renderKeeping(RequestEvent.parse(event).scope(overrides)));
            print(overrides);
            return RENDERED;
        } catch (TemplateSyntaxException malformed) {
            return failed(file, malformed.line(), malformed.column(), malformed);
        } catch (TemplateFailure failure) {
            return failed(file, failure.line(), failure.column(), failure);
        } catch (IllegalArgumentException badEvent) {
            return misused(String.valueOf(badEvent.getMessage()));
        }
    }

    private int failed(String file, int line, int column, RuntimeException why) {
        err.println(file + (line == 0 ? "" : ":" + line + ":" + column) + ": " + why.getMessage());
        return FAILED;
    }

    private void print(Rendering rendering) {
        out.println("--- output");
        out.println(rendering.output());
        out.println("--- variables");
        rendering.variables().forEach((name, value) -> out.println("$" + name + " = " + JsonValues.write(value)));
    }

    private void print(Overrides overrides) {
        out.println("--- overrides");
        print("$context.requestOverride", overrides.request());
        print("$context.responseOverride", overrides.response());
    }

    private void print(String place, Map<?, ? extends @Nullable Object> values) {
        values.forEach((name, value) -> {
            if (value instanceof Map<?, ?> nested) {
                print(place + "." + name, nested);
            } else {
                out.println(place + "." + name + " = " + JsonValues.write(value));
            }
        });
    }
}
