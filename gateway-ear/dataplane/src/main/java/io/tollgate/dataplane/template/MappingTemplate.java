package io.tollgate.dataplane.template;

import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.exception.ParseErrorException;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.apache.velocity.runtime.resource.loader.StringResourceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.NOPLogger;

/** A parsed mapping template. Immutable; rendered by any thread. */
public final class MappingTemplate {
    private static final int LONGEST = 300 * 1024;
    private static final Set<String> ROOTS = Set.of("input", "context", "stageVariables", "util");
    private static final RuntimeInstance VELOCITY = velocity();

    private final Template template;

    private MappingTemplate(Template template) {
        this.template = template;
    }

    private static RuntimeInstance velocity() {
        RuntimeInstance velocity = new RuntimeInstance();
        Map<String, String> settings = Map.ofEntries(
                Map.entry("introspector.uberspect.class", Sandbox.class.getName()),
                Map.entry("event_handler.reference_insertion.class", Insertion.class.getName()),
                // Templates are never loaded by name; a loader of texts in memory is one that has none.
                Map.entry("resource.loaders", "memory"),
                Map.entry("resource.loader.memory.class", StringResourceLoader.class.getName()),
                Map.entry("parser.space_gobbling", "bc"),
                Map.entry("parser.allow_hyphen_in_identifiers", "true"),
                Map.entry("directive.if.empty_check", "false"),
                Map.entry("velocimacro.library.path", ""),
                Map.entry("velocimacro.inline.local_scope", "true"),
                Map.entry("runtime.log.log_invalid_references", "false"),
                Map.entry("runtime.string_interning", "false"));
        settings.forEach(velocity::setProperty);
        // What goes wrong in a template is its call's rejection, not lines in the server's log for each call.
        velocity.setProperty("runtime.log.instance", NOPLogger.NOP_LOGGER);
        initialise(velocity);
        return velocity;
    }

    /** Velocity looks for the classes that the settings name by the context of whichever thread comes first. */
    private static void initialise(RuntimeInstance velocity) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(MappingTemplate.class.getClassLoader());
        try {
            velocity.init();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Parses a template.
     *
     * @throws TemplateSyntaxException if it has more than 300 KB, is malformed, or uses what is not available
     */
    public static MappingTemplate parse(String text) {
        if (text.length() > LONGEST) {
            throw new TemplateSyntaxException("a template has at most " + LONGEST + " characters", 0, 0);
        }
        Template template = new Template();
        template.setName("template");
        template.setRuntimeServices(VELOCITY);
        try {
            SimpleNode root = VELOCITY.parse(new StringReader(text), template);
            Rewriting.apply(root, root.getParser());
            template.setData(root);
            template.initDocument();
        } catch (ParseException malformed) {
            throw malformed(malformed);
        } catch (ParseErrorException malformed) {
            throw new TemplateSyntaxException(
                    firstLine(malformed), malformed.getLineNumber(), malformed.getColumnNumber());
        } catch (VelocityException malformed) {
            throw new TemplateSyntaxException(firstLine(malformed), 0, 0);
        }
        return new MappingTemplate(template);
    }

    /** The parser names the last token that was good. */
    private static TemplateSyntaxException malformed(ParseException malformed) {
        Token good = malformed.currentToken;
        Token bad = good == null || good.next == null ? good : good.next;
        return new TemplateSyntaxException(
                firstLine(malformed), bad == null ? 0 : bad.beginLine, bad == null ? 0 : bad.beginColumn);
    }

    private static String firstLine(Exception malformed) {
        return String.valueOf(malformed.getMessage()).lines().findFirst().orElse("malformed");
    }

    /**
     * Renders the template.
     *
     * @throws TemplateFailure if it breaks a limit, or a call in it fails
     */
    public String render(TemplateScope scope) {
        return render(scope, new Variables());
    }

    /**
     * Renders the template and keeps what it set.
     *
     * @throws TemplateFailure if it breaks a limit, or a call in it fails
     */
    public Rendering renderKeeping(TemplateScope scope) {
        VelocityContext context = new Variables();
        String output = render(scope, context);
        Map<String, @Nullable Object> variables = new TreeMap<>();
        for (String name : context.getKeys()) {
            if (!ROOTS.contains(name)) {
                variables.put(name, context.get(name));
            }
        }
        return new Rendering(output, variables);
    }

    /** What a template sets, and the count of the innermost loop by the name that Velocity once had for it. */
    private static final class Variables extends VelocityContext {
        private static final String COUNT = "velocityCount";

        @Override
        public @Nullable Object internalGet(String key) {
            Object value = super.internalGet(key);
            return value == null && key.equals(COUNT) && super.internalGet("foreach") instanceof ForeachScope loop
                    ? Integer.valueOf(loop.getCount())
                    : value;
        }
    }

    /**
     * What a template made.
     *
     * @param output the text
     * @param variables what {@code #set} left behind, by name
     */
    public record Rendering(String output, Map<String, @Nullable Object> variables) {}

    private String render(TemplateScope scope, VelocityContext context) {
        Budget.current().reset();
        scope.overrides().begin();
        Map<String, Map<String, String>> params =
                Map.of("path", scope.path(), "querystring", scope.querystring(), "header", scope.header());
        context.put("input", new InputRoot(scope.body(), params));
        ContextRoot root = new ContextRoot(scope.context(), "");
        root.put("requestOverride", scope.overrides().request());
        root.put("responseOverride", scope.overrides().response());
        context.put("context", root);
        context.put("stageVariables", scope.stageVariables());
        context.put("util", UtilRoot.ONLY);
        Output output = new Output();
        try {
            template.merge(context, output);
        } catch (MethodInvocationException failed) {
            throw failure(failed).at(failed.getLineNumber(), failed.getColumnNumber());
        } catch (VelocityException failed) {
            throw failed.getCause() instanceof TemplateFailure known ? known : new TemplateFailure(firstLine(failed));
        } catch (StackOverflowError deep) {
            throw new TemplateFailure("the template is nested too deeply");
        } catch (TemplateFailure known) {
            throw known;
        } catch (RuntimeException failed) {
            throw new TemplateFailure("the template fails: " + failed);
        }
        return output.toString();
    }

    private static TemplateFailure failure(MethodInvocationException failed) {
        return failed.getCause() instanceof TemplateFailure known
                ? known
                : new TemplateFailure(
                        failed.getReferenceName() + "." + failed.getMethodName() + ": " + failed.getCause());
    }
}
