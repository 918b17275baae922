package nl.buurtbundel.neighbourhood;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

@Entity
class Neighbourhood {
    @Id
    private String code;

    @Version
    private int version;

    private String municipality;
    private String name;

    @Column(name = "figures_year")
    private @Nullable Integer figuresYear;

    private @Nullable Integer inhabitants;
    private @Nullable Integer households;

    @Column(name = "households_with_children")
    private @Nullable Integer householdsWithChildren;

    @Column(name = "under_15")
    private @Nullable Integer under15;

    @Column(name = "over_65")
    private @Nullable Integer over65;

    private @Nullable String geometry;

    protected Neighbourhood() {}

    Neighbourhood(NeighbourhoodCode code, String name) {
        this.code = code.value();
        this.municipality = code.municipality().value();
        this.name = name;
    }

    /** Newer figures replace older ones; an older publication that comes in later changes nothing. */
    void take(KeyFigures figures) {
        if (figuresYear != null && figures.year() < figuresYear) {
            return;
        }
        name = figures.name();
        figuresYear = figures.year();
        inhabitants = figures.inhabitants();
        households = figures.households();
        householdsWithChildren = figures.householdsWithChildren();
        under15 = figures.under15();
        over65 = figures.over65();
    }

    void take(Shape shape) {
        geometry = shape.geometry();
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    @Nullable
    String geometry() {
        return geometry;
    }

    NeighbourhoodSummary summary() {
        return new NeighbourhoodSummary(
                new NeighbourhoodCode(code), name, inhabitants, households, householdsWithChildren);
    }
}
