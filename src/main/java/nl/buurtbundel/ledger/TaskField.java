package nl.buurtbundel.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A task field of one numbering (Iv3), with the years in which it applies. Loaded by the migration, never changed here. */
@Entity
@Table(name = "task_field")
class TaskField {
    @Id
    private String id;

    private String code;
    private String name;

    @Column(name = "social_domain")
    private boolean socialDomain;

    @Column(name = "first_year")
    private int firstYear;

    @Column(name = "last_year")
    private @Nullable Integer lastYear;

    protected TaskField() {}

    TaskFieldName summary() {
        return new TaskFieldName(code, name);
    }
}
