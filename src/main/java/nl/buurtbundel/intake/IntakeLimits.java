package nl.buurtbundel.intake;

import org.eclipse.microprofile.config.Config;

/**
 * How much of a file is read before it is refused. Settings start with {@code intake.}.
 *
 * @param messageBytes of one message
 * @param messageDepth elements within elements
 * @param elementCharacters text of one element
 * @param tableBytes of one table (CSV) or map (GeoJSON)
 * @param recordCharacters of one line of a table
 * @param zipEntries files in a zip
 * @param zipBytes of everything in a zip, unpacked
 * @param zipRatio how much larger than its packed form a file may be
 * @param zips that are read in one import; each stays open until it is over
 * @param zipListBytes of the lists of contents of all zips of one import, which stay in memory as long
 */
record IntakeLimits(
        long messageBytes,
        int messageDepth,
        int elementCharacters,
        long tableBytes,
        int recordCharacters,
        int zipEntries,
        long zipBytes,
        int zipRatio,
        int zips,
        long zipListBytes) {
    /** As many full zips hold what one import takes. */
    private static final int FULL_ZIPS = 20;

    static final IntakeLimits DEFAULT =
            new IntakeLimits(20L << 20, 32, 64 << 10, 512L << 20, 64 << 10, 5_000, 1L << 30, 200, 100, 12L << 20);

    static IntakeLimits of(Config config) {
        return new IntakeLimits(
                setting(config, "message.bytes", Long.class, DEFAULT.messageBytes),
                setting(config, "message.depth", Integer.class, DEFAULT.messageDepth),
                setting(config, "element.characters", Integer.class, DEFAULT.elementCharacters),
                setting(config, "table.bytes", Long.class, DEFAULT.tableBytes),
                setting(config, "record.characters", Integer.class, DEFAULT.recordCharacters),
                setting(config, "zip.entries", Integer.class, DEFAULT.zipEntries),
                setting(config, "zip.bytes", Long.class, DEFAULT.zipBytes),
                setting(config, "zip.ratio", Integer.class, DEFAULT.zipRatio),
                setting(config, "zip.together", Integer.class, DEFAULT.zips),
                setting(config, "zip.list.bytes", Long.class, DEFAULT.zipListBytes));
    }

    /** Files of one import, in zips and without. */
    int filesTogether() {
        return FULL_ZIPS * zipEntries;
    }

    private static <T> T setting(Config config, String name, Class<T> type, T otherwise) {
        return config.getOptionalValue("intake." + name, type).orElse(otherwise);
    }
}
