/** Where? Municipality, district and neighbourhood as Statistics Netherlands (CBS) codes them, their figures, shapes and addresses. */
@NullMarked
package nl.buurtbundel.neighbourhood;

import org.jspecify.annotations.NullMarked;
