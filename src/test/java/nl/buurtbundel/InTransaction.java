package nl.buurtbundel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** One transaction around several calls, as a service of a later room makes it. */
@ApplicationScoped
public class InTransaction {
    @Transactional(Transactional.TxType.REQUIRED)
    public <T> T call(Supplier<T> work) {
        return work.get();
    }
}
