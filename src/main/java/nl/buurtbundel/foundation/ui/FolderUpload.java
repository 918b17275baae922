package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Locale;

/** An upload field that also takes folders, dropped or chosen; each file comes in with its path as its name. */
@Tag("bb-folder-upload")
@JsModule("./foundation/folder-upload.ts")
public final class FolderUpload extends Component implements HasStyle {

    /** Why a folder was not taken. */
    public enum Problem {
        UNREADABLE,
        EMPTY,
        LARGE
    }

    public FolderUpload(Upload field, Button chooseFolder) {
        addClassName("bb-stack");
        chooseFolder.getElement().setAttribute("data-folder", true);
        getElement().appendChild(field.getElement(), chooseFolder.getElement());
    }

    /** Told whether there is something, and all of it has come in whole. */
    public void whenReadyChanges(SerializableConsumer<Boolean> listener) {
        getElement()
                .addEventListener(
                        "ready", event -> listener.accept(event.getEventData().getBoolean("event.detail.ready")))
                .addEventData("event.detail.ready");
    }

    /** Told the name of the file or folder that the user took from the list again. */
    public void whenGivenUp(SerializableConsumer<String> listener) {
        getElement()
                .addEventListener(
                        "given-up",
                        event -> listener.accept(event.getEventData().getString("event.detail.place")))
                .addEventData("event.detail.place");
    }

    public void whenRefused(SerializableConsumer<Problem> listener) {
        getElement()
                .addEventListener(
                        "folder-refused",
                        event -> listener.accept(Problem.valueOf(event.getEventData()
                                .getString("event.detail.reason")
                                .toUpperCase(Locale.ROOT))))
                .addEventData("event.detail.reason");
    }
}
