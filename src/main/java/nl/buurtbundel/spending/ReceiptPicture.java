package nl.buurtbundel.spending;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import nl.buurtbundel.foundation.Refusal;

/**
 * A photo of a receipt, drawn anew: upright, not larger than a screen needs, and nothing in it but what can be seen. How large
 * it would be is known before any of it is opened.
 */
final class ReceiptPicture {
    private static final int LONGEST_SIDE = 2_000;
    private static final long MOST_PIXELS = 100_000_000;
    private static final float QUALITY = 0.85f;

    private ReceiptPicture() {}

    static byte[] anew(String name, byte[] bytes, ReceiptKind kind) {
        try {
            BufferedImage read = read(name, bytes, kind);
            int turn = kind == ReceiptKind.JPEG ? Orientation.of(bytes) : Orientation.UPRIGHT;
            return write(drawn(read, turn), kind);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refusal refusal) {
                throw refusal;
            }
            // readers of the platform throw all sorts of things at what is not a picture
            throw new Refusal("spending.error.receipt-broken", name);
        }
    }

    private static BufferedImage read(String name, byte[] bytes, ReceiptKind kind) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format(kind));
        ImageReader reader = readers.next();
        // not the usual way in, which would leave the picture in a file on disk
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new Refusal("spending.error.receipt-pixels", name);
            }
            AtomicBoolean cutOff = new AtomicBoolean();
            reader.addIIOReadWarningListener(
                    (source, warning) -> cutOff.compareAndSet(false, warning.contains("remature")));
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage read = reader.read(0, param);
            if (cutOff.get()) {
                throw new Refusal("spending.error.receipt-broken", name);
            }
            return read;
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage drawn(BufferedImage read, int turn) {
        int width = read.getWidth();
        int height = read.getHeight();
        AffineTransform way = Orientation.upright(turn, width, height);
        boolean onItsSide = Orientation.isOnItsSide(turn);
        int uprightWidth = onItsSide ? height : width;
        int uprightHeight = onItsSide ? width : height;
        int longest = Math.max(uprightWidth, uprightHeight);
        int newWidth = longest <= LONGEST_SIDE ? uprightWidth : Math.max(1, uprightWidth * LONGEST_SIDE / longest);
        int newHeight = longest <= LONGEST_SIDE ? uprightHeight : Math.max(1, uprightHeight * LONGEST_SIDE / longest);
        way.preConcatenate(
                AffineTransform.getScaleInstance((double) newWidth / uprightWidth, (double) newHeight / uprightHeight));
        BufferedImage drawn = new BufferedImage(newWidth, newHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, newWidth, newHeight);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(read, way, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static byte[] write(BufferedImage drawn, ReceiptKind kind) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format(kind)).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (kind == ReceiptKind.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(drawn, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String format(ReceiptKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
