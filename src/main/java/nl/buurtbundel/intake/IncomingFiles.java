package nl.buurtbundel.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of one import: a folder, a zip or a single file. Zips that were handed in together, in whatever folder, are each a
 * zip of their own: of those one can be refused and the others taken. A zip is read where it lies and never unpacked to disk;
 * it is refused before a byte is unpacked when its own list of contents is wrong, and while unpacking when that list lied. All
 * stay open until the import is over, so that what they keep in memory is counted before each of them is opened.
 */
final class IncomingFiles implements AutoCloseable {
    private static final int LINK = 0xA000;
    private static final int FILE_TYPE = 0xF000;
    private static final int CENTRAL_ENTRY = 0x02014b50;
    private static final int CENTRAL_ENTRY_SIZE = 46;
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xffff;

    private final List<IncomingFile> files;
    private final List<RefusedItem> refused;
    private final List<ZipFile> zips;

    private IncomingFiles(List<IncomingFile> files, List<RefusedItem> refused, List<ZipFile> zips) {
        this.files = List.copyOf(files);
        this.refused = List.copyOf(refused);
        this.zips = List.copyOf(zips);
    }

    static IncomingFiles of(Path source, IntakeLimits limits) {
        String name = nameOf(source);
        try {
            if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
                return folder(source, limits);
            }
            if (!Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)) {
                throw new Refused(name, 0, "", "unreadable");
            }
            if (isZip(name)) {
                return zip(source, name, "", new Together(limits, 0), limits);
            }
            return new IncomingFiles(
                    List.of(new IncomingFile(name, () -> Files.newInputStream(source))), List.of(), List.of());
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused(name, 0, "", isZip(name) ? "zip-broken" : "unreadable");
        }
    }

    List<IncomingFile> list() {
        return files;
    }

    /** What of it was refused before a file was opened: a zip among others. */
    List<RefusedItem> refused() {
        return refused;
    }

    @Override
    public void close() {
        zips.forEach(IncomingFiles::close);
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            // it was only read
        }
    }

    private static IncomingFiles folder(Path folder, IntakeLimits limits) throws IOException {
        List<IncomingFile> files = new ArrayList<>();
        Map<String, Path> archives = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .forEach(path -> {
                        String name = folder.relativize(path).toString().replace('\\', '/');
                        if (isZip(name)) {
                            archives.put(name, path);
                        } else {
                            files.add(new IncomingFile(name, () -> Files.newInputStream(path)));
                        }
                    });
        }
        if (files.size() > limits.filesTogether()) {
            throw new Refused(nameOf(folder), 0, "", "zip-many-files", Integer.toString(limits.filesTogether()));
        }
        List<RefusedItem> refused = new ArrayList<>();
        List<ZipFile> open = new ArrayList<>();
        Together together = new Together(limits, files.size());
        archives.forEach((name, path) -> {
            try {
                IncomingFiles inside = zip(path, name, name + '/', together, limits);
                files.addAll(inside.files);
                open.addAll(inside.zips);
            } catch (Refused no) {
                refused.addAll(no.items());
            } catch (IOException | IllegalArgumentException e) {
                refused.add(new RefusedItem(name, 0, "", "zip-broken", List.of()));
            }
        });
        return new IncomingFiles(files, refused, open);
    }

    /**
     * @param name of the zip, after the folders in which it lies
     * @param within what its files are named after, where there are more zips
     */
    private static IncomingFiles zip(Path path, String name, String within, Together together, IntakeLimits limits)
            throws IOException {
        checkContents(name, within, path, together, limits);
        ZipFile zip = new ZipFile(path.toFile());
        try {
            return new IncomingFiles(entries(name, within, zip, together, limits), List.of(), List.of(zip));
        } catch (RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private static List<IncomingFile> entries(
            String name, String within, ZipFile zip, Together together, IntakeLimits limits) {
        List<IncomingFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long announced = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (isOutside(entry.getName())) {
                throw new Refused(name, 0, "", "zip-path");
            }
            if (entry.isDirectory()) {
                continue;
            }
            if (isZip(entry.getName())) {
                throw new Refused(within + entry.getName(), 0, "", "zip-nested");
            }
            if (!names.add(entry.getName())) {
                throw new Refused(within + entry.getName(), 0, "", "zip-name-twice");
            }
            announced += entry.getSize();
            if (announced > limits.zipBytes()) {
                throw tooLarge(name, limits);
            }
            if (isBomb(entry.getSize(), entry.getCompressedSize(), limits)) {
                throw new Refused(within + entry.getName(), 0, "", "zip-ratio");
            }
            String file = within + entry.getName();
            files.add(new IncomingFile(
                    file, () -> unpacking(zip, file.substring(within.length()), file, together.unpacked, limits)));
        }
        return files;
    }

    /** Looks the entry up again: to keep all of them would cost as much memory as the lists of contents. */
    private static InputStream unpacking(
            ZipFile zip, String entryName, String file, AtomicLong unpacked, IntakeLimits limits) throws IOException {
        ZipEntry entry = zip.getEntry(entryName);
        return new Unpacking(zip.getInputStream(entry), file, entry.getCompressedSize(), unpacked, limits);
    }

    /** Reads the list of contents at the end of the zip, because the library does not tell which entries are links. */
    private static void checkContents(String name, String within, Path path, Together together, IntakeLimits limits)
            throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            ByteBuffer end = tail(channel);
            int at = end.limit() - END_SIZE;
            while (at >= 0 && end.getInt(at) != END) {
                at--;
            }
            // the library may take another end for the last one when something follows the comment
            if (at < 0 || at + END_SIZE + (end.getShort(at + 20) & 0xffff) != end.limit()) {
                throw new Refused(name, 0, "", "zip-broken");
            }
            int count = end.getShort(at + 10) & 0xffff;
            long size = end.getInt(at + 12) & 0xffffffffL;
            // before the end, as the library reads it, wherever the zip says that it is
            long start = channel.size() - end.limit() + at - size;
            if (count > limits.zipEntries()) {
                throw new Refused(name, 0, "", "zip-many-files", Integer.toString(limits.zipEntries()));
            }
            if (start < 0 || size > limits.zipListBytes()) {
                throw new Refused(name, 0, "", "zip-broken");
            }
            together.requireRoom(name, 0, size);
            ByteBuffer contents = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
            fill(channel.position(start), contents);
            int entries = checkEntries(name, contents, limits);
            together.take(name, entries, size + (long) entries * within.length());
        }
    }

    /** @return how many there are */
    private static int checkEntries(String name, ByteBuffer contents, IntakeLimits limits) {
        int at = 0;
        int seen = 0;
        while (at + CENTRAL_ENTRY_SIZE <= contents.limit() && contents.getInt(at) == CENTRAL_ENTRY) {
            if (++seen > limits.zipEntries()) {
                throw new Refused(name, 0, "", "zip-many-files", Integer.toString(limits.zipEntries()));
            }
            boolean encrypted = (contents.getShort(at + 8) & 1) == 1;
            if (encrypted) {
                throw new Refused(name, 0, "", "zip-encrypted");
            }
            int unixMode = contents.getInt(at + 38) >>> 16;
            if ((unixMode & FILE_TYPE) == LINK) {
                throw new Refused(name, 0, "", "zip-link");
            }
            at += CENTRAL_ENTRY_SIZE
                    + (contents.getShort(at + 28) & 0xffff)
                    + (contents.getShort(at + 30) & 0xffff)
                    + (contents.getShort(at + 32) & 0xffff);
        }
        return seen;
    }

    private static ByteBuffer tail(SeekableByteChannel channel) throws IOException {
        int length = (int) Math.min(channel.size(), END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        fill(channel.position(channel.size() - length), tail);
        return tail;
    }

    private static void fill(SeekableByteChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("ends too early");
            }
        }
        buffer.flip();
    }

    private static boolean isOutside(String name) {
        if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0 || name.indexOf(0) >= 0) {
            return true;
        }
        for (String step : name.split("/", -1)) {
            if ("..".equals(step)) {
                return true;
            }
        }
        return false;
    }

    /** Small files may be as repetitive as they like. */
    private static boolean isBomb(long unpacked, long packed, IntakeLimits limits) {
        return unpacked > 1 << 20 && unpacked / Math.max(1, packed) > limits.zipRatio();
    }

    private static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static Refused tooLarge(String name, IntakeLimits limits) {
        return new Refused(name, 0, "", "zip-too-large", Long.toString(limits.zipBytes() >> 20));
    }

    /** What the zips of one import hold together. What no longer fits is to be handed in again, after this import. */
    private static final class Together {
        private final IntakeLimits limits;
        private final AtomicLong unpacked = new AtomicLong();
        private int zips;
        private long files;
        private long listBytes;

        /** @param files that come along without a zip */
        Together(IntakeLimits limits, int files) {
            this.limits = limits;
            this.files = files;
        }

        void requireRoom(String name, int moreFiles, long moreBytes) {
            if (zips == limits.zips()
                    || files + moreFiles > limits.filesTogether()
                    || listBytes + moreBytes > limits.zipListBytes()) {
                throw new Refused(name, 0, "", "zip-later");
            }
        }

        /** @param bytes of its list of contents, with what the names of its files get in front of them */
        void take(String name, int entries, long bytes) {
            requireRoom(name, entries, bytes);
            zips++;
            files += entries;
            listBytes += bytes;
        }
    }

    /** Counts what really comes out, over all files of the zip together and against the packed size of this one. */
    private static final class Unpacking extends FilterInputStream {
        private final String name;
        private final long packed;
        private final AtomicLong total;
        private final IntakeLimits limits;
        private long unpacked;

        Unpacking(InputStream in, String name, long packed, AtomicLong total, IntakeLimits limits) {
            super(in);
            this.name = name;
            this.packed = packed;
            this.total = total;
            this.limits = limits;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            if (count > 0) {
                unpacked += count;
                // a message is opened twice: to see what it is, and to read it
                if (total.addAndGet(count) > 2 * limits.zipBytes()) {
                    throw tooLarge(name, limits);
                }
                if (isBomb(unpacked, packed, limits)) {
                    throw new Refused(name, 0, "", "zip-ratio");
                }
            }
            return count;
        }
    }
}
