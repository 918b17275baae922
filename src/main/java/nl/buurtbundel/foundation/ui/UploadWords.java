package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.foundation.Messages;

/** Everything the upload field says or has read aloud: what is not set here it says in English. */
public final class UploadWords {
    private static final int THOUSAND = 1_000;

    private UploadWords() {}

    /**
     * @param choose on the button
     * @param drop beside it, where something may be dropped
     * @param otherKind why a file of another kind is refused
     */
    public static UploadI18N in(Locale locale, int mostMegabytes, String choose, String drop, String otherKind) {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(choose).setMany(choose))
                .setDropFiles(new UploadI18N.DropFiles().setOne(drop).setMany(drop))
                .setFile(new UploadI18N.File()
                        .setRetry(Messages.text(locale, "foundation.upload.retry"))
                        .setStart(Messages.text(locale, "foundation.upload.start"))
                        .setRemove(Messages.text(locale, "foundation.upload.remove")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(Messages.text(locale, "foundation.upload.too-many"))
                        .setFileIsTooBig(Messages.text(locale, "foundation.upload.too-large", mostMegabytes))
                        .setIncorrectFileType(otherKind))
                .setUploading(uploading(locale))
                .setUnits(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"), THOUSAND);
    }

    private static UploadI18N.Uploading uploading(Locale locale) {
        String failed = Messages.text(locale, "foundation.upload.failed");
        return new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(Messages.text(locale, "foundation.upload.connecting"))
                        .setStalled(Messages.text(locale, "foundation.upload.stalled"))
                        .setProcessing(Messages.text(locale, "foundation.upload.processing"))
                        .setHeld(Messages.text(locale, "foundation.upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(Messages.text(locale, "foundation.upload.remaining") + " ")
                        .setUnknown(Messages.text(locale, "foundation.upload.remaining-unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(failed)
                        .setUnexpectedServerError(failed)
                        .setForbidden(failed));
    }
}
