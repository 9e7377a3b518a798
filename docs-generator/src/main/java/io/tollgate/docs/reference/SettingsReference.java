package io.tollgate.docs.reference;

import java.util.List;

/** The page of the gateway's settings. */
public final class SettingsReference {
    private static final String INTRODUCTION = """
            # Settings

            A key is read as a system property, then as an environment variable (`tollgate.express.port` is
            `TOLLGATE_EXPRESS_PORT`), then it has its default. What is empty is not set. With a bad value the gateway does
            not start and names all of them. The [settings of plugins](plugins) are set in the same way.

            ## The launcher

            `./tollgate` reads these from the environment, and the ports and the folder from its options too.

            | Variable | Default | What it does |
            |---|---|---|
            | `TOLLGATE_PORT` | `8080` | The container's port. |
            | `TOLLGATE_HOST` | `127.0.0.1` | The address that the container's port binds. |
            | `TOLLGATE_CLUSTER_HOST` | `127.0.0.1` | The address on which this node meets the others. |
            | `TOLLGATE_CLUSTER_PORT` | the first member's at that address | Its port. |
            | `TOLLGATE_CLUSTER_NAME` | `tollgate` | Keeps clusters apart whose members could reach each other. |
            | `TOLLGATE_HEAP` | `256m` | The heap of the JVM. |
            | `TOLLGATE_JAVA_OPTS` | none | Further flags for the JVM. |
            """;

    private SettingsReference() {}

    /**
     * Settings that belong together.
     *
     * @param title the heading
     * @param table a Markdown table, a row for each setting
     */
    public record Section(String title, String table) {}

    /** The page with these sections. */
    public static ReferencePage of(List<Section> sections) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        sections.forEach(section ->
                page.append("\n## ").append(section.title()).append("\n\n").append(section.table()));
        return new ReferencePage("settings.md", page.toString());
    }
}
