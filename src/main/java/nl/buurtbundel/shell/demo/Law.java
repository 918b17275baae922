package nl.buurtbundel.shell.demo;

/** The two laws whose allocations travel as messages, with how the standards name them. */
enum Law {
    WMO("Wmo", "iwmo", "wmo", "414", "418", "420", "484"),
    YOUTH("Jeugdwet", "ijw", "jw", "436", "438", "440", "490");

    private final String inFiles;
    private final String standard;
    private final String messagePrefix;
    private final String allocationCode;
    private final String startCode;
    private final String stopCode;
    private final String declarationCode;

    Law(
            String inFiles,
            String standard,
            String messagePrefix,
            String allocationCode,
            String startCode,
            String stopCode,
            String declarationCode) {
        this.inFiles = inFiles;
        this.standard = standard;
        this.messagePrefix = messagePrefix;
        this.allocationCode = allocationCode;
        this.startCode = startCode;
        this.stopCode = stopCode;
        this.declarationCode = declarationCode;
    }

    String inFiles() {
        return inFiles;
    }

    /** {@code iwmo} or {@code ijw}. */
    String standard() {
        return standard;
    }

    /** {@code wmo301}, {@code jw307} and so on. */
    String message(int number) {
        return messagePrefix + number;
    }

    String messageCode(int number) {
        return switch (number) {
            case 301 -> allocationCode;
            case 305 -> startCode;
            case 307 -> stopCode;
            case 323 -> declarationCode;
            default -> throw new IllegalArgumentException("no message " + number);
        };
    }
}
