package org.kindlin.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.protocol.Settings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns {@code --set key=value} arguments into settings; the value may hold further equals signs. */
final class SettingArguments {

    private SettingArguments() {}

    static Settings of(List<String> arguments, CommandLine command) {
        Map<String, String> stated = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals <= 0) {
                throw new ParameterException(command, "--set needs key=value, not '" + argument + "'");
            }
            String key = argument.substring(0, equals).strip();
            if (stated.putIfAbsent(key, argument.substring(equals + 1).strip()) != null) {
                throw new ParameterException(command, "--set " + key + " is given twice");
            }
        }
        return Settings.of(stated);
    }
}
