package io.tollgate.controlplane.testing;

/**
 * An API with one method, deployed to one stage.
 *
 * @param id the API's id
 * @param resource the address of its root resource
 * @param stage the address of its stage {@code live}
 */
public record SampleApi(String id, String resource, String stage) {

    /** Makes one whose method GET / has this integration. */
    public static SampleApi deployed(ControlPlane plane, String integration) {
        String id = plane.json("POST", "/restapis", "{\"name\":\"sample\"}")
                .path("id")
                .asText();
        String root =
                plane.json("GET", "/restapis/" + id, "").path("rootResourceId").asText();
        String resource = "/restapis/" + id + "/resources/" + root;
        plane.call("PUT", resource + "/methods/GET", "{\"authorizationType\":\"NONE\"}");
        plane.call("PUT", resource + "/methods/GET/integration", integration);
        plane.call("POST", "/restapis/" + id + "/deployments", "{\"stageName\":\"live\"}");
        return new SampleApi(id, resource, "/restapis/" + id + "/stages/live");
    }

    /** Makes one that answers by itself. */
    public static SampleApi deployed(ControlPlane plane) {
        return deployed(plane, "{\"type\":\"MOCK\"}");
    }

    /** A PATCH body with one operation. */
    public static String patch(String op, String path, String value) {
        return "{\"patchOperations\":[{\"op\":\"" + op + "\",\"path\":\"" + path + "\",\"value\":\"" + value + "\"}]}";
    }
}
