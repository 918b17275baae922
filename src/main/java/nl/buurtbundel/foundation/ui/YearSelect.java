package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import nl.buurtbundel.money.FiscalYear;

/** Which year a page is about. */
public final class YearSelect extends Select<FiscalYear> {
    private final transient List<FiscalYear> years;

    /**
     * @param years to choose from, at least one
     * @param chosen what the page does with the year that was chosen
     */
    public YearSelect(String label, List<FiscalYear> years, SerializableConsumer<FiscalYear> chosen) {
        this.years = List.copyOf(years);
        setLabel(label);
        setItems(years);
        addValueChangeListener(change -> chosen.accept(change.getValue()));
    }

    /** Begins with this year where there is one, else with the first; once the page is ready to show it. */
    public void begin(FiscalYear year) {
        setValue(years.contains(year) ? year : years.get(0));
    }
}
