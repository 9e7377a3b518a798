package io.tollgate.controlplane.sdk;

import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;

/** GetSdkTypes and GetSdkType. */
@ApplicationScoped
public class SdkTypeOperations implements Contribution {

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "GetSdkTypes",
                request -> Reply.of(Page.of(SdkTypes.ALL, SdkType::id, request)),
                "GetSdkType",
                request -> Reply.of(SdkTypes.find(request.at("sdktype_id"))
                        .orElseThrow(() -> new NotFoundException("Invalid SDK type identifier specified"))));
    }
}
