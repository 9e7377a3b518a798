package io.tollgate.dataplane.live;

import io.tollgate.model.stage.MethodSetting;
import io.tollgate.model.stage.Stage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of a stage's settings a method has (features 4.2). */
final class MethodSettings {

    private MethodSettings() {}

    /** The method's own entry, else the one for all methods, null if there is neither. */
    static @Nullable MethodSetting of(Stage stage, String path, String verb) {
        MethodSetting own = own(stage, path, verb);
        return own == null ? general(stage) : own;
    }

    /** The method's own entry, or null. */
    static @Nullable MethodSetting own(Stage stage, String path, String verb) {
        Map<String, MethodSetting> all = stage.methodSettings();
        MethodSetting own = all.get(path.replace("~", "~0").replace("/", "~1") + "/" + verb);
        return own == null ? all.get(path + "/" + verb) : own;
    }

    /** The entry for all methods, or null. */
    static @Nullable MethodSetting general(Stage stage) {
        return stage.methodSettings().get("*/*");
    }
}
