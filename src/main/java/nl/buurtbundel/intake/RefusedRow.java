package nl.buurtbundel.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;

@Entity
@Table(name = "refused_item")
class RefusedRow {
    private static final String BETWEEN = "\n";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "refused_item")
    @SequenceGenerator(name = "refused_item", sequenceName = "refused_item_seq", allocationSize = 50)
    private Long id;

    @Column(name = "import_run")
    private long importRun;

    private String file;
    private long line;
    private String field;
    private String code;
    private String parameters;

    protected RefusedRow() {}

    RefusedRow(ImportId run, RefusedItem item) {
        importRun = run.value();
        file = cut(item.file(), 500);
        line = item.line();
        field = cut(item.field(), 100);
        code = item.code();
        parameters = cut(String.join(BETWEEN, item.parameters()), 500);
    }

    RefusedItem item() {
        return new RefusedItem(
                file, line, field, code, parameters.isEmpty() ? List.of() : List.of(parameters.split(BETWEEN, -1)));
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
