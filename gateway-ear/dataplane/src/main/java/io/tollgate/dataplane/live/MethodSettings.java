package io.tollgate.dataplane.live;

import io.tollgate.model.stage.MethodSetting;
import io.tollgate.model.stage.MethodSettingKeys;
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
        String wanted = (path + "/" + verb).substring(1);
        for (Map.Entry<String, MethodSetting> entry : stage.methodSettings().entrySet()) {
            if (MethodSettingKeys.plain(entry.getKey()).equals(wanted)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** The entry for all methods, or null. */
    static @Nullable MethodSetting general(Stage stage) {
        return stage.methodSettings().get("*/*");
    }
}
