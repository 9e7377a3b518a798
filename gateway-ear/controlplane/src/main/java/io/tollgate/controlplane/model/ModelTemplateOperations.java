package io.tollgate.controlplane.model;

import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.restapi.Model;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;

/** GetModelTemplate. */
@ApplicationScoped
public class ModelTemplateOperations implements Contribution {
    private static final String NO_SCHEMA = "Invalid model schema specified";

    private final RestApis apis;
    private final Models models;

    /** Templates of these models. */
    @Inject
    public ModelTemplateOperations(RestApis apis, Models models) {
        this.apis = apis;
        this.models = models;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of("GetModelTemplate", this::get);
    }

    private Reply get(Request request) {
        String apiId = request.at("restapi_id");
        apis.require(apiId);
        String name = request.at("model_name");
        Model model = models.find(apiId, name)
                .orElseThrow(() -> new NotFoundException("Invalid model name specified: " + name));
        if (model.schema() == null) {
            throw new BadRequestException(NO_SCHEMA);
        }
        String flat = new FlatSchema(models.all(apiId)).of(model.schema());
        return Reply.of(Map.of("value", new ModelTemplate(Json.tree(flat, NO_SCHEMA)).text()));
    }
}
