package io.tollgate.controlplane.tags;

import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GetTags, TagResource, UntagResource: on everything that says it can be tagged. */
@ApplicationScoped
public class TagOperations implements Contribution {
    private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:apigateway:[a-z0-9-]+:(?:\\d{12})?:(/.+)");

    private final Tags tags;
    private final Iterable<Taggable> taggables;

    /** Operations on these tags. */
    @Inject
    public TagOperations(Tags tags, Instance<Taggable> taggables) {
        this.tags = tags;
        this.taggables = taggables;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of("GetTags", this::get, "TagResource", this::tag, "UntagResource", this::untag);
    }

    private Reply get(Request request) {
        return Reply.of(Map.of("tags", tags.of(target(request).path())));
    }

    private Reply tag(Request request) {
        Map<String, String> added = Objects.requireNonNullElse(request.input().texts("tags"), Map.<String, String>of());
        Target target = target(request);
        tags.put(target.path(), added);
        target.kind().tagged(target.path());
        return Reply.empty();
    }

    private Reply untag(Request request) {
        Target target = target(request);
        tags.removeArn(tags.arn(target.path()), request.query().all("tagKeys"));
        target.kind().tagged(target.path());
        return Reply.empty();
    }

    /** The thing that a request names. */
    private record Target(Taggable kind, String path) {}

    private Target target(Request request) {
        String arn = request.at("resource_arn");
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            throw new BadRequestException("Invalid resource ARN specified: " + arn);
        }
        String path = matcher.group(1);
        for (Taggable taggable : taggables) {
            if (taggable.exists(path)) {
                return new Target(taggable, path);
            }
        }
        throw new NotFoundException("Invalid resource identifier specified");
    }
}
