package nl.buurtbundel.foundation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A service, or one method of it, that asks no rights, and why that is safe. Architecture tests list every use. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface WithoutAccessCheck {
    String value();
}
