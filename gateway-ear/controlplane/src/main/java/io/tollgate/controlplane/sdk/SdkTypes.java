package io.tollgate.controlplane.sdk;

import io.tollgate.controlplane.sdk.SdkType.Property;
import java.util.List;
import java.util.Optional;

/** AWS's kinds of client SDK, sorted by id (features 16.4). */
final class SdkTypes {
    static final List<SdkType> ALL = List.of(
            new SdkType(
                    "android",
                    "Android",
                    "A Java library for Android",
                    List.of(
                            required("groupId", "Group ID", "Maven group of the library"),
                            required("invokerPackage", "Invoker package", "Java package of the client"),
                            required("artifactId", "Artifact ID", "Maven name of the library"),
                            required("artifactVersion", "Artifact version", "Version of the library"))),
            new SdkType("java", "Java", "A Java library", java()),
            new SdkType("javascript", "JavaScript", "Scripts for browsers", List.of()),
            new SdkType("objectivec", "iOS (Objective-C)", "An Objective-C library for iOS", prefix()),
            new SdkType(
                    "ruby",
                    "Ruby",
                    "A Ruby gem",
                    List.of(
                            required("service.name", "Service Name", "Name from which the client's is made"),
                            optional("ruby.gem-name", "Ruby Gem Name", "Name of the gem"),
                            new Property(
                                    "ruby.gem-version", "Ruby Gem Version", "Version of the gem", false, "1.0.0"))),
            new SdkType("swift", "iOS (Swift)", "A Swift library for iOS", prefix()));

    private SdkTypes() {}

    static Optional<SdkType> find(String id) {
        return ALL.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    private static List<Property> java() {
        return List.of(
                required("service.name", "Service Name", "Name from which the client interface's is made"),
                required("java.package-name", "Java Package Name", "Java package of the client"),
                optional("java.build-system", "Java Build System", "maven or gradle"),
                optional("java.group-id", "Java Group Id", "Group of the project; its package unless given"),
                optional("java.artifact-id", "Java Artifact Id", "Name of the project; the service's unless given"),
                new Property(
                        "java.artifact-version",
                        "Java Artifact Version",
                        "Version of the project",
                        false,
                        "1.0-SNAPSHOT"),
                optional("java.license-text", "Source Code License Text", "Licence at the head of every source file"));
    }

    private static List<Property> prefix() {
        return List.of(required("classPrefix", "Prefix", "What the names of all classes begin with"));
    }

    private static Property required(String name, String friendlyName, String description) {
        return new Property(name, friendlyName, description, true, null);
    }

    private static Property optional(String name, String friendlyName, String description) {
        return new Property(name, friendlyName, description, false, null);
    }
}
