package nl.buurtbundel.neighbourhood;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import org.jspecify.annotations.Nullable;

/**
 * The neighbourhoods of a municipality with their published figures and shapes, and the addresses in them. All of it is
 * public data, so reading asks no rights; the rooms that load it do.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
@WithoutAccessCheck("public data; the intake checks who may load it")
public class Neighbourhoods {
    @PersistenceContext
    private EntityManager entityManager;

    /** The municipalities whose neighbourhoods are known. */
    public List<MunicipalityCode> listMunicipalities() {
        return entityManager
                .createQuery(
                        "select distinct n.municipality from Neighbourhood n order by n.municipality", String.class)
                .getResultStream()
                .map(MunicipalityCode::new)
                .toList();
    }

    public List<NeighbourhoodSummary> list(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select n from Neighbourhood n where n.municipality = :municipality order by n.name",
                        Neighbourhood.class)
                .setParameter("municipality", municipality.value())
                .getResultStream()
                .map(Neighbourhood::summary)
                .toList();
    }

    /** What the neighbourhoods of a municipality are called, for lists that name many. */
    public Map<NeighbourhoodCode, String> mapNames(MunicipalityCode municipality) {
        return list(municipality).stream()
                .collect(Collectors.toMap(NeighbourhoodSummary::code, NeighbourhoodSummary::name));
    }

    public NeighbourhoodSummary read(NeighbourhoodCode code) {
        return find(code).orElseThrow(NotFound::new);
    }

    public Optional<NeighbourhoodSummary> find(NeighbourhoodCode code) {
        return Optional.ofNullable(entityManager.find(Neighbourhood.class, code.value()))
                .map(Neighbourhood::summary);
    }

    /** The outlines that are known, by neighbourhood. */
    public List<Shape> listShapes(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select n from Neighbourhood n where n.municipality = :municipality and n.geometry is not null"
                                + " order by n.code",
                        Neighbourhood.class)
                .setParameter("municipality", municipality.value())
                .getResultStream()
                .map(n -> new Shape(new NeighbourhoodCode(n.code()), n.name(), knownGeometry(n)))
                .toList();
    }

    @Transactional(REQUIRED)
    public void takeKeyFigures(List<KeyFigures> figures) {
        for (KeyFigures figure : figures) {
            readOrCreate(figure.code(), figure.name()).take(figure);
        }
    }

    @Transactional(REQUIRED)
    public void takeShapes(List<Shape> shapes) {
        for (Shape shape : shapes) {
            readOrCreate(shape.code(), shape.name()).take(shape);
        }
    }

    /** Takes a yearly address file, or a part of it: known addresses move when their neighbourhood changed. */
    @Transactional(REQUIRED)
    public void takeAddresses(List<AddressPlace> places) {
        Map<String, Address> known = new HashMap<>();
        List<String> postcodes =
                places.stream().map(AddressPlace::postcode).distinct().toList();
        for (List<String> some : Parts.of(postcodes)) {
            entityManager
                    .createQuery("select a from Address a where a.postcode in :postcodes", Address.class)
                    .setParameter("postcodes", some)
                    .getResultStream()
                    .forEach(a -> known.put(key(a.place().postcode(), a.place().houseNumber()), a));
        }
        for (AddressPlace place : places) {
            Address address = known.get(key(place.postcode(), place.houseNumber()));
            if (address == null) {
                address = new Address(place);
                entityManager.persist(address);
                known.put(key(place.postcode(), place.houseNumber()), address);
            } else {
                address.moveTo(place.neighbourhood());
            }
        }
    }

    public Optional<NeighbourhoodCode> findByAddress(String postcode, int houseNumber) {
        return entityManager
                .createQuery(
                        "select a from Address a where a.postcode = :postcode and a.houseNumber = :number",
                        Address.class)
                .setParameter("postcode", postcode)
                .setParameter("number", houseNumber)
                .getResultStream()
                .findFirst()
                .map(a -> a.place().neighbourhood());
    }

    /** All addresses of the given postcodes at once, for bulk work; keys as {@link #key}. */
    public Map<String, NeighbourhoodCode> mapAddresses(List<String> postcodes) {
        Map<String, NeighbourhoodCode> places = new HashMap<>();
        for (List<String> some : Parts.of(postcodes)) {
            places.putAll(entityManager
                    .createQuery("select a from Address a where a.postcode in :postcodes", Address.class)
                    .setParameter("postcodes", some)
                    .getResultStream()
                    .map(Address::place)
                    .collect(Collectors.toMap(p -> key(p.postcode(), p.houseNumber()), AddressPlace::neighbourhood)));
        }
        return places;
    }

    public static String key(String postcode, int houseNumber) {
        return postcode + ' ' + houseNumber;
    }

    /** Every address of a neighbourhood, for a letter to all and not to some. */
    public List<AddressPlace> listAddresses(NeighbourhoodCode neighbourhood) {
        return entityManager
                .createQuery(
                        "select a from Address a where a.neighbourhood = :neighbourhood"
                                + " order by a.postcode, a.houseNumber",
                        Address.class)
                .setParameter("neighbourhood", neighbourhood.value())
                .getResultStream()
                .map(Address::place)
                .toList();
    }

    private Neighbourhood readOrCreate(NeighbourhoodCode code, String name) {
        Neighbourhood known = entityManager.find(Neighbourhood.class, code.value());
        if (known == null) {
            known = new Neighbourhood(code, name);
            entityManager.persist(known);
        }
        return known;
    }

    private static String knownGeometry(Neighbourhood neighbourhood) {
        @Nullable String geometry = neighbourhood.geometry();
        return geometry == null ? "" : geometry;
    }
}
