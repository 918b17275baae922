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
 */
record IntakeLimits(
        long messageBytes,
        int messageDepth,
        int elementCharacters,
        long tableBytes,
        int recordCharacters,
        int zipEntries,
        long zipBytes,
        int zipRatio) {

    static final IntakeLimits DEFAULT =
            new IntakeLimits(20L << 20, 32, 64 << 10, 512L << 20, 64 << 10, 5_000, 1L << 30, 200);

    static IntakeLimits of(Config config) {
        return new IntakeLimits(
                config.getOptionalValue("intake.message.bytes", Long.class).orElse(DEFAULT.messageBytes),
                config.getOptionalValue("intake.message.depth", Integer.class).orElse(DEFAULT.messageDepth),
                config.getOptionalValue("intake.element.characters", Integer.class)
                        .orElse(DEFAULT.elementCharacters),
                config.getOptionalValue("intake.table.bytes", Long.class).orElse(DEFAULT.tableBytes),
                config.getOptionalValue("intake.record.characters", Integer.class)
                        .orElse(DEFAULT.recordCharacters),
                config.getOptionalValue("intake.zip.entries", Integer.class).orElse(DEFAULT.zipEntries),
                config.getOptionalValue("intake.zip.bytes", Long.class).orElse(DEFAULT.zipBytes),
                config.getOptionalValue("intake.zip.ratio", Integer.class).orElse(DEFAULT.zipRatio));
    }
}
