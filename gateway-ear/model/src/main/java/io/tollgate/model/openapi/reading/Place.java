package io.tollgate.model.openapi.reading;

/**
 * A method that is being read, for what the report says about it.
 *
 * @param method the verb or ANY
 * @param path the resource's path
 */
record Place(String method, String path) {

    /** The beginning of AWS's sentence when a part of the method is refused. */
    String unableToPut(String what) {
        String on = what.equals("method") ? "on resource" : "for resource";
        String method = what.equals("method") ? "method '" + this.method + "' " : what + " on '" + this.method + "' ";
        return "Unable to put " + method + on + " at path '" + path + "': ";
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
