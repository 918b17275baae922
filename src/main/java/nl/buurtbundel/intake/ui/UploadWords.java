package nl.buurtbundel.intake.ui;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.foundation.Messages;

/** Everything the upload field says or has read aloud: what is not set here it says in English. */
public final class UploadWords {
    private static final int THOUSAND = 1_000;

    private UploadWords() {}

    public static UploadI18N in(Locale locale, int mostMegabytes) {
        String choose = Messages.text(locale, "intake.imports.choose");
        String drop = Messages.text(locale, "intake.imports.drop");
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(choose).setMany(choose))
                .setDropFiles(new UploadI18N.DropFiles().setOne(drop).setMany(drop))
                .setFile(new UploadI18N.File()
                        .setRetry(Messages.text(locale, "intake.upload.retry"))
                        .setStart(Messages.text(locale, "intake.upload.start"))
                        .setRemove(Messages.text(locale, "intake.upload.remove")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(Messages.text(locale, "intake.upload.too-many"))
                        .setFileIsTooBig(Messages.text(locale, "intake.upload.too-large", mostMegabytes))
                        .setIncorrectFileType(Messages.text(locale, "intake.upload.other-kind")))
                .setUploading(uploading(locale))
                .setUnits(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"), THOUSAND);
    }

    private static UploadI18N.Uploading uploading(Locale locale) {
        String failed = Messages.text(locale, "intake.upload.failed");
        return new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(Messages.text(locale, "intake.upload.connecting"))
                        .setStalled(Messages.text(locale, "intake.upload.stalled"))
                        .setProcessing(Messages.text(locale, "intake.upload.processing"))
                        .setHeld(Messages.text(locale, "intake.upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(Messages.text(locale, "intake.upload.remaining") + " ")
                        .setUnknown(Messages.text(locale, "intake.upload.remaining-unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(failed)
                        .setUnexpectedServerError(failed)
                        .setForbidden(failed));
    }
}
