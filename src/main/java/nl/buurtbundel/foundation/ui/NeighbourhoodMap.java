package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Formats;

/**
 * The neighbourhoods of a municipality, each in a class of value that shows as a shade and a pattern. Each has a number on the
 * map; beside it stands a list with the names and values by these numbers, which does the same by keyboard. There is no background map, so nothing is asked of a server elsewhere.
 */
@Tag("figure")
@NpmPackage(value = "leaflet", version = "1.9.4")
@NpmPackage(value = "@types/leaflet", version = "1.9.20", dev = true)
@JsModule("./foundation/neighbourhood-map.ts")
public final class NeighbourhoodMap extends Picture {

    /** The class of a neighbourhood that may not or cannot be shown: dotted. */
    public static final int NOT_SHOWN = 0;

    /** As many shades as an eye can keep apart. */
    public static final int HIGHEST_CLASS = 5;

    /**
     * @param code the CBS code, as in the GeoJSON
     * @param valueClass {@link #NOT_SHOWN}, or 1 (low) to {@link #HIGHEST_CLASS}
     * @param value the value as a reader sees it, rounded and suppressed by the caller
     * @param opens whether there is more to see for who chooses it; if not, it cannot be chosen
     */
    public record Area(String code, String name, int valueClass, String value, boolean opens) implements Serializable {

        public Area {
            if (valueClass < NOT_SHOWN || valueClass > HIGHEST_CLASS) {
                throw new IllegalArgumentException("no such class: " + valueClass);
            }
        }
    }

    /** Someone chose a neighbourhood, on the map or in the list. */
    public static final class NeighbourhoodSelected extends ComponentEvent<NeighbourhoodMap> {
        private static final long serialVersionUID = 1;
        private final String code;

        NeighbourhoodSelected(NeighbourhoodMap source, String code) {
            super(source, true);
            this.code = code;
        }

        /** The CBS code; always one of the areas that open. */
        public String code() {
            return code;
        }
    }

    private record Labels(String list, String zoomIn, String zoomOut, String notLoaded) implements Serializable {}

    /**
     * @param valueName what the classes measure, as the head of a column
     * @param legend the names of class 0 (not shown) and of class 1 and up, in order
     * @param geoJsonUrl where the browser fetches the polygons, on this server
     * @param codeProperty the property of each feature that holds the code
     * @param source whose map it is, such as © CBS, Kadaster
     */
    public NeighbourhoodMap(
            String title,
            String summary,
            String valueName,
            List<String> legend,
            String geoJsonUrl,
            String codeProperty,
            String source,
            List<Area> areas) {
        super(title, summary, "bb-neighbourhood-map");
        areas.stream()
                .filter(area -> area.valueClass() >= legend.size())
                .findAny()
                .ifPresent(area -> {
                    throw new IllegalArgumentException("class without a name: " + area);
                });
        drawing()
                .setAttribute("role", "group")
                .setProperty("codeProperty", codeProperty)
                .setProperty("source", source)
                .setPropertyBean(
                        "labels",
                        new Labels(
                                getTranslation("foundation.map.list"),
                                getTranslation("foundation.map.zoom-in"),
                                getTranslation("foundation.map.zoom-out"),
                                getTranslation("foundation.map.not-loaded")))
                .setPropertyList("legend", legend)
                .setPropertyList("areas", areas)
                .setProperty("url", geoJsonUrl);
        Set<String> codes = areas.stream().filter(Area::opens).map(Area::code).collect(Collectors.toUnmodifiableSet());
        drawing()
                .addEventListener("neighbourhood-selected", event -> {
                    String code = event.getEventData().getString("event.detail.code");
                    if (codes.contains(code)) {
                        select(code);
                        fireEvent(new NeighbourhoodSelected(this, code));
                    }
                })
                .addEventData("event.detail.code");
        DataTable table = new DataTable(
                title,
                DataTable.Column.text(getTranslation("foundation.map.neighbourhood")),
                DataTable.Column.number(getTranslation("foundation.map.number")),
                DataTable.Column.number(valueName),
                DataTable.Column.text(getTranslation("foundation.map.class")));
        Formats formats = formats();
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            table.row(area.name(), formats.count(i + 1), area.value(), legend.get(area.valueClass()));
        }
        addTable(table);
    }

    public Registration addSelectionListener(ComponentEventListener<NeighbourhoodSelected> listener) {
        return addListener(NeighbourhoodSelected.class, listener);
    }

    /** Marks a neighbourhood as the chosen one, without an event. */
    public void select(String code) {
        drawing().setProperty("selected", code);
    }
}
