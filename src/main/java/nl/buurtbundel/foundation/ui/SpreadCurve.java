package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** A Lorenz curve: how money is spread, from who has the least to who has the most. */
@Tag("figure")
@NpmPackage(value = "echarts", version = Picture.ECHARTS)
@JsModule("./foundation/spread-curve.ts")
public final class SpreadCurve extends Picture {

    /** The part with the least, and what it has together, both in percent. */
    public record Step(int part, int money) implements Serializable {}

    /**
     * @param part in words: who is counted
     * @param money in words: what they have together
     */
    public SpreadCurve(String title, String summary, String part, String money, List<Step> steps) {
        super(title, summary, "bb-spread-curve");
        drawing()
                .setPropertyList("steps", steps)
                .setPropertyList(
                        "names",
                        List.of(getTranslation("foundation.spread.real"), getTranslation("foundation.spread.same")))
                .setPropertyList("axes", List.of(part, money));
        DataTable table = new DataTable(title, List.of(DataTable.Column.number(part), DataTable.Column.number(money)));
        steps.forEach(step -> table.row(percentage(step.part()), percentage(step.money())));
        addTable(table);
    }

    private String percentage(int percent) {
        return formats().percentage(BigDecimal.valueOf(percent).movePointLeft(2), 0);
    }
}
