package nl.buurtbundel.shell;

import com.vaadin.cdi.annotation.VaadinServiceEnabled;
import com.vaadin.cdi.annotation.VaadinServiceScoped;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.foundation.Messages;

/** Gives the views their texts: Dutch, unless the user asks for English. */
@VaadinServiceEnabled
@VaadinServiceScoped
class Translations implements I18NProvider {

    @Override
    public List<Locale> getProvidedLocales() {
        return Messages.LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return Messages.text(locale, key, parameters);
    }
}
