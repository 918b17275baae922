/** Who is looking, and may they? Users, roles, the policy, the audit log and the log of looks at people. */
@NullMarked
package nl.buurtbundel.access;

import org.jspecify.annotations.NullMarked;
