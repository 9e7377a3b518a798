package io.tollgate.controlplane.restapi;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An API as answers show it. */
public final class RestApiView {

    private RestApiView() {}

    /**
     * The answer with its policy as AWS writes it: a text whose quotes are escaped once more, which infrastructure tools take
     * off again (control-plane 1).
     */
    public static ObjectNode of(ObjectNode answer) {
        if (answer.hasNonNull("policy")) {
            String policy = answer.get("policy").textValue();
            answer.put("policy", new String(JsonStringEncoder.getInstance().quoteAsString(policy)));
        }
        return answer;
    }
}
