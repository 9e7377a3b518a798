package io.tollgate.plugin.example;

import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationFactory;
import io.tollgate.spi.integration.IntegrationHost;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Serves integrations of type AWS whose URI is {@code arn:aws:apigateway:{region}:example:path/{name}}. They name a role, which
 * AWS demands for every service but Lambda and which is ignored here.
 */
final class GreetingFactory implements IntegrationFactory {
    private static final Pattern MINE = Pattern.compile("arn:aws:apigateway:[^:]*:example:.*");
    private static final Pattern COMPLETE = Pattern.compile("arn:aws:apigateway:[^:]+:example:path/.+");

    @Override
    public String kind() {
        return "example";
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS");
    }

    @Override
    public boolean accepts(IntegrationDefinition definition) {
        return MINE.matcher(definition.uri()).matches();
    }

    @Override
    public Integration create(IntegrationDefinition definition, IntegrationHost host) {
        if (!COMPLETE.matcher(definition.uri()).matches()) {
            throw new IllegalArgumentException(
                    "the URI is " + definition.uri() + "; allowed is arn:aws:apigateway:{region}:example:path/{name}");
        }
        return new GreetingIntegration(host.settings(ExampleSettings.class));
    }
}
