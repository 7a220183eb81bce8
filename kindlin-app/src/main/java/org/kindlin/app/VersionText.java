package org.kindlin.app;

import org.kindlin.assays.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code kindlin --version} prints. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"kindlin " + Version.current(), "Java " + Runtime.version()};
    }
}
