package io.tollgate.spi.settings;

import java.util.List;

/** Writes declarations as a Markdown table, one row a setting. */
final class SettingsTable {
    private SettingsTable() {}

    static String of(List<SettingDeclaration> declarations) {
        if (declarations.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("| Key | Default | Allowed | What it does |\n|---|---|---|---|\n");
        for (SettingDeclaration declaration : declarations) {
            table.append("| `")
                    .append(declaration.key())
                    .append("` | ")
                    .append(defaultOf(declaration))
                    .append(" | ")
                    .append(cell(declaration.allowed()))
                    .append(" | ")
                    .append(cell(declaration.setting().description()))
                    .append(declaration.setting().secret() ? " Secret." : "")
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String defaultOf(SettingDeclaration declaration) {
        if (declaration.required()) {
            return "required";
        }
        String written = declaration.setting().defaultValue();
        return written.isEmpty() ? "none" : "`" + cell(written) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
